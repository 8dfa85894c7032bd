import { AdmissionPlugin } from './Admission';
import { namespaceLifecycleAdmission } from './namespaceLifecycle';

/** The plugins of admission, in the order in which they are asked. */
export function admissionChain(): AdmissionPlugin[] {
  return [namespaceLifecycleAdmission];
}
