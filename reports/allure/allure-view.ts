import type { TestResult } from '@playwright/test/reporter';
import type { RuntimeMessage } from 'allure-js-commons/sdk';
import { ALLURE_RUNTIME_MESSAGE_CONTENT_TYPE } from 'allure-js-commons/sdk/reporter';
import { FLAW_CLASSES } from '../../checks/flaw-classes.ts';
import {
  COST_CONTENT_TYPE,
  type VerdictRecord,
  VERDICT_CONTENT_TYPE,
} from '../../checks/verdict.ts';
import { describeVerdict, httpExchangeAttachments } from '../allure-metadata.ts';
import { OUTCOME_LABEL } from '../allure-options.ts';
import { type CheckResult, OUTCOME_ORDER, type TestRecord } from '../run/test-record.ts';
import { escapeHtml } from './html.ts';

type Attachment = TestResult['attachments'][number];

const RECORD_TYPES: readonly string[] = [VERDICT_CONTENT_TYPE, COST_CONTENT_TYPE];

/** Playwright's instructions to an assistant that mends tests. A finding is about the product, not about the test. */
const FOR_ASSISTANTS = 'error-context';

/** A result as Allure's reporter is to see it: the records that a test attached, told in Allure's own terms. */
export function allureView(record: TestRecord, result: TestResult): TestResult {
  const view: TestResult = {
    ...result,
    attachments: [
      ...result.attachments.filter(
        ({ name, contentType }) => name !== FOR_ASSISTANTS && !RECORD_TYPES.includes(contentType),
      ),
      message(metadataOf(record)),
      ...record.verdicts
        .flatMap(httpExchangeAttachments)
        .map(({ name, content, contentType, fileExtension, timestamp }) =>
          message({
            type: 'attachment_content',
            data: {
              name,
              content: Buffer.from(content, 'utf8').toString('base64'),
              encoding: 'base64',
              contentType,
              fileExtension,
              wrapInStep: true,
              timestamp,
            },
          }),
        ),
    ],
  };
  // A doctor's error keeps its trace: its reader mends a configuration. A finding has evidence instead.
  if (record.project.kind === 'doctor') return view;
  delete view.error;
  const told = toldBy(record.results);
  return told === undefined ? view : { ...view, error: { message: told } };
}

/** A result for a test that never started. */
export const unstartedResult = (): TestResult => ({
  status: 'skipped',
  attachments: [],
  duration: 0,
  errors: [],
  parallelIndex: 0,
  workerIndex: 0,
  retry: 0,
  steps: [],
  stderr: [],
  stdout: [],
  startTime: new Date(),
  annotations: [],
});

const message = (content: RuntimeMessage): Attachment => ({
  name: 'Allure Metadata',
  contentType: ALLURE_RUNTIME_MESSAGE_CONTENT_TYPE,
  body: Buffer.from(JSON.stringify(content), 'utf8'),
});

/** The worst of a test's results: the one that its page is about. */
function worstResult(results: readonly CheckResult[]): CheckResult | undefined {
  return OUTCOME_ORDER.flatMap((outcome) =>
    results.filter((result) => result.outcome === outcome),
  )[0];
}

/** What stands at the top of the page: the evidence of a flaw, the reason of anything else that is not a pass. */
function toldBy(results: readonly CheckResult[]): string | undefined {
  const worst = worstResult(results);
  if (worst === undefined || worst.outcome === 'pass') return undefined;
  if (worst.outcome === 'fail' && worst.verdict)
    return worst.verdict.flaws.map(({ summary }) => summary).join('\n');
  return worst.reasons.join('\n');
}

/** The folder of a story is its scenario: `tests/logout/…` → `Logout`. */
function scenarioOf({ location }: TestRecord): string {
  const folder = location.replaceAll('\\', '/').split('/').at(-2) ?? '';
  return folder.charAt(0).toUpperCase() + folder.slice(1);
}

function metadataOf(record: TestRecord): RuntimeMessage {
  const worst = worstResult(record.results);
  const isDoctor = record.project.kind === 'doctor';
  const verdicts = record.verdicts.map(describeVerdict);
  const lead: VerdictRecord | undefined = worst?.verdict ?? record.verdicts[0];
  const flawClass = lead?.flawClass ?? worst?.flawClass;
  const labels = [
    { name: 'epic', value: record.project.target },
    {
      name: 'feature',
      value: isDoctor || flawClass === undefined ? 'Doctor' : FLAW_CLASSES[flawClass].title,
    },
    { name: 'story', value: scenarioOf(record) },
    ...(lead === undefined ? [] : [{ name: 'severity', value: lead.severity }]),
    // A doctor gives no verdict; Allure's own status says what is to be said, save that nothing it says is a flaw.
    ...(isDoctor || worst === undefined ? [] : [{ name: OUTCOME_LABEL, value: worst.outcome }]),
    ...verdicts.flatMap((verdict) => verdict.labels),
  ];
  const pages = verdicts.map(({ descriptionHtml }) => descriptionHtml);
  const reasons = worst === undefined || worst.verdict ? [] : worst.reasons;
  const withoutVerdict = reasons.map((reason) => `<p>${escapeHtml(reason)}</p>`).join('\n');
  return {
    type: 'metadata',
    data: {
      labels,
      descriptionHtml: [...pages, ...(isDoctor ? [] : [withoutVerdict])]
        .filter((html) => html !== '')
        .join('\n<hr>\n'),
    },
  };
}
