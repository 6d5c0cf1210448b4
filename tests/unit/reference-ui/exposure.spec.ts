import { expect, test } from './harbour-test.ts';

test('a token that is kept in the browser makes a renewal needless after a reload', async ({
  start,
  signIn,
}) => {
  const tab = await signIn(
    await start({ mechanism: 'token', flaw: 'accessTokenKeptInLocalStorage' }),
  );
  await tab.say('A boat for the lake');
  const renewals: string[] = [];
  tab.page.on('request', (request) => {
    if (request.url().endsWith('/api/token/refresh')) renewals.push(request.url());
  });

  await tab.page.reload();

  await expect(tab.ownMessages).toContainText('A boat for the lake');
  expect(renewals).toEqual([]);
});

test('a live connection that is opened by its address alone tells of other tabs', async ({
  start,
  signIn,
  openTab,
}) => {
  const chatbot = await start({ mechanism: 'token', flaw: 'socketTokenInTheAddress' });
  const tab = await signIn(chatbot);
  const other = await openTab(chatbot);
  const opened = other.page.waitForEvent('websocket');
  await other.goto('/');
  const socket = await opened;
  await socket.waitForEvent('framereceived');

  await tab.say('A boat for the lake');

  await expect(other.link('A boat for the lake')).toBeVisible();
  expect(socket.url()).toContain('?access_token=ey');
});

test('an address with a title leads to its conversation', async ({ start, signIn }) => {
  const tab = await signIn(await start({ flaw: 'addressesTellTheTitle' }));

  await tab.say('A boat for the lake');

  await expect(tab.page).toHaveURL(/\/c\/[^/]+\/a-boat-for-the-lake$/);
  await tab.page.reload();
  await expect(tab.ownMessages).toContainText('A boat for the lake');
});

test('what was typed into the sign-in form stays only where the product is set so', async ({
  start,
  signIn,
}) => {
  const kept = async (flaw?: 'signInFormIsKept'): Promise<string[]> => {
    const tab = await signIn(await start(flaw ? { flaw } : {}));
    return tab.page.evaluate(() => Object.keys(sessionStorage));
  };
  expect(await kept()).toEqual([]);
  expect(await kept('signInFormIsKept')).toHaveLength(1);
});
