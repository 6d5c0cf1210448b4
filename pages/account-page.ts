import type { Locator, Page } from '@playwright/test';
import type { Secret } from '../checks/secret.ts';
import type { Step } from '../targets/profile.ts';
import { type Account, allowedOrigins, type RunningTarget } from '../targets/target.ts';
import { CHANGE_PASSWORD, PLACES, SECTIONS } from './account-words.ts';
import { bringUp, controls } from './bring-up.ts';
import { DeviceList } from './device-list.ts';
import { leavesFor, opensAnEntry } from './list-entry.ts';
import { loadAnew } from './load-anew.ts';
import { NameForm } from './name-form.ts';
import { newPasswordForm, type PasswordForm } from './password-form.ts';
import { takeStepsOf } from './profile-steps.ts';
import { confirming } from './question.ts';
import { comesUp, untilQuiet } from './quiet.ts';
import { appears } from './take-steps.ts';

const MENUS =
  /account|profile|user|menu|settings|avatar|options|preferences|konto|menü|benutzer|einstellungen|compte|profil|utilisateur|paramètres|réglages|préférences|sidebar|side bar|drawer|barre latérale|navigation|⋮|☰|≡/i;
const EVERYWHERE =
  /\b(log|sign)[\s-]*(out|off)\b.{0,24}\b(every|all|other)|\b(end|revoke|terminate)\b.{0,12}\ball\b.{0,12}sessions|\b(überall|alle[nr]?)\b.{0,24}(abmelden|beenden)|\bd[ée]conne(cter|xion)\b.{0,24}\b(tou(te)?s|partout|autres)\b|\b(terminer|fermer|révoquer)\b.{0,12}\b(toutes|autres)\b.{0,12}sessions/i;

/** How long what was asked for may take to come up; milliseconds. */
const COMES_MS = 2_000;
/** More devices than that are not ended one by one. */
const MOST_DEVICES = 30;
/** How long a list may take to come back when its page is loaded anew; milliseconds. */
const LIST_MS = 8_000;

/**
 * What a person can do with her account. Each part is found by role and name, on the page of the account or of the
 * settings too, unless the profile gives its steps; each says whether it was found.
 */
export class AccountPage {
  readonly #devices: DeviceList;

  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
    private readonly account: Account,
  ) {
    this.#devices = new DeviceList(page);
  }

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
    return (await this.reachNamed(EVERYWHERE)) !== undefined;
  }

  /** Ends every session of this person. */
  async signOutEverywhere(): Promise<boolean> {
    const { signOutEverywhere } = this.target.profile.account;
    if (signOutEverywhere) return this.take('Signing out everywhere', signOutEverywhere);
    const control = await this.reachNamed(EVERYWHERE);
    if (!control) return false;
    const yes =
      /every|all|other|^\W*(yes|ok|confirm|continue|(log|sign)[\s-]*out|ja|bestätigen|oui|confirmer|continuer)\b|\b(abmelden|beenden|d[ée]connecter)\b/i;
    await confirming(this.page, yes, () => control.click());
    return true;
  }

  /** Comes to where the list of this person's devices is in sight. */
  async findOtherSessions(): Promise<boolean> {
    if (this.target.profile.account.endOtherSession) return true;
    return (await this.reach(() => this.#devices.first())) !== undefined;
  }

  /** Ends every session in the list of devices but this one. */
  async endOtherSession(): Promise<boolean> {
    const { endOtherSession } = this.target.profile.account;
    if (endOtherSession) return this.take('Ending the other sessions', endOtherSession);
    // The list may have been drawn before the session that is to be ended came to be.
    await loadAnew(this.page);
    // Where it lies behind a menu or a tab it does not come back by itself.
    await comesUp(this.page, () => this.#devices.first(), LIST_MS);
    if (!(await this.findOtherSessions())) return false;
    await untilQuiet(this.page, 400, 5_000);
    // A session that has ended meanwhile stays on the list, and cannot be ended once more.
    let past = 0;
    for (let asked = 0; asked < MOST_DEVICES; asked += 1) {
      const buttons = await this.#devices.endButtons();
      const button = buttons[past];
      if (!button) break;
      const yes =
        /end|revoke|terminate|remove|^\W*(yes|ok|confirm|continue|(log|sign)[\s-]*out|ja|bestätigen|oui|confirmer|continuer|révoquer|terminer|retirer|supprimer)\b|\b(abmelden|beenden|entfernen|d[ée]connecter)\b/i;
      const { namesakes } = this.#devices;
      const last = namesakes.nth((await namesakes.count()) - 1);
      await confirming(this.page, yes, async () => {
        await button.click();
        await appears(() => last.waitFor({ state: 'detached', timeout: COMES_MS }));
      });
      await untilQuiet(this.page, 400, 5_000);
      if ((await this.#devices.endButtons()).length === buttons.length) past += 1;
    }
    return true;
  }

  /** Comes to where the password can be changed. */
  async findPasswordForm(): Promise<boolean> {
    if (this.target.profile.account.changePassword) return true;
    const { fields } = newPasswordForm(this.page);
    const inSight = async (): Promise<true | undefined> =>
      (await fields.first().isVisible()) || undefined;
    if (await this.reach(inSight)) return true;
    const control = await this.reachNamed(CHANGE_PASSWORD);
    if (!control) return false;
    await control.click();
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

  /** Comes to where the name is changed that the product shows for this person. */
  async findNameForm(): Promise<NameForm | undefined> {
    const form = new NameForm(this.page);
    const { displayName } = this.target.profile.account;
    if (displayName) await this.take('Coming to the display name', displayName);
    return (await this.reach(() => form.isThere())) ? form : undefined;
  }

  /** Goes to the account or settings, and on to a part of them, until what is wanted is in sight. */
  private async reach<T>(wanted: () => Promise<T | undefined>): Promise<T | undefined> {
    const present = await wanted();
    if (present) return present;
    for (const names of [PLACES, SECTIONS]) {
      const way = await this.way(names);
      if (!way) continue;
      await way.click();
      const found = await comesUp(this.page, wanted);
      if (found) return found;
    }
    return undefined;
  }

  /** A control of these names; the menu that leads to the settings may hold it itself. */
  private async reachNamed(names: RegExp): Promise<Locator | undefined> {
    return (await this.reach(() => this.named(names))) ?? this.way(names);
  }

  /** A control that leads somewhere, and opens no menu. */
  private way(names: RegExp): Promise<Locator | undefined> {
    const leads = this.page.locator(':not([aria-haspopup="menu"]):not([aria-haspopup="true"])');
    const { page, target } = this;
    const wanted = controls(page, names).and(leads);
    const ours = (control: Locator): Promise<boolean> => this.ours(control);
    return bringUp({ page, target, wanted, names, menus: MENUS, ours });
  }

  /** The first control of these names that is there for the account. */
  private async named(names: RegExp): Promise<Locator | undefined> {
    for (const control of await controls(this.page, names).all()) {
      if (await this.ours(control)) return control;
    }
    return undefined;
  }

  /** A conversation can be called anything, and a link at the foot of a page may leave the product. */
  private async ours(control: Locator): Promise<boolean> {
    return (
      !(await leavesFor(control, allowedOrigins(this.target))) && !(await opensAnEntry(control))
    );
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
