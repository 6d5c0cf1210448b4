import { test } from '../../fixtures/index.ts';

test(
  'logout leaves no credential or canary in the browser',
  { tag: ['@insecure-storage', '@logoutClearsTheBrowser'] },
  async ({ alice, needs, assess }) => {
    needs('logoutClearsTheBrowser', 'persistence', 'signOut');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const wanted = await conversation.traces();
    const before = await session.sweep(wanted);

    await session.signOut();

    const after = await session.sweepWithBack(wanted);
    await assess('logoutClearsTheBrowser', { before, after });
  },
);
