import { settings } from '../settings.ts';

/** What was typed into the sign-in form, in case the page is loaded again, where the product is set to keep it. */
const KEY = 'harbour.sign-in';

export interface SignInFields {
  username: string;
  password: string;
}

export function keptFields(): SignInFields {
  const text = settings.signInForm === 'forgotten' ? null : sessionStorage.getItem(KEY);
  return text === null ? { username: '', password: '' } : (JSON.parse(text) as SignInFields);
}

/** As forms are kept by a general-purpose hook: all fields alike, and nobody thinks of the form again once it has gone. */
export function keepFields(fields: SignInFields): void {
  if (settings.signInForm === 'forgotten') return;
  if (fields.username === '' || fields.password === '') return;
  sessionStorage.setItem(KEY, JSON.stringify(fields));
}
