import { quantityToNumber } from '@suoke/autoscaling';
import { MetricsSource, NodeMetrics, PodMetrics } from '../../metrics/types';
import { parseFieldSelector, metadataFields } from '../../store/fieldSelector';
import { parseLabelSelector } from '../../store/labelSelector';
import { methodNotAllowed, notFound } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';
import { ApiRequest } from '../ApiRequest';
import { negotiate } from '../negotiate';
import { json, Reply } from '../Reply';
import { ResourcePath } from '../requestInfo';
import { VirtualGroup } from '../virtualGroups';

const GROUP = 'metrics.k8s.io';
const API_VERSION = 'metrics.k8s.io/v1beta1';
const MEBIBYTE = 1024 ** 2;

type MetricsObject = ClusterObject & { timestamp: string; window: string };

function metricsObject(
  kind: string,
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
  },
  sample: { timestamp: string; windowSeconds: number },
  rest: object,
): MetricsObject {
  return {
    kind,
    apiVersion: API_VERSION,
    metadata: {
      ...metadata,
      creationTimestamp: sample.timestamp,
    } as ClusterObject['metadata'],
    timestamp: sample.timestamp,
    window: `${sample.windowSeconds}s`,
    ...rest,
  };
}

function podObject(pod: PodMetrics): MetricsObject {
  const { namespace, name, labels, containers } = pod;
  return metricsObject('PodMetrics', { name, namespace, labels }, pod, {
    containers,
  });
}

function nodeObject(
  node: NodeMetrics,
  labels: Record<string, string> | undefined,
): MetricsObject {
  return metricsObject(
    'NodeMetrics',
    { name: node.name, ...(labels && { labels }) },
    node,
    { usage: node.usage },
  );
}

function totalUsage(object: MetricsObject): { cpu: number; memory: number } {
  const usages = (
    object.containers as PodMetrics['containers'] | undefined
  )?.map(({ usage }) => usage) ?? [object.usage as NodeMetrics['usage']];
  return usages.reduce(
    (total, { cpu, memory }) => ({
      cpu: total.cpu + quantityToNumber(cpu),
      memory: total.memory + quantityToNumber(memory),
    }),
    { cpu: 0, memory: 0 },
  );
}

function table(objects: MetricsObject[]) {
  const column = (name: string, type = 'string', format = '') => ({
    name,
    type,
    format,
    description: name,
    priority: 0,
  });
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata: {},
    columnDefinitions: [
      column('Name', 'string', 'name'),
      column('cpu'),
      column('memory'),
      column('Window'),
    ],
    rows: objects.map(object => {
      const { cpu, memory } = totalUsage(object);
      return {
        cells: [
          object.metadata.name,
          `${Math.ceil(cpu * 1000)}m`,
          `${Math.ceil(memory / MEBIBYTE)}Mi`,
          object.window,
        ],
        object: {
          kind: 'PartialObjectMetadata',
          apiVersion: 'meta.k8s.io/v1',
          metadata: object.metadata,
        },
      };
    }),
  };
}

/** `metrics.k8s.io`: what `kubectl top` and resource metrics of HPAs read. */
export function resourceMetricsGroup(
  metrics: MetricsSource,
  nodeLabels: (name: string) => Record<string, string> | undefined,
): VirtualGroup {
  const resource = (name: string, kind: string, namespaced: boolean) => ({
    name,
    singularName: '',
    namespaced,
    kind,
    verbs: ['get', 'list'],
  });
  const objectsOf = (path: ResourcePath): MetricsObject[] | undefined => {
    if (path.resource === 'nodes')
      return metrics
        .nodeMetrics()
        .map(node => nodeObject(node, nodeLabels(node.name)));
    if (path.resource === 'pods')
      return metrics
        .podMetrics({ ...(path.namespace && { namespace: path.namespace }) })
        .map(podObject);
    return undefined;
  };
  return {
    group: GROUP,
    version: 'v1beta1',
    resources: [
      resource('nodes', 'NodeMetrics', false),
      resource('pods', 'PodMetrics', true),
    ],
    handle: (request, path) => {
      const objects = objectsOf(path);
      if (!objects) return undefined;
      if (request.method !== 'GET')
        throw methodNotAllowed(
          'the server does not allow this method on the requested resource',
        );
      return path.name === undefined
        ? list(request, path, objects)
        : one(request, path, objects);
    },
  };
}

function one(
  request: ApiRequest,
  path: ResourcePath,
  objects: MetricsObject[],
): Reply {
  const found = objects.find(object => object.metadata.name === path.name);
  if (!found) {
    const kind = path.resource === 'nodes' ? 'nodemetrics' : 'podmetrics';
    const name = path.namespace
      ? `${path.namespace}/${path.name}`
      : path.name ?? '';
    throw notFound({ group: GROUP, resource: kind }, name);
  }
  return json(
    negotiate(request.accept).as === 'Table' ? table([found]) : found,
  );
}

function list(
  request: ApiRequest,
  path: ResourcePath,
  objects: MetricsObject[],
): Reply {
  const labelsMatch = parseLabelSelector(
    request.query.get('labelSelector') ?? undefined,
  );
  const fieldsMatch = parseFieldSelector(
    request.query.get('fieldSelector') ?? undefined,
    metadataFields,
  );
  const items = objects.filter(
    object => labelsMatch(object.metadata.labels) && fieldsMatch(object),
  );
  if (negotiate(request.accept).as === 'Table') return json(table(items));
  const kind = path.resource === 'nodes' ? 'NodeMetricsList' : 'PodMetricsList';
  return json({ kind, apiVersion: API_VERSION, metadata: {}, items });
}
