/**
 * Shows how AI agents scale: the fleet, each agent, and its tab and card on the catalog entity.
 *
 * @packageDocumentation
 */
export { agentScalingPlugin as default } from './plugin';
export { agentScalingApiRef } from './api/agentScalingApiRef';
