import { StatusError } from '../store/StatusError';

/** The form in which a client wants objects. */
export type Representation =
  | { as: 'object' }
  | { as: 'Table'; version: string }
  | { as: 'PartialObjectMetadata' }
  | { as: 'PartialObjectMetadataList' };

export interface MediaRange {
  type: string;
  parameters: Record<string, string>;
}

/** The ranges of an Accept header in the order of preference. */
export function parseAccept(accept: string): MediaRange[] {
  return accept
    .split(',')
    .map(part => {
      const [type, ...rest] = part.split(';').map(one => one.trim());
      const parameters = Object.fromEntries(
        rest.map(one => {
          const [key, value = ''] = one.split('=');
          return [key.trim().toLowerCase(), value.trim().replace(/^"|"$/g, '')];
        }),
      );
      return { type: type.toLowerCase(), parameters };
    })
    .filter(range => range.type !== '')
    .map((range, order) => ({
      range,
      order,
      q: Number(range.parameters.q ?? 1),
    }))
    .sort((a, b) => b.q - a.q || a.order - b.order)
    .map(({ range }) => range);
}

const jsonTypes = ['application/json', '*/*', 'application/*'];

function notAcceptable(): StatusError {
  return new StatusError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json, application/json;stream=watch, application/yaml',
    {},
  );
}

/**
 * Chooses how to answer. Only JSON is spoken (YAML for single answers by {@link acceptsOnlyYaml}): clients that prefer
 * protobuf say so with JSON as an alternative.
 *
 * @throws StatusError 406 when the client accepts nothing that the server has
 */
export function negotiate(accept: string): Representation {
  const ranges = parseAccept(accept);
  if (ranges.length === 0) return { as: 'object' };
  for (const { type, parameters } of ranges) {
    if (type === 'application/yaml' && !parameters.as) return { as: 'object' };
    if (!jsonTypes.includes(type)) continue;
    const { as, g, v } = parameters;
    if (!as) return { as: 'object' };
    if (g !== 'meta.k8s.io') continue;
    if (as === 'Table' && (v === 'v1' || v === 'v1beta1'))
      return { as, version: v };
    if (
      (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') &&
      (v === 'v1' || v === 'v1beta1')
    ) {
      return { as };
    }
  }
  throw notAcceptable();
}

export function prefersYaml(accept: string): boolean {
  return parseAccept(accept)[0]?.type === 'application/yaml';
}
