import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { fleet } from '../fleet/fleet';
import { renderDashboard } from './renderDashboard';
import { sections } from './sections';

function hasPromtool(): boolean {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('renderDashboard', () => {
  const dashboard = renderDashboard(fleet);

  it('has the five sections in order', () => {
    expect(
      dashboard.panels
        .filter(({ type }) => type === 'row')
        .map(({ title }) => title.split(' · ')[1]),
    ).toEqual([
      '智能体概览',
      '资源使用情况',
      '伸缩历史',
      '模型性能',
      '系统健康',
    ]);
  });

  it('gives every panel its own id and place', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) => {
      expect(x + w).toBeLessThanOrEqual(24);
      return Array.from({ length: w * h }, (_, cell) =>
        [x + (cell % w), y + Math.floor(cell / w)].join(),
      );
    });
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('asks only for variables that it defines', () => {
    const defined = dashboard.templating.list.map(
      variable => (variable as { name: string }).name,
    );
    const used = [
      ...JSON.stringify(dashboard.panels).matchAll(/\$\{?([a-z]+)/g),
    ].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
  });
});

const withPromtool = hasPromtool();
if (!withPromtool) {
  process.stderr.write(
    'promtool is absent: the queries are not checked here\n',
  );
}

(withPromtool ? describe : describe.skip)('the queries', () => {
  it('can be read by Prometheus', () => {
    const directory = mkdtempSync(join(tmpdir(), 'dashboard-'));
    try {
      const file = join(directory, 'rules.yaml');
      const expressions = sections.flatMap(({ panels }) =>
        panels.flatMap(({ targets }) => targets.map(([expr]) => expr)),
      );
      writeFileSync(
        file,
        stringify({
          groups: [
            {
              name: 'dashboard',
              rules: expressions.map((expr, index) => ({
                record: `panel_${index}`,
                expr: expr.replace(/\$agent/g, 'xiaoai'),
              })),
            },
          ],
        }),
      );
      expect(
        execFileSync('promtool', ['check', 'rules', file], {
          encoding: 'utf8',
        }),
      ).toContain(`${expressions.length} rules found`);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});
