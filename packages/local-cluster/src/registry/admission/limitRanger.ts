import { formatQuantity } from '@suoke/autoscaling';
import { forbidden } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';
import { quantityOf } from '../builtin/resourceRequirements';
import { AdmissionPlugin } from './AdmissionPlugin';
import { isPodCreation } from './isPodCreation';

const limitRanges = { group: '', resource: 'limitranges' };
const ANNOTATION = 'kubernetes.io/limit-ranger';

type Quantities = Record<string, string>;
interface Resources {
  limits?: Quantities;
  requests?: Quantities;
}
interface Container {
  name: string;
  resources?: Resources;
}
interface Limit {
  type: string;
  max?: Quantities;
  min?: Quantities;
  default?: Quantities;
  defaultRequest?: Quantities;
  maxLimitRequestRatio?: Quantities;
}

const containersOf = (
  pod: ClusterObject,
): { kind: string; container: Container }[] => [
  ...(pod.spec?.containers ?? []).map((container: Container) => ({
    kind: 'container',
    container,
  })),
  ...(pod.spec?.initContainers ?? []).map((container: Container) => ({
    kind: 'init container',
    container,
  })),
];

/** Fills in what the container does not say; returns what was filled in, for the annotation. */
function fillIn(container: Container, limit: Limit, kind: string): string[] {
  const resources: Resources = (container.resources ??= {});
  const filled = (
    field: 'limits' | 'requests',
    defaults: Quantities | undefined,
  ) =>
    Object.entries(defaults ?? {}).flatMap(([name, value]) => {
      const values = (resources[field] ??= {});
      if (values[name] !== undefined) return [];
      values[name] = value;
      return [name];
    });
  const requests = filled('requests', limit.defaultRequest);
  const limits = filled('limits', limit.default);
  const text = (names: string[], what: string) =>
    names.length > 0
      ? [`${names.sort().join(', ')} ${what} for ${kind} ${container.name}`]
      : [];
  return [...text(requests, 'request'), ...text(limits, 'limit')];
}

const sumOf = (values: (string | undefined)[]): string | undefined => {
  const known = values.map(quantityOf).filter(one => one !== undefined);
  if (known.length === 0) return undefined;
  return formatQuantity({
    nano: known.reduce((sum, one) => sum + one.nano, 0n),
    format: known[0].format,
  });
};

function violations(limit: Limit, resources: Resources): string[] {
  const problems: string[] = [];
  const nano = (value: string | undefined) => quantityOf(value)?.nano;
  for (const [name, min] of Object.entries(limit.min ?? {})) {
    const request = resources.requests?.[name];
    if (request === undefined)
      problems.push(
        `minimum ${name} usage per ${limit.type} is ${min}.  No request is specified`,
      );
    else if (nano(request)! < nano(min)!)
      problems.push(
        `minimum ${name} usage per ${limit.type} is ${min}, but request is ${request}`,
      );
  }
  for (const [name, max] of Object.entries(limit.max ?? {})) {
    const asked = resources.limits?.[name];
    const request = resources.requests?.[name];
    if (asked === undefined)
      problems.push(
        `maximum ${name} usage per ${limit.type} is ${max}.  No limit is specified`,
      );
    else if (nano(asked)! > nano(max)!)
      problems.push(
        `maximum ${name} usage per ${limit.type} is ${max}, but limit is ${asked}`,
      );
    else if (request !== undefined && nano(request)! > nano(max)!) {
      problems.push(
        `maximum ${name} usage per ${limit.type} is ${max}, but request is ${request}`,
      );
    }
  }
  for (const [name, ratio] of Object.entries(
    limit.maxLimitRequestRatio ?? {},
  )) {
    const request = nano(resources.requests?.[name]);
    const asked = nano(resources.limits?.[name]);
    if (!request || asked === undefined) continue;
    const actual = Number(asked) / Number(request);
    if (actual > Number(ratio)) {
      problems.push(
        `${name} max limit to request ratio per ${
          limit.type
        } is ${ratio}, but provided ratio is ${actual.toFixed(6)}`,
      );
    }
  }
  return problems;
}

function podResources(pod: ClusterObject): Resources {
  const containers: Container[] = pod.spec?.containers ?? [];
  const total = (field: 'limits' | 'requests') => {
    const names = new Set(
      containers.flatMap(({ resources }) =>
        Object.keys(resources?.[field] ?? {}),
      ),
    );
    const entries = [...names].map(name => [
      name,
      sumOf(containers.map(({ resources }) => resources?.[field]?.[name])),
    ]);
    return Object.fromEntries(entries) as Quantities;
  };
  return { limits: total('limits'), requests: total('requests') };
}

/** LimitRanges: defaults for containers that say nothing, and bounds for what they say. */
export const limitRangerAdmission: AdmissionPlugin = {
  mutate(request, { list }) {
    if (!isPodCreation(request)) return;
    for (const range of list(limitRanges, request.namespace)) {
      const pod = request.object!;
      const notes = ((range.spec?.limits ?? []) as Limit[])
        .filter(limit => limit.type === 'Container')
        .flatMap(limit =>
          containersOf(pod).flatMap(({ kind, container }) =>
            fillIn(container, limit, kind),
          ),
        );
      if (notes.length > 0) {
        pod.metadata.annotations = {
          ...pod.metadata.annotations,
          [ANNOTATION]: `LimitRanger plugin set: ${notes.join('; ')}`,
        };
      }
    }
  },
  validate(request, { list }) {
    if (!isPodCreation(request)) return;
    const problems = list(limitRanges, request.namespace).flatMap(range =>
      ((range.spec?.limits ?? []) as Limit[]).flatMap(limit => {
        if (limit.type === 'Pod')
          return violations(limit, podResources(request.object!));
        if (limit.type !== 'Container') return [];
        return containersOf(request.object!).flatMap(({ container }) =>
          violations(limit, container.resources ?? {}),
        );
      }),
    );
    if (problems.length === 0) return;
    throw forbidden(
      request.type,
      request.name,
      problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`,
    );
  },
};
