/**
 * Serves the live autoscaling state of agents from watched clusters.
 *
 * @packageDocumentation
 */
export { agentScalingPlugin as default } from './plugin';
