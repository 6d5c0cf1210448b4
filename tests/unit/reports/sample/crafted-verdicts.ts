import { CHECK_CLASSES, type CheckId } from '../../../../checks/check-ids.ts';
import type { ExchangeRecord, VerdictRecord } from '../../../../checks/verdict.ts';

const STARTED = Date.UTC(2026, 0, 5, 9, 30, 0);

/** One exchange, `seconds` after the first. */
export function exchange(
  label: string,
  seconds: number,
  answer: { status: number; canarySeen: boolean; excerpt?: string },
): ExchangeRecord {
  return {
    label,
    method: 'GET',
    url: 'http://127.0.0.1:41233/api/conversations/7f0c2c1e?limit=50',
    requestHeaders: [
      { name: 'Accept', value: 'application/json' },
      { name: 'Cookie', value: '__Host-session=‹3f9ac1d2, 64 chars›' },
    ],
    status: answer.status,
    responseHeaders: [
      { name: 'Content-Type', value: 'application/json; charset=utf-8' },
      { name: 'Cache-Control', value: 'no-store' },
    ],
    responseExcerpt:
      answer.excerpt ??
      '{"messages":[{"from":"alice","text":"canary-k3v9q0x2 what is due today?"}]}',
    canarySeen: answer.canarySeen,
    startedAt: STARTED + seconds * 1000,
    duration: 14,
  };
}

/** A verdict in full, sound unless told otherwise. */
export function verdict(check: CheckId, overrides: Partial<VerdictRecord> = {}): VerdictRecord {
  return {
    schema: 1,
    check,
    flawClass: CHECK_CLASSES[check],
    title: 'Signing out revokes every credential that was in use',
    severity: 'critical',
    standards: [
      {
        id: 'ASVS 5.0 7.4.1',
        title:
          'Verify that when session termination is triggered the application disallows any further use of the session',
        url: 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x16-V7-Session-Management.md',
      },
      {
        id: 'CWE-613',
        title: 'Insufficient Session Expiration',
        url: 'https://cwe.mitre.org/data/definitions/613.html',
      },
    ],
    cause: 'Sign-out clears the cookie in the browser but leaves the session in the server’s store',
    consequence:
      'Whoever copied the cookie before (a shared computer, a proxy log, malware) reads and writes the person’s conversations until the session expires',
    fix: 'Delete the session on the server at sign-out, before the cookie is cleared, and refuse its identifier from then on',
    target: 'reference (cookie)',
    outcome: 'pass',
    flaws: [],
    advice: [],
    unresolved: [],
    exchanges: [
      exchange('control before: Alice’s credentials', 0, { status: 200, canarySeen: true }),
      exchange('attack: the same credentials after sign-out', 2.1, {
        status: 401,
        canarySeen: false,
        excerpt: '{"error":"not signed in"}',
      }),
      exchange('control after: Alice’s new credentials', 3.4, { status: 200, canarySeen: true }),
    ],
    ...overrides,
  };
}

/** A verdict with a flaw and the evidence for it. */
export const flawed = (check: CheckId, overrides: Partial<VerdictRecord> = {}): VerdictRecord =>
  verdict(check, {
    outcome: 'fail',
    flaws: [
      {
        summary:
          'The session cookie ‹3f9ac1d2, 64 chars› still returned the canary 2 s after sign-out',
        facts: {
          request: 'GET http://127.0.0.1:41233/api/conversations/7f0c2c1e',
          sent: 'the same credentials after sign-out',
          answer: '200, with the canary',
        },
      },
    ],
    exchanges: [
      exchange('control before: Alice’s credentials', 0, { status: 200, canarySeen: true }),
      exchange('attack: the same credentials after sign-out', 2.1, {
        status: 200,
        canarySeen: true,
      }),
      exchange('control after: Alice’s new credentials', 3.4, { status: 200, canarySeen: true }),
    ],
    ...overrides,
  });
