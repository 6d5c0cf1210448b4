import type { Locator, Page } from '@playwright/test';
import type { Secret } from '../checks/secret.ts';
import { typeSecret } from './type-secret.ts';

const CHANGE =
  /^\W*(change|update|save|set|confirm|submit|ok|ändern|speichern)\b|\b(passwort|kennwort) (ändern|speichern|setzen)\b|^\W*(changer|modifier|mettre à jour|enregistrer|valider|confirmer)\b/i;
const CURRENT = /current|old|present|existing|aktuell|bisherig|\balte[sn]?\b|actuel|ancien/i;
const SENDS_A_FORM = 'button[type="submit"], button:not([type]), input[type="submit"]';

/** A choice to end the other sessions; one to keep them says the opposite in much the same words. */
const ENDS_OTHERS =
  /^(?!.*\b(keep|stay|remain|don.t|do not)\b).*(\b(log|sign)(ged)?[\s-]*(me )?(out|off)\b|\b(end|revoke|terminate|close|invalidate)\b).{0,30}\b(other|all|every|everywhere|elsewhere)|alle(n)? (anderen )?(geräte|sitzungen)|^(?!.*\b(rester|garder|ne pas)\b).*\b(déconnecter|terminer|fermer)\b.{0,30}\b(autres|tou(te)?s|partout)\b/is;

/** The form in which a signed-in person changes her password. */
export interface PasswordForm {
  /** Every visible field for a password. */
  fields: Locator;
  /** Asks for the other sessions to be ended too, where that is offered. */
  endOtherSessions(): Promise<void>;
  fillIn(current: Secret, next: Secret): Promise<void>;
  submit(): Promise<void>;
}

/** Told from other fields by their autocomplete, their names, and their number. */
export function newPasswordForm(page: Page): PasswordForm {
  const fields = page.locator('input[type="password"]').filter({ visible: true });
  return {
    fields,
    endOtherSessions: async () => {
      const form = page.locator('form').filter({ has: fields });
      const root = (await form.count()) > 0 ? form.first() : page;
      const offered = root
        .getByRole('checkbox', { name: ENDS_OTHERS })
        .or(root.getByRole('switch', { name: ENDS_OTHERS }));
      for (const choice of await offered.filter({ visible: true }).all()) await choice.check();
    },
    fillIn: async (current, next) => {
      const all = await fields.all();
      for (const [index, field] of all.entries()) {
        const old = await isForCurrent(field, index, all.length);
        await typeSecret(field, old ? current : next);
      }
    },
    submit: async () => {
      const form = page.locator('form').filter({ has: fields });
      const named = page.getByRole('button', { name: CHANGE }).filter({ visible: true });
      const inForm = form.getByRole('button', { name: CHANGE }).filter({ visible: true });
      const sends = form.locator(SENDS_A_FORM).filter({ visible: true });
      if ((await inForm.count()) > 0) await inForm.first().click();
      // However it is called: one of another form would save something else.
      else if ((await sends.count()) > 0) await sends.last().click();
      else if ((await named.count()) > 0) await named.last().click();
      else await fields.last().press('Enter');
    },
  };
}

async function isForCurrent(field: Locator, index: number, count: number): Promise<boolean> {
  const { autocomplete, words } = await field.evaluate((element) => ({
    autocomplete: element.getAttribute('autocomplete') ?? '',
    words: [
      element.id,
      element.getAttribute('name'),
      element.getAttribute('aria-label'),
      element.getAttribute('placeholder'),
      ...(element instanceof HTMLInputElement
        ? [...(element.labels ?? [])].map(({ textContent }) => textContent)
        : []),
    ].join(' '),
  }));
  if (autocomplete.includes('current-password')) return true;
  if (autocomplete.includes('new-password')) return false;
  // Nothing says so: three are the old one and the new one twice.
  return CURRENT.test(words) || (index === 0 && count === 3);
}
