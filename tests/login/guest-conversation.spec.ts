import { test } from '../../fixtures/index.ts';

test(
  'a guest’s conversation is the account’s alone after sign-in',
  { tag: ['@session-fixation', '@guestLosesTheConversation'] },
  async ({ alice, newVisitor, fixation, needs, assess }) => {
    needs('guestLosesTheConversation', 'persistence', 'guestChat');
    const attacker = await newVisitor();

    const evidence = await fixation.takeOver(attacker, alice);

    await assess('guestLosesTheConversation', evidence);
  },
);
