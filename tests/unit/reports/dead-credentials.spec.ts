import { expect, test } from '@playwright/test';
import type { MatrixCell } from '../../../checks/revocation/dead-credentials.ts';
import { matrixTable } from '../../../reports/dead-credentials/matrix-table.ts';

const CELL: MatrixCell = {
  credential: 'cookie session',
  ending: 'logout',
  channel: 'read',
  state: 'refused',
};

test('a credential is a row on each of its channels, an ending a column, and what was not tried says so', async ({
  page,
}) => {
  await page.setContent(
    matrixTable([
      { ...CELL, channel: 'socket', ending: 'deleted', state: 'not assessable' },
      CELL,
      { ...CELL, credential: 'header authorization', ending: 'deleted' },
    ]),
  );

  const rows = await page
    .getByRole('row')
    .evaluateAll((elements) =>
      elements.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
  expect(rows).toEqual([
    ['Credential', 'Channel', 'After: logout', 'After: conversation deleted'],
    ['cookie session', 'HTTP read', '✓ refused', 'not tried'],
    ['header authorization', 'HTTP read', 'not tried', '✓ refused'],
    ['cookie session', 'new WebSocket', 'not tried', '? not assessable'],
  ]);
});

test('of several ways of one kind the worst is shown, with the time after which it died', async ({
  page,
}) => {
  await page.setContent(
    matrixTable([
      CELL,
      { ...CELL, state: 'works', diedAfterMs: 1_200 },
      { ...CELL, state: 'not assessable' },
    ]),
  );

  await expect(page.getByRole('row').nth(1).getByRole('cell').nth(1)).toHaveText(
    '✗ works, and died 1200 ms later',
  );
});

test('a credential’s name is text', async ({ page }) => {
  const credential = 'cookie <img src=x onerror=alert(1)>';
  await page.setContent(matrixTable([{ ...CELL, credential }]));

  await expect(page.getByRole('rowheader', { name: credential, exact: true })).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
});
