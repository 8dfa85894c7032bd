import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  AGENT_SCALING_SIGNAL_CHANNEL,
  type AgentScalingSignal,
} from '@suoke/plugin-agent-scaling-common';
import type { IndexChanges } from '../agents/AgentIndex';

/** A page reads at most this often however much happens in the clusters. */
export const SIGNAL_INTERVAL_MS = 1_000;
const MAX_AGENTS = 200;

/** The message about a set of changes; `undefined` when there is nothing to say. */
export function toSignal(
  changes: IndexChanges,
): AgentScalingSignal | undefined {
  if (changes.agents.length === 0 && changes.clusters.length === 0) {
    return undefined;
  }
  return {
    type: 'agents-changed',
    agents: changes.agents.slice(0, MAX_AGENTS),
    truncated: changes.agents.length > MAX_AGENTS,
    clusters: changes.clusters,
  };
}

/** Tells open pages which agents changed, coalesced. Signals reach every signed-in user, so they carry names and no state. */
export class ChangeSignaller {
  static create(options: {
    signals: SignalsService;
    logger: LoggerService;
    takeChanges: () => IndexChanges;
  }) {
    return new ChangeSignaller(options);
  }

  #timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly options: {
      signals: SignalsService;
      logger: LoggerService;
      takeChanges: () => IndexChanges;
    },
  ) {}

  /** Something changed: a signal goes out within {@link SIGNAL_INTERVAL_MS}. */
  schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#send();
    }, SIGNAL_INTERVAL_MS).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #send(): Promise<void> {
    const { signals, logger, takeChanges } = this.options;
    try {
      const message = toSignal(takeChanges());
      if (message) {
        await signals.publish({
          recipients: { type: 'broadcast' },
          channel: AGENT_SCALING_SIGNAL_CHANNEL,
          message,
        });
      }
    } catch (error) {
      logger.warn(`Open pages were not told of changes: ${error}`);
    }
  }
}
