/** A value as indented JSON with short lists of texts on one line, as the repository's formatter writes it. */
export function toJson(value: object): string {
  const text = JSON.stringify(value, null, 2).replace(
    /\[\s+("[^"]*"(?:,\s+"[^"]*")*)\s+\]/g,
    (_, elements: string) => `[${elements.replace(/,\s+/g, ', ')}]`,
  );
  return `${text}\n`;
}
