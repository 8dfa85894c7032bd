import type { HpaCondition, HpaConditionType } from '../../hpa/types';
import { at } from '../rule/at';
import type { Evidence } from '../rule/Finding';
import type { SnapshotEvent, SnapshotHpa } from '../snapshot/objects';
import { readMetrics, type MetricFacts, type TargetKind } from './MetricFacts';
import { eventEvidence } from './events';

/** Something the controller complained about. */
export interface HpaFailure {
  reason: string;
  message: string;
  evidence: Evidence;
}

/** An HPA with the questions that rules ask of it. */
export class HpaFacts {
  constructor(
    readonly object: SnapshotHpa,
    private readonly recentEvents: readonly SnapshotEvent[],
  ) {}

  get name(): string {
    return this.object.metadata.name;
  }
  get min(): number {
    return this.object.spec.minReplicas ?? 1;
  }
  get max(): number {
    return this.object.spec.maxReplicas;
  }
  get current(): number {
    return this.object.status?.currentReplicas ?? 0;
  }
  get desired(): number {
    return this.object.status?.desiredReplicas ?? 0;
  }

  #metrics?: MetricFacts[];
  /** @throws {@link AutoscalingInputError} for a target that is no quantity */
  get metrics(): readonly MetricFacts[] {
    this.#metrics ??= readMetrics(this.object);
    return this.#metrics;
  }

  metricsWith(kind: TargetKind): MetricFacts[] {
    return this.metrics.filter(metric => metric.targetKind === kind);
  }

  /** Evidence at a path of the HPA. */
  at(field: string, value?: unknown): Evidence {
    return value === undefined
      ? at.hpa(this.object, field)
      : at.hpa(this.object, field, value);
  }

  condition(type: HpaConditionType): HpaCondition | undefined {
    return this.object.status?.conditions?.find(each => each.type === type);
  }

  conditionAt(type: HpaConditionType): Evidence {
    return this.at(`status.conditions[type=${type}]`);
  }

  /** The condition when it has this status and one of these reasons. */
  conditionWith(
    type: HpaConditionType,
    status: 'True' | 'False',
    ...reasons: string[]
  ): HpaCondition | undefined {
    const condition = this.condition(type);
    const found =
      condition?.status === status && reasons.includes(condition.reason ?? '');
    return found ? condition : undefined;
  }

  /** Conditions that are False for a fault, and recent warnings of the controller: a metric that fails beside others is only in the events. */
  get failures(): HpaFailure[] {
    const conditions = (['AbleToScale', 'ScalingActive'] as const).flatMap(
      type => {
        const condition = this.condition(type);
        if (condition?.status !== 'False') return [];
        const { reason = '', message = '' } = condition;
        return [{ reason, message, evidence: this.conditionAt(type) }];
      },
    );
    const events = this.recentEvents
      .filter(
        ({ type, involvedObject }) =>
          type === 'Warning' &&
          involvedObject?.kind === 'HorizontalPodAutoscaler' &&
          involvedObject.name === this.name,
      )
      .map(event => ({
        reason: event.reason ?? '',
        message: event.message ?? '',
        evidence: eventEvidence(event),
      }));
    return [...conditions, ...events];
  }

  /** The first complaint whose reason and message fit. */
  failure(reason: RegExp, message: RegExp = /^/): HpaFailure | undefined {
    return this.failures.find(
      each => reason.test(each.reason) && message.test(each.message),
    );
  }

  /** The ScaledObject that made this HPA, if KEDA did. */
  get scaledObjectName(): string | undefined {
    return this.object.metadata.ownerReferences?.find(
      ({ kind }) => kind === 'ScaledObject',
    )?.name;
  }
}
