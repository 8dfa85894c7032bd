const SECONDS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** Seconds of a duration as Kubernetes writes it, such as `1h30m`; `undefined` when it is none. */
export function durationSeconds(text: string): number | undefined {
  if (!/^([0-9]+(ms|s|m|h))+$/.test(text)) {
    return undefined;
  }
  return [...text.matchAll(/([0-9]+)(ms|s|m|h)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * SECONDS[unit],
    0,
  );
}

/** Numbers, times and sizes as a language writes them. */
export interface Formatters {
  /** A duration as Kubernetes writes it, in words. */
  duration(text: string): string;
  time(iso: string): string;
  bytes(amount: number): string;
  percent(value: number): string;
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'];

/** Formatters of a language. Sizes count in thousands, as the units say. */
export function createFormatters(language: string): Formatters {
  const inUnit = (amount: number, unit: string) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    }).format(amount);
  const dateTime = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return {
    duration: text => {
      const seconds = durationSeconds(text);
      if (seconds === undefined) {
        return text;
      }
      const parts: [number, string][] = [
        [Math.floor(seconds / 3600), 'hour'],
        [Math.floor((seconds % 3600) / 60), 'minute'],
        [seconds % 60, 'second'],
      ];
      const shown = parts.filter(([amount]) => amount > 0);
      return shown.length === 0
        ? inUnit(0, 'second')
        : shown.map(([amount, unit]) => inUnit(amount, unit)).join(' ');
    },
    time: iso => {
      const ms = Date.parse(iso);
      return Number.isNaN(ms) ? iso : dateTime.format(ms);
    },
    bytes: amount => {
      const power = Math.min(
        BYTE_UNITS.length - 1,
        amount < 1 ? 0 : Math.floor(Math.log10(amount) / 3),
      );
      return inUnit(amount / 1000 ** power, BYTE_UNITS[power]);
    },
    percent: value =>
      new Intl.NumberFormat(language, {
        style: 'percent',
        maximumFractionDigits: 1,
      }).format(value / 100),
  };
}
