import { expect, test } from '@playwright/test';

const portal = () => process.env.PRODUCTION_URL!;
const second = () => process.env.PRODUCTION_SECOND_URL!;

test('nobody enters as a guest', async ({ request }) => {
  const response = await request.post(`${portal()}/api/auth/guest/refresh`);
  expect(response.status()).toBe(404);
  expect(
    (await request.get(`${portal()}/api/agent-scaling/agents`)).status(),
  ).toBe(401);
});

test('a person signs in at the OpenID Connect provider and sees the fleet', async ({
  page,
}) => {
  await page.goto(portal());
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Sign In' }).click(),
  ]);
  await popup.getByPlaceholder('Enter any login').fill('tester');
  await popup.getByPlaceholder('and password').fill('any');
  await Promise.all([
    popup.waitForEvent('close'),
    popup
      .getByRole('button', { name: 'Sign-in' })
      .click()
      .then(() => popup.getByRole('button', { name: 'Continue' }).click()),
  ]);
  for (const agent of ['xiaoai', 'xiaoke', 'laoke', 'soer']) {
    await expect(
      page.getByRole('link', { name: agent, exact: true }),
    ).toBeVisible();
  }
});

test('a second backend on the same database and cache is ready', async ({
  request,
}) => {
  for (const backend of [portal(), second()]) {
    const response = await request.get(
      `${backend}/.backstage/health/v1/readiness`,
    );
    expect(response.ok()).toBe(true);
  }
});
