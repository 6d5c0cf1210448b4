import { test } from '@playwright/test';
import { hand } from '../attach.ts';
import { verdict } from '../crafted-verdicts.ts';

test('An idle session ends on the server', { tag: '@idle-timeout' }, async () => {
  test.skip(
    String(test.info().project.metadata['target']).includes('token'),
    'The profile states no idle limit (policy.idleSeconds).',
  );
  await hand(verdict('idleSessionEndsOnServer', { title: 'An idle session ends on the server' }));
});
