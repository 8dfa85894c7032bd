import fc from 'fast-check';
import { readLines } from './readLines';

async function* stream(chunks: Buffer[]) {
  yield* chunks;
}

async function read(chunks: Buffer[], maxLineBytes = 1_000) {
  const lines: string[] = [];
  for await (const line of readLines(stream(chunks), {
    cluster: 'prod',
    maxLineBytes,
  })) {
    lines.push(line);
  }
  return lines;
}

describe('readLines', () => {
  it('finds the same lines however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc
            .string({ unit: 'grapheme', minLength: 1 })
            .filter(
              line =>
                !/[\n\r]/.test(line) && line === line.trim() && line !== '',
            ),
        ),
        fc.array(fc.nat({ max: 50 })),
        async (lines, cuts) => {
          const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
          const ends = [
            ...cuts.map(cut => cut % (bytes.length + 1)),
            bytes.length,
          ].sort((a, b) => a - b);
          const chunks = ends.map((end, i) =>
            bytes.subarray(ends[i - 1] ?? 0, end),
          );
          expect(await read(chunks, 10_000)).toEqual(lines);
        },
      ),
    );
  });

  it('skips empty lines and carriage returns', async () => {
    expect(await read([Buffer.from('\n{}\r\n\r\n[]\n')])).toEqual(['{}', '[]']);
  });

  it('refuses a line that is longer than it may be', async () => {
    await expect(
      read([Buffer.from('12345'), Buffer.from('678\n')], 7),
    ).rejects.toMatchObject({
      name: 'InvalidResponseError',
      reason: 'TooLarge',
    });
    await expect(
      read([Buffer.from('1234567\n1234567\n')], 7),
    ).resolves.toHaveLength(2);
  });

  it('refuses an end in the middle of a line', async () => {
    await expect(read([Buffer.from('{}\n{"type"')])).rejects.toMatchObject({
      message: expect.stringContaining('in the middle of an event'),
    });
  });
});
