import { expect, ownChatbotAt, test } from './command-test.ts';
import { type LateFault, LATE_FAULTS, startFaultyAfterLogout } from './faulty-proxy.ts';

test.describe.configure({ mode: 'parallel' });

for (const fault of Object.keys(LATE_FAULTS) as LateFault[]) {
  test(`a chatbot that is ${fault} from logout on has not refused anything: nothing passes, and nothing is a flaw`, async ({
    audit,
    chatbot,
  }) => {
    const { origin, people } = await chatbot();
    const proxy = await startFaultyAfterLogout(origin, fault);
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
