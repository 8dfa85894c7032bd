/** A container's `env` list, in the order of the record. */
export function renderEnv(variables: Record<string, string>) {
  return Object.entries(variables).map(([name, value]) => ({ name, value }));
}
