import { test } from '@playwright/test';
import {
  COST_CONTENT_TYPE,
  type VerdictRecord,
  VERDICT_CONTENT_TYPE,
} from '../../../../checks/verdict.ts';

/** The target that the project names, as fixtures fill it into verdicts. */
export const target = (): string => String(test.info().project.metadata['target']);

/** Attaches a verdict and a cost as the fixtures do, and fails the test as `assess` does. */
export async function hand(record: VerdictRecord): Promise<void> {
  const info = test.info();
  await info.attach('verdict', {
    body: JSON.stringify({ ...record, target: target() }),
    contentType: VERDICT_CONTENT_TYPE,
  });
  await info.attach('cost', {
    body: JSON.stringify({ schema: 1, logins: 1, replays: 3, waitedMs: 0 }),
    contentType: COST_CONTENT_TYPE,
  });
  if (record.outcome === 'fail')
    throw new Error(`Flaw: ${record.flaws.map(({ summary }) => summary).join('; ')}`);
  if (record.outcome === 'inconclusive')
    throw new Error(`Inconclusive: ${record.unresolved.join('; ')}`);
}
