import { namespaceLifecycleAdmission } from '../namespaceLifecycle';
import { AdmissionPlugin } from './AdmissionPlugin';
import { limitRangerAdmission } from './limitRanger';
import { priorityAdmission } from './priority';
import { resourceQuotaAdmission } from './resourceQuota';
import { serviceAccountAdmission } from './serviceAccount';
import { validatingPolicyAdmission } from './validatingPolicies';

/** The plugins of admission, in the order in which they are asked. */
export function admissionChain(): AdmissionPlugin[] {
  return [
    namespaceLifecycleAdmission,
    limitRangerAdmission,
    serviceAccountAdmission,
    priorityAdmission,
    validatingPolicyAdmission(),
    // Last, as in a real server: what is refused elsewhere must not count.
    resourceQuotaAdmission,
  ];
}
