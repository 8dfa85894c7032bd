import {
  duplicate,
  FieldError,
  invalid,
  notSupported,
  required,
} from '../../store/FieldError';
import { formatLabelSelector } from '../../store/labelSelector';
import { ClusterObject } from '../../store/types';
import { ageColumn, nameColumn, textColumn } from '../columns';
import { TypeDefinition } from '../defineType';
import { StrategyContext } from '../ResourceType';

type Port = Record<string, any>;

const services = { group: '', resource: 'services' };

/** 10.96.0.0/16, as kubeadm sets it up; .1 is the API server's own. */
const FIRST_ADDRESS = 2;
const LAST_ADDRESS = 65_533;
const FIRST_NODE_PORT = 30_000;
const LAST_NODE_PORT = 32_767;

const address = (n: number) => `10.96.${n >> 8}.${n & 255}`;

function freeAddress(context: StrategyContext): string {
  const taken = new Set(
    context.list(services).map(service => service.spec?.clusterIP),
  );
  for (let n = FIRST_ADDRESS; n < LAST_ADDRESS; n += 1)
    if (!taken.has(address(n))) return address(n);
  throw new Error(
    'No free cluster address is left in 10.96.0.0/16; delete a service',
  );
}

function assignNodePorts(ports: Port[], context: StrategyContext): void {
  const taken = new Set(
    context
      .list(services)
      .flatMap(service =>
        (service.spec?.ports ?? []).map((port: Port) => port.nodePort),
      ),
  );
  let next = FIRST_NODE_PORT;
  for (const port of ports) {
    if (port.nodePort) continue;
    while (taken.has(next) && next < LAST_NODE_PORT) next += 1;
    port.nodePort = next;
    taken.add(next);
  }
}

const exposesNodePorts = (type: string) =>
  type === 'NodePort' || type === 'LoadBalancer';

function serviceDefaults({ spec = {} }: ClusterObject): void {
  spec.type ??= 'ClusterIP';
  spec.sessionAffinity ??= 'None';
  for (const port of spec.ports ?? []) {
    port.protocol ??= 'TCP';
    if (spec.type !== 'ExternalName') port.targetPort ??= port.port;
  }
  if (spec.type === 'ExternalName') return;
  spec.internalTrafficPolicy ??= 'Cluster';
  if (exposesNodePorts(spec.type)) spec.externalTrafficPolicy ??= 'Cluster';
}

function allocate(
  { spec = {} }: ClusterObject,
  context: StrategyContext,
): void {
  if (spec.type === 'ExternalName') return;
  spec.clusterIP ||= freeAddress(context);
  spec.clusterIPs ??= [spec.clusterIP];
  spec.ipFamilies ??= ['IPv4'];
  spec.ipFamilyPolicy ??= 'SingleStack';
  if (exposesNodePorts(spec.type)) assignNodePorts(spec.ports ?? [], context);
}

function serviceErrors({ spec = {} }: ClusterObject): FieldError[] {
  const errors: FieldError[] = [];
  const types = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
  if (!types.includes(spec.type))
    errors.push(notSupported('spec.type', spec.type, types));
  const ports: Port[] = spec.ports ?? [];
  const headless = spec.clusterIP === 'None';
  if (ports.length === 0 && !headless && spec.type !== 'ExternalName')
    errors.push(required('spec.ports'));
  if (spec.type === 'ExternalName' && !spec.externalName)
    errors.push(required('spec.externalName'));
  const names = new Set<string>();
  ports.forEach((port, i) => {
    const at = `spec.ports[${i}]`;
    if (ports.length > 1 && !port.name) errors.push(required(`${at}.name`));
    if (port.name && names.has(port.name))
      errors.push(duplicate(`${at}.name`, port.name));
    names.add(port.name);
    if (!Number.isInteger(port.port) || port.port < 1 || port.port > 65535) {
      errors.push(
        invalid(
          `${at}.port`,
          port.port ?? 0,
          'must be between 1 and 65535, inclusive',
        ),
      );
    }
  });
  return errors;
}

function serviceUpdateErrors(
  next: ClusterObject,
  previous: ClusterObject,
): FieldError[] {
  const before = previous.spec?.clusterIP;
  if (
    !before ||
    previous.spec?.type === 'ExternalName' ||
    next.spec?.type === 'ExternalName'
  )
    return [];
  if (next.spec?.clusterIP === before) return [];
  return [
    invalid(
      'spec.clusterIPs[0]',
      next.spec?.clusterIP ? [next.spec.clusterIP] : null,
      'may not change once set',
    ),
  ];
}

function portsText({ spec }: ClusterObject): string {
  const ports: Port[] = spec?.ports ?? [];
  if (ports.length === 0) return '<none>';
  return ports
    .map(
      port =>
        `${port.port}${port.nodePort ? `:${port.nodePort}` : ''}/${
          port.protocol
        }`,
    )
    .join(',');
}

function externalAddress({ spec, status }: ClusterObject): string {
  if (spec?.type === 'ExternalName') return spec.externalName;
  const external: string[] = spec?.externalIPs ?? [];
  if (spec?.type !== 'LoadBalancer') return external.join(',') || '<none>';
  const ingress = (status?.loadBalancer?.ingress ?? []).map(
    (one: any) => one.ip ?? one.hostname,
  );
  return [...ingress, ...external].join(',') || '<pending>';
}

export const serviceType: TypeDefinition = {
  kind: 'Service',
  resource: 'services',
  shortNames: ['svc'],
  categories: ['all'],
  status: true,
  hasGeneration: false,
  nameRule: 'serviceLabel',
  columns: [
    nameColumn,
    textColumn('Type', ({ spec }) => spec?.type),
    textColumn('Cluster-IP', ({ spec }) => spec?.clusterIP || '<none>'),
    textColumn('External-IP', externalAddress),
    textColumn('Port(s)', portsText),
    ageColumn,
    textColumn(
      'Selector',
      ({ spec }) =>
        formatLabelSelector({ matchLabels: spec?.selector ?? {} }) || '<none>',
      1,
    ),
  ],
  selectableFields: {
    'spec.clusterIP': ({ spec }) => spec?.clusterIP,
    'spec.type': ({ spec }) => spec?.type,
  },
  applyDefaults: serviceDefaults,
  prepareForCreate: (object, context) => {
    allocate(object, context);
    object.status = { loadBalancer: {} };
  },
  prepareForUpdate: (object, previous) => {
    // Addresses that a client leaves out stay: a manifest does not know them.
    const { spec = {} } = object;
    if (spec.type === 'ExternalName') return;
    spec.clusterIP ||= previous.spec?.clusterIP;
    spec.clusterIPs ??= previous.spec?.clusterIPs;
    spec.ipFamilies ??= previous.spec?.ipFamilies;
    spec.ipFamilyPolicy ??= previous.spec?.ipFamilyPolicy;
  },
  validate: serviceErrors,
  validateUpdate: serviceUpdateErrors,
};
