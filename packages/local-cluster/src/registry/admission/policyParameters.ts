import { labelSelectorPredicate } from '../../store/labelSelector';
import { forbidden } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';
import { StrategyContext } from '../ResourceType';
import { AdmissionRequest } from './AdmissionPlugin';

/**
 * The objects with which a policy is asked: once without any when it takes none.
 *
 * @throws StatusError 403 when there are none and the binding says `Deny`
 */
export function parametersOf(
  policy: ClusterObject,
  binding: ClusterObject,
  request: AdmissionRequest,
  { findKind, list }: StrategyContext,
): (ClusterObject | undefined)[] {
  const kind = policy.spec?.paramKind as
    | { apiVersion: string; kind: string }
    | undefined;
  const ref = binding.spec?.paramRef;
  if (!kind || !ref) return [undefined];
  const group = kind.apiVersion.includes('/')
    ? kind.apiVersion.split('/')[0]
    : '';
  const type = findKind(group, kind.kind);
  const namespace = type?.namespaced
    ? ref.namespace ?? request.namespace
    : undefined;
  const matches = ref.selector
    ? labelSelectorPredicate(ref.selector)
    : undefined;
  const found = type
    ? list(type, namespace).filter(object =>
        matches
          ? matches(object.metadata.labels)
          : object.metadata.name === ref.name,
      )
    : [];
  if (found.length > 0 || ref.parameterNotFoundAction === 'Allow') return found;
  throw forbidden(
    request.type,
    request.name,
    `ValidatingAdmissionPolicy '${policy.metadata.name}' with binding '${binding.metadata.name}' denied request: failed to configure binding: no params found for policy binding with \`Deny\` parameterNotFoundAction`,
  );
}
