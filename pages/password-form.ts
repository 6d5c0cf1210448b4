import type { Locator, Page } from '@playwright/test';
import type { Secret } from '../checks/secret.ts';
import { typeSecret } from './type-secret.ts';

const CHANGE = /^\W*(change|update|save|set|confirm|submit|ok|ändern|speichern)\b/i;
const CURRENT = /current|old|present|existing|aktuell|bisherig/i;

/** The form in which a signed-in person changes her password. */
export interface PasswordForm {
  /** Every visible field for a password. */
  fields: Locator;
  fillIn(current: Secret, next: Secret): Promise<void>;
  submit(): Promise<void>;
}

/** Told from other fields by their autocomplete, their names, and their number. */
export function newPasswordForm(page: Page): PasswordForm {
  const fields = page.locator('input[type="password"]').filter({ visible: true });
  return {
    fields,
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
      if ((await inForm.count()) > 0) await inForm.first().click();
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
