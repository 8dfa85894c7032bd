import { AdmissionRequest } from './AdmissionPlugin';

/** Plugins that look at what a pod asks for only need to see its creation. */
export function isPodCreation({
  type,
  operation,
  subresource,
}: AdmissionRequest): boolean {
  return (
    operation === 'CREATE' &&
    type.group === '' &&
    type.resource === 'pods' &&
    !subresource
  );
}
