import { forbidden } from '../../store/StatusError';
import { AdmissionPlugin } from './AdmissionPlugin';
import { isPodCreation } from './isPodCreation';

const priorityClasses = {
  group: 'scheduling.k8s.io',
  resource: 'priorityclasses',
};

/** Classes that every cluster has. */
const systemPriorities: Record<string, number> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

/** Writes the number behind a pod's priority class into its spec. */
export const priorityAdmission: AdmissionPlugin = {
  mutate(request, { get, list }) {
    if (!isPodCreation(request) || !request.object?.spec) return;
    const { spec } = request.object;
    if (!spec.priorityClassName) {
      const global = list(priorityClasses).find(one => one.globalDefault);
      if (global) spec.priorityClassName = global.metadata.name;
      spec.priority ??= Number(global?.value ?? 0);
      spec.preemptionPolicy ??=
        global?.preemptionPolicy ?? 'PreemptLowerPriority';
      return;
    }
    const found = get(priorityClasses, { name: spec.priorityClassName });
    const value = found
      ? Number(found.value)
      : systemPriorities[spec.priorityClassName];
    if (value === undefined) {
      throw forbidden(
        request.type,
        request.name,
        `no PriorityClass with name ${spec.priorityClassName} was found`,
      );
    }
    spec.priority = value;
    spec.preemptionPolicy ??= found?.preemptionPolicy ?? 'PreemptLowerPriority';
  },
};
