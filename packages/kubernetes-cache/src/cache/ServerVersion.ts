import { ClusterTransport } from '../client/ClusterTransport';
import { requestJson } from '../client/requestJson';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 64 * 1024;

/** The version of an API server, for display. Not knowing it is never an error. */
export class ServerVersion {
  #gitVersion: string | undefined;
  #asking: Promise<void> | undefined;

  constructor(private readonly transport: ClusterTransport) {}

  get gitVersion(): string | undefined {
    return this.#gitVersion;
  }

  /** Asks the cluster, unless that is under way. */
  ask(signal: AbortSignal): Promise<void> {
    this.#asking ??= this.#read(signal).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #read(signal: AbortSignal): Promise<void> {
    try {
      const version = (await requestJson(this.transport, '/version', {
        signal,
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_BYTES,
      })) as { gitVersion?: string } | null;
      this.#gitVersion = version?.gitVersion ?? this.#gitVersion;
    } catch {
      // Some clusters forbid /version, and whatever else is wrong is told by the lists.
    }
  }
}
