import { CreateAgentPage } from './pages/CreateAgentPage';
import { FleetPage } from './pages/FleetPage';
import { expect, keepScreenshot, speak, test } from './portalTest';

const FLEET = ['xiaoai', 'xiaoke', 'laoke', 'soer'];

test.describe('一位新用户 (a newcomer who reads Chinese)', () => {
  test('chooses Chinese on the settings page, and it stays', async ({
    page,
  }) => {
    await page.goto('/settings');
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Change the language' })
      .getByText('English')
      .click();
    await page.getByRole('option', { name: '中文' }).click();
    await expect(page.getByRole('link', { name: '智能体伸缩' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('link', { name: '智能体伸缩' })).toBeVisible();
  });

  test('sees the fleet and one agent in Chinese', async ({ page }) => {
    await speak(page, 'zh');
    await page.goto('/');
    const fleet = new FleetPage(page);
    await fleet.expectAgents(FLEET);
    await expect(fleet.agent('xiaoai')).toContainText('小艾');
    await expect(page.getByText('实时', { exact: true })).toBeVisible();
    await keepScreenshot(page, 'fleet-zh');

    await fleet.openAgent('laoke');
    await expect(
      page.getByRole('heading', { name: '此刻在做什么' }),
    ).toBeVisible();
    await expect(
      page.getByRole('row', { name: /^tcm_diagnosis_requests_per_second/ }),
    ).toBeVisible();
    await keepScreenshot(page, 'agent-zh');
  });

  test('reads models and the catalog in Chinese', async ({ page }) => {
    await speak(page, 'zh');
    await page.goto('/ai-models');
    await page.getByRole('link', { name: '老克中医专家模型' }).click();
    await expect(
      page.getByText('suoke/laoke-model-server:v3.0.1').first(),
    ).toBeVisible();
    await page.goto('/catalog/default/component/laoke');
    await expect(page.getByRole('heading', { name: '关于' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '伸缩' })).toBeVisible();
    // The graph is drawn last.
    await expect(page.getByText('dependsOn').first()).toBeVisible();
    await keepScreenshot(page, 'catalog-zh');
  });

  test('creates an agent in Chinese', async ({ page }) => {
    await speak(page, 'zh');
    const create = new CreateAgentPage(page, {
      next: '下一步',
      review: '检查',
      create: '创建',
    });
    await create.open();
    await create.fillIn({
      name: 'yaoyao',
      title: '药药',
      owner: '索克生活',
      image: 'suoke/yaoyao-agent:v0.1.0',
      model: '小克健康',
      modelVersion: 'v1.5.2',
      serverImage: 'suoke/xiaoke-model-server:v1.5.2',
      metric: { name: 'consultations_per_second', targetPerPod: 12 },
    });
    await create.create();
    await create.expectDone();

    const fleet = new FleetPage(page);
    await fleet.open();
    await expect(fleet.agent('yaoyao')).toContainText('药药', {
      timeout: 60_000,
    });
    await expect(fleet.agent('yaoyao')).toContainText('2 到 6');
  });
});
