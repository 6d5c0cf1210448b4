import { Secret } from '../../../checks/secret.ts';
import { SignInPage, StillSignedInError } from '../../../pages/sign-in-page.ts';
import { asTarget, expect, test } from '../endings/little-product.ts';

const ACCOUNT = { username: 'alice', password: new Secret('no one signs in here') };

const ELSEWHERE = `<form action="/elsewhere"><button>Continue with Google</button></form>`;
const LANDING = `<nav><a href="/elsewhere">Log in with a passkey</a> <a href="/name">Log in</a></nav>`;
const NAME = `${ELSEWHERE}<form action="/password">
  <label>Email address <input name="identifier" autocomplete="username"></label><button>Continue</button></form>`;
const PASSWORD = `<header><button>Log in</button></header><form action="/in">
  <input type="hidden" name="identifier"><label>Password <input type="password"></label>
  <button type="button">Show password</button><button>Continue</button></form>`;

test('A sign-in in two steps is gone through, past the ways to somebody else’s', async ({
  openProduct,
}) => {
  const { page } = await openProduct({
    '/': LANDING,
    '/name': NAME,
    '/password': PASSWORD,
    '/in': '<p>In',
  });
  const signInPage = new SignInPage(page, asTarget(page.url()));
  await signInPage.signIn(ACCOUNT);
  expect(new URL(page.url()).pathname).toBe('/in');
  expect(signInPage.askedAt).toBe(new URL(page.url()).origin);
});

test('A user name after which no password is asked for is told with what the page says', async ({
  openProduct,
}) => {
  test.slow();
  const unknown = `<form onsubmit="event.preventDefault(); complaint.textContent = 'No such account'">
    <label>Email <input name="email"></label><p id="complaint" role="alert"></p><button>Next</button></form>`;
  const { page } = await openProduct({ '/': unknown });
  const signingIn = new SignInPage(page, asTarget(page.url())).signIn(ACCOUNT);
  await expect(signingIn).rejects.toThrow(/“alice”.*no field for the password.*“No such account”/);
});

test('A page that has not come to life is waited for: its button does nothing', async ({
  openProduct,
}) => {
  const form =
    '<form action="/in"><input name="user"><input type="password"><button>Go</button></form>';
  const { page } = await openProduct({
    '/': `<button disabled>Sign in</button><script>
      setTimeout(() => { document.body.innerHTML = '${form}'; }, 1000);</script>`,
    '/in': '<p>In',
  });
  await new SignInPage(page, asTarget(page.url())).signIn(ACCOUNT);
  expect(new URL(page.url()).pathname).toBe('/in');
});

test('An account that is offered is a way in without typing; one to change it is none', async ({
  openProduct,
}) => {
  const { page } = await openProduct({
    '/': `<form><p>alice <a href="/x">Edit alice</a></p><input type="password"></form>`,
    '/offers': `<form><input type="password"></form><button>Continue as Alice</button>`,
    '/chooser': `<button>alice@example.org</button><button>Use another account</button>`,
    '/landing': LANDING,
  });
  const signInPage = new SignInPage(page, asTarget(page.url()));
  const way = async (path: string): Promise<string | undefined> => {
    await page.goto(new URL(path, page.url()).href);
    return (await signInPage.wayWithoutTyping('alice'))?.name;
  };
  expect(await way('/')).toBeUndefined();
  expect(await way('/offers')).toBe('Continue as Alice');
  expect(await way('/chooser')).toBe('alice@example.org');
  expect(await way('/landing')).toBe('Log in');
});

test('An account that the sign-in page remembers is left for the person’s own', async ({
  openProduct,
}) => {
  const { page } = await openProduct({
    '/': LANDING.replace('/name', '/chooser'),
    '/chooser': '<button>bob</button><a href="/remembered">Use another account</a>',
    '/remembered': `<p>bob</p><form><input type="password"></form><a href="/name">Not you?</a>`,
    '/name': NAME,
    '/password': PASSWORD,
    '/in': '<p>In',
  });
  await new SignInPage(page, asTarget(page.url())).signIn(ACCOUNT);
  expect(new URL(page.url()).pathname).toBe('/in');
});

test('Who comes into the chat without a form is told to be signed in still', async ({
  openProduct,
}) => {
  test.slow();
  const { page } = await openProduct({
    '/': LANDING.replace('/name', '/chat'),
    '/chat': '<textarea placeholder="Ask anything"></textarea><p>What was said',
  });
  const signingIn = new SignInPage(page, asTarget(page.url())).signIn(ACCOUNT);
  await expect(signingIn).rejects.toThrow(StillSignedInError);
  await expect(signingIn).rejects.toThrow(/chat, after “Log in” had been pressed/);
});

test('A way to sign in behind another one is gone, too', async ({ openProduct }) => {
  const { page } = await openProduct({
    '/': '<p>Your session has ended. <a href="/landing">Sign in again</a>',
    '/landing': '<form action="/name"><button>Sign in with SSO</button></form>',
    '/name': NAME,
    '/password': PASSWORD,
    '/in': '<p>In',
  });
  await new SignInPage(page, asTarget(page.url())).signIn(ACCOUNT);
  expect(new URL(page.url()).pathname).toBe('/in');
});
