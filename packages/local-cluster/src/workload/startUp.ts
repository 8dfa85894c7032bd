import { fractionOf } from '../controllers/runtime/names';
import { Deployment, Pod } from '../controllers/runtime/objects';
import { parseDuration } from './durations';
import { Fault } from './faults';

export const START_UP_ANNOTATION = 'ai.suoke.life/start-up';
export const COMPONENT_LABEL = 'app.kubernetes.io/component';

const DEFAULT_MS: Record<string, number> = {
  agent: 12_000,
  // A model server loads its weights first.
  'model-server': 25_000,
};
const PLAIN_MS = 3_000;
const SLOW_FACTOR = 10;

/** Milliseconds from container start to the first successful readiness probe; differs a little from pod to pod. */
export function startUpMs(
  pod: Pod,
  deployment: Deployment | undefined,
  faults: ReadonlySet<Fault>,
): number {
  const asked =
    parseDuration(pod.metadata.annotations?.[START_UP_ANNOTATION]) ??
    parseDuration(deployment?.metadata.annotations?.[START_UP_ANNOTATION]);
  const component = pod.metadata.labels?.[COMPONENT_LABEL] ?? '';
  const base = asked ?? DEFAULT_MS[component] ?? PLAIN_MS;
  const spread = 0.85 + 0.3 * fractionOf(`start-up/${pod.metadata.uid}`);
  return base * spread * (faults.has('slow-start') ? SLOW_FACTOR : 1);
}
