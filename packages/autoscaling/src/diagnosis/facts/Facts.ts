import type { HpaOptions } from '../../hpa/types';
import type { AgentSnapshot } from '../snapshot/AgentSnapshot';
import type {
  SnapshotEvent,
  SnapshotObject,
  SnapshotPod,
  SnapshotPodTemplate,
  SnapshotWorkload,
} from '../snapshot/objects';
import type { DiagnosisThresholds } from '../thresholds';
import { longRunningContainers, type PlacedContainer } from './containers';
import { eventTime } from './events';
import { samplesOfLast } from './history';
import { HpaFacts } from './HpaFacts';
import { isLive, startUpSecondsOf } from './pods';
import { selects } from './selects';
import { percentile } from './statistics';
import { VpaFacts } from './VpaFacts';

/** Milliseconds of a minute, an hour and a day. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface FactsOptions {
  now: number;
  thresholds: DiagnosisThresholds;
  hpaOptions: HpaOptions;
  /** Minor version of Kubernetes, when it is known. */
  minorVersion?: number;
}

/** A snapshot with the questions that rules ask of it. Whether a part was read at all is the business of a rule's needs. */
export class Facts {
  readonly now: number;
  readonly thresholds: DiagnosisThresholds;
  readonly hpaOptions: HpaOptions;
  readonly minorVersion?: number;
  readonly hpas: readonly HpaFacts[];
  readonly vpas: readonly VpaFacts[];
  /** Pods that count as replicas. */
  readonly pods: readonly SnapshotPod[];
  /** With the whole template where it was read. */
  readonly workload?: SnapshotWorkload;
  readonly template?: SnapshotPodTemplate;
  /** Containers of the template that run for the pod's whole life. */
  readonly containers: readonly PlacedContainer[];

  constructor(readonly snapshot: AgentSnapshot, options: FactsOptions) {
    this.now = options.now;
    this.thresholds = options.thresholds;
    this.hpaOptions = options.hpaOptions;
    this.minorVersion = options.minorVersion;
    const { workload, podTemplate } = snapshot;
    this.template = podTemplate ?? workload?.spec?.template;
    this.workload = workload
      ? { ...workload, spec: { ...workload.spec, template: this.template } }
      : undefined;
    this.containers = longRunningContainers(this.template);
    this.pods = (snapshot.pods ?? []).filter(isLive);
    const recent = this.eventsOfLast(
      this.thresholds.recentEventMinutes * MINUTE,
    );
    this.hpas = (snapshot.hpas ?? []).map(hpa => new HpaFacts(hpa, recent));
    this.vpas = (snapshot.vpas ?? []).map(vpa => new VpaFacts(vpa));
  }

  /** Milliseconds since an ISO instant; NaN, which compares false, without one. */
  ageOf(instant: string | undefined): number {
    return this.now - Date.parse(instant ?? '');
  }

  /** Milliseconds since an object was created; NaN when it does not say. */
  ageOfObject({ metadata }: SnapshotObject): number {
    return this.ageOf(metadata.creationTimestamp);
  }

  eventsOfLast(spanMs: number): SnapshotEvent[] {
    return (this.snapshot.events ?? []).filter(
      event => this.now - eventTime(event) <= spanMs,
    );
  }

  /** Samples of the last `spanMs`, or `undefined` when history does not reach back that far. */
  samplesOfLast(spanMs: number) {
    return samplesOfLast(this.snapshot.history, spanMs, this.now);
  }

  /** 90th percentile of the seconds from creation to Ready; `undefined` when no pod tells. */
  get startUpSeconds(): number | undefined {
    return percentile(
      this.pods.map(startUpSecondsOf).filter(seconds => seconds !== undefined),
      0.9,
    );
  }

  /** Disruption budgets that select the agent's pods. A budget without a selector selects none. */
  get budgets() {
    const labels =
      this.template?.metadata?.labels ?? this.pods[0]?.metadata.labels;
    return (this.snapshot.disruptionBudgets ?? []).filter(
      ({ spec }) =>
        labels !== undefined &&
        spec?.selector !== undefined &&
        selects(spec.selector, labels),
    );
  }
}
