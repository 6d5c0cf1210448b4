import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortIdle' });

test(
  'a session that is in use is not cut off by the idle limit',
  { tag: ['@idle-timeout', '@sessionInUseIsNotCutOff'] },
  async ({ alice, idling, needs, assess }) => {
    needs('sessionInUseIsNotCutOff', 'persistence');
    const limitSeconds = idling.limit('sessionInUseIsNotCutOff');
    const session = await alice.signIn();
    const conversation = await alice.converse(session);

    const evidence = await idling.keepInUse(conversation, limitSeconds);

    await assess('sessionInUseIsNotCutOff', evidence);
  },
);
