import { FAULTS, type Fault, startFaulty } from './faulty-server.ts';
import type { AuditRun } from './audit-run.ts';
import { expect, NOBODIES, ownChatbotAt, test } from './command-test.ts';

/** What the doctor says of each, below the line that the chatbot cannot be judged yet. */
const DOCTOR_SAYS: Record<Fault, (origin: string) => string> = {
  closed: (origin) =>
    `${origin} cannot be reached (connect ECONNREFUSED ${new URL(origin).host}); start the chatbot, or correct TARGET_URL or the profile’s origin`,
  broken: (origin) => `${origin} answers 500; mend the chatbot first`,
  silent: (origin) =>
    `${origin} cannot be reached (no answer within 15 s); start the chatbot, or correct TARGET_URL or the profile’s origin`,
  dropping: (origin) =>
    `${origin} cannot be reached (it closes the connection without an answer); start the chatbot, or correct TARGET_URL or the profile’s origin`,
  formless: (origin) =>
    `no sign-in form was found at ${origin}/: no visible password or user-name field, but “Welcome”; give signIn.path or signIn.steps in the profile`,
};

/** The whole of what a person reads, with lines as long as they were said and times left out. */
const wordsOf = ({ stdout }: AuditRun): string =>
  stdout
    // A machine under load may kill one.
    .replace(/^A browser died while it was launched.*\n(  .*\n)*/m, '')
    .replace(/ \(\d.*s\)\n/, '\n')
    .replace(/\n {2}(?=\S)/g, ' ');

const refusal = (target: string, reason: string): string =>
  `✗ doctor-chatbot › the chatbot is ready to be audited\n\n✗ ${target} cannot be judged yet ${reason}\n\nNo check was run.\n`;

async function expectNothingLeft(run: AuditRun): Promise<void> {
  await expect.poll(() => run.survivors()).toEqual([]);
  expect(run.litter()).toEqual([]);
}

test('an address that is no chatbot is told of in one message, and nothing passes', async ({
  audit,
}) => {
  const faults = Object.keys(FAULTS) as Fault[];
  await Promise.all(
    faults.map(async (fault) => {
      const { origin, close } = await startFaulty(fault);
      const run = audit({ ...NOBODIES, TARGET_URL: origin });
      const exitCode = await run.exitCode;
      await close();

      expect(run.stderr).toBe('');
      expect(wordsOf(run)).toBe(refusal(new URL(origin).host, DOCTOR_SAYS[fault](origin)));
      expect(exitCode).toBe(1);
      const { status, results } = run.findings();
      expect(status).toBe('failed');
      expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['not run']));
      await expectNothingLeft(run);
    }),
  );
});

test('a wrong password is told of with the account’s name and the page’s own words', async ({
  audit,
  chatbot,
}) => {
  const running = await chatbot();
  const run = audit(ownChatbotAt(running, { bob: 'certainly-not-it' }));

  expect(await run.exitCode, run.lastWords).toBe(1);
  expect(wordsOf(run)).toBe(
    refusal(
      new URL(running.origin).host,
      '“bob” could not sign in: the page says “That user name and password do not match.”; check the account’s name and password',
    ),
  );
  expect(run.output).not.toContain('certainly-not-it');
  expect(run.findings().results.map(({ outcome }) => outcome)).not.toContain('pass');
  await expectNothingLeft(run);
});

test('a chatbot that dies in the middle makes what was not decided inconclusive', async ({
  audit,
  chatbot,
}) => {
  test.setTimeout(480_000);
  const running = await chatbot();
  const run = audit(ownChatbotAt(running), '--grep', '@doctor|@logout');
  await expect
    .poll(() => run.stdout, { timeout: 120_000, intervals: [50] })
    .toContain('✓ doctor-chatbot');
  await running.close();

  expect(await run.exitCode, run.lastWords).toBe(1);
  const { results, status } = run.findings();
  expect(status).toBe('failed');
  expect(results.length).toBeGreaterThan(4);
  expect(results.filter(({ outcome }) => !['inconclusive', 'skipped'].includes(outcome))).toEqual(
    [],
  );
  expect(run.stdout).toContain('Mend         See whether the chatbot still runs, start it again');
  expect(run.stdout).not.toMatch(/^\s+at .*:\d+:\d+/m);
  await expectNothingLeft(run);
});
