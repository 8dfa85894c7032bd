import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { AgentIndex } from '../agents/AgentIndex';
import type { AgentReader } from '../agents/AgentReader';
import type { AgentScalingConfig } from '../config/readAgentScalingConfig';
import type { PodUsageSampler } from '../usage/PodUsageSampler';
import { sumUsage } from '../usage/toPodUsage';
import type { DatabaseHistoryStore } from './DatabaseHistoryStore';
import type { ScaleEventRecorder } from './ScaleEventRecorder';
import { toSamples } from './toSamples';

interface HistoryTaskOptions {
  config: AgentScalingConfig;
  index: AgentIndex;
  reader: AgentReader;
  recorder: ScaleEventRecorder;
  store: DatabaseHistoryStore;
  usage?: PodUsageSampler;
  logger: LoggerService;
  now: () => Date;
}

/** Takes one sample of usage and replicas of every agent. */
export async function takeSamples(
  options: HistoryTaskOptions,
  signal?: AbortSignal,
): Promise<void> {
  const { config, index, reader, recorder, store, usage, logger, now } =
    options;
  // Some judgements depend on time alone, such as how long an autoscaler has had no value.
  index.markAll();
  const rows = index.list();
  await usage?.sample(rows, { signal });
  const samples = toSamples(rows, {
    now: now(),
    intervalMs: config.samples.intervalMs,
    usageOf: row => {
      const pods = usage && reader.read(row)?.pods;
      return (
        pods &&
        sumUsage(
          pods.map(pod => pod.metadata.name),
          usage.usageOf(row),
        )
      );
    },
  });
  try {
    await store.addSamples(samples);
  } catch (error) {
    logger.warn(`Samples could not be written: ${error}`);
  }
  await recorder.record();
}

/** Removes what is older than configured, and thins out older samples. */
export async function cleanUp(
  options: Pick<HistoryTaskOptions, 'config' | 'store' | 'logger' | 'now'>,
): Promise<void> {
  const { config, store, logger, now } = options;
  const ago = (ms: number) => new Date(now().getTime() - ms);
  const deleted = await store.deleteBefore({
    samples: ago(config.retention.samplesMs),
    scaleEvents: ago(config.retention.scaleEventsMs),
  });
  const thinned = await store.thinSamples({
    before: ago(config.samples.thinAfterMs),
    stepMs: config.samples.thinToMs,
  });
  logger.debug(
    `History: ${deleted.scaleEvents} scale events and ${deleted.samples} samples deleted, ${thinned} thinned out`,
  );
}

/** Schedules both. Sampling runs in every backend, so that one of them is enough; cleaning needs to run only once. */
export async function scheduleHistoryTasks(
  options: HistoryTaskOptions & { scheduler: SchedulerService },
): Promise<void> {
  const { scheduler, config } = options;
  await scheduler.scheduleTask({
    id: 'agent-scaling-samples',
    scope: 'local',
    frequency: { milliseconds: config.samples.intervalMs },
    // Soon, so that a new portal shows usage; not at once, because the first lists are still under way.
    initialDelay: { seconds: 3 },
    timeout: { minutes: 5 },
    fn: signal => takeSamples(options, signal),
  });
  await scheduler.scheduleTask({
    id: 'agent-scaling-retention',
    scope: 'global',
    frequency: { minutes: 10 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 10 },
    fn: () => cleanUp(options),
  });
}
