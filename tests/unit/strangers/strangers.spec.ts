import { expect, test } from '@playwright/test';
import { audit } from './audit.ts';
import { startBearer } from './bearer.ts';
import { startEvents } from './events.ts';
import { startForms } from './forms.ts';
import { startRenewing } from './renewing.ts';
import { startSocket } from './socket.ts';

// Each starts a Playwright of its own, and may wait for its turn on a busy machine.
test.describe.configure({ mode: 'parallel', timeout: 600_000 });

test('A chatbot of plain forms and two cookies, known by its address alone, is found to keep its session at login, to count its conversations and to let anybody write in them', async () => {
  const stranger = await startForms({ keepsSessionAtLogin: true, ignoresOwner: true });

  const audited = await audit(stranger, [
    '--grep',
    '@loginIssues|@conversationNeeds|@conversationStays|@conversationIsChanged|@identifiersAre|@logoutRevokes',
  ]);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    loginIssuesFreshSession: 'fail',
    conversationStaysWithItsOwner: 'fail',
    conversationNeedsAuthentication: 'pass',
    // The form’s hidden field is issued to each writer anew: nobody is refused for the wrong one.
    conversationIsChangedByItsOwnerOnly: 'fail',
    identifiersAreNotGuessable: 'fail',
    logoutRevokesCredentials: 'pass',
  });
  expect(audited.exitCode).toBe(1);
});

test('A single page with its token in local storage, known by its address alone, is found to believe unsigned tokens, and to keep its own where script reads it', async () => {
  const stranger = await startBearer({ believesUnsignedTokens: true, rendersHtml: true });

  const audited = await audit(stranger, [
    '--grep',
    '@alteredCredential|@messagesDoNot|@logoutRevokes|@sessionCookies|@scriptReads|@urlsCarry',
  ]);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    alteredCredentialIsRefused: 'fail',
    messagesDoNotRunAsScript: 'fail',
    logoutRevokesCredentials: 'pass',
    sessionCookiesAreHardened: 'skipped',
    scriptReadsNoCredential: 'fail',
    urlsCarryNoSecrets: 'pass',
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

const SOCKET = '@conversationStays|@conversationIsChanged|@liveChannels|@logoutEnds|@logoutRevokes';

test('A chatbot that says everything over one WebSocket, known by its address alone, is found to open and take anything for anybody, and to listen on after logout', async () => {
  const stranger = await startSocket({
    roomOpenIgnoresOwner: true,
    sendIgnoresOwner: true,
    logoutKeepsTheToken: true,
    socketOutlivesLogout: true,
  });

  const audited = await audit(stranger, ['--grep', SOCKET]);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    conversationStaysWithItsOwner: 'fail',
    conversationIsChangedByItsOwnerOnly: 'fail',
    liveChannelsNeedTheirOwner: 'fail',
    logoutEndsLiveChannels: 'fail',
    logoutRevokesCredentials: 'fail',
  });
});

test('The same chatbot without these flaws passes', async () => {
  const stranger = await startSocket();

  const audited = await audit(stranger, ['--grep', `${SOCKET}|@diskCache`]);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    conversationStaysWithItsOwner: 'pass',
    conversationIsChangedByItsOwnerOnly: 'pass',
    liveChannelsNeedTheirOwner: 'pass',
    logoutEndsLiveChannels: 'pass',
    logoutRevokesCredentials: 'pass',
    // What is said goes over the socket alone, and a cache keeps none of that.
    diskCacheHoldsNoConversation: 'skipped',
  });
  expect(audited.output).toContain('• frame 0/1/token');
  expect(audited.exitCode).toBe(0);
});

for (const [what, answersAnyOrigin, outcome] of [
  ['whoever’s page opens it is found to take what another site says in it', true, 'fail'],
  ['its own page may open passes', false, 'pass'],
] as const) {
  test(`A chatbot whose one WebSocket is known by a cookie and ${what}`, async () => {
    const stranger = await startSocket({ knownBy: 'a cookie', answersAnyOrigin });

    const audited = await audit(stranger, ['--grep', '@otherSitesChange']);

    await stranger.close();
    expect(audited.outcomes, audited.output).toEqual({ otherSitesChangeNothing: outcome });
  });
}

const EVENTS = '@conversationIsChanged|@liveChannels|@logoutEnds|@logoutRevokes';
/** Its tokens lie in the page, work once, and authenticate nobody. */
const EXPOSURE = '@scriptReads|@urlsCarry';

test('A chatbot whose every change needs a token that works once, and that answers by events, known by its address alone, is found to stream and to write for anybody', async () => {
  const stranger = await startEvents({
    eventsIgnoreOwner: true,
    writesIgnoreOwner: true,
    eventsOutliveLogout: true,
  });

  const audited = await audit(stranger, ['--grep', EVENTS]);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    conversationIsChangedByItsOwnerOnly: 'fail',
    liveChannelsNeedTheirOwner: 'fail',
    logoutEndsLiveChannels: 'fail',
    logoutRevokesCredentials: 'pass',
  });
});

test('The same chatbot without these flaws passes, and is found to know people by one cookie', async () => {
  const stranger = await startEvents();

  const audited = await audit(stranger, ['--grep', `${EVENTS}|${EXPOSURE}`]);

  await stranger.close();
  expect(audited.outcomes, audited.output).toEqual({
    conversationIsChangedByItsOwnerOnly: 'pass',
    liveChannelsNeedTheirOwner: 'pass',
    logoutEndsLiveChannels: 'pass',
    logoutRevokesCredentials: 'pass',
    scriptReadsNoCredential: 'pass',
    urlsCarryNoSecrets: 'pass',
  });
  expect(audited.output).toContain('• cookie sid\n');
  expect(audited.exitCode).toBe(0);
});
