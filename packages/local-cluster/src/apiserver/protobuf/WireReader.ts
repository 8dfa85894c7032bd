/** Reads the protobuf wire format. */
export class WireReader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  /** @throws RangeError when the bytes end too early */
  varint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new RangeError('unexpected EOF');
      this.at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, value);
    }
    throw new RangeError('integer overflow');
  }

  tag(): { field: number; wire: number } {
    const tag = Number(this.varint());
    return { field: tag >> 3, wire: tag & 7 };
  }

  chunk(): Buffer {
    const length = Number(this.varint());
    const end = this.at + length;
    if (length < 0 || end > this.bytes.length)
      throw new RangeError('unexpected EOF');
    const chunk = this.bytes.subarray(this.at, end);
    this.at = end;
    return chunk;
  }

  double(): number {
    const value = this.bytes.readDoubleLE(this.at);
    this.at += 8;
    return value;
  }

  skip(wire: number): void {
    if (wire === 0) this.varint();
    else if (wire === 1) this.at += 8;
    else if (wire === 2) this.chunk();
    else if (wire === 5) this.at += 4;
    else throw new RangeError(`unknown wire type ${wire}`);
  }
}
