import { LEFT_OUT_RULES } from './leftOut';
import { DIAGNOSIS_RULES } from './rules';
import { DEFAULT_DIAGNOSIS_THRESHOLDS } from './thresholds';

const table = (head: string, rows: readonly string[]) =>
  [head, head.replace(/[^|]+/g, ' --- '), ...rows].join('\n');

/** The tables of README.md of this folder; a test keeps the two equal. */
export function catalogueTables(): string {
  const rules = DIAGNOSIS_RULES.map(
    ({ id, severity, title, needs }) =>
      `| ${id} | ${severity} | ${title.en} | ${needs.join(', ')} |`,
  );
  const leftOut = LEFT_OUT_RULES.map(
    ({ id, title, reason }) => `| ${id} | ${title.en} | ${reason.en} |`,
  );
  const thresholds = Object.entries(DEFAULT_DIAGNOSIS_THRESHOLDS).map(
    ([name, value]) => `| \`${name}\` | ${value} |`,
  );
  return [
    '## Rules',
    table('| id | severity | fault | needs |', rules),
    '## Left out',
    table('| id | fault | why |', leftOut),
    '## Thresholds',
    table('| name | default |', thresholds),
  ].join('\n\n');
}
