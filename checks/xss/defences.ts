import { CspEvaluator } from 'csp_evaluator';
import { type Finding, Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import type { Observation } from '../verdict.ts';

/** What the browser is told that limits the harm of text that came through as script. */
export interface Defences {
  /** Every policy that the page of a conversation must obey, from its headers and its `meta` elements. */
  policies: string[];
  /** A policy is sent with the page that is only reported on, and stops nothing. */
  reportOnly: boolean;
  /** Values of the page's other headers, by their names in lower case. */
  headers: Partial<Record<string, string>>;
  /** The page came over https. */
  encrypted: boolean;
}

/** Headers beside the policy, with what is missing without them. */
const BESIDE: readonly {
  name: string;
  holds: RegExp;
  without: string;
  encryptedOnly?: true;
}[] = [
  {
    name: 'x-content-type-options',
    holds: /^nosniff$/i,
    without: 'what people upload may be taken for script (ASVS 5.0 3.4.4)',
  },
  {
    name: 'referrer-policy',
    holds: /no-referrer$|same-origin|strict-origin|^origin/i,
    without: 'links out of a conversation may tell others its address (ASVS 5.0 3.4.5)',
  },
  {
    name: 'cross-origin-opener-policy',
    holds: /^same-origin/i,
    without: 'a page that opens the chat keeps a hold on its window (ASVS 5.0 3.4.8)',
  },
  {
    name: 'strict-transport-security',
    holds: /max-age=(?!0\b)\d/i,
    without: 'a first visit may be led over plain http (ASVS 5.0 3.4.1)',
    encryptedOnly: true,
  },
];

/** What is wanting in the second line of defence; hardening, and never a flaw: nothing ran for want of it. */
export function adviceOnDefences({
  policies,
  reportOnly,
  headers,
  encrypted,
}: Defences): Observation[] {
  const advice = policies.length > 0 ? weaknessesOf(policies) : [withoutPolicy(reportOnly)];
  for (const { name, holds, without, encryptedOnly } of BESIDE) {
    if (encryptedOnly && !encrypted) continue;
    // The last value that a browser understands counts, and of a repeated header all are joined.
    const values = (headers[name] ?? '').split(',').map((value) => value.trim());
    if (values.some((value) => holds.test(value))) continue;
    advice.push(`the page of a conversation comes without an effective ${name}: ${without}`);
  }
  return advice.map((summary) => ({ summary }));
}

function withoutPolicy(reportOnly: boolean): string {
  const only = reportOnly ? ' that is enforced (one is only reported on)' : '';
  return `no Content-Security-Policy${only} stands behind the page of a conversation: whatever slips through its rendering runs (ASVS 5.0 3.4.3)`;
}

/** A page obeys all of its policies: what one of them forbids is no weakness. */
function weaknessesOf(policies: readonly string[]): string[] {
  const [first = [], ...rest] = policies.map(findingsOn);
  return first
    .filter((finding) => rest.every((others) => others.some((other) => isSame(other, finding))))
    .map(
      ({ directive, description }) =>
        `Content-Security-Policy, ${directive}: ${description.replace(/\.$/, '')} (ASVS 5.0 3.4.3)`,
    );
}

function findingsOn(policy: string): Finding[] {
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  return findings.filter(({ severity }) => severity <= Severity.MEDIUM);
}

const isSame = (a: Finding, b: Finding): boolean =>
  a.type === b.type && a.directive === b.directive;
