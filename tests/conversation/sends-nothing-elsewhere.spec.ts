import { test } from '../../fixtures/index.ts';

test(
  'what is said makes the page send nothing to another site',
  { tag: ['@xss', '@messagesSendNothingElsewhere'] },
  async ({ alice, tryToSendElsewhere, needs, assess }) => {
    needs('messagesSendNothingElsewhere', 'persistence');
    const session = await alice.signIn();

    const evidence = await tryToSendElsewhere(session);

    await assess('messagesSendNothingElsewhere', evidence);
  },
);
