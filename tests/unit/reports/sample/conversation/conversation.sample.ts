import { test } from '@playwright/test';
import { hand } from '../attach.ts';
import { exchange, flawed, verdict } from '../crafted-verdicts.ts';

const PAYLOAD =
  '<img src=x onerror="window.ranInReport = true"><script>window.ranInReport = true</script>';

test('A conversation needs authentication', { tag: '@unauthenticated-access' }, async () => {
  await hand(
    verdict('conversationNeedsAuthentication', { title: 'A conversation needs authentication' }),
  );
});

test('A conversation stays with its owner', { tag: '@unauthenticated-access' }, () => {
  throw new Error(
    "locator.click: Timeout 30000ms exceeded.\nCall log:\n  - waiting for getByRole('button', { name: 'New chat' })\n",
  );
});

test('Messages do not run as script', { tag: '@xss' }, async () => {
  await hand(
    flawed('messagesDoNotRunAsScript', {
      title: 'Messages do not run as script',
      severity: 'blocker',
      flaws: [{ summary: `A bot reply ran as script: ${PAYLOAD}`, facts: { payload: PAYLOAD } }],
      cause: `The page puts ${PAYLOAD} into innerHTML`,
      consequence: 'Any text that reaches the page takes over the session of its reader',
      fix: 'Sanitise rendered Markdown with a maintained sanitiser, and forbid inline script by a content security policy',
      exchanges: [
        exchange(`attack: ${PAYLOAD}`, 0, { status: 200, canarySeen: true, excerpt: PAYLOAD }),
      ],
    }),
  );
});
