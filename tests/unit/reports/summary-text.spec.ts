import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@playwright/test';
import { auditClosing } from '../../../reports/console/closing-text.ts';
import {
  adviceText,
  flawsText,
  inconclusiveText,
  leftOutText,
  measuredText,
} from '../../../reports/console/findings-text.ts';
import { outcomeTable } from '../../../reports/console/outcome-table.ts';
import { screenOf } from '../../../reports/console/screen.ts';
import { duration, wrap } from '../../../reports/console/text-layout.ts';
import { locatedResults } from '../../../reports/run/run-ledger.ts';
import { audit, judged, unjudged } from './sample/crafted-records.ts';
import { flawed, verdict } from './sample/crafted-verdicts.ts';

const cookie = audit('reference (cookie)');
const token = audit('reference (token)');
const records = [
  judged(cookie, verdict('conversationNeedsAuthentication')),
  judged(cookie, verdict('conversationStaysWithItsOwner')),
  judged(cookie, flawed('logoutRevokesCredentials')),
  unjudged(cookie, 'alteredCredentialIsRefused', 'skipped', ['There is no token to alter.']),
  judged(token, verdict('logoutRevokesCredentials')),
  unjudged(token, 'loginIssuesFreshSession', 'inconclusive', [
    'Sign-in timed out after 30 s.',
    'Check the URL.',
  ]),
  unjudged(token, 'alteredCredentialIsRefused', 'skipped', ['There is no token to alter.']),
];
const results = locatedResults(records);
const screen = (width: number, colour = false) => ({ width, colour, interactive: false });

test('The table names the worst outcome of each class on each target', () => {
  expect(outcomeTable(results, screen(80))).toEqual([
    '                            reference (cookie)  reference (token)',
    '─────────────────────────────────────────────────────────────────',
    'Unauthenticated access      ✓ pass 2            –',
    'Inconsistent session state  –                   –',
    'Session fixation            –                   ? inconclusive 1',
    'Insecure storage            –                   –',
    'Cross-site scripting        –                   –',
    'Missing idle timeout        –                   –',
    'Inadequate revocation       ✗ FLAW 1            ✓ pass 1',
    'Bad token validation        ○ skipped 1         ○ skipped 1',
  ]);
});

test('A narrow screen breaks the headings, a narrower one gives each target a table', () => {
  const narrow = outcomeTable(results, screen(58));
  expect(narrow.slice(0, 2)).toEqual([
    '                            reference    reference',
    '                            (cookie)     (token)',
  ]);
  const narrower = outcomeTable(results, screen(40));
  expect(narrower.filter((line) => line.includes('reference'))).toHaveLength(2);
});

for (const width of [40, 58, 80, 100]) {
  test(`Nothing but a command is wider than ${width} columns`, () => {
    const text = [
      ...outcomeTable(results, screen(Math.max(width, 46))),
      ...flawsText(results, screen(width)),
      ...inconclusiveText(results, screen(width)).filter(
        (line) => !line.includes('npx playwright'),
      ),
      ...leftOutText(results, screen(width)),
    ];
    expect(text.filter((line) => line.length > Math.max(width, 46))).toEqual([]);
  });
}

test('Colour adds nothing that is not written', () => {
  const coloured = outcomeTable(results, screen(80, true)).map((line) =>
    stripVTControlCharacters(line).trimEnd(),
  );
  expect(coloured).toEqual(outcomeTable(results, screen(80)));
});

test('A flaw is told with its evidence, its consequence and its fix', () => {
  const text = flawsText(results, screen(100)).join('\n');
  expect(text).toContain('✗ Signing out revokes every credential that was in use');
  expect(text).toContain('reference (cookie) · Inadequate revocation · critical');
  expect(text).toContain(
    'Evidence     The session cookie ‹3f9ac1d2, 64 chars› still returned the canary',
  );
  expect(text).toContain('Consequence  Whoever copied the cookie');
  expect(text).toContain('Fix          Delete the session on the server');
});

test('The same flaw on two targets is told once', () => {
  const both = locatedResults([
    judged(cookie, flawed('logoutRevokesCredentials')),
    judged(token, flawed('logoutRevokesCredentials')),
  ]);
  const text = flawsText(both, screen(100)).join('\n');
  expect(text.split('✗')).toHaveLength(2);
  expect(text).toContain('reference (cookie), reference (token) ·');
});

test('What could not be judged is told with its reason, its mend and the command to try again', () => {
  expect(inconclusiveText(results, screen(100)).slice(3)).toEqual([
    '? Signing out revokes every credential that was in use',
    '  reference (token) · Session fixation',
    '  Reason       Sign-in timed out after 30 s.',
    '  Mend         Check the URL.',
    '  Try again    npx playwright test tests/logout/revocation.spec.ts:7 --project=reference-token-',
  ]);
});

test('Skips are grouped by their reason', () => {
  expect(leftOutText(results, screen(100)).slice(3)).toEqual([
    '○ There is no token to alter.',
    '  Signing out revokes every credential that was in use (reference (cookie), reference (token))',
  ]);
});

test('Advice is told once and fails nothing', () => {
  const advised = verdict('sessionCookiesAreHardened', {
    advice: [{ summary: 'Use the prefix __Host-' }],
  });
  const text = adviceText(
    locatedResults([judged(cookie, advised), judged(token, advised)]),
    screen(100),
  );
  expect(text.at(-1)).toBe('• Use the prefix __Host- (reference (cookie), reference (token))');
});

test('What was measured is told whatever the outcome, once for all targets that it is true of', () => {
  const measured = [{ summary: 'idle sessions lived after 54 s; limit 60 s' }];
  const text = measuredText(
    locatedResults([
      judged(cookie, verdict('idleSessionEndsOnServer', { measured })),
      judged(token, flawed('idleSessionEndsOnServer', { measured })),
    ]),
    screen(100),
  );
  expect(text).toEqual([
    '',
    'Measured',
    '',
    '• idle sessions lived after 54 s; limit 60 s (reference (cookie), reference (token))',
  ]);
});

test('The closing line counts what was found', () => {
  expect(auditClosing(results, records, 61_000, screen(80))[1]).toBe(
    '1 flaw · 1 inconclusive · 3 passed · 2 skipped',
  );
});

test('A target’s text cannot drive the reader’s terminal', () => {
  const hostile = flawed('logoutRevokesCredentials', { fix: 'a\u001b[2Jb\u0007c\u009b31md' });
  const text = flawsText(locatedResults([judged(cookie, hostile)]), screen(80)).join('\n');
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('NO_COLOR wins over FORCE_COLOR, and both over the terminal', () => {
  const terminal = { isTTY: true, columns: 120 };
  expect(screenOf(terminal, {}).colour).toBe(true);
  expect(screenOf(terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }).colour).toBe(false);
  expect(screenOf({}, { FORCE_COLOR: '1' }).colour).toBe(true);
  expect(screenOf({}, { COLUMNS: '52' })).toEqual({ width: 52, colour: false, interactive: false });
});

test('Text is broken at spaces, and a longer word is cut', () => {
  expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

test('Durations read as people say them', () => {
  expect([640, 3240, 65_400, 59_990].map(duration)).toEqual([
    '640 ms',
    '3.2 s',
    '1 min 05 s',
    '1 min 00 s',
  ]);
});
