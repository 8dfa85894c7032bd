import { KubernetesObject } from '@suoke/agent-manifests';
import { planApply } from './planApply';

function object(
  apiVersion: string,
  kind: string,
  namespace?: string,
): KubernetesObject {
  return { apiVersion, kind, metadata: { name: 'demo', namespace } };
}

const config = { namespaces: ['suoke-agents'], clusterScoped: false };
const service = object('v1', 'Service', 'suoke-agents');
const policy = object(
  'admissionregistration.k8s.io/v1',
  'ValidatingAdmissionPolicy',
);

describe('planApply', () => {
  it('keeps the order of what is allowed', () => {
    const deployment = object('apps/v1', 'Deployment', 'suoke-agents');
    expect(planApply([service, deployment], config)).toEqual({
      apply: [service, deployment],
      skip: [],
    });
  });

  it('leaves cluster-scoped policies out, with the reason, unless they are allowed', () => {
    expect(planApply([policy, service], config)).toEqual({
      apply: [service],
      skip: [
        {
          object: policy,
          reason: expect.stringContaining('agents.apply.clusterScoped'),
        },
      ],
    });
    expect(
      planApply([policy, service], { ...config, clusterScoped: true }).apply,
    ).toEqual([policy, service]);
  });

  it.each([
    ['v1', 'Secret'],
    ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
    ['v1', 'Pod'],
    ['v1', 'Namespace'],
    ['extensions/v1beta1', 'Deployment'],
  ])('refuses %s %s', (apiVersion, kind) => {
    expect(() =>
      planApply([object(apiVersion, kind, 'suoke-agents')], config),
    ).toThrow(/is no part of an agent/);
  });

  it.each(['kube-system', undefined])('refuses namespace %s', namespace => {
    expect(() =>
      planApply([object('v1', 'Service', namespace)], config),
    ).toThrow(/not among agents.apply.namespaces; use suoke-agents/);
  });
});
