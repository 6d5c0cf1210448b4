import type { Locator, Page } from '@playwright/test';
import { InconclusiveError } from '../checks/inconclusive-error.ts';
import { shownAddress } from '../checks/shown-address.ts';
import type { RunningTarget } from '../targets/target.ts';
import { Composer } from './composer.ts';
import { MenuMap } from './menu-map.ts';
import { leaveGreetings } from './obstacles.ts';
import { openersOf } from './openers.ts';
import { watchForQuestion } from './question.ts';
import { comesUp, untilQuiet } from './quiet.ts';
import { waysToSignIn } from './ways-to-sign-in.ts';
import { appears, takeSteps } from './take-steps.ts';

/** Not anchored: accessible names carry icon ligatures, as in “power_settings_new Logout”. */
const SIGN_OUT =
  /\b(log|sign)[\s-]*(out|off)\b(?!.{0,4}(every|all))|(?<!\b(all|über).{0,24})abmelden|d[ée]connexion(?!.{0,8}(tou[ts]|partout|autres))|\bd[ée]connecter\b(?!.{0,8}(tou[ts]|partout|autres))/i;
const MENUS =
  /account|profile|user|menu|settings|avatar|options|more|preferences|konto|menü|benutzer|einstellungen|compte|profil|utilisateur|paramètres|réglages|préférences|plus d.(options|actions)|^\W*my\b|sidebar|side bar|drawer|barre latérale|navigation|⋮|☰|≡/i;
const CONFIRM =
  /\b(log|sign)[\s-]*(out|off)\b|abmelden|d[ée]connecter\b|d[ée]connexion|^\W*(yes|ok|confirm|continue|ja|weiter|bestätigen|oui|confirmer|continuer)\b/i;

/** How long a product may take to ask again; milliseconds. */
const CONFIRMS_MS = 2_000;

/** Where a person signs out: a control on the page, or one behind menus. */
export class AccountMenu {
  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
    private readonly username: string,
  ) {}

  get signOutControl(): Locator {
    return this.signOutControls.first();
  }

  /** All that are on the page; some products repeat it at its end. */
  get signOutControls(): Locator {
    const { page } = this;
    const titled = page.locator('[title*="log out" i], [title*="logout" i], [title*="sign out" i]');
    return page
      .getByRole('menuitem', { name: SIGN_OUT })
      .or(page.getByRole('button', { name: SIGN_OUT }))
      .or(page.getByRole('link', { name: SIGN_OUT }))
      .or(titled)
      .filter({ visible: true });
  }

  /** Signs out, and waits until the page shows that it did: no box to write in any more, a sign-in form, or a way to one. */
  async signOut(): Promise<void> {
    const left = await this.watchLeaving();
    await this.ask();
    if (!(await left())) {
      throw new InconclusiveError(
        `the sign-out control at ${shownAddress(this.page.url())} was used, and the page still lets one write; give signOut.steps in the profile`,
      );
    }
  }

  /** Uses the control, and waits for nothing that comes of it; `twice` as people do who saw nothing happen. */
  async ask({ twice = false } = {}): Promise<void> {
    const { signOut } = this.target.profile;
    if (signOut.steps) {
      await takeSteps(this.page, 'Signing out', signOut.steps, { origin: this.target.origin });
      return;
    }
    await this.find();
    const asked = await watchForQuestion(this.page, CONFIRM);
    await this.signOutControl.click({ clickCount: twice ? 2 : 1 });
    // Some products ask again.
    const question = await comesUp(
      this.page,
      async () => (await asked()) ?? ((await this.form.isVisible()) ? 'signed out' : undefined),
      CONFIRMS_MS,
    );
    if (question !== undefined && question !== 'signed out') await question.click();
  }

  /** Brings the sign-out control onto the screen, opening menus where it must. */
  async find(): Promise<void> {
    // Nothing of what is open when the page is up was opened by the harness.
    await untilQuiet(this.page, 300, 5_000);
    await leaveGreetings(this.page);
    if (await this.signOutControl.isVisible()) return;
    const map = MenuMap.of(this.target);
    if (await this.findBehind((opener) => map.mayHide(opener, SIGN_OUT))) return;
    // A page that was slow to draw or to open is looked at once more before it counts as one without a way out.
    await untilQuiet(this.page, 300, 5_000);
    if ((await this.signOutControl.isVisible()) || (await this.findBehind(everyOpener))) return;
    throw new InconclusiveError(
      `no way to sign out was found at ${shownAddress(this.page.url())}, in menus neither; give signOut.steps in the profile, or “signOut” under lacks`,
    );
  }

  /** Opens one menu after the other, until the control comes up behind one of them. */
  private async findBehind(worthwhile: (opener: Locator) => Promise<boolean>): Promise<boolean> {
    const map = MenuMap.of(this.target);
    for (const opener of await this.openers()) {
      if (!(await opener.isVisible()) || !(await worthwhile(opener))) continue;
      const address = this.page.url();
      if (await map.open(this.page, opener, this.signOutControl)) return true;
      await this.page.keyboard.press('Escape');
      if (this.page.url() !== address) await this.page.goBack();
    }
    return false;
  }

  /** What the control may be hidden behind, likeliest first. */
  async openers(): Promise<Locator[]> {
    const { page } = this;
    const named = page
      .getByRole('button', { name: this.username })
      .or(page.getByRole('link', { name: this.username }));
    const own = await named.filter({ visible: true }).all();
    return [...own.reverse(), ...(await openersOf(page, MENUS))];
  }

  private get form(): Locator {
    return this.page.locator('input[type="password"]').filter({ visible: true }).first();
  }

  /**
   * Remembers the box to write in, and returns a wait for it to go, or for a sign-in form or a way to one to come: where
   * guests may chat, the box stays.
   */
  private async watchLeaving(): Promise<() => Promise<boolean>> {
    const way = waysToSignIn(this.page);
    const offered = await way.first().isVisible();
    const [box] = await new Composer(this.page, this.target.profile).candidates();
    const element = await box?.elementHandle();
    return () => {
      const timeout = 15_000;
      const waits: Promise<void>[] = [this.form.waitFor({ timeout })];
      if (!offered) waits.push(way.first().waitFor({ timeout }));
      if (element) {
        // An element counts as hidden, too, when it went away with its document.
        const hidden = element.waitForElementState('hidden', { timeout });
        waits.push(hidden.catch(whenDetached));
      }
      return appears(() => Promise.any(waits).catch(throwFirst));
    };
  }
}

const everyOpener = (): Promise<boolean> => Promise.resolve(true);

function whenDetached(error: unknown): void {
  if (error instanceof Error && /context|navigat|attached|JSHandle/i.test(error.message)) return;
  throw error;
}

function throwFirst(error: unknown): never {
  if (error instanceof AggregateError) throw error.errors[0];
  throw error;
}
