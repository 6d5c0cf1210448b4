import { readFileSync } from 'node:fs';
import type { TestResult } from '@playwright/test/reporter';
import { CHECK_IDS } from '../../checks/check-ids.ts';
import {
  COST_CONTENT_TYPE,
  type CostRecord,
  DISCOVERY_CONTENT_TYPE,
  type DiscoveryRecord,
  VERDICT_CONTENT_TYPE,
  type VerdictRecord,
} from '../../checks/verdict.ts';
import { isFlawClass } from './project-facts.ts';

type Attachment = Pick<TestResult['attachments'][number], 'contentType' | 'body' | 'path'>;

const OUTCOMES: readonly unknown[] = ['pass', 'fail', 'inconclusive'];

function parse(attachment: Attachment): unknown {
  const bytes =
    attachment.body ?? (attachment.path === undefined ? undefined : readFileSync(attachment.path));
  if (bytes === undefined) throw new Error('the attachment has no content');
  return JSON.parse(bytes.toString('utf8'));
}

function isVerdictRecord(value: unknown): value is VerdictRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record: Partial<Record<keyof VerdictRecord, unknown>> = value;
  return (
    record.schema === 1 &&
    CHECK_IDS.some((id) => id === record.check) &&
    isFlawClass(record.flawClass) &&
    OUTCOMES.includes(record.outcome) &&
    [record.flaws, record.advice, record.unresolved, record.standards, record.exchanges].every(
      Array.isArray,
    ) &&
    [record.title, record.cause, record.consequence, record.fix, record.target].every(
      (text) => typeof text === 'string',
    )
  );
}

function isCostRecord(value: unknown): value is CostRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record: Partial<Record<keyof CostRecord, unknown>> = value;
  return (
    record.schema === 1 &&
    [record.logins, record.replays, record.waitedMs].every((count) => typeof count === 'number')
  );
}

function isDiscoveryRecord(value: unknown): value is DiscoveryRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record: Partial<Record<keyof DiscoveryRecord, unknown>> = value;
  return record.schema === 1 && typeof record.target === 'string' && Array.isArray(record.sets);
}

/** What a test spent on the target. */
export type Cost = Omit<CostRecord, 'schema'>;

export const noCost = (): Cost => ({ logins: 0, replays: 0, waitedMs: 0 });

/** What a test attached for the reports. */
export interface AttachedRecords {
  verdicts: VerdictRecord[];
  cost: Cost;
  discoveries: DiscoveryRecord[];
  /** One sentence for each record that cannot be read; a verdict that cannot be read is no verdict. */
  unreadable: string[];
}

/** Reads what a worker attached to a test: verdicts, costs, and what the doctor found out. */
export function readAttachedRecords(attachments: readonly Attachment[]): AttachedRecords {
  const read: AttachedRecords = {
    verdicts: [],
    cost: noCost(),
    discoveries: [],
    unreadable: [],
  };
  for (const attachment of attachments) {
    const isVerdict = attachment.contentType === VERDICT_CONTENT_TYPE;
    const isDiscovery = attachment.contentType === DISCOVERY_CONTENT_TYPE;
    if (!isVerdict && !isDiscovery && attachment.contentType !== COST_CONTENT_TYPE) continue;
    const kind = isVerdict ? 'verdict' : isDiscovery ? 'discovery' : 'cost';
    try {
      const value = parse(attachment);
      if (isVerdict && isVerdictRecord(value)) read.verdicts.push(value);
      else if (isDiscovery && isDiscoveryRecord(value)) read.discoveries.push(value);
      else if (!isVerdict && !isDiscovery && isCostRecord(value)) {
        read.cost.logins += value.logins;
        read.cost.replays += value.replays;
        read.cost.waitedMs += value.waitedMs;
      } else read.unreadable.push(`The ${kind} record of this test does not follow schema 1.`);
    } catch (error) {
      read.unreadable.push(
        `The ${kind} record of this test cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return read;
}
