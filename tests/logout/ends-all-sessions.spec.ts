import { test } from '../../fixtures/index.ts';

test(
  '“sign out everywhere” ends every session',
  { tag: ['@revocation', '@signOutEverywhereEndsAllSessions'] },
  async ({ alice, endings, needs, assess }) => {
    needs('signOutEverywhereEndsAllSessions', 'persistence', 'signOutEverywhere');
    // Whoever asks to stay signed in holds all that a session can consist of.
    const { session } = await alice.signInToStay();
    const conversation = await alice.converse(session);
    const remedy = await endings.remedy('signOutEverywhereEndsAllSessions', 'everywhere', alice);
    const held = await conversation.hold({ channels: true, inUse: true, everySession: true });

    await remedy.use();

    const label = 'another device’s credentials from before “sign out everywhere”';
    const attacks = await held.tryAgain(label, alice);
    const { withinMs } = endings;
    await assess('signOutEverywhereEndsAllSessions', { ending: 'everywhere', attacks, withinMs });
  },
);
