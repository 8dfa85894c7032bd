import { resolve } from 'node:path';
import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const DEFAULT_KINDS = [
  'Component',
  'API',
  'Resource',
  'AIModel',
  'ModelVersion',
];

/** The folder of agents, as configured. */
export interface FolderConfig {
  /** Absolute path. */
  root: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  allowedKinds: string[];
}

/** What `agents:apply` may do, as configured. */
export interface ApplyConfig {
  enabled: boolean;
  namespaces: string[];
  clusterScoped: boolean;
  timeoutMs: number;
}

/** Reads `agents.folder`; undefined when no root is set. */
export function readFolderConfig(config: Config): FolderConfig | undefined {
  const folder = config.getOptionalConfig('agents.folder');
  const root = folder?.getOptionalString('root');
  if (!folder || !root) return undefined;
  const schedule = folder.getOptionalConfig('schedule');
  return {
    root: resolve(root),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : {
          frequency: { minutes: 1 },
          timeout: { minutes: 1 },
          // Each instance has its own view of the file system and its own connection to the catalog.
          scope: 'local',
        },
    allowedKinds:
      folder.getOptionalStringArray('allowedKinds') ?? DEFAULT_KINDS,
  };
}

/** Reads `agents.apply`. Nothing is allowed unless it is configured. */
export function readApplyConfig(config: Config): ApplyConfig {
  const apply = config.getOptionalConfig('agents.apply');
  return {
    enabled: apply?.getOptionalBoolean('enabled') ?? false,
    namespaces: apply?.getOptionalStringArray('namespaces') ?? [],
    clusterScoped: apply?.getOptionalBoolean('clusterScoped') ?? false,
    timeoutMs: apply?.has('timeout')
      ? durationToMilliseconds(
          readDurationFromConfig(apply, { key: 'timeout' }),
        )
      : 30_000,
  };
}
