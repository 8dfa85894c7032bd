import { MetricsSource, MetricValue } from '../../metrics/types';
import { Cluster } from '../../registry/Cluster';
import { apiVersionOf, ResourceType } from '../../registry/ResourceType';
import { parseLabelSelector } from '../../store/labelSelector';
import { StatusError } from '../../store/StatusError';
import { ApiRequest } from '../ApiRequest';
import { json, Reply } from '../Reply';
import { ResourcePath } from '../requestInfo';
import { VirtualGroup } from '../virtualGroups';

const GROUP = 'custom.metrics.k8s.io';

interface MetricRequest {
  metric: string;
  namespace?: string;
  resource: string;
  name: string;
}

/** `namespaces/<ns>/<resource>/<name>/<metric>`, `namespaces/<ns>/metrics/<metric>` or `<resource>/<name>/<metric>`. */
function metricRequest(path: ResourcePath): MetricRequest | undefined {
  const { namespace, resource, name, subresource } = path;
  if (
    namespace !== undefined &&
    resource === 'metrics' &&
    name !== undefined &&
    subresource === undefined
  ) {
    return { metric: name, namespace, resource: 'namespaces', name: namespace };
  }
  if (name === undefined || subresource === undefined) return undefined;
  const metric = path.rest ? `${subresource}/${path.rest}` : subresource;
  return {
    metric,
    ...(namespace !== undefined && { namespace }),
    resource,
    name,
  };
}

function describedType(
  cluster: Cluster,
  resource: string,
): ResourceType | undefined {
  const [plural, ...group] = resource.split('.');
  const { registry } = cluster.machinery;
  return (
    registry.find({ resource: plural, group: group.join('.') }) ??
    registry
      .all()
      .find(type => type.resource === plural || type.singular === plural)
  );
}

function metricNotFound(wanted: MetricRequest): StatusError {
  const target =
    wanted.name === '*' ? wanted.resource : `${wanted.resource} ${wanted.name}`;
  return new StatusError(
    404,
    'NotFound',
    `the server could not find the metric ${wanted.metric} for ${target}`,
    {},
  );
}

function item(
  version: string,
  type: ResourceType,
  wanted: MetricRequest,
  value: MetricValue,
) {
  const metric =
    version === 'v1beta1'
      ? { metricName: wanted.metric, selector: null }
      : { metric: { name: wanted.metric, selector: null } };
  return {
    describedObject: {
      kind: type.kind,
      ...(type.namespaced && { namespace: wanted.namespace }),
      name: value.name,
      apiVersion: apiVersionOf(type.group, type.versions[0].name),
    },
    ...metric,
    timestamp: value.timestamp,
    ...(value.windowSeconds !== undefined && {
      windowSeconds: value.windowSeconds,
    }),
    value: value.value,
  };
}

function values(
  cluster: Cluster,
  metrics: MetricsSource,
  request: ApiRequest,
  path: ResourcePath,
  version: string,
): Reply | undefined {
  const wanted = metricRequest(path);
  if (!wanted) return undefined;
  const type = describedType(cluster, wanted.resource);
  const served = metrics
    .customMetricNames()
    .some(
      one =>
        one.name === wanted.metric &&
        sameResource(one.resource, wanted.resource, type),
    );
  if (!type || !served) throw metricNotFound(wanted);
  const names =
    wanted.name === '*'
      ? selectedNames(cluster, type, wanted, request)
      : [wanted.name];
  const found = metrics.customMetric({
    metric: wanted.metric,
    namespace: wanted.namespace ?? '',
    resource: wanted.resource,
    names,
  });
  if (wanted.name !== '*' && found.length === 0) throw metricNotFound(wanted);
  return json({
    kind: 'MetricValueList',
    apiVersion: `${GROUP}/${version}`,
    metadata: {},
    items: found.map(value => item(version, type, wanted, value)),
  });
}

function sameResource(
  served: string,
  wanted: string,
  type: ResourceType | undefined,
): boolean {
  return (
    served === wanted ||
    served === type?.resource ||
    served === (type && `${type.resource}.${type.group}`)
  );
}

function selectedNames(
  cluster: Cluster,
  type: ResourceType,
  wanted: MetricRequest,
  { query }: ApiRequest,
): string[] {
  const matches = parseLabelSelector(query.get('labelSelector') ?? undefined);
  return cluster
    .list(type, {
      ...(type.namespaced &&
        wanted.namespace !== undefined && { namespace: wanted.namespace }),
    })
    .filter(object => matches(object.metadata.labels))
    .map(object => object.metadata.name);
}

/** `custom.metrics.k8s.io`: metrics that describe objects of the cluster. Labels of metrics are not told apart. */
export function customMetricsGroups(
  cluster: Cluster,
  metrics: MetricsSource,
): VirtualGroup[] {
  return ['v1beta2', 'v1beta1'].map(version => ({
    group: GROUP,
    version,
    get resources() {
      return metrics
        .customMetricNames()
        .map(({ resource, namespaced, name }) => ({
          name: `${resource}/${name}`,
          singularName: '',
          namespaced,
          kind: 'MetricValueList',
          verbs: ['get'],
        }));
    },
    handle: (request, path) => values(cluster, metrics, request, path, version),
  }));
}
