import { encodeHash, hash32 } from '../runtime/names';
import { PodTemplate } from '../runtime/objects';

export const POD_TEMPLATE_HASH = 'pod-template-hash';

/** JSON with sorted keys, so that equal templates have equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(
          Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : part,
  );
}

// Templates in the store are frozen and keep their identity over status changes, so their text is worked out once.
const texts = new WeakMap<PodTemplate, string>();

function textOf(template: PodTemplate): string {
  const known = texts.get(template);
  if (known !== undefined) return known;
  const text = canonicalJson(withoutHash(template));
  if (Object.isFrozen(template)) texts.set(template, text);
  return text;
}

function withoutHash(template: PodTemplate): PodTemplate {
  const { [POD_TEMPLATE_HASH]: _hash, ...labels } =
    template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}

/** The value of the `pod-template-hash` label. `collisionCount` makes a new hash after a collision. */
export function templateHash(
  template: PodTemplate,
  collisionCount?: number,
): string {
  return encodeHash(hash32(`${textOf(template)}${collisionCount ?? ''}`));
}

/** Whether two templates start the same pods; the hash label does not count. */
export function isSameTemplate(a: PodTemplate, b: PodTemplate): boolean {
  return textOf(a) === textOf(b);
}
