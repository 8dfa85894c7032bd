import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { parseLabelSelector } from '@suoke/autoscaling';
import type { AgentSelector } from '../agents/AgentSelector';

const DEFAULT_LABELS = 'ai.suoke.life/agent,app.kubernetes.io/component=agent';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The plugin's configuration with every default filled in. */
export interface AgentScalingConfig {
  selector: AgentSelector;
  /** All namespaces when absent. */
  namespaces?: string[];
  resyncMs: number;
  samples: {
    intervalMs: number;
    thinAfterMs: number;
    thinToMs: number;
  };
  /** Absent when usage is not sampled. */
  usage?: { timeoutMs: number };
  retention: { samplesMs: number; scaleEventsMs: number };
}

/**
 * Reads `agentScaling`.
 *
 * @throws InputError that names the key and says what is possible.
 */
export function readAgentScalingConfig(root: Config): AgentScalingConfig {
  const config = root.getOptionalConfig('agentScaling');
  const duration = (
    key: string,
    options: { byDefault: HumanDuration; min: number; max: number },
  ) => readDuration(config, key, options);
  const samples = {
    intervalMs: duration('samples.interval', {
      byDefault: { seconds: 30 },
      min: 5 * SECOND,
      max: 10 * MINUTE,
    }),
    thinAfterMs: duration('samples.thinAfter', {
      byDefault: { hours: 2 },
      min: MINUTE,
      max: 30 * DAY,
    }),
    thinToMs: duration('samples.thinTo', {
      byDefault: { minutes: 5 },
      min: 5 * SECOND,
      max: 6 * HOUR,
    }),
  };
  if (samples.thinToMs < samples.intervalMs) {
    throw new InputError(
      `agentScaling.samples.thinTo (${samples.thinToMs} ms) is shorter than agentScaling.samples.interval (${samples.intervalMs} ms): thinning cannot add samples, so make it longer`,
    );
  }
  const timeoutMs = duration('samples.usage.timeout', {
    byDefault: { seconds: 10 },
    min: SECOND,
    max: MINUTE,
  });
  const namespaces = readNamespaces(config);
  return {
    selector: readSelector(config),
    ...(namespaces && { namespaces }),
    resyncMs: duration('resync', {
      byDefault: { minutes: 10 },
      min: MINUTE,
      max: DAY,
    }),
    samples,
    ...(config?.getOptionalBoolean('samples.usage.enabled') !== false && {
      usage: { timeoutMs },
    }),
    retention: {
      samplesMs: duration('retention.samples', {
        byDefault: { hours: 24 },
        min: 10 * MINUTE,
        max: 90 * DAY,
      }),
      scaleEventsMs: duration('retention.scaleEvents', {
        byDefault: { days: 30 },
        min: HOUR,
        max: 3650 * DAY,
      }),
    },
  };
}

function readSelector(config: Config | undefined): AgentSelector {
  const text = config?.getOptionalString('selector.labels') ?? DEFAULT_LABELS;
  try {
    return {
      labels: parseLabelSelector(text),
      autoscaledEntities:
        config?.getOptionalBoolean('selector.autoscaledEntities') ?? true,
    };
  } catch (error) {
    throw new InputError(
      `agentScaling.selector.labels cannot be read; write it as for kubectl, for example '${DEFAULT_LABELS}'`,
      error,
    );
  }
}

function readNamespaces(config: Config | undefined): string[] | undefined {
  const namespaces = config?.getOptionalStringArray('selector.namespaces');
  const wrong = namespaces?.find(
    name => !/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(name),
  );
  if (wrong !== undefined) {
    throw new InputError(
      `agentScaling.selector.namespaces: '${wrong}' is not the name of a namespace; use lower case letters, digits and dashes`,
    );
  }
  // An empty list would watch nothing, which nobody means.
  return namespaces && namespaces.length > 0 ? namespaces : undefined;
}

function readDuration(
  config: Config | undefined,
  key: string,
  options: { byDefault: HumanDuration; min: number; max: number },
): number {
  const path = `agentScaling.${key}`;
  const { byDefault, min, max } = options;
  if (!config?.has(key)) {
    return durationToMilliseconds(byDefault);
  }
  let ms: number;
  try {
    ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  } catch (error) {
    throw new InputError(
      `${path} is not a duration; write for example { minutes: 5 } or 5m`,
      error,
    );
  }
  if (!(ms >= min && ms <= max)) {
    throw new InputError(
      `${path} is ${ms / SECOND} seconds; it must be between ${
        min / SECOND
      } and ${max / SECOND} seconds`,
    );
  }
  return ms;
}
