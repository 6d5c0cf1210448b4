import { test } from '@playwright/test';
import { hand } from '../attach.ts';
import { flawed, verdict } from '../crafted-verdicts.ts';

test('Signing in issues a fresh session', { tag: '@session-fixation' }, async () => {
  await hand(verdict('loginIssuesFreshSession', { title: 'Signing in issues a fresh session' }));
});

test(
  'Session cookies are kept from scripts and other sites',
  { tag: '@insecure-storage' },
  async () => {
    await hand(
      flawed('sessionCookiesAreHardened', {
        title: 'Session cookies are kept from scripts and other sites',
        severity: 'normal',
        flaws: [
          {
            summary: 'The cookie session, which authenticates, lacks HttpOnly',
            facts: { 'set-cookie': 'session=‹3f9ac1d2, 64 chars›; Path=/; SameSite=Lax' },
          },
          { summary: 'The cookie session, which authenticates, lacks Secure' },
        ],
        advice: [
          { summary: 'The cookie session would be bound to its host by the prefix __Host-' },
        ],
        cause:
          'The cookie is set without the attributes that keep it from scripts and from plain HTTP',
        consequence: 'One injected script, or one look at plain HTTP traffic, takes the session',
        fix: 'Set HttpOnly and Secure on the cookie, and give it the prefix __Host-',
        exchanges: [],
      }),
    );
  },
);

test('An altered token is refused', { tag: '@token-validation' }, () => {
  test.skip(true, 'This chatbot’s credential is opaque: there is no token to alter.');
});
