import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortIdle' });

test(
  'a clock that is set back keeps no session alive',
  { tag: ['@idle-timeout', '@clockSetBackExtendsNothing'] },
  async ({ alice, idling, expiry, needs, assess }) => {
    needs('clockSetBackExtendsNothing', 'persistence');
    const limitSeconds = idling.limit('clockSetBackExtendsNothing');

    const evidence = await expiry.setClockBack(alice, limitSeconds);

    await assess('clockSetBackExtendsNothing', evidence);
  },
);
