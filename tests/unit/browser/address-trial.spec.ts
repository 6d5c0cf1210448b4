import { expect, type Page, test } from '@playwright/test';
import { untilQuiet } from '../../../pages/quiet.ts';
import { AddressTrial } from '../../../fixtures/browser/address-trial.ts';
import type { AddressEvidence } from '../../../checks/xss/addresses-do-not-run-as-script.ts';

const ORIGIN = 'http://little.test';

/** Serves a page that does something with its own address, and tries it. */
async function tryPage(
  page: Page,
  answer: (address: URL) => { body: string; status?: number },
  hash = '',
): Promise<Omit<AddressEvidence, 'oracleWorks'>> {
  await page.context().route(`${ORIGIN}/**`, (route) => {
    const { body, status = 200 } = answer(new URL(route.request().url()));
    return route.fulfill({ status, body, contentType: 'text/html' });
  });
  const rest = async (): Promise<void> => {
    await untilQuiet(page, 100, 2_000);
  };
  await page.goto(ORIGIN + hash);
  const trial = new AddressTrial();
  const visit = {
    page,
    context: page.context(),
    tap: { mark: 0 },
    settle: rest,
    untilQuiet: rest,
  };
  const oracle = await trial.listenTo(visit);
  await trial.openAll(visit, oracle, { page: 'the chat', address: page.url() });
  expect(await oracle.hearsTheHarness(page)).toBe(true);
  return trial.evidence;
}

const carriers = ({ effects }: Pick<AddressEvidence, 'effects'>): string[] =>
  effects.map(({ carrier, when }) => `${carrier}, ${when}`);

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

test('a server that writes a parameter or the path into its page is found', async ({ page }) => {
  const evidence = await tryPage(page, ({ searchParams, pathname }) =>
    pathname === '/'
      ? { body: `<title>${searchParams.get('title') ?? ''}</title>` }
      : { status: 404, body: `<p>${decodeURIComponent(pathname)} is not here` },
  );
  expect(carriers(evidence)).toEqual(['parameter title, at once', 'the path, at once']);
});

test('a script that uses the fragment, or a parameter that nobody else has, is found', async ({
  page,
}) => {
  const evidence = await tryPage(page, () => ({
    body: `<p id="a"></p><p id="b"></p><script>
      a.innerHTML = decodeURIComponent(location.hash.slice(1));
      b.innerHTML = new URLSearchParams(location.search).get('zanzibar');
    </script>`,
  }));
  expect(carriers(evidence)).toEqual(['parameter zanzibar, at once', 'the fragment, at once']);
});

test('a script that uses a segment or a parameter of the route in its fragment is found', async ({
  page,
}) => {
  const evidence = await tryPage(
    page,
    () => ({
      body: `<p id="a"></p><p id="b"></p><script>
        const [path, query] = location.hash.slice(2).split('?');
        const [place, what] = path.split('/').map(decodeURIComponent);
        a.innerHTML = place === 'share' ? what : place;
        b.innerHTML = new URLSearchParams(query).get('zanzibar');
      </script>`,
    }),
    '/#/c',
  );
  expect(carriers(evidence)).toEqual([
    'segment 1 of the fragment, at once',
    'what stands behind #/share/ in the fragment, at once',
    'parameter zanzibar in the fragment, at once',
  ]);
});

test('a link that leads wherever the address says is followed', async ({ page }) => {
  const evidence = await tryPage(page, ({ searchParams }) => ({
    body: `<a href="${escaped(searchParams.get('next') ?? '/')}">Go on</a>`,
  }));
  expect(carriers(evidence)).toEqual(['parameter next, when its link was followed']);
});

test('what is shown as text has no effect, and what is refused hides nothing else', async ({
  page,
}) => {
  const evidence = await tryPage(page, ({ searchParams, search }) => {
    if (searchParams.has('q')) return { status: 414, body: 'too long' };
    return { body: `<p>${escaped(decodeURIComponent(search))}` };
  });
  expect(evidence.effects).toEqual([]);
  expect(evidence.opened[0]?.parts).toBeGreaterThan(40);
  expect(evidence.untried).toEqual(['the chat answered 414 to parameter q']);
});

test('a product that refuses every parameter is not asked for each', async ({ page }) => {
  let asked = 0;
  const evidence = await tryPage(page, ({ search }) => {
    asked += 1;
    return search === '' ? { body: 'the chat' } : { status: 403, body: 'no' };
  });
  expect(evidence.effects).toEqual([]);
  expect(evidence.untried.join()).toContain('the chat answered 403 to parameter q');
  expect(asked).toBeLessThan(30);
});
