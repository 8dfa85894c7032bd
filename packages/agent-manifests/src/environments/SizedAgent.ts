import { AgentSpec } from '../spec/AgentSpec';

/** A spec together with the settings that come from its environment and not from the agent. */
export interface SizedAgent {
  spec: AgentSpec;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
  spread: boolean;
}
