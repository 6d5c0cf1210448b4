import type { Locator, Page } from '@playwright/test';
import { escapeForRegExp } from '../checks/escape-for-regexp.ts';
import { InconclusiveError } from '../checks/inconclusive-error.ts';
import { showingAddresses, shownAddress } from '../checks/shown-address.ts';
import type { Account, RunningTarget } from '../targets/target.ts';
import type { StayOffer } from '../checks/insecure-storage/stays-signed-in-only-where-asked.ts';
import { StayChoice } from './stay-choice.ts';
import { complaintsOn, newComplaint } from './complaints.ts';
import { Composer } from './composer.ts';
import { firstStepOf } from './first-step.ts';
import { shownText } from './shown-text.ts';
import { appears, takeSteps } from './take-steps.ts';
import { typeSecret } from './type-secret.ts';
import {
  ELSEWHERE,
  likeliestOf,
  nameOfControl,
  offersOf,
  SIGN_IN,
  waysForSomebodyElse,
  waysToSignIn,
} from './ways-to-sign-in.ts';

/** How the field for a user name is told from others, best sign first. */
const USERNAME_FIELDS = [
  'input[autocomplete~="username"]',
  'input[autocomplete~="email"]',
  'input[type="email"]',
  'input[name*="user" i], input[id*="user" i]',
  'input[name*="mail" i], input[id*="mail" i]',
  'input[name*="login" i], input[id*="login" i]',
  'input[type="text"], input:not([type])',
];
const USERNAME =
  /\b(user|login|account)[\s-]*(name|id)?\b|\be-?mail\b|benutzer|identifiant|utilisateur|courriel/i;
/** As many characters of a page tell what it is. */
const WORDS_SHOWN = 80;
const CONTINUE = /^\W*(next|continue|weiter|proceed|suivant|continuer|poursuivre)\b/i;
/** As many controls may lie before a form: a way to sign in, and a further one, or one to do so as somebody else. */
const MOST_PRESSES = 2;
/** How long a form, or what leads to it, may take to come; milliseconds. */
const FORM_MS = 20_000;
/** How long the field for the password may take to come after the user name; milliseconds. */
const PASSWORD_MS = 20_000;
const PRESSED =
  'button[type="submit"], button:not([type]), input[type="submit"], input[type="image"]';

/** What leads to the sign-in led into the chat: somebody is signed in who should not be. */
export class StillSignedInError extends InconclusiveError {}

/** The form in which a person says who she is, found by autocomplete, type, role and name. */
export class SignInPage {
  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
  ) {}

  /** The origin of the page into which the password was typed last; undefined: nowhere yet, or by steps of the profile. */
  askedAt: string | undefined;

  get password(): Locator {
    return this.page.locator('input[type="password"]').filter({ visible: true }).first();
  }

  get errors(): Locator {
    return complaintsOn(this.page);
  }

  /**
   * Goes to where the product lets people sign in.
   *
   * @param link makes another address out of that one; a product that has nothing there is opened as usual
   * @returns whether it was opened by the link, where there is one
   */
  async open(link?: (signInPage: string) => string): Promise<boolean> {
    const plain = new URL(this.target.profile.signIn.path, this.target.origin).href;
    const linked = link && (await this.page.goto(link(plain)).catch(unreachable));
    if (linked && linked.status() < 400) return true;
    const url = plain;
    const response = await this.page
      .goto(url, { waitUntil: 'domcontentloaded' })
      .catch(unreachable);
    const status = response?.status() ?? 0;
    if (status >= 500) {
      throw new InconclusiveError(
        `${shownAddress(url)} answered ${status}; nothing can be audited until the chatbot itself works`,
      );
    }
    return link === undefined;
  }

  /**
   * Fills in the form and waits until it is gone.
   *
   * @param stay whether she asks to stay signed in; by default the form is taken as it is
   * @returns what the form offered to those who want to, where that was looked for
   */
  async signIn(account: Account, stay?: boolean): Promise<StayOffer | undefined> {
    const { signIn } = this.target.profile;
    let offer: StayOffer | undefined;
    const choose = async (): Promise<void> => {
      if (stay !== undefined) offer ??= await new StayChoice(this.page).make(stay);
    };
    if (signIn.steps) {
      const context = { origin: this.target.origin, account, beforeEach: choose };
      await takeSteps(this.page, 'Signing in', signIn.steps, context);
    } else {
      await this.fillIn(account, choose);
      await this.leave(account);
    }
    await takeSteps(this.page, 'After signing in', signIn.afterwards, {
      origin: this.target.origin,
      account,
    });
    return offer;
  }

  /**
   * Takes the first of two steps: gives the name, and goes on to where the password is asked for.
   *
   * @returns false: name and password are asked for at once, and nothing was done
   */
  async giveName(account: Account): Promise<boolean> {
    const { steps } = this.target.profile.signIn;
    if (steps) {
      const first = firstStepOf(steps);
      if (first.length === 0) return false;
      await takeSteps(this.page, 'Signing in', first, { origin: this.target.origin, account });
      return true;
    }
    await this.reachForm();
    await this.forgetOthers(account);
    const username = await this.findUsername();
    if (!username || (await this.password.isVisible())) return false;
    await username.fill(account.username);
    await this.goOnFrom(username, account);
    return true;
  }

  /**
   * What leads on to the chat without anything being typed: an account that is offered by its name, or, where no form is
   * on the screen, what leads to one.
   */
  async wayWithoutTyping(
    username: string,
  ): Promise<{ control: Locator; name: string } | undefined> {
    const offered = offersOf(this.page, username);
    const forms = this.password.or(this.usernameFields);
    const ways = (await forms.first().isVisible()) ? [offered] : [offered, waysToSignIn(this.page)];
    for (const way of ways) {
      const control = await likeliestOf(way);
      if (await control.isVisible()) return { control, name: await nameOfControl(control) };
    }
    return undefined;
  }

  private async fillIn(account: Account, choose: () => Promise<void>): Promise<void> {
    await this.reachForm();
    await this.forgetOthers(account);
    const username = await this.findUsername();
    if (username) await username.fill(account.username);
    await choose();
    if (username && !(await this.password.isVisible())) await this.goOnFrom(username, account);
    this.askedAt = new URL(this.page.url()).origin;
    await choose();
    await typeSecret(this.password, account.password);
  }

  /** A form that asks for nothing but the password of whoever was there before is none for this person. */
  private async forgetOthers({ username }: Account): Promise<void> {
    if ((await this.findUsername()) || (await this.page.getByText(username).count()) > 0) return;
    const way = waysForSomebodyElse(this.page).first();
    if (!(await way.isVisible())) return;
    await way.click();
    await appears(() => this.usernameFields.first().waitFor());
  }

  /** Some products, and most that others sign people in for, ask for the password on a page of its own. */
  private async goOnFrom(username: Locator, account: Account): Promise<void> {
    const askedAt = shownAddress(this.page.url());
    const next = await this.submitOf(username);
    if (next) await next.click();
    else await username.press('Enter');
    const came = await appears(() => this.password.waitFor({ timeout: PASSWORD_MS }));
    if (came) return;
    const [complaint] = await this.errors.allInnerTexts();
    const said = complaint === undefined ? await this.says() : `, but “${complaint.trim()}”`;
    throw new InconclusiveError(
      `the user name “${account.username}” was given at ${askedAt}, and no field for the password came${said}; check the account’s name, or give signIn.steps in the profile`,
    );
  }

  /** What sends the form that holds a field; what leads elsewhere is in many forms, too, and often first. */
  private async submitOf(field: Locator): Promise<Locator | undefined> {
    const form = this.page.locator('form').filter({ has: field });
    const named = this.page
      .getByRole('button', { name: CONTINUE })
      .or(this.page.getByRole('button', { name: SIGN_IN }));
    for (const buttons of [form.locator(PRESSED), named]) {
      const own = buttons.filter({ visible: true, hasNotText: ELSEWHERE });
      if ((await own.count()) > 0) return own.first();
    }
    return undefined;
  }

  /** Some products show a welcome page first, or a choice of accounts, with a way to the form. */
  async reachForm(): Promise<void> {
    const form = this.password.or(this.usernameFields.first());
    const way = waysToSignIn(this.page);
    const others = waysForSomebodyElse(this.page);
    const pressed: string[] = [];
    const seen = new Set<string>();
    for (let presses = 0; presses <= MOST_PRESSES; presses += 1) {
      // What was there before leads nowhere else now: the page behind it may take its time.
      const further = withoutTexts(way, seen);
      const next = form.or(others).or(further);
      if (!(await appears(() => next.first().waitFor({ timeout: FORM_MS })))) break;
      if (await form.first().isVisible()) return;
      for (const text of await way.allTextContents()) seen.add(text);
      const chosen = await likeliestOf((await others.count()) > 0 ? others : further);
      pressed.push(`“${await nameOfControl(chosen)}”`);
      await chosen.click();
    }
    const after = pressed.length === 0 ? '' : `, after ${pressed.join(' and ')} had been pressed`;
    const where = `at ${shownAddress(this.page.url())}${after}`;
    if (pressed.length > 0 && (await new Composer(this.page, this.target.profile).asksForWords())) {
      throw new StillSignedInError(
        `no sign-in form was found ${where}: the chat came up without a password; see whether whoever was signed in there before still is`,
      );
    }
    throw new InconclusiveError(
      `no sign-in form was found ${where}: no visible password or user-name field${await this.says()}; give signIn.path or signIn.steps in the profile`,
    );
  }

  /** What the page shows instead, for an error message; nothing where it shows nothing. */
  private async says(): Promise<string> {
    const text = await shownText(this.page);
    const words = text.replaceAll(/\s+/g, ' ').trim().slice(0, WORDS_SHOWN);
    return words === '' ? ', and nothing else either' : `, but “${words}”`;
  }

  private get usernameFields(): Locator {
    const fields = this.page.locator(USERNAME_FIELDS.slice(0, 3).join(', ')).or(this.named);
    return fields.filter({ visible: true });
  }

  /** A field that says by its label or placeholder, and not by its attributes, that it takes a user name. */
  private get named(): Locator {
    return this.page.getByRole('textbox', { name: USERNAME });
  }

  async findUsername(): Promise<Locator | undefined> {
    const byAttributes = USERNAME_FIELDS.map((selector) => this.page.locator(selector));
    const [anyText] = byAttributes.splice(-1);
    for (const fields of [...byAttributes, this.named, anyText]) {
      const field = fields?.filter({ visible: true }).first();
      if (field && (await field.isVisible())) return field;
    }
    return undefined;
  }

  private async leave(account: Account): Promise<void> {
    const before = await this.errors.allInnerTexts();
    const form = this.password;
    const submit = await this.submitOf(form);
    if (submit) await submit.click();
    else await form.press('Enter');
    const gone = form.waitFor({ state: 'hidden', timeout: 30_000 }).then(() => undefined);
    const refused = newComplaint(this.page, before);
    try {
      const said = await Promise.race([gone, refused]);
      if (said === undefined) return;
      throw new InconclusiveError(
        `“${account.username}” could not sign in: the page says “${said}”; check the account’s name and password`,
      );
    } catch (error) {
      if (error instanceof InconclusiveError) throw error;
      throw new InconclusiveError(
        `“${account.username}” could not sign in: the form was still there after 30 s; check the account’s name and password, or give signIn.steps in the profile`,
      );
    } finally {
      // The loser of the race must not surface later as an unhandled rejection.
      gone.catch(settled);
      refused.catch(settled);
    }
  }
}

/** Those of some controls that read otherwise. */
function withoutTexts(controls: Locator, texts: ReadonlySet<string>): Locator {
  return [...texts].reduce((left, text) => {
    const words = text.trim().split(/\s+/).map(escapeForRegExp).join('\\s+');
    return left.filter({ hasNotText: new RegExp(`^\\s*${words}\\s*$`) });
  }, controls);
}

/** The browser says so on the first line; a call log follows. */
function unreachable(error: unknown): never {
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  throw new InconclusiveError(
    `the sign-in page cannot be opened (${showingAddresses(reason.replace(/^page\.goto: /, ''))})\nSee whether the chatbot still runs, start it again, and repeat the audit.`,
    { cause: error },
  );
}

function settled(): void {
  // Nothing to do: the other side of the race has decided.
}
