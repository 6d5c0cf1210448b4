import type { Locator, Page } from '@playwright/test';

const STAY =
  /stay (signed|logged) in|keep me (signed|logged) in|continue (session|working)|still here|extend/i;

/** The question whether anybody is still there, which some products ask before an idle session ends. */
export class IdleDialog {
  constructor(private readonly page: Page) {}

  get stay(): Locator {
    const dialogs = this.page.getByRole('alertdialog').or(this.page.getByRole('dialog'));
    return dialogs.getByRole('button', { name: STAY }).filter({ visible: true }).first();
  }

  /** Answers it whenever it stands in the way of an action. */
  async answerWhenInTheWay(): Promise<void> {
    await this.page.addLocatorHandler(this.stay, async (stay) => {
      await stay.click();
    });
  }
}
