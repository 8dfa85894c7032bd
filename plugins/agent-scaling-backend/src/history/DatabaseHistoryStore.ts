import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type {
  AgentKey,
  ReplicaSample,
  ScaleEvent,
} from '@suoke/plugin-agent-scaling-common';
import type { Knex } from 'knex';
import {
  fromReplicaSampleRow,
  fromScaleEventRow,
  toReplicaSampleRow,
  toScaleEventRow,
  type ReplicaSampleRow,
  type ScaleEventRow,
} from './rows';
import type { RecordedSample, RecordedScaleEvent } from './types';

const EVENTS = 'scale_events';
const SAMPLES = 'replica_samples';
/** SQLite and PostgreSQL limit the variables of one statement; 13 columns times this stays far below both. */
const ROWS_PER_INSERT = 200;

export const migrationsDirectory = () =>
  resolvePackagePath('@suoke/plugin-agent-scaling-backend', 'migrations');

interface Range {
  from: Date;
  to: Date;
}

/** History in the portal's database. Every write is idempotent, so any number of backends may make it. */
export class DatabaseHistoryStore {
  /** Brings the schema up to date, unless migrations are switched off. */
  static async create(options: { database: DatabaseService }) {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await knex.migrate.latest({ directory: migrationsDirectory() });
    }
    return new DatabaseHistoryStore(knex);
  }

  private constructor(private readonly knex: Knex) {}

  /** Writes what nobody has written yet. */
  async addScaleEvents(events: readonly RecordedScaleEvent[]): Promise<void> {
    for (const part of chunks(events.map(toScaleEventRow))) {
      await this.knex<ScaleEventRow>(EVENTS)
        .insert(part)
        .onConflict(['cluster', 'uid', 'version'])
        .ignore();
    }
  }

  /** Writes samples for intervals that have none yet. */
  async addSamples(samples: readonly RecordedSample[]): Promise<void> {
    for (const part of chunks(samples.map(toReplicaSampleRow))) {
      await this.knex<ReplicaSampleRow>(SAMPLES)
        .insert(part)
        .onConflict(['cluster', 'namespace', 'name', 'slot'])
        .ignore();
    }
  }

  /** The newest `limit` events of a range, oldest first. */
  async listScaleEvents(
    agent: AgentKey,
    range: Range & { limit: number },
  ): Promise<{ events: ScaleEvent[]; truncated: boolean }> {
    const rows = await this.knex<ScaleEventRow>(EVENTS)
      .where(onlyKey(agent))
      .whereBetween('at', [range.from.getTime(), range.to.getTime()])
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'uid', order: 'desc' },
      ])
      .limit(range.limit + 1);
    const kept = rows.slice(0, range.limit).reverse();
    return {
      events: kept.map(fromScaleEventRow),
      truncated: rows.length > range.limit,
    };
  }

  /** The last few changes of size of every agent, oldest first. */
  async listLatestRescales(options: {
    perAgent: number;
  }): Promise<{ agent: AgentKey; event: ScaleEvent }[]> {
    const ranked = this.knex<ScaleEventRow>(EVENTS)
      .select('*')
      .rowNumber('recency', builder =>
        builder
          .partitionBy(['cluster', 'namespace', 'name'])
          .orderBy('at', 'desc'),
      )
      .where('kind', 'rescale')
      .as('ranked');
    const rows: ScaleEventRow[] = await this.knex
      .select('*')
      .from(ranked)
      .where('recency', '<=', options.perAgent)
      .orderBy('at');
    return rows.map(row => ({
      agent: onlyKey(row),
      event: fromScaleEventRow(row),
    }));
  }

  /** Samples of a range, oldest first. */
  async listSamples(agent: AgentKey, range: Range): Promise<ReplicaSample[]> {
    const rows = await this.knex<ReplicaSampleRow>(SAMPLES)
      .where(onlyKey(agent))
      .whereBetween('slot', [range.from.getTime(), range.to.getTime()])
      .orderBy('slot');
    return rows.map(fromReplicaSampleRow);
  }

  /** Whether anything is remembered of an agent, which may be gone. */
  async knows(agent: AgentKey): Promise<boolean> {
    for (const table of [SAMPLES, EVENTS]) {
      const row = await this.knex(table).where(onlyKey(agent)).first('name');
      if (row) {
        return true;
      }
    }
    return false;
  }

  /** Forgets what is older. */
  async deleteBefore(limits: {
    samples: Date;
    scaleEvents: Date;
  }): Promise<{ samples: number; scaleEvents: number }> {
    return {
      samples: await this.knex(SAMPLES)
        .where('slot', '<', limits.samples.getTime())
        .delete(),
      scaleEvents: await this.knex(EVENTS)
        .where('at', '<', limits.scaleEvents.getTime())
        .delete(),
    };
  }

  /**
   * Leaves only the first sample of each interval of `stepMs` before a time. Doing it twice, or from two backends, removes nothing more.
   *
   * @returns how many samples were removed.
   */
  async thinSamples(options: {
    before: Date;
    stepMs: number;
  }): Promise<number> {
    const { before, stepMs } = options;
    // Whole intervals only, or the first sample of the last one would depend on when this runs.
    const limit = Math.floor(before.getTime() / stepMs) * stepMs;
    return this.knex(SAMPLES)
      .where('slot', '<', limit)
      .whereExists(
        this.knex
          .select(this.knex.raw('1'))
          .from(`${SAMPLES} as earlier`)
          .whereRaw('earlier.cluster = ??', [`${SAMPLES}.cluster`])
          .whereRaw('earlier.namespace = ??', [`${SAMPLES}.namespace`])
          .whereRaw('earlier.name = ??', [`${SAMPLES}.name`])
          .whereRaw('earlier.slot < ??', [`${SAMPLES}.slot`])
          .whereRaw('earlier.slot >= ?? - ?? % ?', [
            `${SAMPLES}.slot`,
            `${SAMPLES}.slot`,
            stepMs,
          ]),
      )
      .delete();
  }
}

function onlyKey({ cluster, namespace, name }: AgentKey): AgentKey {
  return { cluster, namespace, name };
}

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    yield rows.slice(start, start + ROWS_PER_INSERT);
  }
}
