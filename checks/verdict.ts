import type { CheckId } from './check-ids.ts';
import type { FlawClassId } from './flaw-classes.ts';
import type { MatrixCell } from './revocation/dead-credentials.ts';

/** Only `pass` is green. `inconclusive` is red: the check could not be carried out. */
export type Outcome = 'pass' | 'fail' | 'inconclusive';

/** How bad a flaw is; the words are Allure's. */
export type Severity = 'blocker' | 'critical' | 'normal' | 'minor';

/** One thing seen. `facts` are short name/value pairs, redacted, for the report's table. */
export interface Observation {
  summary: string;
  facts?: Record<string, string>;
  /** Times that are to be seen beside each other, for a small chart. */
  times?: TimeBar[];
}

/** One bar of a chart of times, all of them from the same beginning. */
export interface TimeBar {
  /** What lasts so long, such as `limit`. */
  name: string;
  /** Seconds that are certain. */
  seconds: number;
  /** Seconds that it lasts at most, where that is not the same. */
  atMostSeconds?: number | 'not known';
}

/**
 * What a check makes of its evidence: all that it found, never only the worst.
 *
 * - `flaws` fail the check;
 * - `advice` is told and fails nothing (hardening that the standard only recommends);
 * - `unresolved` are the reasons for which a part could not be judged;
 * - `measured` is told whatever the outcome, such as the age at which sessions ended;
 * - `severity` is there where the evidence makes a flaw worse than the check's own says.
 */
export interface Judgement {
  outcome: Outcome;
  flaws: Observation[];
  advice: Observation[];
  unresolved: string[];
  measured?: Observation[];
  severity?: Severity;
}

/** A requirement of a published standard, for example `{ id: 'ASVS 5.0 7.4.1', title: '…', url: '…' }`. */
export interface StandardReference {
  id: string;
  title: string;
  url: string;
}

/** One HTTP exchange of the evidence, already redacted: secrets are fingerprints. */
export interface ExchangeRecord {
  /** What this exchange shows, for example `attack: Bob's credentials`. */
  label: string;
  method: string;
  url: string;
  requestHeaders: { name: string; value: string }[];
  requestBody?: string;
  /** 0 when no answer came. */
  status: number;
  responseHeaders: { name: string; value: string }[];
  /** The part of the body around the canary, or its beginning; at most 2,000 characters. */
  responseExcerpt?: string;
  canarySeen: boolean;
  /** Bytes that were read of a body that goes on behind them. */
  cutAt?: number;
  /** Milliseconds since the epoch. */
  startedAt: number;
  /** Milliseconds. */
  duration: number;
  /** Why no answer came, where none did. */
  error?: string;
}

/**
 * What crosses from a worker to the reports: one verdict with all that a reader needs, and no secret in clear.
 * Attached to the test as JSON under the content type `VERDICT_CONTENT_TYPE`.
 */
export interface VerdictRecord extends Judgement {
  schema: 1;
  check: CheckId;
  flawClass: FlawClassId;
  /** The property, as a sentence about the product. */
  title: string;
  severity: Severity;
  standards: StandardReference[];
  cause: string;
  consequence: string;
  fix: string;
  /** The audited chatbot, for example `reference (cookie)`. */
  target: string;
  /** Set in a proof: the flaw that is on, and the outcome that it must lead to. */
  proof?: { flaw: string; expected: Outcome };
  exchanges: ExchangeRecord[];
  /** What this check adds to the dead-credential matrix of the report. */
  cells?: MatrixCell[];
}

export const VERDICT_CONTENT_TYPE = 'application/vnd.sessionwright.verdict+json';

/** Attached once per test where the harness counts what it spent. */
export interface CostRecord {
  schema: 1;
  logins: number;
  replays: number;
  /** Milliseconds that were waited because the target said so (429 with `Retry-After`). */
  waitedMs: number;
}

export const COST_CONTENT_TYPE = 'application/vnd.sessionwright.cost+json';

/** Attached once by the doctor: by what this product was found to know a person. No value in it. */
export interface DiscoveryRecord {
  schema: 1;
  /** The audited chatbot, for example `reference (cookie)`. */
  target: string;
  /**
   * One sentence for each set of credentials that opens a conversation, for example `cookie session and cookie
   * session.sig together; header x-csrf-token is needed with them and does not authenticate: GET /csrf-token issues it`.
   */
  sets: string[];
  /** Requests that the search took. */
  trials: number;
}

export const DISCOVERY_CONTENT_TYPE = 'application/vnd.sessionwright.discovery+json';

/** The text that marks an error as inconclusive across the process boundary, where classes are lost. */
export const INCONCLUSIVE_PREFIX = 'Inconclusive: ';
