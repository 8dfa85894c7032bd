import { ENVIRONMENTS, fleet, renderAgent } from '@suoke/agent-manifests';
import { Capability } from './support/capabilities';
import { inTestRun } from './support/inTestRun';
import { Manifest, readManifests } from './support/readManifests';
import { useCluster } from './support/useCluster';
import { itWhereClusterHas } from './support/itWhereClusterHas';

/** Types that not every cluster serves. */
const NEEDS: Record<string, Capability> = {
  VerticalPodAutoscaler: 'vpa',
  ScaledObject: 'keda',
  ValidatingAdmissionPolicy: 'admissionPolicies',
  ValidatingAdmissionPolicyBinding: 'admissionPolicies',
};

describe('manifests', () => {
  const { client, namespace } = useCluster();

  /** Asks the server for all of its validation, unknown fields included, and changes nothing. */
  function itTakes(object: Manifest) {
    const { kind, metadata } = object;
    const needs = NEEDS[kind];
    itWhereClusterHas(
      needs ? [needs] : [],
      `${kind} ${metadata.name} is valid`,
      async () => {
        const answer = await client.applyServerSide(
          inTestRun(object, namespace),
          {
            fieldManager: 'suoke-cluster-suite',
            // What is cluster-scoped may be deployed already, by somebody else.
            force: true,
            dryRun: true,
            fieldValidation: 'Strict',
          },
        );
        expect(answer).toMatchObject({
          kind,
          metadata: { name: metadata.name, uid: expect.any(String) },
        });
      },
    );
  }

  describe.each([
    'agents.yaml',
    'hpa-agents.yaml',
    'vpa-agents.yaml',
    'components/keda/scaled-objects.yaml',
  ])('of k8s/%s', file => {
    readManifests(file).forEach(itTakes);
  });

  describe.each(ENVIRONMENTS)('of the fleet in %s', environment => {
    fleet
      .flatMap(spec => renderAgent({ ...spec, namespace }, { environment }))
      .forEach(itTakes);
  });
});
