import { badRequest } from '../../store/StatusError';
import kinds from './kinds.json';
import messages from './messages.json';
import { WireReader } from './WireReader';

type Message = Record<string, string>;
type Fields = Record<string, unknown>;

const MAGIC = Buffer.from([0x6b, 0x38, 0x73, 0x00]);

/** Go structs that JSON writes into their parent; in protobuf they are messages of their own. */
const inlined = new Set([
  'volumeSource',
  'ephemeralContainerCommon',
  'handler',
  'persistentVolumeSource',
  'localObjectReference',
  'ingressRuleValue',
  'ruleWithOperations',
]);

/** Fields that Go always encodes and that JSON leaves out when they are zero; for all others zero has a meaning. */
const omittedWhenZero = new Set([
  'generation',
  'minReadySeconds',
  'hostPort',
  'nodePort',
  'observedGeneration',
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
  'healthCheckNodePort',
  'count',
  'hostNetwork',
  'hostPID',
  'hostIPC',
  'stdin',
  'stdinOnce',
  'tty',
  'paused',
  'readOnly',
  'publishNotReadyAddresses',
  'unschedulable',
  'denied',
  'insecureSkipTLSVerify',
  'replicas',
  'readyReplicas',
  'availableReplicas',
  'updatedReplicas',
  'unavailableReplicas',
  'fullyLabeledReplicas',
]);

/** Of these, `replicas` is an optional pointer in specs, where zero is a wish. */
const pointersInSpecs = new Set(['replicas']);

const special: Record<string, (chunk: Buffer) => unknown> = {
  Quantity: chunk =>
    readFields(chunk, { 1: 'string string' }, '').string ?? '0',
  IntOrString: chunk => {
    const value = readFields(
      chunk,
      { 1: 'type int64', 2: 'intVal int32', 3: 'strVal string' },
      '',
    );
    return value.type === 1 ? value.strVal ?? '' : value.intVal ?? 0;
  },
  Time: timeOf,
  MicroTime: timeOf,
  RawExtension: chunk =>
    parseRaw(readFields(chunk, { 1: 'raw bytes' }, '').raw),
  FieldsV1: chunk => parseRaw(readFields(chunk, { 1: 'Raw bytes' }, '').Raw),
  // Named lists, which JSON writes as lists.
  ExtraValue: chunk =>
    readFields(chunk, { 1: 'items [string' }, '').items ?? [],
};

function timeOf(chunk: Buffer): string | undefined {
  const { seconds, nanos = 0 } = readFields(
    chunk,
    { 1: 'seconds int64', 2: 'nanos int32' },
    '',
  ) as { seconds?: number; nanos?: number };
  if (seconds === undefined) return undefined;
  const text = new Date(seconds * 1000).toISOString();
  return nanos
    ? text.replace(/\.\d+Z$/, `.${String(nanos).padStart(9, '0').slice(0, 6)}Z`)
    : text.replace(/\.\d+Z$/, 'Z');
}

function parseRaw(base64: unknown): unknown {
  return typeof base64 === 'string' && base64
    ? JSON.parse(Buffer.from(base64, 'base64').toString())
    : undefined;
}

function scalar(type: string, reader: WireReader): unknown {
  switch (type) {
    case 'string':
      return reader.chunk().toString('utf8');
    case 'bytes':
      return reader.chunk().toString('base64');
    case 'bool':
      return reader.varint() !== 0n;
    case 'double':
      return reader.double();
    default:
      return Number(reader.varint());
  }
}

const isScalar = (type: string) => !type.includes('.');

function valueOf(type: string, reader: WireReader): unknown {
  if (isScalar(type)) return scalar(type, reader);
  const chunk = reader.chunk();
  const name = type.slice(type.lastIndexOf('.') + 1);
  return Object.hasOwn(special, name)
    ? special[name](chunk)
    : readMessage(chunk, type);
}

function readMessage(chunk: Buffer, type: string): Fields {
  return readFields(
    chunk,
    (messages as Record<string, Message>)[type] ?? {},
    type,
  );
}

function isOmitted(name: string, value: unknown, type: string): boolean {
  if (value === undefined || value === '') return true;
  if (value !== 0 && value !== false) return false;
  return (
    omittedWhenZero.has(name) &&
    !(pointersInSpecs.has(name) && type.endsWith('Spec'))
  );
}

function readFields(chunk: Buffer, message: Message, type: string): Fields {
  const reader = new WireReader(chunk);
  const result: Fields = {};
  while (!reader.done) {
    const { field, wire } = reader.tag();
    const known = message[field];
    if (!known) {
      reader.skip(wire);
      continue;
    }
    const [name, written] = known.split(' ');
    if (written.startsWith('[')) {
      const list = (result[name] ??= []) as unknown[];
      list.push(valueOf(written.slice(1), reader));
    } else if (written.startsWith('{')) {
      const { key = '', value = '' } = readFields(
        reader.chunk(),
        { 1: 'key string', 2: `value ${written.slice(1)}` },
        '',
      ) as { key?: string; value?: unknown };
      result[name] = { ...(result[name] as Fields), [key]: value };
    } else {
      const value = valueOf(written, reader);
      if (
        inlined.has(name) ||
        written.endsWith('.admissionregistration.v1.Rule')
      )
        Object.assign(result, value);
      else if (!isOmitted(name, value, type)) result[name] = value;
    }
  }
  return result;
}

/**
 * Reads an object in the protobuf envelope of Kubernetes. Go clients send built-in kinds this way.
 *
 * @throws StatusError 400 for bytes that are no object, or a kind whose messages are not known
 */
export function decodeProtobuf(body: Buffer): Fields {
  if (!body.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw badRequest(
      'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]',
    );
  }
  try {
    const envelope = new WireReader(body.subarray(MAGIC.length));
    let typeMeta: Fields = {};
    let raw: Buffer = Buffer.alloc(0);
    while (!envelope.done) {
      const { field, wire } = envelope.tag();
      if (field === 1)
        typeMeta = readFields(
          envelope.chunk(),
          { 1: 'apiVersion string', 2: 'kind string' },
          '',
        );
      else if (field === 2) raw = envelope.chunk();
      else envelope.skip(wire);
    }
    const { apiVersion, kind } = typeMeta;
    const type =
      kind === 'DeleteOptions'
        ? kinds.DeleteOptions
        : (kinds as Record<string, string>)[`${apiVersion}/${kind}`];
    if (!type)
      throw badRequest(
        `no protobuf messages are known for ${kind} in version ${JSON.stringify(
          apiVersion,
        )}; send application/json`,
      );
    return { ...readMessage(raw, type), apiVersion, kind };
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) {
      throw badRequest(`unable to decode protobuf: ${error.message}`);
    }
    throw error;
  }
}
