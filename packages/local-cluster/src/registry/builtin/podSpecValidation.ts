import {
  duplicate,
  FieldError,
  invalid,
  notSupported,
  required,
} from '../../store/FieldError';
import { isDnsLabel, nameProblem } from '../names';
import { resourceRequirementErrors } from './resourceRequirements';

type Fields = Record<string, any>;

const ENV_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const PORT_NAME = /^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

const isPort = (value: unknown) =>
  Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65535;

function portErrors(ports: Fields[] | undefined, field: string): FieldError[] {
  const seen = new Set<string>();
  return (ports ?? []).flatMap((port, i) => {
    const at = `${field}[${i}]`;
    const errors: FieldError[] = [];
    if (port.name !== undefined) {
      if (port.name.length > 15)
        errors.push(
          invalid(
            `${at}.name`,
            port.name,
            'must be no more than 15 characters',
          ),
        );
      else if (!PORT_NAME.test(port.name)) {
        errors.push(
          invalid(
            `${at}.name`,
            port.name,
            'must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
          ),
        );
      }
      if (seen.has(port.name)) errors.push(duplicate(`${at}.name`, port.name));
      seen.add(port.name);
    }
    if (port.containerPort === undefined)
      errors.push(required(`${at}.containerPort`));
    else if (!isPort(port.containerPort)) {
      errors.push(
        invalid(
          `${at}.containerPort`,
          port.containerPort,
          'must be between 1 and 65535, inclusive',
        ),
      );
    }
    if (!['TCP', 'UDP', 'SCTP', undefined].includes(port.protocol)) {
      errors.push(
        notSupported(`${at}.protocol`, port.protocol, ['SCTP', 'TCP', 'UDP']),
      );
    }
    return errors;
  });
}

function envErrors(env: Fields[] | undefined, field: string): FieldError[] {
  return (env ?? []).flatMap((variable, i) => {
    const at = `${field}[${i}]`;
    if (!variable.name) return [required(`${at}.name`)];
    if (!ENV_NAME.test(variable.name) && /[=\s]/.test(variable.name)) {
      return [
        invalid(
          `${at}.name`,
          variable.name,
          "a valid environment variable name must consist only of printable ASCII characters other than '='",
        ),
      ];
    }
    if (variable.value && variable.valueFrom) {
      return [
        invalid(
          `${at}.valueFrom`,
          '',
          'may not be specified when `value` is not empty',
        ),
      ];
    }
    return [];
  });
}

function mountErrors(
  mounts: Fields[] | undefined,
  volumes: Set<string>,
  field: string,
): FieldError[] {
  return (mounts ?? []).flatMap((mount, i) => {
    const at = `${field}[${i}]`;
    const errors: FieldError[] = [];
    if (!mount.name) errors.push(required(`${at}.name`));
    else if (!volumes.has(mount.name)) {
      errors.push({
        reason: 'FieldValueNotFound',
        field: `${at}.name`,
        message: `Not found: ${JSON.stringify(mount.name)}`,
      });
    }
    if (!mount.mountPath) errors.push(required(`${at}.mountPath`));
    return errors;
  });
}

function probeErrors(probe: Fields | undefined, field: string): FieldError[] {
  if (!probe) return [];
  const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'].filter(
    name => probe[name],
  );
  if (handlers.length === 0)
    return [required(field, 'must specify a handler type')];
  return [
    'initialDelaySeconds',
    'timeoutSeconds',
    'periodSeconds',
    'failureThreshold',
  ]
    .filter(name => probe[name] < 0)
    .map(name =>
      invalid(
        `${field}.${name}`,
        probe[name],
        'must be greater than or equal to 0',
      ),
    );
}

function containerErrors(
  container: Fields,
  volumes: Set<string>,
  field: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (!container.name) errors.push(required(`${field}.name`));
  else if (!isDnsLabel(container.name)) {
    errors.push(
      invalid(
        `${field}.name`,
        container.name,
        nameProblem('label', container.name) ?? '',
      ),
    );
  }
  if (!container.image) errors.push(required(`${field}.image`));
  else if (container.image !== container.image.trim()) {
    errors.push(
      invalid(
        `${field}.image`,
        container.image,
        'must not have leading or trailing whitespace',
      ),
    );
  }
  if (
    !['Always', 'Never', 'IfNotPresent', undefined].includes(
      container.imagePullPolicy,
    )
  ) {
    errors.push(
      notSupported(`${field}.imagePullPolicy`, container.imagePullPolicy, [
        'Always',
        'IfNotPresent',
        'Never',
      ]),
    );
  }
  return [
    ...errors,
    ...portErrors(container.ports, `${field}.ports`),
    ...envErrors(container.env, `${field}.env`),
    ...mountErrors(container.volumeMounts, volumes, `${field}.volumeMounts`),
    ...resourceRequirementErrors(container.resources, `${field}.resources`),
    ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap(probe =>
      probeErrors(container[probe], `${field}.${probe}`),
    ),
  ];
}

function volumeErrors(volumes: Fields[], field: string): FieldError[] {
  const seen = new Set<string>();
  return volumes.flatMap((volume, i) => {
    const at = `${field}[${i}].name`;
    if (!volume.name) return [required(at)];
    if (!isDnsLabel(volume.name))
      return [
        invalid(at, volume.name, nameProblem('label', volume.name) ?? ''),
      ];
    const twice = seen.has(volume.name);
    seen.add(volume.name);
    return twice ? [duplicate(at, volume.name)] : [];
  });
}

/** What a pod, or the template of one, has to satisfy. */
export function podSpecErrors(
  spec: Fields | undefined,
  field: string,
): FieldError[] {
  const volumes: Fields[] = spec?.volumes ?? [];
  const volumeNames = new Set(volumes.map(volume => volume.name));
  const containers: Fields[] = spec?.containers ?? [];
  const errors = volumeErrors(volumes, `${field}.volumes`);
  if (containers.length === 0) errors.push(required(`${field}.containers`));
  const names = new Set<string>();
  for (const list of ['initContainers', 'containers']) {
    (spec?.[list] ?? []).forEach((container: Fields, i: number) => {
      const at = `${field}.${list}[${i}]`;
      errors.push(...containerErrors(container, volumeNames, at));
      if (container.name && names.has(container.name))
        errors.push(duplicate(`${at}.name`, container.name));
      names.add(container.name);
    });
  }
  if (
    !['Always', 'OnFailure', 'Never', undefined].includes(spec?.restartPolicy)
  ) {
    errors.push(
      notSupported(`${field}.restartPolicy`, spec?.restartPolicy, [
        'Always',
        'OnFailure',
        'Never',
      ]),
    );
  }
  if (spec?.terminationGracePeriodSeconds < 0) {
    errors.push(
      invalid(
        `${field}.terminationGracePeriodSeconds`,
        spec?.terminationGracePeriodSeconds,
        'must be greater than or equal to 0',
      ),
    );
  }
  return errors;
}
