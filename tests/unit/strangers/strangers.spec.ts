import { expect, test } from '@playwright/test';
import { audit } from './audit.ts';
import { startBearer } from './bearer.ts';
import { startForms } from './forms.ts';
import { startRenewing } from './renewing.ts';

// Each starts a Playwright of its own, and may wait for its turn on a busy machine.
test.describe.configure({ mode: 'parallel', timeout: 300_000 });

test('A chatbot of plain forms and two cookies, known by its address alone, is found to keep its session at login', async () => {
  const stranger = await startForms({ keepsSessionAtLogin: true, ignoresOwner: true });

  const audited = await audit(stranger, [
    '--grep',
    '@loginIssues|@conversationNeeds|@conversationStays|@logoutRevokes',
  ]);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    loginIssuesFreshSession: 'fail',
    conversationStaysWithItsOwner: 'fail',
    conversationNeedsAuthentication: 'pass',
    logoutRevokesCredentials: 'pass',
  });
  expect(audited.exitCode).toBe(1);
});

test('A single page with its token in local storage, known by its address alone, is found to believe unsigned tokens', async () => {
  const stranger = await startBearer({ believesUnsignedTokens: true, rendersHtml: true });

  const audited = await audit(stranger, [
    '--grep',
    '@alteredCredential|@messagesDoNot|@logoutRevokes|@sessionCookies',
  ]);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    alteredCredentialIsRefused: 'fail',
    messagesDoNotRunAsScript: 'fail',
    logoutRevokesCredentials: 'pass',
    sessionCookiesAreHardened: 'skipped',
  });
  expect(audited.exitCode).toBe(1);
});

test('A chatbot that renews its cookies and answers 200 to everything, known by its address alone, is found to leave the renewal working after logout', async () => {
  const stranger = await startRenewing({ logoutForgetsTheRenewal: true });

  const audited = await audit(stranger, ['--grep', '@logoutRevokes']);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    logoutRevokesCredentials: 'fail',
  });
  expect(audited.exitCode).toBe(1);
});
