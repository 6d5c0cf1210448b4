import { writeFileSync } from 'node:fs';
import { Secret } from '../../../checks/secret.ts';
import { type Limits, SHORT_IDLE_LIMIT } from '../../../targets/reference/limits.ts';
import { expect, ownChatbotAt, test } from './command-test.ts';

const PASSWORD = 'time-goes-by-so-slowly';
const CHECKS = ['--grep', '@idleSessionEndsOnServer|@loginIssues'];
const { idleSeconds } = SHORT_IDLE_LIMIT;
const LIMITS: Limits = SHORT_IDLE_LIMIT;

const accounts = ['carol', 'dan'].map((username) => ({
  username,
  password: new Secret(PASSWORD),
}));

for (const [title, password, exitCode, waiting] of [
  ['wait in them, beside the others', PASSWORD, 0, { outcome: 'pass' }],
  [
    'that cannot sign in there say so, and the others go on',
    'a-wrong-password',
    1,
    { outcome: 'inconclusive', reasons: [expect.stringContaining('carol')] },
  ],
] as const) {
  test(`stories that wait in accounts of their own: those ${title}`, async ({
    audit,
    chatbot,
  }, testInfo) => {
    const running = await chatbot({ limits: LIMITS, idleAccounts: accounts });
    const { TARGET_URL: origin, ...people } = ownChatbotAt(running);
    const profile = testInfo.outputPath('profile.json');
    writeFileSync(profile, JSON.stringify({ name: 'Slow chat', origin, policy: { idleSeconds } }));
    const idle = { IDLE_USERNAMES: 'carol, dan', IDLE_PASSWORD: password };

    const run = audit({ ...people, ...idle, TARGET: profile }, ...CHECKS);

    expect(await run.exitCode, run.lastWords).toBe(exitCode);
    expect(run.findings().results).toMatchObject([
      { project: 'idle-chatbot', ...waiting },
      { project: 'chatbot', outcome: 'pass' },
    ]);
    expect(run.output).not.toContain(password);
  });
}
