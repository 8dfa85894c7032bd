/** User without rights on the node; upstream images that start as root are content with it. */
const USER_ID = 1000;

/** Pod settings of the restricted Pod Security Standard. */
export function podSecurityContext() {
  return {
    runAsNonRoot: true,
    runAsUser: USER_ID,
    runAsGroup: USER_ID,
    fsGroup: USER_ID,
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/**
 * Container settings of the restricted Pod Security Standard. Inference servers write caches all over their image, so
 * only the agent's own file system is read-only.
 */
export function containerSecurityContext(options: {
  readOnlyRootFilesystem: boolean;
}) {
  return {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: options.readOnlyRootFilesystem,
    capabilities: { drop: ['ALL'] },
  };
}
