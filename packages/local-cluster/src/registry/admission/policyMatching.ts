import { labelSelectorPredicate } from '../../store/labelSelector';
import { ClusterObject } from '../../store/types';
import { namespaces } from '../namespaceLifecycle';
import { StrategyContext } from '../ResourceType';
import { AdmissionRequest } from './AdmissionPlugin';

interface ResourceRule {
  apiGroups?: string[];
  apiVersions?: string[];
  operations?: string[];
  resources?: string[];
  resourceNames?: string[];
  scope?: string;
}

/** `matchConstraints` of a policy, `matchResources` of a binding. */
export interface MatchResources {
  namespaceSelector?: Parameters<typeof labelSelectorPredicate>[0];
  objectSelector?: Parameters<typeof labelSelectorPredicate>[0];
  resourceRules?: ResourceRule[];
  excludeResourceRules?: ResourceRule[];
}

function resourceMatches(
  patterns: string[] = [],
  { type, subresource = '' }: AdmissionRequest,
): boolean {
  return patterns.some(pattern => {
    const [resource, sub = ''] = pattern.split('/');
    const resourceFits = resource === '*' || resource === type.resource;
    // `*/*` is every resource with every subresource, `pods` has none of its subresources.
    return resourceFits && (sub === '*' || sub === subresource);
  });
}

function ruleMatches(rule: ResourceRule, request: AdmissionRequest): boolean {
  const { type, operation, name, namespace } = request;
  const includes = (list: string[] | undefined, value: string) =>
    list?.some(one => one === '*' || one === value) ?? false;
  const scopeFits =
    !rule.scope ||
    rule.scope === '*' ||
    (rule.scope === 'Namespaced') === (namespace !== undefined);
  return (
    includes(rule.apiGroups, type.group) &&
    type.versions.some(version => includes(rule.apiVersions, version.name)) &&
    includes(rule.operations, operation) &&
    resourceMatches(rule.resources, request) &&
    (!rule.resourceNames?.length || rule.resourceNames.includes(name)) &&
    scopeFits
  );
}

/** Whether a policy or binding speaks of this request. */
export function resourcesMatch(
  match: MatchResources | undefined,
  request: AdmissionRequest,
  { get }: StrategyContext,
): boolean {
  if (!match) return true;
  if (
    match.resourceRules?.length &&
    !match.resourceRules.some(rule => ruleMatches(rule, request))
  )
    return false;
  if (match.excludeResourceRules?.some(rule => ruleMatches(rule, request)))
    return false;
  if (match.namespaceSelector) {
    const isNamespace =
      request.type.resource === 'namespaces' && request.type.group === '';
    const namespace = isNamespace
      ? request.object ?? request.oldObject
      : get(namespaces, { name: request.namespace ?? '' });
    const clusterScoped = !isNamespace && request.namespace === undefined;
    if (
      !clusterScoped &&
      !labelSelectorPredicate(match.namespaceSelector)(
        namespace?.metadata.labels,
      )
    )
      return false;
  }
  if (!match.objectSelector) return true;
  const selected = labelSelectorPredicate(match.objectSelector);
  return [request.object, request.oldObject].some(
    (object?: ClusterObject) => object && selected(object.metadata.labels),
  );
}
