import { test } from '../../fixtures/index.ts';

test(
  'a password change renews the session that made it',
  { tag: ['@session-fixation', '@passwordChangeRenewsTheSession'] },
  async ({ alice, endings, needs, assess }) => {
    const check = 'passwordChangeRenewsTheSession';
    needs(check, 'persistence');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);
    const change = await endings.passwordChange(check, alice, session);
    const held = await conversation.hold({ replaced: true });

    await change.make();

    const label = 'the session’s own credentials from before the password change';
    const attacks = await held.tryAgain(label, alice);
    await assess(check, { attacks, withinMs: endings.withinMs });
  },
);
