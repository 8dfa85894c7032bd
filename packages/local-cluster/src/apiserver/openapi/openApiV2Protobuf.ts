/** What kubectl asks for, and what real servers answer with. */
export const OPENAPI_V2_PROTOBUF =
  'application/com.github.proto-openapi.spec.v2@v1.0+protobuf';
export const OPENAPI_V2_PROTOBUF_ANSWER =
  'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

/** A length-delimited field; all of ours are short enough for lengths of one byte. */
function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([(number << 3) | 2, content.length]),
    content,
  ]);
}

/**
 * The OpenAPI v2 document in protobuf, without any definition. kubectl falls back to it for kinds that it cannot find in the v3
 * documents; an empty one lets it go on and say that there is no such kind, where a refusal stops it with an obscure error.
 */
export function openApiV2Protobuf(serverVersion: string): Buffer {
  const info = Buffer.concat([
    field(1, Buffer.from('Kubernetes')),
    field(2, Buffer.from(serverVersion)),
  ]);
  return Buffer.concat([field(1, Buffer.from('2.0')), field(2, info)]);
}
