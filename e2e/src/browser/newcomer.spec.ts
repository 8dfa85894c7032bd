import { CreateAgentPage } from './pages/CreateAgentPage';
import { FleetPage } from './pages/FleetPage';
import { expect, keepScreenshot, test } from './portalTest';

const FLEET = ['xiaoai', 'xiaoke', 'laoke', 'soer'];

test.describe('a newcomer', () => {
  test('lands on the fleet and sees the four agents live', async ({ page }) => {
    await page.goto('/');
    const fleet = new FleetPage(page);
    await fleet.expectAgents(FLEET);
    await expect(page.getByText('Local cluster (simulated)')).toBeVisible();
    await expect(page.getByText('Live', { exact: true })).toBeVisible();
    await expect(fleet.agent('xiaoai')).toContainText(
      'xiaoai-conversation-llm',
    );
    await expect(fleet.agent('xiaoai')).toContainText('/ 30/s');
    await keepScreenshot(page, 'fleet');
  });

  test('reads why an agent has its size', async ({ page }) => {
    const fleet = new FleetPage(page);
    await fleet.open();
    await fleet.openAgent('xiaoai');
    await expect(page).toHaveURL(
      /\/agent-scaling\/local\/suoke-agents\/xiaoai/,
    );
    await expect(
      page.getByRole('heading', { name: 'What it is doing now' }),
    ).toBeVisible();
    for (const metric of [
      'cpu',
      'memory',
      'ai_inference_requests_per_second',
    ]) {
      await expect(
        page.getByRole('row', { name: new RegExp(`^${metric}`) }),
      ).toBeVisible();
    }
    await expect(page.getByText('ScalingActive')).toBeVisible();
    await expect(
      page.getByRole('row', { name: /^xiaoai-[a-z0-9]+-[a-z0-9]+/ }).first(),
    ).toBeVisible();
    await expect(page.getByText('SuccessfulRescale').first()).toBeVisible();
    await keepScreenshot(page, 'agent');
  });

  test('follows an agent to its model and its versions', async ({ page }) => {
    await page.goto('/ai-models');
    await page
      .getByRole('row', { name: /xiaoai-conversation-llm/ })
      .getByRole('link', { name: 'v2.1.0' })
      .click();
    await expect(
      page.getByText('suoke/xiaoai-model-server:v2.1.0').first(),
    ).toBeVisible();
    await keepScreenshot(page, 'model-version');
    await page.goto('/catalog/default/aimodel/xiaoai-conversation-llm');
    await expect(
      page.getByRole('heading', { name: 'Agents that use it' }),
    ).toBeVisible();
    await expect(
      page.getByRole('row', { name: /v2\.1\.0/ }).first(),
    ).toBeVisible();
    await keepScreenshot(page, 'model');
  });

  test('finds the same objects on the Kubernetes tab', async ({ page }) => {
    await page.goto('/catalog/default/component/xiaoai/kubernetes');
    await expect(page.getByText('Your Clusters')).toBeVisible();
    await expect(page.getByText(/^\d+ pods$/).first()).toBeVisible();
    await expect(page.getByText('No pods with errors').first()).toBeVisible();
  });

  test('creates a fifth agent and watches it scale', async ({ page }) => {
    const create = new CreateAgentPage(page, {
      next: 'Next',
      review: 'Review',
      create: 'Create',
    });
    await create.open();
    await create.fillIn({
      name: 'nongnong',
      title: '农农',
      owner: '索克生活',
      image: 'suoke/nongnong-agent:v0.1.0',
      model: '索儿养生',
      modelVersion: 'v1.3.0',
      serverImage: 'suoke/soer-model-server:v1.3.0',
      metric: { name: 'advice_requests_per_second', targetPerPod: 10 },
    });
    await create.create();
    await create.expectDone();
    await keepScreenshot(page, 'created');

    const fleet = new FleetPage(page);
    await fleet.open();
    await expect(fleet.agent('nongnong')).toBeVisible({ timeout: 60_000 });
    await expect(fleet.agent('nongnong')).toContainText('2 to 6');
    // It starts at its minimum of two and grows while its load does.
    await expect(
      fleet.agent('nongnong').getByRole('img', {
        name: /^[3-6] replicas now/,
      }),
    ).toBeVisible({ timeout: 150_000 });
    await keepScreenshot(page, 'fifth-agent');
  });

  test('finds the documents of the portal', async ({ page }) => {
    await page.goto('/docs/default/component/agent-portal');
    await expect(
      page.getByRole('heading', { name: 'Suoke agent portal' }).first(),
    ).toBeVisible();
    await page.getByRole('link', { name: 'Architecture' }).first().click();
    await expect(
      page.getByRole('heading', { name: 'One document, two planes' }),
    ).toBeVisible();
  });
});
