import { test } from '@playwright/test';
import type { MatrixCell } from '../../../../../checks/revocation/dead-credentials.ts';
import { hand, target } from '../attach.ts';
import { flawed, verdict } from '../crafted-verdicts.ts';

test('Signing out revokes every credential that was in use', { tag: '@revocation' }, async () => {
  const isCookie = target().includes('cookie');
  const cells: MatrixCell[] = [
    {
      credential: 'cookie __Host-session',
      ending: 'logout',
      channel: 'read',
      state: isCookie ? 'works' : 'refused',
    },
  ];
  const judged = isCookie ? flawed : verdict;
  await hand(judged('logoutRevokesCredentials', { cells }));
});

test(
  'Signing out leaves nothing of the session in the browser',
  { tag: '@insecure-storage' },
  async () => {
    await hand(
      verdict('logoutClearsTheBrowser', {
        title: 'Signing out leaves nothing of the session in the browser',
      }),
    );
  },
);

test('Signing out in one tab reaches the others', { tag: '@inconsistent-state' }, async () => {
  await hand(
    verdict('logoutReachesOtherTabs', {
      title: 'Signing out in one tab reaches the others',
      outcome: 'inconclusive',
      unresolved: [
        'the control before it (Alice’s second tab) did not return the canary: the answer was 503',
      ],
    }),
  );
});
