const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

const pair = (
  value: number,
  unit: number,
  below: number,
  big: string,
  small: string,
) => {
  const rest = Math.floor((value % unit) / below);
  return `${Math.floor(value / unit)}${big}${rest ? `${rest}${small}` : ''}`;
};

/**
 * A duration as AGE columns print it: `45s`, `3m20s`, `2h5m`, `6d3h`, `14d`, `2y40d`. Precision shrinks as the value
 * grows. Mirrors `HumanDuration` of apimachinery.
 */
export function shortDuration(ms: number): string {
  if (Number.isNaN(ms) || ms < -2 * SECOND) return '<invalid>';
  if (ms < 0) return '0s';
  if (ms < 2 * MINUTE) return `${Math.floor(ms / SECOND)}s`;
  if (ms < 10 * MINUTE) return pair(ms, MINUTE, SECOND, 'm', 's');
  if (ms < 3 * HOUR) return `${Math.floor(ms / MINUTE)}m`;
  if (ms < 8 * HOUR) return pair(ms, HOUR, MINUTE, 'h', 'm');
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)}h`;
  if (ms < 8 * DAY) return pair(ms, DAY, HOUR, 'd', 'h');
  if (ms < 2 * YEAR) return `${Math.floor(ms / DAY)}d`;
  if (ms < 8 * YEAR) return pair(ms, YEAR, DAY, 'y', 'd');
  return `${Math.floor(ms / YEAR)}y`;
}
