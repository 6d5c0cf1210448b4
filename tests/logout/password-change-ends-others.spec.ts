import { test } from '../../fixtures/index.ts';

test(
  'a password change ends the other sessions',
  { tag: ['@revocation', '@passwordChangeEndsOtherSessions'] },
  async ({ alice, endings, needs, assess }) => {
    const check = 'passwordChangeEndsOtherSessions';
    needs(check, 'persistence');
    const acting = await alice.signIn();
    const change = await endings.passwordChange(check, alice, acting);
    // Whoever asks to stay signed in holds all that a session can consist of.
    const { session } = await alice.signInToStay();
    const conversation = await alice.converse(session);
    const held = await conversation.hold({ channels: true, inUse: true, everySession: true });

    await change.make();

    const label = 'another device’s credentials from before the password change';
    const attacks = await held.tryAgain(label, alice);
    await assess(check, { ending: 'password', attacks, withinMs: endings.withinMs });
  },
);
