import type {
  Quantity,
  VpaContainer,
} from '@suoke/plugin-agent-scaling-common';

/** How the present request stands to the recommendation. */
export type RequestVerdict =
  | 'fits'
  | 'tooSmall'
  | 'tooLarge'
  | 'missing'
  | 'noRecommendation';

/** One recommendation as a picture; positions are 0 to 1 of its width. */
export interface VpaRangeModel {
  container: string;
  resource: string;
  verdict: RequestVerdict;
  /** Present request divided by the target; absent without both. */
  requestRatio?: number;
  /** The recommendation was cut to the allowed range. */
  capped?: 'toMin' | 'toMax';
  positions: {
    lowerBound?: number;
    target?: number;
    upperBound?: number;
    uncappedTarget?: number;
    request?: number;
    minAllowed?: number;
    maxAllowed?: number;
  };
  values: {
    lowerBound?: number;
    target?: number;
    upperBound?: number;
    uncappedTarget?: number;
    request?: number;
    minAllowed?: number;
    maxAllowed?: number;
  };
}

type Marks = VpaRangeModel['values'];

// A young recommendation has an upper bound of many times its target; drawn to scale it would press the rest into one dot.
const UPPER_BOUND_SHOWN = 3;

function toVerdict(marks: Marks): RequestVerdict {
  const { request, lowerBound, upperBound, target } = marks;
  if (target === undefined) {
    return 'noRecommendation';
  }
  if (request === undefined) {
    return 'missing';
  }
  if (request < (lowerBound ?? target)) {
    return 'tooSmall';
  }
  return request > (upperBound ?? target) ? 'tooLarge' : 'fits';
}

function toCapped(marks: Marks): VpaRangeModel['capped'] {
  const { target, uncappedTarget } = marks;
  if (
    target === undefined ||
    uncappedTarget === undefined ||
    target === uncappedTarget
  ) {
    return undefined;
  }
  return uncappedTarget < target ? 'toMin' : 'toMax';
}

function axisEnd(marks: Marks): number {
  const { upperBound = 0, ...rest } = marks;
  const others = Math.max(
    0,
    ...Object.values(rest).filter(value => value !== undefined),
  );
  return (
    Math.max(others, Math.min(upperBound, others * UPPER_BOUND_SHOWN)) || 1
  );
}

/** Places one resource of one container on a line from zero. */
export function toVpaRange(
  container: VpaContainer,
  resource: string,
): VpaRangeModel {
  const value = (quantities?: Record<string, Quantity>) =>
    quantities?.[resource]?.value;
  const values: Marks = {
    lowerBound: value(container.lowerBound),
    target: value(container.target),
    upperBound: value(container.upperBound),
    uncappedTarget: value(container.uncappedTarget),
    request: value(container.requests),
    minAllowed: value(container.minAllowed),
    maxAllowed: value(container.maxAllowed),
  };
  const end = axisEnd(values);
  const positions: Marks = {};
  for (const key of Object.keys(values) as (keyof Marks)[]) {
    const mark = values[key];
    positions[key] = mark === undefined ? undefined : Math.min(1, mark / end);
  }
  return {
    container: container.name,
    resource,
    verdict: toVerdict(values),
    requestRatio:
      values.request !== undefined && values.target
        ? values.request / values.target
        : undefined,
    capped: toCapped(values),
    positions,
    values,
  };
}

/** Every resource that is recommended for, controlled or limited, in the order people expect. */
export function toVpaRanges(container: VpaContainer): VpaRangeModel[] {
  const resources = new Set([
    ...container.controlledResources,
    ...Object.keys(container.target ?? {}),
  ]);
  return [...resources].sort().map(resource => toVpaRange(container, resource));
}
