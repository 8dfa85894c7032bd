import { completeScaleDownRules, completeScaleUpRules } from '../hpa/defaults';
import { resolveHpaOptions } from '../hpa/options';
import { storeScaleEvent } from '../hpa/scaleEvents';
import type { HpaMemory, HpaSpec, HpaStatus } from '../hpa/types';
import type { ActualReplicas } from './simulate';
import type { ReplayOptions } from './types';

/**
 * The scale as it really went: what a replay decides changes nothing, so the events that rate policies count are the real
 * changes.
 */
export class RealScale {
  replicas: number;
  memory: Pick<HpaMemory, 'scaleUpEvents' | 'scaleDownEvents'> = {
    scaleUpEvents: [],
    scaleDownEvents: [],
  };
  readonly #spec: HpaSpec;
  readonly #actual: ActualReplicas;
  readonly #downscaleStabilizationSeconds: number;
  #next = 0;

  constructor(spec: HpaSpec, actual: ActualReplicas, options: ReplayOptions) {
    this.#spec = spec;
    this.#actual = actual;
    this.#downscaleStabilizationSeconds = resolveHpaOptions(
      options.controller,
    ).downscaleStabilizationSeconds;
    this.replicas = actual.replicas[0];
  }

  advance(now: number): void {
    const { at, replicas } = this.#actual;
    // A pass comes before the change that it makes, also when that is stamped with the time of the pass.
    while (this.#next < at.length && at[this.#next] < now) {
      this.#record(replicas[this.#next] - this.replicas, at[this.#next]);
      this.replicas = replicas[this.#next];
      this.#next += 1;
    }
  }

  /** A target that is at 0 is taken to be there by its HPA, so that it is looked at. */
  withScaledToZero(status: HpaStatus | undefined): HpaStatus {
    const others = (status?.conditions ?? []).filter(
      ({ type }) => type !== 'ScaledToZero',
    );
    return {
      ...status,
      conditions: [
        ...others,
        {
          type: 'ScaledToZero',
          status: this.replicas === 0 ? 'True' : 'False',
        },
      ],
    };
  }

  #record(change: number, at: number): void {
    const { behavior } = this.#spec;
    if (!behavior || change === 0) return;
    const { scaleUpEvents, scaleDownEvents } = this.memory;
    this.memory =
      change > 0
        ? {
            scaleDownEvents,
            scaleUpEvents: storeScaleEvent(
              scaleUpEvents,
              completeScaleUpRules(behavior.scaleUp).policies,
              change,
              at,
            ),
          }
        : {
            scaleUpEvents,
            scaleDownEvents: storeScaleEvent(
              scaleDownEvents,
              completeScaleDownRules(
                behavior.scaleDown,
                this.#downscaleStabilizationSeconds,
              ).policies,
              -change,
              at,
            ),
          };
  }
}
