import type {
  AgentHistory,
  ReplicaSample,
  ScaleEvent,
} from '@suoke/plugin-agent-scaling-common';

/** One moment on the chart. A value we do not have is `null`: a gap in the line, never a zero. */
export interface ReplicaChartPoint {
  /** Milliseconds since the epoch. */
  at: number;
  current: number | null;
  desired: number | null;
  ready: number | null;
  /** The range of the autoscaler, as the two ends of a band. */
  band: [number, number] | null;
  max: number | null;
  min: number | null;
}

/** A change of scale, placed on the replica line. */
export interface ReplicaChartMarker {
  id: string;
  at: number;
  replicas: number;
  direction: 'up' | 'down' | 'none';
  event: ScaleEvent;
}

/** What the chart of replicas draws. */
export interface ReplicaChartModel {
  from: number;
  to: number;
  points: ReplicaChartPoint[];
  markers: ReplicaChartMarker[];
  /** Ticks of the time axis, at round times of the reader's clock. */
  ticks: number[];
  /** Upper end of the replica axis, a whole number above everything that is drawn. */
  yMax: number;
  /** Lowest and highest replica count in the range; absent without samples. */
  extent?: { lowest: number; highest: number };
  /** Times without samples, long enough to show. */
  gaps: { from: number; to: number }[];
}

const MINUTE_MS = 60_000;

/** A sampler that misses three rounds has a gap; one round is jitter. */
const GAP_INTERVALS = 3;
const SHORTEST_GAP_MS = 2 * MINUTE_MS;

/** How many steps on each side tell what is usual at a place. Old samples are thinned, so that differs along the line. */
const NEIGHBOURS = 3;

/** The longest usual distance, assumed where there are no neighbours to compare with. */
const LONGEST_INTERVAL_MS = 5 * MINUTE_MS;

const TICK_STEPS_MS = [5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440].map(
  minutes => minutes * MINUTE_MS,
);
const MOST_TICKS = 8;

/** The lower one of an even number, so that a long gap among few samples does not count as their usual distance. */
function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/**
 * Which steps between neighbouring times are gaps: those much longer than the steps before and the steps after them.
 *
 * @param times - milliseconds, oldest first
 * @returns one answer for each step, so one less than there are times
 */
export function findGaps(times: readonly number[]): boolean[] {
  const steps = times.slice(1).map((at, index) => at - times[index]);
  return steps.map((step, index) => {
    const before = median(steps.slice(Math.max(0, index - NEIGHBOURS), index));
    const after = median(steps.slice(index + 1, index + 1 + NEIGHBOURS));
    const usual =
      before === undefined && after === undefined
        ? LONGEST_INTERVAL_MS
        : Math.max(before ?? 0, after ?? 0);
    return step > Math.max(SHORTEST_GAP_MS, GAP_INTERVALS * usual);
  });
}

/** Round times within a range, few enough to be read. */
export function timeTicks(
  from: number,
  to: number,
  utcOffsetMs: number,
): number[] {
  const step =
    TICK_STEPS_MS.find(candidate => (to - from) / candidate <= MOST_TICKS) ??
    TICK_STEPS_MS[TICK_STEPS_MS.length - 1];
  const ticks: number[] = [];
  const local = from + utcOffsetMs;
  for (
    let at = Math.ceil(local / step) * step - utcOffsetMs;
    at <= to;
    at += step
  ) {
    ticks.push(at);
  }
  return ticks;
}

function toPoint(sample: ReplicaSample): ReplicaChartPoint {
  const { min, max } = sample;
  return {
    at: Date.parse(sample.at),
    current: sample.current,
    desired: sample.desired,
    ready: sample.ready,
    band: min === undefined || max === undefined ? null : [min, max],
    max: max ?? null,
    min: min ?? null,
  };
}

function toGapPoint(at: number): ReplicaChartPoint {
  return {
    at,
    current: null,
    desired: null,
    ready: null,
    band: null,
    max: null,
    min: null,
  };
}

function directionOf(event: ScaleEvent): ReplicaChartMarker['direction'] {
  if (
    event.from === undefined ||
    event.to === undefined ||
    event.from === event.to
  ) {
    return 'none';
  }
  return event.to > event.from ? 'up' : 'down';
}

/** The replica count in force at a time: that of the last sample before it, or of the first one after. */
function replicasAt(
  points: readonly ReplicaChartPoint[],
  at: number,
): number | undefined {
  let found: number | undefined;
  for (const point of points) {
    if (point.current !== null) {
      if (point.at > at) {
        return found ?? point.current;
      }
      found = point.current;
    }
  }
  return found;
}

/**
 * Turns samples and events into what the replica chart draws.
 *
 * @param options.utcOffsetMs - the reader's offset from UTC, positive to the east, so that ticks fall on round local times
 */
export function toReplicaChart(
  history: Pick<AgentHistory, 'from' | 'to' | 'samples' | 'events'>,
  options: { utcOffsetMs: number },
): ReplicaChartModel {
  const from = Date.parse(history.from);
  const to = Date.parse(history.to);
  const samples = history.samples.map(toPoint);
  const isGap = findGaps(samples.map(point => point.at));

  const points: ReplicaChartPoint[] = [];
  const gaps: ReplicaChartModel['gaps'] = [];
  samples.forEach((point, index) => {
    const previous = samples[index - 1];
    if (previous && isGap[index - 1]) {
      gaps.push({ from: previous.at, to: point.at });
      points.push(toGapPoint((previous.at + point.at) / 2));
    }
    points.push(point);
  });

  const markers = history.events.map(event => {
    const at = Date.parse(event.at);
    return {
      id: event.id,
      at,
      replicas: event.to ?? replicasAt(points, at) ?? 0,
      direction: directionOf(event),
      event,
    };
  });

  const lows = history.samples.map(sample => sample.lowest ?? sample.current);
  const highs = history.samples.map(sample => sample.highest ?? sample.current);
  const drawn = [
    ...highs,
    ...samples.flatMap(point => [point.desired ?? 0, point.max ?? 0]),
    ...markers.map(marker => marker.replicas),
  ];

  return {
    from,
    to,
    points,
    markers,
    gaps,
    ticks: timeTicks(from, to, options.utcOffsetMs),
    yMax: Math.max(1, ...drawn) + 1,
    extent:
      samples.length > 0
        ? { lowest: Math.min(...lows), highest: Math.max(...highs) }
        : undefined,
  };
}

/** A change of scale belongs to the moment that a reader points at when it is this close, as a share of the range. */
const NEARBY = 1 / 60;

/** What there is to say about one moment of the chart: the sample in force and the changes of scale around it. */
export function momentAt(
  model: ReplicaChartModel,
  at: number,
): { point?: ReplicaChartPoint; markers: ReplicaChartMarker[] } {
  const reach = (model.to - model.from) * NEARBY;
  let point: ReplicaChartPoint | undefined;
  for (const candidate of model.points) {
    if (candidate.at > at) {
      break;
    }
    point = candidate;
  }
  return {
    point,
    markers: model.markers.filter(marker => Math.abs(marker.at - at) <= reach),
  };
}
