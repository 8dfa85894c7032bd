/** How lists of built-in kinds are merged; the types come without these, so they are written down here. */
export interface ListRule {
  listType: 'map' | 'set' | 'atomic';
  /** Keys of a map list in server-side apply. */
  keys?: string[];
  /** Key of strategic merge patches; `''` for lists of scalars that are merged. */
  patchKey?: string;
  retainKeys?: boolean;
}

const byKey = (key: string, retainKeys?: boolean): ListRule => ({
  listType: 'map',
  keys: [key],
  patchKey: key,
  ...(retainKeys && { retainKeys }),
});
const conditions = byKey('type');
const mergedSet: ListRule = { listType: 'set', patchKey: '' };

/** Keyed by `Definition.field`. Lists that are not named are atomic. */
export const listRules: Record<string, ListRule> = {
  'V1ObjectMeta.ownerReferences': byKey('uid'),
  'V1ObjectMeta.finalizers': mergedSet,
  'V1PodSpec.containers': byKey('name'),
  'V1PodSpec.initContainers': byKey('name'),
  'V1PodSpec.ephemeralContainers': byKey('name'),
  'V1PodSpec.volumes': byKey('name', true),
  'V1PodSpec.imagePullSecrets': byKey('name'),
  'V1PodSpec.hostAliases': byKey('ip'),
  'V1PodSpec.schedulingGates': byKey('name'),
  'V1PodSpec.resourceClaims': byKey('name', true),
  'V1PodSpec.topologySpreadConstraints': {
    listType: 'map',
    keys: ['topologyKey', 'whenUnsatisfiable'],
    patchKey: 'topologyKey',
  },
  'V1PodStatus.podIPs': byKey('ip'),
  'V1PodStatus.resourceClaimStatuses': byKey('name', true),
  'V1ResourceRequirements.claims': { listType: 'map', keys: ['name'] },
  'V1ServiceAccount.secrets': byKey('name'),
  'V1ServiceSpec.ports': {
    listType: 'map',
    keys: ['port', 'protocol'],
    patchKey: 'port',
  },
  'V1NodeStatus.addresses': byKey('type'),
  'V1NodeSpec.podCIDRs': mergedSet,
  'V1ValidatingAdmissionPolicySpec.matchConditions': byKey('name'),
  'V1ValidatingAdmissionPolicySpec.variables': byKey('name'),
  'V1MutatingWebhookConfiguration.webhooks': byKey('name'),
  'V1ValidatingWebhookConfiguration.webhooks': byKey('name'),
  'V2HorizontalPodAutoscalerStatus.conditions': conditions,
};

const containerLists: Record<string, ListRule> = {
  env: byKey('name'),
  ports: {
    listType: 'map',
    keys: ['containerPort', 'protocol'],
    patchKey: 'containerPort',
  },
  volumeMounts: byKey('mountPath'),
  volumeDevices: byKey('devicePath'),
};

for (const definition of ['V1Container', 'V1EphemeralContainer']) {
  for (const [field, rule] of Object.entries(containerLists)) {
    listRules[`${definition}.${field}`] = rule;
  }
}

/** Conditions are everywhere a map of their type. */
export function listRule(
  definition: string,
  field: string,
): ListRule | undefined {
  return (
    listRules[`${definition}.${field}`] ??
    (field === 'conditions' ? conditions : undefined)
  );
}

/** Objects that have one owner as a whole: references and selectors. */
export const atomicDefinitions = new Set([
  'V1LabelSelector',
  'V1LocalObjectReference',
  'V1ObjectReference',
  'V1SecretKeySelector',
  'V1ConfigMapKeySelector',
  'V1ObjectFieldSelector',
  'V1ResourceFieldSelector',
  'V1FileKeySelector',
  'V1TypedLocalObjectReference',
  'V1NodeSelector',
  'V1NodeSelectorTerm',
  'V1ScopeSelector',
  'V1SecretReference',
  'V1CrossVersionObjectReference',
  'V1RoleRef',
]);

/** Objects of which a strategic merge patch may say which keys to retain. */
export const retainKeysFields = new Set(['V1DeploymentSpec.strategy']);

/** Maps whose values are quantities, which may be written as numbers. */
export const quantityMaps = new Set([
  'V1ResourceRequirements.limits',
  'V1ResourceRequirements.requests',
  'V1VolumeResourceRequirements.limits',
  'V1VolumeResourceRequirements.requests',
  'V1ResourceQuotaSpec.hard',
  'V1ResourceQuotaStatus.hard',
  'V1ResourceQuotaStatus.used',
  'V1LimitRangeItem.default',
  'V1LimitRangeItem.defaultRequest',
  'V1LimitRangeItem.max',
  'V1LimitRangeItem.min',
  'V1LimitRangeItem.maxLimitRequestRatio',
  'V1NodeStatus.capacity',
  'V1NodeStatus.allocatable',
  'V1PodSpec.overhead',
  'V1ContainerStatus.allocatedResources',
  'V1PersistentVolumeSpec.capacity',
  'V1PersistentVolumeClaimStatus.capacity',
]);

export const quantityFields = new Set([
  'V2MetricTarget.averageValue',
  'V2MetricTarget.value',
  'V2MetricValueStatus.averageValue',
  'V2MetricValueStatus.value',
  'V2HPAScalingRules.tolerance',
  'V1EmptyDirVolumeSource.sizeLimit',
  'V1ResourceFieldSelector.divisor',
]);
