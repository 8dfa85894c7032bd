import { Container, WorkloadManifest } from '../kubernetes/manifestShapes';

/** A container with its place in the manifest. */
export interface PlacedContainer {
  field: string;
  container: Container;
}

/** Containers that run for the pod's whole life: the ordinary ones and restartable init containers (sidecars). */
export function longRunningContainers(
  workload: WorkloadManifest,
): PlacedContainer[] {
  const pod = workload.spec?.template?.spec;
  return [
    ...place(pod?.containers, 'containers'),
    ...place(pod?.initContainers, 'initContainers').filter(
      ({ container }) => container.restartPolicy === 'Always',
    ),
  ];
}

/** Every container, for rules that hold whenever a container starts. */
export function allContainers(workload: WorkloadManifest): PlacedContainer[] {
  const pod = workload.spec?.template?.spec;
  return [
    ...place(pod?.containers, 'containers'),
    ...place(pod?.initContainers, 'initContainers'),
  ];
}

/** The containers that answer requests. */
export function servingContainers(
  workload: WorkloadManifest,
): PlacedContainer[] {
  return place(workload.spec?.template?.spec?.containers, 'containers');
}

function place(
  containers: Container[] | undefined,
  list: string,
): PlacedContainer[] {
  return (containers ?? []).map((container, index) => ({
    field: `spec.template.spec.${list}[${index}]`,
    container,
  }));
}
