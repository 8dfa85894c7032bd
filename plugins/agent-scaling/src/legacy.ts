/**
 * The plugin for apps that do not use the new frontend system yet.
 *
 * @packageDocumentation
 */
export {
  agentScalingPlugin,
  AgentScalingPage,
  EntityScalingCard,
  EntityScalingContent,
  isAgentScalingAvailable,
} from './legacyPlugin';
export { agentScalingApiRef } from './api/agentScalingApiRef';
