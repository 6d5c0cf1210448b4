import type { Locator, Page } from '@playwright/test';
import { escapeForRegExp } from '../checks/escape-for-regexp.ts';
import { controls } from './bring-up.ts';

/** How what leads to a sign-in form, or sends one, is called. */
export const SIGN_IN =
  /^\W*(sign|log)[\s-]*(in|on)\b|^\W*(login|anmelden|einloggen|connexion|(se|me) connecter|s.identifier|enter|submit)\b/i;
/** Leads to the sign-in of somebody else, as “Continue with Google” does; a form often has that above its own button. */
export const ELSEWHERE =
  /\b(with|using|via|through|mit|über|avec)\b(?!.*\b(e-?mail|user ?name|password|phone|passwort|courriel|mot de passe)\b)|\b(passkey|sso)\b/i;
/** Leaves the account that a sign-in page remembers. */
const SOMEBODY_ELSE =
  /\b(another|different|other) (account|user|person|profile)|someone else|somebody else|not (you|me)\b|switch account|(edit|change) (user ?name|e-?mail|account)|anderes? konto|(autre|changer de) compte|pas (vous|moi)\b/i;
const KEEPS_OUT =
  'edit|change|not you|another|different|other|remove|forget|switch|modifier|changer|autre|oublier|retirer';
const GOES_ON =
  '(continue|go on|(sign|log) ?in|weiter) (as|als)|(continuer|se connecter) (en tant que|comme|avec le compte)';

/** Links and buttons that lead to where one signs in. A page that has not come to life shows a button that does nothing. */
export function waysToSignIn(page: Page): Locator {
  return page
    .getByRole('link', { name: SIGN_IN })
    .or(page.getByRole('button', { name: SIGN_IN, disabled: false }))
    .filter({ visible: true });
}

/** What lets somebody sign in with another account than the one that the page remembers. */
export function waysForSomebodyElse(page: Page): Locator {
  return controls(page, SOMEBODY_ELSE);
}

/** Controls that offer an account to whoever is there, and are not there to change or to forget it. */
export function offersOf(page: Page, username: string): Locator {
  const person = escapeForRegExp(username);
  const names = `^(?!.*\\b(${KEEPS_OUT})\\b).*(\\b${GOES_ON}\\b|${person})`;
  return controls(page, new RegExp(names, 'is'));
}

/** The first of several that leads to nobody else’s sign-in; where all do, the first. */
export async function likeliestOf(ways: Locator): Promise<Locator> {
  const own = ways.filter({ hasNotText: ELSEWHERE });
  return ((await own.count()) > 0 ? own : ways).first();
}

/** As it can be read, or is told to a screen reader. */
export function nameOfControl(control: Locator): Promise<string> {
  return control.evaluate((element) =>
    (element.getAttribute('aria-label') ?? element.textContent).replaceAll(/\s+/g, ' ').trim(),
  );
}
