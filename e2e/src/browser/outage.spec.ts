import { execFileSync } from 'node:child_process';
import { FleetPage } from './pages/FleetPage';
import { expect, keepScreenshot, test } from './portalTest';

/** The local cluster of the portal under test: the only process that serves this port. */
function clusterProcess(): number {
  const found = execFileSync('pgrep', [
    '-f',
    'local-cluster[.]ts --port 16443',
  ]).toString();
  return Number(found.trim().split('\n').at(-1));
}

test('a cluster that stops answering is named, its agents stay, and it recovers by itself', async ({
  page,
}) => {
  test.slow();
  const fleet = new FleetPage(page);
  await fleet.open();
  await fleet.expectAgents(['xiaoai', 'xiaoke', 'laoke', 'soer']);

  // Stopped and not killed: its connections stay open and silent, which is the hardest way for a cluster to be gone.
  const cluster = clusterProcess();
  process.kill(cluster, 'SIGSTOP');
  try {
    await expect(page.getByText('1 cluster is out of contact')).toBeVisible({
      timeout: 180_000,
    });
    await expect(fleet.agent('xiaoai')).toContainText('Out of date');
    await fleet.expectAgents(['xiaoai', 'xiaoke', 'laoke', 'soer']);
    await keepScreenshot(page, 'outage');
  } finally {
    process.kill(cluster, 'SIGCONT');
  }
  await expect(page.getByText('1 cluster is out of contact')).toBeHidden({
    timeout: 180_000,
  });
  await expect(fleet.agent('xiaoai')).not.toContainText('Out of date');
});
