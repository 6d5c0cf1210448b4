import { Secret } from '../../../checks/secret.ts';
import { latestOf, valuesIn } from '../../../fixtures/half-done/held-values.ts';
import { firstStepOf } from '../../../pages/first-step.ts';
import { FORGOTTEN, ForgottenPassword } from '../../../pages/forgotten-password.ts';
import { SignInPage } from '../../../pages/sign-in-page.ts';
import type { Step } from '../../../targets/profile.ts';
import { asTarget, expect, test } from '../endings/little-product.ts';

const ACCOUNT = { username: 'alice', password: new Secret('no one signs in here') };
const NAME = `<form action="/password"><label>Email <input name="email"></label><button>Next</button></form>`;
const PASSWORD = `<form><label>Password <input type="password"></label><button>Sign in</button></form>
  <a href="/forgotten">Forgot password?</a>`;
const FORM = `<form action="/sent"><a href="/">Cancel</a><label>Your e-mail <input name="who"></label>
  <button type="button">Use my phone</button><button>Reset</button></form>`;

test('A new password is asked for where a sign-in in two steps offers it, in one name', async ({
  openProduct,
}) => {
  const { page } = await openProduct({
    '/': NAME,
    '/password': PASSWORD,
    '/forgotten': FORM,
    '/sent': 'Look into your mail',
  });
  const signInPage = new SignInPage(page, asTarget(page.url()));
  const forgotten = new ForgottenPassword(page, asTarget(page.url()), signInPage);
  expect(await forgotten.isOffered(ACCOUNT)).toBe(true);
  await forgotten.ask(ACCOUNT);
  await expect(page).toHaveURL(/\/sent\?who=alice$/);
});

test('A sign-in that asks for name and password at once has no first step, and is left as it is', async ({
  openProduct,
}) => {
  const both = `<form><input name="user"><input type="password"><button>Log in</button></form>`;
  const { page } = await openProduct({ '/': both });
  const signInPage = new SignInPage(page, asTarget(page.url()));
  const forgotten = new ForgottenPassword(page, asTarget(page.url()), signInPage);
  expect(await forgotten.isOffered(ACCOUNT)).toBe(false);
  expect(await signInPage.giveName(ACCOUNT)).toBe(false);
  await expect(page.locator('[name=user]')).toHaveValue('');
});

test('What asks for a new password is known in many languages, and what only speaks of one is not', () => {
  const offered = [
    ...['Forgot your password?', 'Forgotten password', 'Reset your password', 'Can’t log in?'],
    ...['Trouble signing in?', 'Passwort vergessen?', 'Mot de passe oublié ?', '忘记密码？'],
    ...['¿Olvidaste tu contraseña?', 'Esqueceu a senha?', 'Забыли пароль?', 'Lost your password'],
  ];
  expect(offered.filter((name) => !FORGOTTEN.test(name))).toEqual([]);
  const others = ['Show password', 'Sign in', 'Sign in with a password', 'Create account', 'Help'];
  expect(others.filter((name) => FORGOTTEN.test(name))).toEqual([]);
});

test('The first step of a profile’s sign-in ends where the password is asked for', () => {
  const open: Step = { click: { role: 'button', name: 'Log in' } };
  const name: Step = { fill: { label: 'Name' }, with: 'username' };
  const go: Step = { click: { role: 'button', name: 'Next' } };
  const secret: Step = { fill: { label: 'Password' }, with: 'password' };
  expect(firstStepOf([open, name, go, secret, go])).toEqual([open, name, go]);
  expect(firstStepOf([open, name, secret, go])).toEqual([]);
  expect(firstStepOf([open, secret, go])).toEqual([]);
});

test('What a browser holds is tried by its value: words and sentences are left out, the latest goes first', () => {
  const answer = JSON.stringify({
    error: 'Please try again in a while.',
    next: 'a'.repeat(15) + '1',
  });
  const values = [...valuesIn(answer), ...valuesIn('eyJhbGciOiJIUzI1NiJ9.e30.c2ln')];
  expect(latestOf(values)).toEqual(['eyJhbGciOiJIUzI1NiJ9.e30.c2ln', 'a'.repeat(15) + '1']);
});
