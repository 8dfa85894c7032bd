/** What a cluster may lack, and tests may need. */
export const CAPABILITIES = [
  'workloads',
  'crds',
  'admissionPolicies',
  'policyEnforcement',
  'authentication',
  'clusterRoles',
  'vpa',
  'keda',
  'resourceMetrics',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

/** Why a capability is missing; `undefined` when it is there. */
export type Capabilities = Record<Capability, string | undefined>;
