import { ServerResponse } from 'node:http';

/** A client that reads this much slower than events come is cut off; it lists again. */
const MAX_BUFFERED_BYTES = 32 * 1024 * 1024;

/** Writes frames of a watch, gathering those of one turn of the event loop into one write. */
export class WatchStream {
  private pending: string[] = [];
  private scheduled = false;
  private readonly closers: (() => void)[] = [];
  private open = true;

  constructor(private readonly response: ServerResponse, contentType: string) {
    response.writeHead(200, {
      'Content-Type': contentType,
      'Cache-Control': 'no-cache, private',
      'Transfer-Encoding': 'chunked',
    });
    response.flushHeaders();
    response.on('close', () => this.close());
  }

  get isOpen(): boolean {
    return this.open;
  }

  onClose(closer: () => void): void {
    if (this.open) this.closers.push(closer);
    else closer();
  }

  write(frame: string): void {
    if (!this.open) return;
    this.pending.push(frame);
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => this.flush());
  }

  /** Sends what is pending and ends the response, as at the end of `timeoutSeconds`. */
  end(): void {
    if (!this.open) return;
    this.flush();
    this.close();
    this.response.end();
  }

  private flush() {
    this.scheduled = false;
    if (!this.open || this.pending.length === 0) return;
    this.response.write(`${this.pending.join('\n')}\n`);
    this.pending = [];
    if (this.response.writableLength > MAX_BUFFERED_BYTES) {
      this.close();
      this.response.destroy();
    }
  }

  private close() {
    if (!this.open) return;
    this.open = false;
    for (const closer of this.closers) closer();
  }
}
