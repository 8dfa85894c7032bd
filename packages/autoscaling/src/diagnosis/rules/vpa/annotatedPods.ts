import type { Facts } from '../../facts/Facts';
import { at } from '../../rule/at';

/** Pods whose `vpaUpdates` annotation, in which the admission controller says what it did, contains a note. */
export function annotatedPods({ pods }: Facts, note: RegExp) {
  return pods.flatMap(pod => {
    const text = pod.metadata.annotations?.vpaUpdates ?? '';
    return note.test(text)
      ? [
          {
            name: pod.metadata.name,
            text,
            evidence: at.pod(pod, 'metadata.annotations.vpaUpdates'),
          },
        ]
      : [];
  });
}
