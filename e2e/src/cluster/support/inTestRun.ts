import { Manifest } from './readManifests';
import { testRunLabels } from './testRun';

/**
 * A manifest as this run may create it: labelled as ours, and in a namespace of ours. What is cluster-scoped has no namespace to move.
 */
export function inTestRun(object: Manifest, namespace: string): Manifest {
  const { metadata } = object;
  return {
    ...object,
    metadata: {
      ...metadata,
      ...(metadata.namespace && { namespace }),
      labels: { ...metadata.labels, ...testRunLabels() },
    },
  };
}
