import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import {
  ENVIRONMENTS,
  formatFinding,
  lintManifests,
  safeParseAgentSpec,
} from '@suoke/agent-manifests';
import { agentFiles } from './agentFiles';
import { findingsMarkdown } from './findingsMarkdown';
import { judgeFindings } from './judgeFindings';
import { renderActionExamples } from './renderActionExamples';

/** `agents:render`: an AgentSpec becomes a linted folder in the workspace. */
export function createRenderAction() {
  return createTemplateAction({
    id: 'agents:render',
    description:
      'Renders an AgentSpec into manifests and a catalog entity in the workspace. Nothing is written when the lint finds an error.',
    examples: renderActionExamples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: z =>
          z
            .record(z.any())
            .describe(
              'The AgentSpec. Fields with defaults may be left out; see the README of @suoke/agent-manifests.',
            ),
        environment: z =>
          z
            .enum(ENVIRONMENTS)
            .optional()
            .describe(
              'Whose sizes to use. Default: the sizes of the specification itself.',
            ),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe('Directory in the workspace. Default: its root.'),
        failOn: z =>
          z
            .enum(['error', 'warning'])
            .optional()
            .describe('The mildest finding that stops. Default: error.'),
      },
      output: {
        name: z => z.string().describe('Name of the agent.'),
        namespace: z => z.string().describe('Namespace of its objects.'),
        entityRef: z => z.string().describe('Entity ref of the agent.'),
        files: z =>
          z
            .array(z.string())
            .describe('Written files, relative to targetPath.'),
        findings: z =>
          z
            .array(z.record(z.any()))
            .describe(
              'Findings of the lint: id, severity, object, field, text.',
            ),
        findingsText: z =>
          z.string().describe('The findings as Markdown, English and Chinese.'),
      },
    },
    async handler(ctx) {
      const parsed = safeParseAgentSpec(ctx.input.spec);
      if (!parsed.ok) {
        throw new InputError(
          `spec is not valid:\n${parsed.problems
            .map(({ field, message }) => `- spec.${field}: ${message}`)
            .join('\n')}`,
        );
      }
      const { spec } = parsed;
      const { files, objects } = agentFiles(spec, ctx.input.environment);
      const findings = lintManifests(objects);
      for (const finding of findings) {
        const log = finding.severity === 'info' ? 'info' : 'warn';
        ctx.logger[log](formatFinding(finding));
      }
      judgeFindings(findings, ctx.input.failOn ?? 'error');

      const target = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );
      for (const [path, content] of Object.entries(files)) {
        ctx.signal?.throwIfAborted();
        const file = resolveSafeChildPath(target, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
      }
      ctx.logger.info(
        `Rendered ${objects.length} objects of agent ${spec.name}`,
      );
      ctx.output('name', spec.name);
      ctx.output('namespace', spec.namespace);
      ctx.output('entityRef', `component:default/${spec.name}`);
      ctx.output('files', Object.keys(files));
      ctx.output(
        'findings',
        findings.map(finding => ({ ...finding } as unknown as JsonObject)),
      );
      ctx.output('findingsText', findingsMarkdown(findings));
    },
  });
}
