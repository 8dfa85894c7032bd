import { expect, Page } from '@playwright/test';

export interface NewAgent {
  name: string;
  title: string;
  owner: string;
  image: string;
  model: string;
  modelVersion: string;
  serverImage: string;
  metric: { name: string; targetPerPod: number };
}

/** The template's form: five steps, a review, and the run. Its labels carry both languages. */
export class CreateAgentPage {
  constructor(
    private readonly page: Page,
    private readonly words: { next: string; review: string; create: string },
  ) {}

  async open() {
    await this.page.goto('/create/templates/default/agent-service');
  }

  async fillIn(agent: NewAgent) {
    await this.text(/^Name/, agent.name);
    await this.text(/^Title/, agent.title);
    await this.choose(/^Owner/, agent.owner);
    await this.text(/^Agent image/, agent.image);
    await this.next();
    await this.choose(/^Model ·/, agent.model);
    await this.text(/^Model version/, agent.modelVersion);
    await this.text(/^Server image/, agent.serverImage);
    await this.next();
    await this.page.getByLabel(/^Scale on a request metric/).check();
    await this.text(/^Metric ·/, agent.metric.name);
    await this.text(/^Target per pod/, String(agent.metric.targetPerPod));
    await this.next();
    await this.next();
    await this.page.getByLabel(/^Apply to the cluster now/).check();
    await this.page.getByRole('button', { name: this.words.review }).click();
  }

  async create() {
    await this.page
      .getByRole('button', { name: this.words.create, exact: true })
      .click();
  }

  /** The last step's output links to the agent. */
  async expectDone() {
    await expect(
      this.page.getByRole('link', { name: /Its scaling · 伸缩情况/ }),
    ).toBeVisible({ timeout: 120_000 });
  }

  private async next() {
    await this.page
      .getByRole('button', { name: this.words.next, exact: true })
      .click();
  }

  private async text(label: RegExp, value: string) {
    await this.page.getByLabel(label).first().fill(value);
  }

  /** Types into a picker and takes the first suggestion. */
  private async choose(label: RegExp, value: string) {
    const field = this.page.getByLabel(label).first();
    await field.fill(value);
    const option = this.page.getByRole('option').first();
    await expect(option).toBeVisible();
    await option.click();
  }
}
