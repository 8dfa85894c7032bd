import { z } from 'zod';
import { agentSpecSchema } from './AgentSpec';

/**
 * JSON Schema (draft 7, the one that scaffolder forms and editors read) of what a person writes. Rules that span
 * fields are not expressible in it: `parseAgentSpec` stays the judge.
 */
export function agentSpecJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(agentSpecSchema, { io: 'input', target: 'draft-7' }),
    title: 'AgentSpec',
  };
}
