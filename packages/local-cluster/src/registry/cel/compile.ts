import { ASTNode, Environment } from '@marcbachmann/cel-js';
import { registerKubernetesFunctions } from './kubernetesFunctions';

/** A compiled expression. Throws an error with a readable message when the evaluation fails. */
export type CelProgram = (variables: Record<string, unknown>) => unknown;

const MAX_AST_NODES = 20_000;

const environments = new Map<string, Environment>();

/** One environment for each set of variables: they are dynamic, because schemas may leave fields open. */
function environmentFor(variables: readonly string[]): Environment {
  const id = variables.join(',');
  const known = environments.get(id);
  if (known) return known;
  const env = new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: MAX_AST_NODES },
  });
  registerKubernetesFunctions(env);
  for (const variable of variables) env.registerVariable(variable, 'dyn');
  environments.set(id, env);
  return env;
}

const firstLine = (error: unknown) => (error as Error).message.split('\n')[0];

/**
 * Compiles an expression, and checks names and functions.
 *
 * @throws Error with the compiler's reason
 */
export function compileCel(
  expression: string,
  variables: readonly string[],
): CelProgram {
  const env = environmentFor(variables);
  let program: ReturnType<Environment['parse']>;
  try {
    program = env.parse(expression);
  } catch (error) {
    throw new Error(
      `compilation failed: ERROR: <input>: Syntax error: ${firstLine(error)}`,
    );
  }
  const checked = program.check();
  if (!checked.valid)
    throw new Error(
      `compilation failed: ERROR: <input>: ${firstLine(checked.error)}`,
    );
  return context => {
    try {
      return program(context);
    } catch (error) {
      throw new Error(firstLine(error).replace(/^No such key/, 'no such key'));
    }
  };
}

/** The parsed form of an expression that compiles. */
export function parseCel(
  expression: string,
  variables: readonly string[],
): ASTNode {
  return environmentFor(variables).parse(expression).ast;
}
