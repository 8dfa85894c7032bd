import { ControllerContext } from '../../controllers/runtime/ControllerContext';
import { Deployment, keyOf } from '../../controllers/runtime/objects';
import { matchesSelector } from '../../controllers/runtime/selectors';
import { ClusterObject, ResourceKey } from '../../store/types';
import { StatusError } from '../../store/StatusError';

const HTTP_ROUTES: ResourceKey = {
  group: 'gateway.networking.k8s.io',
  resource: 'httproutes',
};

interface BackendRef {
  name: string;
  kind?: string;
  weight?: number;
}

/** HTTPRoutes of a namespace; none when the Gateway API is not installed. */
function routesIn(
  { cluster }: ControllerContext,
  namespace: string,
): ClusterObject[] {
  try {
    return cluster.list(HTTP_ROUTES, { namespace });
  } catch (error) {
    if (error instanceof StatusError && error.code === 404) return [];
    throw error;
  }
}

/**
 * How the load of an agent is shared among its model server Deployments, by `namespace/name`; the shares add up to 1.
 *
 * An HTTPRoute whose backends select these Deployments decides with its weights. Without one a plain Service stands
 * in front, and load follows the number of replicas.
 */
export function routeWeights(
  context: ControllerContext,
  servers: readonly Deployment[],
): Map<string, number> {
  const shares = new Map<string, number>();
  if (servers.length === 1) return shares.set(keyOf(servers[0]), 1);
  const namespace = servers[0].metadata.namespace ?? '';
  const weights =
    routesIn(context, namespace)
      .map(route => weightsOfRoute(context, route, servers))
      .find(found => found.size > 0) ??
    new Map(servers.map(one => [keyOf(one), one.status?.readyReplicas ?? 0]));
  const total = [...weights.values()].reduce((sum, one) => sum + one, 0);
  for (const [key, weight] of weights) {
    shares.set(key, total > 0 ? weight / total : 0);
  }
  return shares;
}

function weightsOfRoute(
  { caches }: ControllerContext,
  route: ClusterObject,
  servers: readonly Deployment[],
): Map<string, number> {
  const weights = new Map<string, number>();
  const rules: { backendRefs?: BackendRef[] }[] = route.spec?.rules ?? [];
  for (const { name, weight = 1 } of rules.flatMap(
    rule => rule.backendRefs ?? [],
  )) {
    const service = caches.services.get(`${route.metadata.namespace}/${name}`);
    const selector = service?.spec?.selector;
    if (!selector) continue;
    const behind = servers.filter(server =>
      matchesSelector(
        { matchLabels: selector },
        server.spec.template.metadata?.labels,
      ),
    );
    for (const server of behind) {
      const key = keyOf(server);
      weights.set(key, (weights.get(key) ?? 0) + weight / behind.length);
    }
  }
  return weights;
}
