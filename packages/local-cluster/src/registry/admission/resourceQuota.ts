import { formatQuantity, Quantity } from '@suoke/autoscaling';
import { forbidden } from '../../store/StatusError';
import { ClusterObject } from '../../store/types';
import { qosClass } from '../builtin/qosClass';
import { quantityOf } from '../builtin/resourceRequirements';
import { ResourceType, StrategyContext } from '../ResourceType';
import { AdmissionPlugin, AdmissionRequest } from './AdmissionPlugin';
import { isPodCreation } from './isPodCreation';

const quotas = { group: '', resource: 'resourcequotas' };
const pods = { group: '', resource: 'pods' };
const NANO = 1_000_000_000n;

type Usage = Map<string, Quantity>;

interface Container {
  name: string;
  resources?: {
    limits?: Record<string, string>;
    requests?: Record<string, string>;
  };
}

/** `cpu` is short for `requests.cpu`. */
const shortNames: Record<string, string> = {
  cpu: 'requests.cpu',
  memory: 'requests.memory',
  'ephemeral-storage': 'requests.ephemeral-storage',
};
const fullName = (name: string) => shortNames[name] ?? name;

const one: Quantity = { nano: NANO, format: 'DecimalSI' };

function amountOf(container: Container, name: string): Quantity | undefined {
  const [kind, ...rest] = name.split('.');
  const resource = rest.join('.');
  if (kind !== 'requests' && kind !== 'limits') return undefined;
  return quantityOf(container.resources?.[kind]?.[resource]);
}

const larger = (a: Quantity, b: Quantity) => (b.nano > a.nano ? b : a);

/** What a pod takes of one entry: its containers together, or the largest init container. */
function podUsage(pod: ClusterObject, name: string): Quantity | undefined {
  if (name === 'pods' || name === 'count/pods') return one;
  const sum = (containers: Container[]) =>
    containers
      .map(container => amountOf(container, name))
      .filter(amount => amount !== undefined);
  const running = sum(pod.spec?.containers ?? []);
  const starting = sum(pod.spec?.initContainers ?? []);
  if (running.length === 0 && starting.length === 0) return undefined;
  const total = running.reduce<Quantity>(
    (all, amount) => ({ nano: all.nano + amount.nano, format: amount.format }),
    { nano: 0n, format: 'DecimalSI' },
  );
  return starting.reduce(larger, total);
}

const amountsOfSpecs = new WeakMap<object, Map<string, Quantity | undefined>>();

/** {@link podUsage} of a stored pod: it is frozen, so what was read from its spec holds as long as the spec does. */
function storedPodUsage(pod: ClusterObject, name: string) {
  if (!pod.spec) return podUsage(pod, name);
  const amounts = amountsOfSpecs.get(pod.spec) ?? new Map();
  amountsOfSpecs.set(pod.spec, amounts);
  if (!amounts.has(name)) amounts.set(name, podUsage(pod, name));
  return amounts.get(name) as Quantity | undefined;
}

const isTerminal = ({ status }: ClusterObject) =>
  status?.phase === 'Succeeded' || status?.phase === 'Failed';

function inScope(pod: ClusterObject, quota: ClusterObject): boolean {
  return ((quota.spec?.scopes ?? []) as string[]).every(scope => {
    const limited = pod.spec?.activeDeadlineSeconds !== undefined;
    if (scope === 'Terminating') return limited;
    if (scope === 'NotTerminating') return !limited;
    const bestEffort = qosClass(pod.spec ?? {}) === 'BestEffort';
    if (scope === 'BestEffort') return bestEffort;
    return scope === 'NotBestEffort' ? !bestEffort : true;
  });
}

function requestedByPod(
  pod: ClusterObject,
  quota: ClusterObject,
  usageOf = podUsage,
): Usage {
  const usage: Usage = new Map();
  if (!inScope(pod, quota)) return usage;
  for (const name of Object.keys(quota.spec?.hard ?? {})) {
    const amount = usageOf(pod, fullName(name));
    if (amount) usage.set(name, amount);
  }
  return usage;
}

/** Entries that count objects: `configmaps`, `count/deployments.apps`. */
function countedNames(type: ResourceType): string[] {
  const counted = type.group
    ? `count/${type.resource}.${type.group}`
    : `count/${type.resource}`;
  return type.group ? [counted] : [counted, type.resource];
}

function missing(pod: ClusterObject, quota: ClusterObject): string[] {
  if (!inScope(pod, quota)) return [];
  const containers: Container[] = [
    ...(pod.spec?.containers ?? []),
    ...(pod.spec?.initContainers ?? []),
  ];
  return (
    Object.keys(quota.spec?.hard ?? {})
      // Only what every container can have must be said by every container; others simply use none.
      .filter(name => /^(requests|limits)\.(cpu|memory)$/.test(fullName(name)))
      .sort()
      .flatMap(name => {
        const silent = containers.filter(
          container => amountOf(container, fullName(name)) === undefined,
        );
        return silent.length > 0
          ? [
              `${name} for: ${silent
                .map(container => container.name)
                .sort()
                .join(',')}`,
            ]
          : [];
      })
  );
}

function add(usage: Usage, more: Usage): void {
  for (const [name, amount] of more) {
    const before = usage.get(name);
    usage.set(
      name,
      before
        ? { nano: before.nano + amount.nano, format: amount.format }
        : amount,
    );
  }
}

function usedInNamespace(
  request: AdmissionRequest,
  quota: ClusterObject,
  { list }: StrategyContext,
): Usage {
  const used: Usage = new Map();
  if (isPodCreation(request)) {
    for (const pod of list(pods, request.namespace))
      if (!isTerminal(pod))
        add(used, requestedByPod(pod, quota, storedPodUsage));
  }
  const count = BigInt(list(request.type, request.namespace).length);
  for (const name of countedNames(request.type)) {
    if (quota.spec?.hard?.[name] !== undefined && !isPodCreation(request))
      used.set(name, { nano: count * NANO, format: 'DecimalSI' });
  }
  return used;
}

function requested(request: AdmissionRequest, quota: ClusterObject): Usage {
  const usage = isPodCreation(request)
    ? requestedByPod(request.object!, quota)
    : new Map<string, Quantity>();
  for (const name of countedNames(request.type))
    if (quota.spec?.hard?.[name] !== undefined) usage.set(name, one);
  return usage;
}

const print = (names: string[], usage: Usage) =>
  names
    .map(
      name =>
        `${name}=${formatQuantity(
          usage.get(name) ?? { nano: 0n, format: 'DecimalSI' },
        )}`,
    )
    .join(',');

/** ResourceQuotas: the sum over the namespace may not pass the hard limits. */
export const resourceQuotaAdmission: AdmissionPlugin = {
  validate(request, context) {
    if (
      request.operation !== 'CREATE' ||
      request.namespace === undefined ||
      request.subresource
    )
      return;
    for (const quota of context.list(quotas, request.namespace)) {
      const { name } = quota.metadata;
      const silent = isPodCreation(request)
        ? missing(request.object!, quota)
        : [];
      if (silent.length > 0) {
        throw forbidden(
          request.type,
          request.name,
          `failed quota: ${name}: must specify ${silent.join('; ')}`,
        );
      }
      const wanted = requested(request, quota);
      if (wanted.size === 0) continue;
      const used = usedInNamespace(request, quota, context);
      const hard: Usage = new Map(
        Object.entries((quota.spec?.hard ?? {}) as Record<string, string>).map(
          ([entry, value]) => [entry, quantityOf(value)!],
        ),
      );
      const exceeded = [...wanted.keys()]
        .filter(
          entry =>
            (used.get(entry)?.nano ?? 0n) + wanted.get(entry)!.nano >
            hard.get(entry)!.nano,
        )
        .sort();
      if (exceeded.length > 0) {
        throw forbidden(
          request.type,
          request.name,
          `exceeded quota: ${name}, requested: ${print(
            exceeded,
            wanted,
          )}, used: ${print(exceeded, used)}, limited: ${print(
            exceeded,
            hard,
          )}`,
        );
      }
    }
  },
};
