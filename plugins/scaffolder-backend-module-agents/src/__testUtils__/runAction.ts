import {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject } from '@backstage/types';

/**
 * Runs an action as the scaffolder would, and returns its outputs. `checkpoints` carries over to a second run, as a
 * retried task's would.
 */
export async function runAction(
  action: TemplateAction<any, any, any>,
  options: {
    input: JsonObject;
    workspacePath?: string;
    isDryRun?: boolean;
    signal?: AbortSignal;
    checkpoints?: Map<string, unknown>;
  },
): Promise<Record<string, unknown>> {
  const outputs: Record<string, unknown> = {};
  const checkpoints = options.checkpoints ?? new Map();
  const context = {
    ...createMockActionContext({
      input: options.input,
      ...(options.workspacePath && { workspacePath: options.workspacePath }),
    }),
    isDryRun: options.isDryRun,
    signal: options.signal,
    output: (name: string, value: unknown) => {
      outputs[name] = value;
    },
    checkpoint: async ({ key, fn }: { key: string; fn: () => unknown }) => {
      if (!checkpoints.has(key)) checkpoints.set(key, await fn());
      return checkpoints.get(key);
    },
  } as ActionContext<any, any>;
  await action.handler(context);
  return outputs;
}
