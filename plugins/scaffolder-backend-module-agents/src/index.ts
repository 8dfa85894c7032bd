/**
 * Scaffolder actions that render, lint, publish, register and apply an agent service.
 *
 * @packageDocumentation
 */
export { scaffolderModuleAgents as default } from './module';
export {
  agentFolderPublishPermission,
  agentManifestsApplyPermission,
} from './permissions/permissions';
