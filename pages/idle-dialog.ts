import type { Locator, Page } from '@playwright/test';
import { appears } from './take-steps.ts';

const STAY =
  /stay (signed|logged) in|keep me (signed|logged) in|continue (session|working)|still here|extend|angemeldet bleiben|eingeloggt bleiben|(sitzung|weiter) ?(fortsetzen|verlängern|arbeiten)|noch da|verlängern|rester connecté|toujours là|prolonger|(poursuivre|continuer) (la |ma )?session/i;

/** How long a click that nothing hinders may take; milliseconds. */
const ANSWERED_MS = 2_000;

/** The question whether anybody is still there, which some products ask before an idle session ends. */
export class IdleDialog {
  constructor(private readonly page: Page) {}

  get stay(): Locator {
    const dialogs = this.page.getByRole('alertdialog').or(this.page.getByRole('dialog'));
    return dialogs.getByRole('button', { name: STAY }).filter({ visible: true }).first();
  }

  /** From now on nobody is there to answer it: whatever waits for an element would, as soon as the question comes up. */
  async leaveUnanswered(): Promise<void> {
    await this.page.removeLocatorHandler(this.stay);
  }

  /** Answers it whenever it stands in the way of an action. */
  async answerWhenInTheWay(): Promise<void> {
    await this.page.addLocatorHandler(this.stay, async (stay) => {
      // A sign of life may have closed it by itself: what matters is that it stands in the way no more.
      const answered = await appears(() => stay.click({ timeout: ANSWERED_MS }));
      if (!answered && (await stay.isVisible())) await stay.click();
    });
  }
}
