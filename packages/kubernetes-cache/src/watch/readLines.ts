import { InvalidResponseError } from '../client';

const NEWLINE = 0x0a;

/**
 * Splits a stream of bytes into lines. A line is decoded when it is whole, so a character that was cut by a chunk survives.
 *
 * @throws {@link InvalidResponseError} when a line grows over `maxLineBytes` (it is not kept in memory), or when the stream ends
 * within a line.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  options: { cluster: string; maxLineBytes: number },
): AsyncGenerator<string> {
  const { cluster, maxLineBytes } = options;
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start);
      const part = chunk.subarray(start, end < 0 ? chunk.length : end);
      size += part.length;
      if (size > maxLineBytes) {
        throw new InvalidResponseError({
          cluster,
          reason: 'TooLarge',
          message: `Cluster '${cluster}' sent a watch event of more than ${maxLineBytes} bytes`,
        });
      }
      parts.push(part);
      if (end < 0) {
        break;
      }
      const line = Buffer.concat(parts).toString('utf8').trim();
      parts = [];
      size = 0;
      start = end + 1;
      if (line) {
        yield line;
      }
    }
  }
  if (size > 0) {
    throw new InvalidResponseError({
      cluster,
      reason: 'NotJson',
      message: `Cluster '${cluster}' closed a watch in the middle of an event`,
    });
  }
}
