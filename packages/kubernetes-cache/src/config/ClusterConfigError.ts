import { InputError } from '@backstage/errors';

/** The cluster configuration cannot work; the message names the path in app-config and the remedy. */
export class ClusterConfigError extends InputError {
  /** For example `kubernetes.clusterLocatorMethods[0].clusters[1].url`. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.path = path;
  }
}
