/**
 * Wire shapes, client and permissions of the agent-scaling plugin.
 *
 * @packageDocumentation
 */
export * from './agentKey';
export * from './api/AgentScalingApi';
export * from './api/AgentScalingClient';
export * from './permissions';
export * from './schema/openapi/generated/types';
export * from './signals';
