import { Finding, formatObjectReference } from '@suoke/agent-manifests';

/** The findings as Markdown for the result page of a template, in both languages. */
export function findingsMarkdown(findings: readonly Finding[]): string {
  if (findings.length === 0) {
    return 'The lint found nothing. 检查未发现问题。';
  }
  return findings
    .map(
      ({ id, severity, object, field, message, remedy }) =>
        `- **${severity} ${id}** ${formatObjectReference(
          object,
        )} \`${field}\`: ${message.en} ${remedy.en}\n  ${message.zh}${
          remedy.zh
        }`,
    )
    .join('\n');
}
