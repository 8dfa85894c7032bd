import { ClusterUnreachableError } from './errors';

const TLS_REMEDY =
  'set caData or caFile of the cluster to its certificate authority';

const remedies: Record<string, string> = {
  ECONNREFUSED: 'is the API server running, and is the port right?',
  ENOTFOUND: 'check the host name in the url of the cluster',
  EAI_AGAIN: 'name resolution failed; check the DNS of this machine',
  EHOSTUNREACH: 'check the network between this machine and the cluster',
  ENETUNREACH: 'check the network between this machine and the cluster',
  ETIMEDOUT: 'check the network between this machine and the cluster',
  ECONNRESET: 'the connection was cut; it will be opened again',
  EPROTO: 'does the url say https for a server that speaks http?',
  CERT_HAS_EXPIRED: 'renew the certificate of the API server',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'use a host name in the url that the certificate of the API server names',
  DEPTH_ZERO_SELF_SIGNED_CERT: TLS_REMEDY,
  SELF_SIGNED_CERT_IN_CHAIN: TLS_REMEDY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: TLS_REMEDY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: TLS_REMEDY,
};

/** Turns whatever the socket layer throws into one typed error that says what to do. */
export function toUnreachableError(
  error: unknown,
  options: { cluster: string; url: string },
): ClusterUnreachableError {
  if (error instanceof ClusterUnreachableError) {
    return error;
  }
  const cause = error as { code?: string; message?: string };
  const code = cause?.code ?? 'UNKNOWN';
  const remedy = remedies[code] ? `: ${remedies[code]}` : '';
  return new ClusterUnreachableError({
    cluster: options.cluster,
    code,
    message: `Cluster '${options.cluster}' cannot be reached at ${options.url} (${code})${remedy}`,
    // The cause of an AggregateError (IPv4 and IPv6 both failed) has no message of its own.
    cause: error,
  });
}
