import { formatCpu, formatMemory, parseQuantity } from '../kubernetes/quantity';
import { AgentSpec } from '../spec/AgentSpec';
import { Environment, EnvironmentSize } from '../spec/environments';
import { ContainerResources } from '../spec/resources';
import { SizedAgent } from './SizedAgent';

/** Smallest values that a container is scaled to; below them most servers do not start. */
const MIN_CORES = 0.05;
const MIN_BYTES = 64 * 1024 ** 2;

/**
 * The size of an environment where the spec says nothing: development is small and talkative, testing has the
 * production requests and half of its range, production is the spec itself, spread and with a second model server.
 */
export function defaultEnvironmentSize(
  spec: AgentSpec,
  environment: Environment,
): Required<EnvironmentSize> {
  const { minReplicas, maxReplicas } = spec.scaling;
  switch (environment) {
    case 'development':
      return {
        minReplicas: 1,
        maxReplicas: Math.min(2, maxReplicas),
        modelServerReplicas: 1,
        resourcePercent: 25,
        logLevel: 'debug',
        spread: false,
      };
    case 'testing':
      return {
        minReplicas,
        maxReplicas: Math.max(minReplicas, Math.ceil(maxReplicas / 2)),
        modelServerReplicas: 1,
        resourcePercent: 100,
        logLevel: 'info',
        spread: false,
      };
    default:
      return {
        minReplicas,
        maxReplicas,
        modelServerReplicas: Math.max(2, spec.modelServer.replicas),
        resourcePercent: 100,
        logLevel: 'info',
        spread: true,
      };
  }
}

/** The spec as an environment runs it: the sizes given in `spec.environments`, else the defaults. */
export function sizeFor(spec: AgentSpec, environment: Environment): SizedAgent {
  const given = spec.environments[environment];
  const fallback = defaultEnvironmentSize(spec, environment);
  // One end may be given and the other a default: the default gives way.
  const minReplicas =
    given.minReplicas ??
    Math.min(fallback.minReplicas, given.maxReplicas ?? fallback.maxReplicas);
  const maxReplicas =
    given.maxReplicas ?? Math.max(fallback.maxReplicas, minReplicas);
  const share = (given.resourcePercent ?? fallback.resourcePercent) / 100;
  return {
    logLevel: given.logLevel ?? fallback.logLevel,
    spread: given.spread ?? fallback.spread,
    spec: {
      ...spec,
      agent: {
        ...spec.agent,
        resources: scaleResources(spec.agent.resources, share),
      },
      modelServer: {
        ...spec.modelServer,
        replicas: given.modelServerReplicas ?? fallback.modelServerReplicas,
        resources: scaleResources(spec.modelServer.resources, share),
      },
      scaling: { ...spec.scaling, minReplicas, maxReplicas },
      // The lower bounds shrink too, or the recommendation would undo the small size; the upper ones stay.
      ...(spec.verticalScaling && {
        verticalScaling: {
          ...spec.verticalScaling,
          cpu: {
            ...spec.verticalScaling.cpu,
            min: scaleCpu(spec.verticalScaling.cpu.min, share),
          },
          memory: {
            ...spec.verticalScaling.memory,
            min: scaleMemory(spec.verticalScaling.memory.min, share),
          },
        },
      }),
    },
  };
}

function scaleResources(
  resources: ContainerResources,
  share: number,
): ContainerResources {
  const scale = (list: { cpu: string; memory: string }) => ({
    cpu: scaleCpu(list.cpu, share),
    memory: scaleMemory(list.memory, share),
  });
  return {
    requests: scale(resources.requests),
    limits: scale(resources.limits),
  };
}

function scaleCpu(quantity: string, share: number): string {
  const cores = parseQuantity(quantity) ?? 0;
  return formatCpu(Math.min(cores, Math.max(MIN_CORES, cores * share)));
}

function scaleMemory(quantity: string, share: number): string {
  const bytes = parseQuantity(quantity) ?? 0;
  // Whole MiB: a request of 268435457 bytes helps nobody.
  const scaled = Math.ceil((bytes * share) / 1024 ** 2) * 1024 ** 2;
  return formatMemory(Math.min(bytes, Math.max(MIN_BYTES, scaled)));
}
