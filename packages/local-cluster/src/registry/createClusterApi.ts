import { randomUUID } from 'node:crypto';
import { Clock } from '../clock/types';
import { Cluster, ClusterOptions } from './Cluster';

/**
 * A cluster in memory: see {@link Cluster}.
 *
 * @param options - `clock` is required; `uuid` and `random` default to the real ones
 */
export function createClusterApi(
  options: { clock: Clock } & Partial<ClusterOptions>,
): Cluster {
  return new Cluster({ uuid: randomUUID, random: Math.random, ...options });
}
