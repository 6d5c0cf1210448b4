import { test } from '../../fixtures/index.ts';

test(
  'no other origin receives the conversation or a credential',
  { tag: ['@insecure-storage', '@otherOriginsReceiveNothing'] },
  async ({ alice, destinations, needs, assess }) => {
    needs('otherOriginsReceiveNothing', 'persistence');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const evidence = await destinations.ofEverything(conversation);

    await assess('otherOriginsReceiveNothing', evidence);
  },
);
