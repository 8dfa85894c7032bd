import { forbiddenField, FieldError } from '../../store/FieldError';
import { jsonEqual } from '../../store/jsonEqual';
import { ClusterObject } from '../../store/types';
import { TypeDefinition } from '../defineType';
import { applyPodSpecDefaults, requestWhatIsLimited } from './podSpecDefaults';
import { podColumns } from './podColumns';
import { podSpecErrors } from './podSpecValidation';
import { qosClass } from './qosClass';

/** A pod is what it was created as, but for these: and resources through the `resize` subresource. */
function immutablePart(object: ClusterObject) {
  const {
    containers = [],
    initContainers = [],
    activeDeadlineSeconds: _,
    tolerations: _t,
    terminationGracePeriodSeconds: _g,
    nodeName: _n,
    ...rest
  } = object.spec ?? {};
  const withoutImage = ({
    image: _i,
    resources: _r,
    ...container
  }: Record<string, unknown>) => container;
  return {
    ...rest,
    containers: containers.map(withoutImage),
    initContainers: initContainers.map(withoutImage),
  };
}

function podUpdateErrors(
  next: ClusterObject,
  previous: ClusterObject,
): FieldError[] {
  if (
    next.spec === previous.spec ||
    jsonEqual(immutablePart(next), immutablePart(previous))
  )
    return [];
  return [
    forbiddenField(
      'spec',
      'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
    ),
  ];
}

export const podType: TypeDefinition = {
  kind: 'Pod',
  resource: 'pods',
  shortNames: ['po'],
  categories: ['all'],
  status: true,
  columns: podColumns,
  selectableFields: {
    'spec.nodeName': pod => pod.spec?.nodeName,
    'spec.restartPolicy': pod => pod.spec?.restartPolicy,
    'spec.schedulerName': pod => pod.spec?.schedulerName,
    'spec.serviceAccountName': pod => pod.spec?.serviceAccountName,
    'spec.hostNetwork': pod => String(pod.spec?.hostNetwork ?? false),
    'status.phase': pod => pod.status?.phase,
    'status.podIP': pod => pod.status?.podIP,
    'status.nominatedNodeName': pod => pod.status?.nominatedNodeName,
  },
  applyDefaults: object => {
    applyPodSpecDefaults(object.spec);
    requestWhatIsLimited(object.spec);
    if (object.spec) object.spec.enableServiceLinks ??= true;
  },
  prepareForCreate: object => {
    object.status = { phase: 'Pending', qosClass: qosClass(object.spec ?? {}) };
  },
  validate: object => podSpecErrors(object.spec, 'spec'),
  validateUpdate: podUpdateErrors,
  gracePeriodSeconds: ({ spec, status }) =>
    !spec?.nodeName ||
    status?.phase === 'Succeeded' ||
    status?.phase === 'Failed'
      ? 0
      : spec.terminationGracePeriodSeconds ?? 30,
};
