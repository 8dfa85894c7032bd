/** Seconds between two start-up probes: short enough to notice, rare enough for a loading server. */
const STARTUP_PERIOD_SECONDS = 10;

/** The three probes of a container with an HTTP port called `http`. */
export function renderProbes(probes: {
  readinessPath: string;
  livenessPath: string;
  startupSeconds: number;
}) {
  const get = (path: string) => ({ httpGet: { path, port: 'http' } });
  return {
    // While it runs, the other two wait: a slow start is neither killed nor counted as ready by the HPA.
    startupProbe: {
      ...get(probes.readinessPath),
      periodSeconds: STARTUP_PERIOD_SECONDS,
      timeoutSeconds: 5,
      failureThreshold: Math.ceil(
        probes.startupSeconds / STARTUP_PERIOD_SECONDS,
      ),
    },
    readinessProbe: {
      ...get(probes.readinessPath),
      periodSeconds: 10,
      timeoutSeconds: 5,
      failureThreshold: 3,
    },
    livenessProbe: {
      ...get(probes.livenessPath),
      periodSeconds: 20,
      timeoutSeconds: 5,
      failureThreshold: 3,
    },
  };
}
