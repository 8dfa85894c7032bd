/** One request to a cluster. */
export interface RequestOptions {
  /** Default: `GET`. */
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, string | number | boolean | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  /** Default: `application/json`; patches need their own type, for example `application/merge-patch+json`. */
  contentType?: string;
  /** Default: `application/json`; `application/json;as=Table;g=meta.k8s.io;v=v1` asks for printer columns. */
  accept?: string;
  signal?: AbortSignal;
  /** Time for the whole exchange, in milliseconds. Default: 30 000. */
  timeoutMs?: number;
}
