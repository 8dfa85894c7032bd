import { InputError } from '@backstage/errors';
import { Finding, formatFinding, Severity } from '@suoke/agent-manifests';

const RANK: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/**
 * Stops a rendering whose findings are as bad as `failOn`.
 *
 * @throws InputError with every such finding and its remedy.
 */
export function judgeFindings(
  findings: readonly Finding[],
  failOn: 'error' | 'warning',
): void {
  const fatal = findings.filter(
    ({ severity }) => RANK[severity] >= RANK[failOn],
  );
  if (fatal.length === 0) return;
  throw new InputError(
    `The manifests were not written, because the lint found:\n${fatal
      .map(finding => `- ${formatFinding(finding)}`)
      .join('\n')}`,
  );
}
