import { test } from '../../fixtures/index.ts';

test(
  'an idle page warns before it signs the person out, and lets her stay',
  { tag: ['@idle-timeout', '@idlePageWarnsFirst'] },
  async ({ alice, idling, needs, assess }) => {
    needs('idlePageWarnsFirst', 'persistence');

    const evidence = await idling.watchForWarning('idlePageWarnsFirst', alice);

    await assess('idlePageWarnsFirst', evidence);
  },
);
