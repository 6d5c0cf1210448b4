import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { cookiesSetBy, keptBy } from '../../../fixtures/traffic/set-cookies.ts';

const LINES = [
  'plain=1',
  'sid=abc; Path=/; HttpOnly; SameSite=Lax',
  '__Host-refresh=xyz; Path=/; Secure; HttpOnly; SameSite=Strict',
  '__Secure-id=s; Path=/app; Secure; SameSite=None',
  '__Host-broken=dropped; Path=/app; Secure',
  '__Secure-broken=dropped; Path=/',
  'later=2; Max-Age=3600; Path=/',
  'until=3; Expires=Fri, 01 Jan 2027 00:00:00 GMT; Path=/',
];

test('cookies of an answer outside the browser are kept as the browser keeps them', async ({
  browser,
}) => {
  const server = createServer((_, response) => {
    response.setHeader('set-cookie', LINES).end('set');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/app/deep/page`;
  const [asBrowser, asOurs] = [await browser.newContext(), await browser.newContext()];
  try {
    await (await asBrowser.newPage()).goto(url);
    const responseHeaders = LINES.map((value) => ({ name: 'set-cookie', value }));
    await asOurs.addCookies(keptBy(url, cookiesSetBy({ responseHeaders })));
    const jars = await Promise.all(
      [asBrowser, asOurs].map(async (context) =>
        (await context.cookies())
          // A minute is the most by which the two clocks of an hour can differ.
          .map(({ expires, ...rest }) => ({ ...rest, expires: Math.round(expires / 60) }))
          .sort((a, b) => a.name.localeCompare(b.name)),
      ),
    );
    expect(jars[0]?.map(({ name }) => name)).toContain('__Host-refresh');
    expect(jars[0]?.map(({ name }) => name)).not.toContain('__Host-broken');
    expect(jars[1]).toEqual(jars[0]);
  } finally {
    await asBrowser.close();
    await asOurs.close();
    server.close();
  }
});
