import { createPermission } from '@backstage/plugin-permission-common';

/** Allows writing the manifests of an agent to a cluster. */
export const agentManifestsApplyPermission = createPermission({
  name: 'agents.manifests.apply',
  attributes: { action: 'update' },
});

/** Allows writing an agent to the folder that the catalog reads. */
export const agentFolderPublishPermission = createPermission({
  name: 'agents.folder.publish',
  attributes: { action: 'create' },
});

/** Every permission of this package. */
export const agentPermissions = [
  agentManifestsApplyPermission,
  agentFolderPublishPermission,
];
