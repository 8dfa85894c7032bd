import { z } from 'zod';
import { AgentSpec, agentSpecSchema } from './AgentSpec';

/** One reason why an AgentSpec cannot be used. */
export interface FieldProblem {
  /** Path of the field, for example `modelServer.gpu.min`; empty for the document itself. */
  field: string;
  /** What is wrong and what to do instead. */
  message: string;
}

/** Thrown by {@link parseAgentSpec}; its message lists every problem with its field. */
export class AgentSpecError extends Error {
  readonly problems: readonly FieldProblem[];

  constructor(problems: readonly FieldProblem[]) {
    super(
      `The agent specification is not valid:\n${problems
        .map(({ field, message }) => `- ${field || '(document)'}: ${message}`)
        .join('\n')}`,
    );
    this.name = 'AgentSpecError';
    this.problems = problems;
  }
}

/** Fills in the defaults of a specification, or tells what is wrong with it. */
export function safeParseAgentSpec(
  input: unknown,
): { ok: true; spec: AgentSpec } | { ok: false; problems: FieldProblem[] } {
  const result = agentSpecSchema.safeParse(input, { reportInput: true });
  return result.success
    ? { ok: true, spec: result.data }
    : { ok: false, problems: result.error.issues.flatMap(toProblems) };
}

/**
 * Fills in the defaults of a specification.
 *
 * @throws AgentSpecError naming every wrong field and its remedy.
 */
export function parseAgentSpec(input: unknown): AgentSpec {
  const result = safeParseAgentSpec(input);
  if (!result.ok) throw new AgentSpecError(result.problems);
  return result.spec;
}

function toProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      field: [...path, key].join('.'),
      message: 'there is no such field; remove it or correct its name',
    }));
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return [
      {
        field: path.join('.'),
        message: `is required (${issue.expected})`,
      },
    ];
  }
  if (issue.code === 'invalid_value') {
    return [
      {
        field: path.join('.'),
        message: `use one of ${issue.values.map(String).join(', ')}`,
      },
    ];
  }
  return [{ field: path.join('.'), message: issue.message }];
}
