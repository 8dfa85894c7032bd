import { forbidden } from '../../store/StatusError';
import { AdmissionPlugin } from './AdmissionPlugin';
import { isPodCreation } from './isPodCreation';

const serviceAccounts = { group: '', resource: 'serviceaccounts' };

/** Pods run as the account `default` unless they name another one, which has to exist. */
export const serviceAccountAdmission: AdmissionPlugin = {
  mutate(request) {
    if (!isPodCreation(request) || !request.object?.spec) return;
    const { spec } = request.object;
    spec.serviceAccountName ||= 'default';
    spec.serviceAccount ||= spec.serviceAccountName;
  },
  validate(request, { get }) {
    if (!isPodCreation(request)) return;
    const name = request.object?.spec?.serviceAccountName;
    // The default account is made by a controller, which may come a moment later than the first pod.
    if (
      name === 'default' ||
      get(serviceAccounts, { namespace: request.namespace, name })
    )
      return;
    throw forbidden(
      request.type,
      request.name,
      `error looking up service account ${request.namespace}/${name}: serviceaccount "${name}" not found`,
    );
  },
};
