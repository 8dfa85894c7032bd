import { quantityOf } from './resourceRequirements';

type Resources = {
  limits?: Record<string, string>;
  requests?: Record<string, string>;
};

/** The quality of service class of a pod: `Guaranteed` when limits equal requests everywhere, `BestEffort` without any. */
export function qosClass(spec: {
  containers?: { resources?: Resources }[];
  initContainers?: { resources?: Resources }[];
}): string {
  const all = [...(spec.containers ?? []), ...(spec.initContainers ?? [])];
  const nano = (value: string | undefined) => quantityOf(value)?.nano ?? 0n;
  const sets = (resources: Resources | undefined) =>
    ['cpu', 'memory'].some(
      name =>
        nano(resources?.limits?.[name]) > 0n ||
        nano(resources?.requests?.[name]) > 0n,
    );
  if (!all.some(({ resources }) => sets(resources))) return 'BestEffort';
  const guaranteed = all.every(({ resources }) =>
    ['cpu', 'memory'].every(name => {
      const limit = nano(resources?.limits?.[name]);
      return (
        limit > 0n &&
        limit === nano(resources?.requests?.[name] ?? resources?.limits?.[name])
      );
    }),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}
