import type { Unit } from '@suoke/plugin-agent-scaling-common';

/** Writes numbers and times the way the language of the app does. */
export interface Formatters {
  /** At most three significant digits below 1000, none after the point above. */
  number(value: number): string;
  integer(value: number): string;
  /** `0.1` becomes `10%`. */
  ratio(value: number): string;
  /** A value of a metric with its unit. */
  value(value: number, unit: Unit): string;
  /** A quantity of a Kubernetes resource in cores, bytes or a count. */
  resource(value: number, resource: string): string;
  /** `12s ago`; both in milliseconds since the epoch. A time in the future, from a clock that runs ahead, counts as now. */
  relative(atMs: number, nowMs: number): string;
  /** The largest two units of a duration. */
  duration(seconds: number): string;
  dateTime(atMs: number): string;
  time(atMs: number): string;
  /** A short label for a time axis: the date appears where a day begins. */
  axisTime(atMs: number): string;
  list(items: readonly string[]): string;
}

const BINARY_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

const RELATIVE_STEPS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** Unit of a quantity of a resource. Extended resources such as GPUs are counted. */
export function unitOfResource(resource: string): Unit {
  if (resource === 'cpu') {
    return 'cores';
  }
  return resource === 'memory' || resource.endsWith('storage')
    ? 'bytes'
    : 'none';
}

/** The formatters of one language; expensive to make, so make them once per language. */
export function createFormatters(language: string): Formatters {
  const decimal = new Intl.NumberFormat(language, {
    maximumSignificantDigits: 3,
  });
  const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const relativeTime = new Intl.RelativeTimeFormat(language, {
    style: 'narrow',
    numeric: 'auto',
  });
  const dateTime = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
  });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'medium' });
  const hourMinute = new Intl.DateTimeFormat(language, {
    hour: 'numeric',
    minute: '2-digit',
  });
  const dayMonth = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
  });
  const conjunction = new Intl.ListFormat(language, { type: 'conjunction' });
  const durationUnits = new Map(
    RELATIVE_STEPS.map(step => [
      step.unit,
      new Intl.NumberFormat(language, {
        style: 'unit',
        unit: step.unit,
        unitDisplay: 'short',
      }),
    ]),
  );

  const number = (value: number) =>
    Math.abs(value) >= 1000 ? whole.format(value) : decimal.format(value);

  const bytes = (value: number) => {
    let index = 0;
    let scaled = value;
    while (Math.abs(scaled) >= 1024 && index < BINARY_UNITS.length - 1) {
      scaled /= 1024;
      index += 1;
    }
    return `${number(scaled)} ${BINARY_UNITS[index]}`;
  };

  // Millicores are what manifests say, so a reader can compare without arithmetic.
  const cores = (value: number) =>
    value !== 0 && Math.abs(value) < 1
      ? `${whole.format(value * 1000)}m`
      : number(value);

  const formatValue = (value: number, unit: Unit) => {
    switch (unit) {
      case 'percent':
        return percent.format(value / 100);
      case 'cores':
        return cores(value);
      case 'bytes':
        return bytes(value);
      case 'seconds':
        return `${number(value)} s`;
      case 'perSecond':
        return `${number(value)}/s`;
      default:
        return number(value);
    }
  };

  return {
    number,
    integer: value => whole.format(value),
    ratio: value => percent.format(value),
    value: formatValue,
    resource: (value, resource) => formatValue(value, unitOfResource(resource)),
    relative: (atMs, nowMs) => {
      const seconds = Math.max(0, Math.floor((nowMs - atMs) / 1000));
      const step =
        RELATIVE_STEPS.find(candidate => seconds >= candidate.seconds) ??
        RELATIVE_STEPS[RELATIVE_STEPS.length - 1];
      // `0 - x` and not `-x`: a negative zero is "0 seconds ago" instead of "now".
      return relativeTime.format(
        0 - Math.floor(seconds / step.seconds),
        step.unit,
      );
    },
    duration: seconds => {
      const rest = Math.max(0, Math.floor(seconds));
      const first = RELATIVE_STEPS.findIndex(step => rest >= step.seconds);
      if (first < 0) {
        return durationUnits.get('second')!.format(0);
      }
      const { unit, seconds: size } = RELATIVE_STEPS[first];
      const major = durationUnits.get(unit)!.format(Math.floor(rest / size));
      const next = RELATIVE_STEPS[first + 1];
      const minor = next ? Math.floor((rest % size) / next.seconds) : 0;
      return minor > 0
        ? `${major} ${durationUnits.get(next.unit)!.format(minor)}`
        : major;
    },
    dateTime: atMs => dateTime.format(atMs),
    time: atMs => time.format(atMs),
    axisTime: atMs => {
      const date = new Date(atMs);
      return date.getHours() === 0 && date.getMinutes() === 0
        ? dayMonth.format(atMs)
        : hourMinute.format(atMs);
    },
    list: items => conjunction.format(items),
  };
}
