import type { Locator, Page } from '@playwright/test';
import type { RunningTarget } from '../targets/target.ts';
import { Composer } from './composer.ts';
import { takeStepsOf } from './profile-steps.ts';
import { untilQuiet } from './quiet.ts';
import { appears } from './take-steps.ts';

const AS_GUEST =
  /without (an? )?(account|sign|log|regist)|\b(as|like) (a )?guest\b|\bguest\b|try (it|now|me|for free|without)|skip (sign|log)|anonym|ohne (konto|anmeld)|sans (compte|inscription|connexion|s.inscrire|se connecter)|\binvité/i;

/** Where somebody without an account talks to the bot, reached from the sign-in page. */
export class GuestChat {
  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
  ) {}

  /** Comes to the box to write in; false: nobody is let there without an account. */
  async open(): Promise<boolean> {
    const { steps } = this.target.profile.guest;
    if (steps) {
      await takeStepsOf(this.page, this.target, 'Talking without an account', steps, {});
      return true;
    }
    await untilQuiet(this.page, 400, 8_000);
    if (await this.isHere()) return true;
    if (!(await this.way.isVisible())) return false;
    await this.way.click();
    await appears(() => this.password.waitFor({ state: 'hidden', timeout: 5_000 }));
    await untilQuiet(this.page, 400, 5_000);
    return this.isHere();
  }

  private get way(): Locator {
    const { page } = this;
    return page
      .getByRole('link', { name: AS_GUEST })
      .or(page.getByRole('button', { name: AS_GUEST }))
      .filter({ visible: true })
      .first();
  }

  /** A field for a user name is no box to write a message in: the form must be gone. */
  private async isHere(): Promise<boolean> {
    if (await this.password.isVisible()) return false;
    const composer = new Composer(this.page, this.target.profile);
    return composer.asksForWords();
  }

  private get password(): Locator {
    return this.page.locator('input[type="password"]').filter({ visible: true }).first();
  }
}
