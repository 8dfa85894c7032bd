/** A number or percentage of a disruption budget as a number of pods; percentages are rounded up, as the disruption controller does. */
export function resolvePercent(
  value: number | string | undefined,
  total: number,
): number | undefined {
  if (value === undefined) return undefined;
  const text = String(value);
  const number = Number(text.replace(/%$/, ''));
  if (Number.isNaN(number)) return undefined;
  return text.endsWith('%') ? Math.ceil((total * number) / 100) : number;
}
