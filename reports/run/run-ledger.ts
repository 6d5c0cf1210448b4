import { dirname } from 'node:path';
import type { FullConfig, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { projectFacts } from './project-facts.ts';
import { type CheckResult, type TestRecord, testRecord, unstartedRecord } from './test-record.ts';

/** Keeps the record of each test of a run. Every reporter that looks back at the end has one of its own. */
export class RunLedger {
  readonly #records = new Map<string, TestRecord>();
  #tests: TestCase[] = [];
  #rootDir = process.cwd();

  begin(config: FullConfig, suite: Suite): void {
    this.#rootDir = config.configFile === undefined ? config.rootDir : dirname(config.configFile);
    this.#tests = suite.allTests();
  }

  /** Every test that was selected, whether it ran or not. */
  get selected(): readonly TestCase[] {
    return this.#tests;
  }

  get rootDir(): string {
    return this.#rootDir;
  }

  add(test: TestCase, result: TestResult): TestRecord {
    const record = testRecord(test, result, this.#rootDir);
    this.#records.set(test.id, record);
    return record;
  }

  /** The records in the order of the suite, those that never started included. */
  all(): TestRecord[] {
    const sick = new Set(
      [...this.#records.values()].filter(isFailedDoctor).map(({ project }) => project.name),
    );
    return this.#tests.map((test) => {
      const record = this.#records.get(test.id);
      if (record !== undefined) return record;
      const doctors = test.parent.project()?.dependencies ?? [];
      const reason = doctors.some((name) => sick.has(name))
        ? 'The doctor found the target unfit to be judged.'
        : 'The run ended before this test.';
      return unstartedRecord(test, this.#rootDir, reason);
    });
  }

  /** Whether this run set out to judge a chatbot. */
  get isAudit(): boolean {
    return this.#tests.some((test) => projectFacts(test.parent.project()).kind === 'audit');
  }
}

/** A doctor that was cut short has found nothing. */
export const isFailedDoctor = ({ project, ok, status }: TestRecord): boolean =>
  project.kind === 'doctor' && !ok && status !== 'interrupted';

export const auditRecords = (records: readonly TestRecord[]): TestRecord[] =>
  records.filter(({ project }) => project.kind === 'audit');

/** A check's result together with the test that it comes from. */
export interface LocatedResult {
  result: CheckResult;
  test: TestRecord;
}

export const locatedResults = (records: readonly TestRecord[]): LocatedResult[] =>
  records.flatMap((test) => test.results.map((result) => ({ result, test })));
