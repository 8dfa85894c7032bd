import { CustomErrorBase } from '@backstage/errors';

/** The `causes` of a Kubernetes `Status`: which field was refused, and why. */
export interface StatusCause {
  field?: string;
  reason?: string;
  message?: string;
}

/** The API server answered, and the answer was a failure. */
export class KubernetesStatusError extends CustomErrorBase {
  name = 'KubernetesStatusError' as const;
  readonly cluster: string;
  /** HTTP status code, or the `code` of a `Status` inside a watch stream. */
  readonly statusCode: number;
  /** Kubernetes' CamelCase reason (`Forbidden`, `AlreadyExists`, `Expired`), `Unknown` when the server gave none. */
  readonly reason: string;
  /** The server's own words, without what we put around them. */
  readonly serverMessage: string;
  readonly causes: StatusCause[];
  /** How long the server asked us to wait, in seconds (429 and 503). */
  readonly retryAfterSeconds?: number;

  constructor(options: {
    cluster: string;
    /** What was asked, `GET /api/v1/pods`; never with a credential. */
    operation: string;
    statusCode: number;
    reason: string;
    message: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  }) {
    super(
      `Cluster '${options.cluster}' answered ${options.operation} with ${options.statusCode} ${options.reason}: ${options.message}`,
    );
    this.cluster = options.cluster;
    this.statusCode = options.statusCode;
    this.reason = options.reason;
    this.serverMessage = options.message;
    this.causes = options.causes ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** No answer: refused, unknown host, TLS, timeout, or the connection broke. */
export class ClusterUnreachableError extends CustomErrorBase {
  name = 'ClusterUnreachableError' as const;
  readonly cluster: string;
  /** The system's code: `ECONNREFUSED`, `ETIMEDOUT`, `CERT_HAS_EXPIRED`. */
  readonly code: string;

  constructor(options: {
    cluster: string;
    code: string;
    message: string;
    cause?: unknown;
  }) {
    super(options.message, options.cause);
    this.cluster = options.cluster;
    this.code = options.code;
  }
}

/** The server answered with something that is not what the Kubernetes API says: not JSON, or too large to hold. */
export class InvalidResponseError extends CustomErrorBase {
  name = 'InvalidResponseError' as const;
  readonly cluster: string;
  readonly reason: 'NotJson' | 'NotKubernetes' | 'TooLarge';

  constructor(options: {
    cluster: string;
    reason: 'NotJson' | 'NotKubernetes' | 'TooLarge';
    message: string;
    cause?: unknown;
  }) {
    super(options.message, options.cause);
    this.cluster = options.cluster;
    this.reason = options.reason;
  }
}
