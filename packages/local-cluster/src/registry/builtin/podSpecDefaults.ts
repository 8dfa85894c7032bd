/** Fields of pods as they are while defaults are filled in: JSON of any shape that passed decoding. */
type Fields = Record<string, any>;

function setDefault(fields: Fields, name: string, value: unknown): void {
  if (fields[name] === undefined) fields[name] = value;
}

function defaultPullPolicy(image: unknown): string {
  const text = String(image ?? '');
  const tag = /:([^/:@]+)(@.*)?$/.exec(text)?.[1];
  return text.includes('@') || (tag !== undefined && tag !== 'latest')
    ? 'IfNotPresent'
    : 'Always';
}

function defaultProbe(probe: Fields): void {
  setDefault(probe, 'timeoutSeconds', 1);
  setDefault(probe, 'periodSeconds', 10);
  setDefault(probe, 'successThreshold', 1);
  setDefault(probe, 'failureThreshold', 3);
  if (probe.httpGet) {
    setDefault(probe.httpGet, 'path', '/');
    setDefault(probe.httpGet, 'scheme', 'HTTP');
  }
  if (probe.grpc) setDefault(probe.grpc, 'service', '');
}

function defaultContainer(container: Fields): void {
  setDefault(container, 'imagePullPolicy', defaultPullPolicy(container.image));
  setDefault(container, 'terminationMessagePath', '/dev/termination-log');
  setDefault(container, 'terminationMessagePolicy', 'File');
  setDefault(container, 'resources', {});
  for (const port of container.ports ?? []) setDefault(port, 'protocol', 'TCP');
  for (const probe of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (container[probe]) defaultProbe(container[probe]);
  }
  for (const variable of container.env ?? []) {
    if (variable.valueFrom?.fieldRef)
      setDefault(variable.valueFrom.fieldRef, 'apiVersion', 'v1');
  }
}

function defaultVolume(volume: Fields): void {
  if (Object.keys(volume).length === 1 && volume.name) volume.emptyDir = {};
  const MODE = 0o644;
  for (const source of ['secret', 'configMap', 'downwardAPI', 'projected']) {
    if (volume[source]) setDefault(volume[source], 'defaultMode', MODE);
  }
  if (volume.hostPath) setDefault(volume.hostPath, 'type', '');
}

/** The defaults of a pod template; mirrors `SetDefaults_PodSpec` and those below it. */
export function applyPodSpecDefaults(spec: Fields | undefined): void {
  if (!spec) return;
  setDefault(spec, 'restartPolicy', 'Always');
  setDefault(spec, 'terminationGracePeriodSeconds', 30);
  setDefault(spec, 'dnsPolicy', 'ClusterFirst');
  setDefault(spec, 'securityContext', {});
  setDefault(spec, 'schedulerName', 'default-scheduler');
  if (spec.serviceAccountName)
    setDefault(spec, 'serviceAccount', spec.serviceAccountName);
  else if (spec.serviceAccount) spec.serviceAccountName = spec.serviceAccount;
  for (const container of [
    ...(spec.initContainers ?? []),
    ...(spec.containers ?? []),
  ]) {
    defaultContainer(container);
  }
  for (const volume of spec.volumes ?? []) defaultVolume(volume);
}

/** A pod asks for what it is limited to, where it does not say what it asks for. Only pods do, not templates. */
export function requestWhatIsLimited(spec: Fields | undefined): void {
  for (const { resources } of [
    ...(spec?.initContainers ?? []),
    ...(spec?.containers ?? []),
  ]) {
    if (!resources?.limits) continue;
    resources.requests = { ...resources.limits, ...resources.requests };
  }
}
