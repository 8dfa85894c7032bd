/** Keeps pods apart where it can, and never leaves one pending for it: a fleet at its maximum matters more. */
export function renderSpread(matchLabels: Record<string, string>) {
  return ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].map(
    topologyKey => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels },
    }),
  );
}
