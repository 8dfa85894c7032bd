import { LabelSelector, Pod } from '../runtime/objects';
import { matchesSelector, parseSelector } from '../runtime/selectors';

interface Entry {
  namespace: string;
  name: string;
  text: string;
  selector: LabelSelector;
  bucket: string;
}

/** A label that every selected pod must have, as `key=value`; empty when the selector has no such label. */
function requiredLabel(selector: LabelSelector): string {
  const equality = selector.matchExpressions?.find(
    ({ operator, values }) => operator === 'In' && values?.length === 1,
  );
  return equality ? `${equality.key}=${equality.values![0]}` : '';
}

/** Which autoscalers select a pod. Two on one pod stop each other, so every pass has to know. */
export class SelectorIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly buckets = new Map<string, Set<Entry>>();

  /** Remembers the selector of an autoscaler (by `namespace/name`). */
  set(key: string, namespace: string, name: string, text: string): void {
    if (this.entries.get(key)?.text === text) return;
    this.delete(key);
    const selector = parseSelector(text);
    const bucket = `${namespace}/${requiredLabel(selector)}`;
    const entry = { namespace, name, text, selector, bucket };
    this.entries.set(key, entry);
    const bucketed = this.buckets.get(bucket) ?? new Set();
    this.buckets.set(bucket, bucketed.add(entry));
  }

  delete(key: string): void {
    const entry = this.entries.get(key);
    if (!entry) return;
    this.entries.delete(key);
    this.buckets.get(entry.bucket)?.delete(entry);
  }

  /** Autoscalers that select any of the pods. */
  selecting(pods: readonly Pod[]): { namespace: string; name: string }[] {
    const found = new Set<Entry>();
    for (const { metadata } of pods) {
      const labels = Object.entries(metadata.labels ?? {});
      const buckets = [
        `${metadata.namespace}/`,
        ...labels.map(
          ([key, value]) => `${metadata.namespace}/${key}=${value}`,
        ),
      ];
      for (const bucket of buckets) {
        for (const entry of this.buckets.get(bucket) ?? []) {
          if (matchesSelector(entry.selector, metadata.labels)) {
            found.add(entry);
          }
        }
      }
    }
    return [...found].map(({ namespace, name }) => ({ namespace, name }));
  }
}
