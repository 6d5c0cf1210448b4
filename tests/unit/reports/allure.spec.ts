import { expect, test } from '@playwright/test';
import { Status } from 'allure-js-commons';
import type { TimeBar } from '../../../checks/verdict.ts';
import { findingPage } from '../../../reports/allure/finding-page.ts';
import { timeChart } from '../../../reports/allure/time-chart.ts';
import { withoutOutsideLoads } from '../../../reports/allure/without-outside.ts';
import { httpExchangeAttachments } from '../../../reports/allure-metadata.ts';
import { OUTCOME_LABEL, setStatus } from '../../../reports/allure-options.ts';
import { exchange, flawed, verdict } from './sample/crafted-verdicts.ts';

test.describe('The status in Allure', () => {
  const statusOf = (outcome: string | undefined, status: Status): Status | undefined => {
    const result = {
      status,
      labels: outcome === undefined ? [] : [{ name: OUTCOME_LABEL, value: outcome }],
    };
    setStatus(result);
    return result.status;
  };

  test('is failed for a flaw and for nothing else', () => {
    expect(statusOf('fail', Status.FAILED)).toBe(Status.FAILED);
    expect(statusOf('inconclusive', Status.FAILED)).toBe(Status.BROKEN);
    expect(statusOf(undefined, Status.FAILED)).toBe(Status.BROKEN);
  });

  test('is not passed for a test that passed without a verdict', () => {
    expect(statusOf('inconclusive', Status.PASSED)).toBe(Status.BROKEN);
  });

  test('stays for a doctor that passed', () => {
    expect(statusOf(undefined, Status.PASSED)).toBe(Status.PASSED);
  });
});

test.describe('The page of a finding', () => {
  test('tells outcome, evidence, cause, consequence, fix, class and standards, in this order', () => {
    const headings = [
      ...findingPage(flawed('logoutRevokesCredentials')).matchAll(/<h3>(.*?)<\/h3>/g),
    ].map(([, title]) => title);
    expect(headings).toEqual(['Evidence', 'Cause', 'Consequence', 'Fix', 'Class', 'Standards']);
  });

  test('tells no cause, consequence or fix where there is no flaw', () => {
    expect(findingPage(verdict('logoutRevokesCredentials'))).not.toContain('<h3>Fix</h3>');
    expect(
      findingPage(
        verdict('logoutRevokesCredentials', { outcome: 'inconclusive', unresolved: ['a 503'] }),
      ),
    ).not.toContain('<h3>Fix</h3>');
  });

  test('shows what a chatbot sent, and runs none of it', () => {
    const payload = '"><script>alert(1)</script><a href="javascript:alert(1)">';
    const page = findingPage(
      flawed('messagesDoNotRunAsScript', {
        title: payload,
        target: payload,
        cause: payload,
        consequence: payload,
        fix: payload,
        flaws: [{ summary: payload, facts: { [payload]: payload } }],
        advice: [{ summary: payload }],
        unresolved: [payload],
        standards: [{ id: payload, title: payload, url: 'javascript:alert(1)' }],
        exchanges: [
          {
            ...exchange(payload, 0, { status: 0, canarySeen: true }),
            method: payload,
            url: payload,
            error: payload,
          },
        ],
      }),
    );
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<a ');
    expect(page).not.toContain('"">');
  });
});

test('Times stand beneath each other on one scale, which a claim of years does not stretch', () => {
  const times: TimeBar[] = [
    { name: 'limit', seconds: 60 },
    { name: 'measured', seconds: 54, atMostSeconds: 66 },
    { name: 'claim of the cookie <b>', seconds: 86_400 * 400 },
    { name: 'claim of the cookie sid.sig', seconds: 0, atMostSeconds: 'not known' },
  ];
  const rows = timeChart(times).split('<tr>').slice(1);
  const widths = rows.map((row) =>
    [...row.matchAll(/width: ([\d.]+)%; background/g)].map(([, n]) => Number(n)),
  );
  // The longest of note is 66 s, and takes all but a margin.
  expect(widths).toEqual([[79.1], [71.1, 15.8], [100], [100]]);
  expect(rows.map((row) => /([^>]*)<\/td><\/tr>/.exec(row)?.[1])).toEqual([
    '60 s',
    'between 54 s and 66 s',
    '400 days →',
    'no end stated',
  ]);
  expect(rows[2]).not.toContain('<b>');
  expect(
    findingPage(flawed('idleSessionEndsOnServer', { measured: [{ summary: 'x', times }] })),
  ).toContain(rows[1]);
});

test('An exchange without an answer is shown as an error, and never as status 0', () => {
  const [attachment] = httpExchangeAttachments(
    verdict('logoutRevokesCredentials', {
      exchanges: [
        { ...exchange('attack', 0, { status: 0, canarySeen: false }), error: 'socket hang up' },
      ],
    }),
  );
  expect(attachment?.name).toBe('attack → no answer');
  expect(JSON.parse(attachment?.content ?? '')).toMatchObject({
    error: { message: 'socket hang up' },
  });
});

test.describe('The generated page', () => {
  const ANALYTICS = `<script async src="https://www.googletagmanager.com/gtag/js?id=G-X"></script>
    <script>
        window.dataLayer = window.dataLayer || [];
        function gtag(){dataLayer.push(arguments);}
        gtag('config', 'G-X', {"report": "awesome"});
    </script>`;
  const page = (body: string): string =>
    `<!DOCTYPE html><html><head><script>const keep = 'https://example.org';</script></head><body>${body}<script>window.data = 1</script></body></html>`;

  test('loses Google Analytics, keeps its own scripts and gains a policy', () => {
    const stripped = withoutOutsideLoads(page(ANALYTICS));
    expect(stripped).not.toMatch(/google|gtag/);
    expect(stripped).toContain('window.data = 1');
    expect(stripped).toContain("const keep = 'https://example.org'");
    expect(stripped).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy"/);
  });

  for (const left of [
    '<script src="https://cdn.example/x.js"></script>',
    '<link rel="stylesheet" href="//cdn.example/x.css">',
    "<img src='http://cdn.example/x.png'>",
    '<iframe src=https://cdn.example></iframe>',
  ]) {
    test(`is refused when it still loads ${left}`, () => {
      expect(() => withoutOutsideLoads(page(left))).toThrow(/from outside/);
    });
  }

  test('is refused when a policy cannot be put into it', () => {
    expect(() => withoutOutsideLoads('<html><body></body></html>')).toThrow(/<head>/);
  });
});
