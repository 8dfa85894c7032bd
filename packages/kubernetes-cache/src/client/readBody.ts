import { InvalidResponseError } from './errors';

/** Reads a body to its end, and gives up as soon as it is larger than we are willing to hold. */
export async function readBody(
  body: AsyncIterable<Buffer>,
  options: { cluster: string; maxBytes: number },
): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > options.maxBytes) {
      throw new InvalidResponseError({
        cluster: options.cluster,
        reason: 'TooLarge',
        message: `Cluster '${options.cluster}' sent an answer of more than ${options.maxBytes} bytes`,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
