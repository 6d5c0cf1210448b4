import type { ServerResponse } from 'node:http';
import { expect, ownChatbotAt, test } from './command-test.ts';
import { firstOf, type LateFault, LATE_FAULTS, startFaultyAfterLogout } from './faulty-proxy.ts';

test.describe.configure({ mode: 'parallel' });

for (const fault of Object.keys(LATE_FAULTS) as LateFault[]) {
  test(`a chatbot that is ${fault} from logout on has not refused anything: nothing passes, and nothing is a flaw`, async ({
    audit,
    chatbot,
  }) => {
    const { origin, people } = await chatbot();
    const proxy = await startFaultyAfterLogout(origin, LATE_FAULTS[fault]);
    const run = audit(
      ownChatbotAt({ origin: proxy.origin, people }),
      'tests/logout/revokes-credentials.spec.ts',
    );

    const exitCode = await run.exitCode;
    await proxy.close();
    expect(proxy.began(), run.output).toBe(true);
    const { results } = run.findings();
    const ran = results.filter(({ outcome }) => outcome !== 'skipped');
    expect(ran.length, run.output).toBeGreaterThan(0);
    expect(
      ran.map(({ outcome, reasons }) => ({ outcome, told: reasons.length > 0 })),
      run.output,
    ).toEqual(ran.map(() => ({ outcome: 'inconclusive', told: true })));
    expect(exitCode).toBe(1);
  });
}

test('a chatbot that throttles from logout on, and says for how long, is waited for and judged', async ({
  audit,
  chatbot,
}) => {
  const { origin, people } = await chatbot();
  const throttle = (response: ServerResponse): unknown =>
    response.writeHead(429, { 'retry-after': '1' }).end();
  // Two reads are enough: the page that has signed out asks for none.
  const meets = firstOf('/api/conversations', 2);
  const proxy = await startFaultyAfterLogout(origin, throttle, meets);
  const run = audit(
    ownChatbotAt({ origin: proxy.origin, people }),
    'tests/logout/revokes-credentials.spec.ts',
  );

  const exitCode = await run.exitCode;
  await proxy.close();
  expect(proxy.began(), run.output).toBe(true);
  // The line is broken where the console is full.
  expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain('waited because the target said so');
  expect(run.findings().results.map(({ outcome }) => outcome)).toEqual(['pass']);
  expect(exitCode).toBe(0);
});
