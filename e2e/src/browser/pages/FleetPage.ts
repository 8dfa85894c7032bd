import { expect, Locator, Page } from '@playwright/test';

/** The table of all agents. */
export class FleetPage {
  constructor(private readonly page: Page) {}

  async open() {
    await this.page.goto('/agent-scaling');
  }

  agent(name: string): Locator {
    return this.page
      .getByRole('row')
      .filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  async expectAgents(names: string[]) {
    for (const name of names) await expect(this.agent(name)).toBeVisible();
  }

  async openAgent(name: string) {
    await this.agent(name).getByRole('link', { name, exact: true }).click();
  }
}
