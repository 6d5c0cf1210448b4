import { test } from '../../fixtures/index.ts';

test.use({ lifetimes: 'shortIdle' });

test(
  'an idle session ends on the server',
  { tag: ['@idle-timeout', '@idleSessionEndsOnServer'] },
  async ({ alice, bob, idling, needs, assess }) => {
    needs('idleSessionEndsOnServer', 'persistence');

    // Other stories end Alice's sessions at a stroke; what an earlier run parked is Bob's.
    const evidence = await idling.outlive('idleSessionEndsOnServer', { now: alice, earlier: bob });

    await assess('idleSessionEndsOnServer', evidence);
  },
);
