import { test } from '../../fixtures/index.ts';

test(
  'a conversation needs authentication',
  { tag: ['@unauthenticated-access', '@conversationNeedsAuthentication'] },
  async ({ alice, strangers, intrusion, needs, assess }) => {
    needs('conversationNeedsAuthentication', 'persistence');
    const conversation = await alice.conversation();

    const attacks = [];
    for (const stranger of strangers) attacks.push(...(await conversation.attackedBy(stranger)));

    const files = await intrusion.openFiles(alice, () => Promise.resolve(strangers));

    await assess('conversationNeedsAuthentication', {
      ...files,
      attacks: [...attacks, ...files.attacks],
    });
  },
);
