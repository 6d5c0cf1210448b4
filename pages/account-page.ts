import type { Locator, Page } from '@playwright/test';
import type { Secret } from '../checks/secret.ts';
import type { Step } from '../targets/profile.ts';
import type { Account, RunningTarget } from '../targets/target.ts';
import { bringUp, controls } from './bring-up.ts';
import { newPasswordForm, type PasswordForm } from './password-form.ts';
import { takeStepsOf } from './profile-steps.ts';
import { confirming } from './question.ts';
import { untilQuiet } from './quiet.ts';
import { appears } from './take-steps.ts';

const MENUS =
  /account|profile|user|menu|settings|avatar|options|preferences|sidebar|side bar|drawer|navigation|⋮|☰|≡/i;
/** Where products keep what belongs to the account, and the parts of such a page. */
const PLACES = /\b(account|settings|my profile|profile|preferences|konto|einstellungen)\b/i;
const SECTIONS = /\b(security|sessions|devices|password|privacy|sicherheit|geräte)\b/i;
const EVERYWHERE =
  /\b(log|sign)[\s-]*(out|off)\b.{0,24}\b(every|all|other)|\b(end|revoke|terminate)\b.{0,12}\ball\b.{0,12}sessions/i;
const END_ONE = /^\W*((end|revoke|terminate|remove)\b.{0,16}|(log|sign)[\s-]*(out|off)\W*)$/i;
const THIS_ONE = /\b(this|current|your present) (device|session|browser)\b|\bcurrent\b/i;
const CHANGE_PASSWORD = /(change|update|set|edit|new).{0,12}password|^\W*password\W*$/i;

/** How long what was asked for may take to come up; milliseconds. */
const COMES_MS = 2_000;
/** More devices than that are not ended one by one. */
const MOST_DEVICES = 30;

/**
 * What a person can do with her account. Each part is found by role and name, on the page of the account or of the
 * settings too, unless the profile gives its steps; each says whether it was found.
 */
export class AccountPage {
  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
    private readonly account: Account,
  ) {}

  /** Comes to the page of the account or of the settings. */
  async open(): Promise<boolean> {
    const way = await this.way(PLACES);
    if (!way) return false;
    await way.click();
    await untilQuiet(this.page, 400, 5_000);
    return true;
  }

  /** Comes to where “sign out everywhere” is in sight. */
  async findSignOutEverywhere(): Promise<boolean> {
    if (this.target.profile.account.signOutEverywhere) return true;
    return this.reach(controls(this.page, EVERYWHERE));
  }

  /** Ends every session of this person. */
  async signOutEverywhere(): Promise<boolean> {
    const { signOutEverywhere } = this.target.profile.account;
    if (signOutEverywhere) return this.take('Signing out everywhere', signOutEverywhere);
    if (!(await this.findSignOutEverywhere())) return false;
    const yes = /every|all|other|^\W*(yes|ok|confirm|continue|(log|sign)[\s-]*out)\b/i;
    await confirming(this.page, yes, () => controls(this.page, EVERYWHERE).first().click());
    return true;
  }

  /** Comes to where the list of this person's devices is in sight. */
  async findOtherSessions(): Promise<boolean> {
    if (this.target.profile.account.endOtherSession) return true;
    return this.reach(this.endButtons);
  }

  /** Ends every session in the list of devices but this one. */
  async endOtherSession(): Promise<boolean> {
    const { endOtherSession } = this.target.profile.account;
    if (endOtherSession) return this.take('Ending the other sessions', endOtherSession);
    // The list may have been drawn before the session that is to be ended came to be.
    await this.page.reload({ waitUntil: 'domcontentloaded' });
    if (!(await this.findOtherSessions())) return false;
    await untilQuiet(this.page, 400, 5_000);
    // A session that has ended meanwhile stays on the list, and cannot be ended once more.
    let past = 0;
    for (let asked = 0; asked < MOST_DEVICES; asked += 1) {
      const before = await this.endButtons.count();
      if (before <= past) break;
      const yes =
        /end|revoke|terminate|remove|^\W*(yes|ok|confirm|continue|(log|sign)[\s-]*out)\b/i;
      const button = this.endButtons.nth(past);
      await confirming(this.page, yes, async () => {
        await button.click();
        const last = this.endButtons.nth(before - 1);
        await appears(() => last.waitFor({ state: 'detached', timeout: COMES_MS }));
      });
      if ((await this.endButtons.count()) === before) past += 1;
    }
    return true;
  }

  /** Comes to where the password can be changed. */
  async findPasswordForm(): Promise<boolean> {
    if (this.target.profile.account.changePassword) return true;
    const { fields } = newPasswordForm(this.page);
    if (await this.reach(fields)) return true;
    if (!(await this.reach(controls(this.page, CHANGE_PASSWORD)))) return false;
    await controls(this.page, CHANGE_PASSWORD).first().click();
    return appears(() => fields.first().waitFor({ timeout: COMES_MS }));
  }

  /** Changes the password, where a form for it is found. */
  async changePassword(current: Secret, next: Secret): Promise<boolean> {
    const { changePassword } = this.target.profile.account;
    if (changePassword) {
      const account = { ...this.account, password: current };
      await takeStepsOf(this.page, this.target, 'Changing the password', changePassword, {
        account,
        newPassword: next,
        words: { name: account.username },
      });
      return true;
    }
    if (!(await this.findPasswordForm())) return false;
    const form: PasswordForm = newPasswordForm(this.page);
    // Products that leave it to the person do what she asks for: what is judged is whether it ends them.
    await form.endOtherSessions();
    await form.fillIn(current, next);
    await form.submit();
    return true;
  }

  /** The buttons that end one session, this device's own left out. */
  private get endButtons(): Locator {
    const { page } = this;
    const rows = page
      .locator(
        'li, tr, [role="listitem"], [role="row"], article, [class*="session" i], [class*="device" i]',
      )
      .filter({ hasNotText: THIS_ONE });
    return rows.getByRole('button', { name: END_ONE }).filter({ visible: true });
  }

  /** Goes to the account or settings, and on to a part of them, until something is in sight. */
  private async reach(wanted: Locator): Promise<boolean> {
    if (await wanted.first().isVisible()) return true;
    for (const names of [PLACES, SECTIONS]) {
      const way = await this.way(names);
      if (!way) continue;
      await way.click();
      if (await appears(() => wanted.first().waitFor({ timeout: COMES_MS }))) return true;
    }
    return false;
  }

  /** A control that leads somewhere, and opens no menu. */
  private way(names: RegExp): Promise<Locator | undefined> {
    const leads = this.page.locator(':not([aria-haspopup="menu"]):not([aria-haspopup="true"])');
    const { page, target } = this;
    const wanted = controls(page, names).and(leads);
    return bringUp({ page, target, wanted, names, menus: MENUS });
  }

  private async take(what: string, steps: readonly Step[]): Promise<true> {
    const { account } = this;
    await takeStepsOf(this.page, this.target, what, steps, {
      account,
      words: { name: account.username },
    });
    return true;
  }
}
