/** How to prove to a cluster who we are. */
export type ClusterCredential =
  | { type: 'token'; token: string }
  /** Read again for every request, because the kubelet rotates the tokens it mounts. */
  | { type: 'tokenFile'; path: string }
  /** PEM texts. */
  | { type: 'clientCertificate'; cert: string; key: string }
  | { type: 'anonymous' };

/** A Kubernetes API server and how to reach it. */
export interface Cluster {
  /** Identifies the cluster everywhere in the portal; unique. */
  name: string;
  /** For people; `name` when absent. */
  title?: string;
  /** `https://host:port`, with a path when the API is served below one (Rancher, for example). */
  url: string;
  credential: ClusterCredential;
  /** PEM text of the certificate authority; the system's when neither this nor `caFile` is given. */
  ca?: string;
  /** File with the certificate authority, PEM; read once, when the first connection is opened. */
  caFile?: string;
  skipTLSVerify?: boolean;
}
