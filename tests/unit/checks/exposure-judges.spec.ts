import { expect, test } from '@playwright/test';
import { CHECKS } from '../../../checks/catalogue.ts';
import type {
  ReadableSecret,
  ScriptsViewEvidence,
} from '../../../checks/insecure-storage/script-reads-no-credential.ts';
import type { SecretInAddress } from '../../../checks/insecure-storage/urls-carry-no-secrets.ts';

const readable: ReadableSecret = {
  what: 'header authorization',
  sink: 'localStorage',
  where: 'session',
  encodings: [],
};
const view: ScriptsViewEvidence = {
  sets: [['header authorization'], ['cookie sid', 'header x-user']],
  found: [],
  told: [],
  unsought: [],
  unread: [],
  blind: [],
  canarySeen: true,
  untried: [],
};

test('a credential that script reads is a flaw; in session storage, on which standards differ, it is advice', () => {
  const { judge } = CHECKS.scriptReadsNoCredential;
  const found = (more: Partial<ReadableSecret>) =>
    judge({ ...view, found: [{ ...readable, ...more }] });
  expect(judge(view)).toMatchObject({ outcome: 'pass', advice: [] });
  expect(found({}).outcome).toBe('fail');
  expect(found({ sink: 'answers' }).outcome).toBe('fail');
  const inTheTab = found({ sink: 'sessionStorage' });
  expect(inTheTab).toMatchObject({ outcome: 'pass', advice: [{}] });
  expect(inTheTab.advice[0]?.summary).toMatch(/ASVS 5.0 14.3.3 tolerates.*NIST.*do not/);
  expect(found({ sink: 'cookies', ownCookie: true })).toMatchObject({
    outcome: 'pass',
    advice: [{}],
  });
  expect(found({ what: 'password', sink: 'sessionStorage' }).outcome).toBe('fail');
});

test('what opens nothing by itself is no credential, unless script has the rest, too', () => {
  const { judge } = CHECKS.scriptReadsNoCredential;
  const found = [{ ...readable, what: 'header x-user' }];
  expect(judge({ ...view, found })).toMatchObject({ outcome: 'pass', advice: [] });
  expect(judge({ ...view, found, told: ['cookie sid'] }).outcome).toBe('fail');
});

test('a look that misses what the harness left, or the conversation, proves nothing', () => {
  const { judge } = CHECKS.scriptReadsNoCredential;
  const unread = [{ sink: 'indexedDb', reason: 'blocked' }] as const;
  expect(judge({ ...view, blind: ['globals'] }).outcome).toBe('inconclusive');
  expect(judge({ ...view, unsought: ['cookie sid'] }).outcome).toBe('inconclusive');
  expect(judge({ ...view, canarySeen: false }).outcome).toBe('inconclusive');
  expect(judge({ ...view, unread: [...unread] }).outcome).toBe('inconclusive');
});

test('a credential or the conversation in an address is a flaw, and half of a pair is none', () => {
  const { judge } = CHECKS.urlsCarryNoSecrets;
  const inAddress = (what: string): SecretInAddress => ({
    what,
    kind: 'socket',
    where: 'GET /live',
    part: 'query',
    seenBy: 'ws://localhost',
    encodings: [],
  });
  const { sets } = view;
  const looked = { sets, looked: 9, unseen: [], canarySeen: true, untried: [] };
  const outcomeWith = (...found: SecretInAddress[]) => judge({ ...looked, found }).outcome;
  expect(outcomeWith()).toBe('pass');
  expect(outcomeWith(inAddress('header authorization'))).toBe('fail');
  expect(outcomeWith(inAddress('conversation'))).toBe('fail');
  expect(outcomeWith(inAddress('password'))).toBe('fail');
  expect(outcomeWith(inAddress('cookie sid'))).toBe('pass');
  expect(outcomeWith(inAddress('cookie sid'), inAddress('header x-user'))).toBe('fail');
  expect(judge({ ...looked, found: [], canarySeen: false }).outcome).toBe('inconclusive');
  expect(judge({ ...looked, found: [], unseen: ['cookie sid'] }).outcome).toBe('inconclusive');
});
