import { expect, test } from '@playwright/test';
import { composed, withoutTitle } from '../../../fixtures/identifiers/conversation-names.ts';
import { requestOf } from '../replay/product-test.ts';

const TITLE = 'kxq7v2m9d4t8w1z5b3c6';

for (const [name, issued] of [
  [`${TITLE}-is-the-name-of-my-boat-1234`, '1234'],
  [`${TITLE}-is-the-name`, ''],
  ['1234', '1234'],
  ['name-1234', 'name-1234'],
] as const) {
  test(`of “${name}” the product issued “${issued}”`, () => {
    expect(withoutTitle(name, TITLE)).toBe(issued);
  });
}

test('two names that one request needs are one identifier', () => {
  const exchanges = [requestOf('http://localhost/1/a'), requestOf('http://localhost/2/b')];
  const other = [requestOf('http://localhost/x/7'), requestOf('http://localhost/x/8')];
  expect(
    composed([
      { place: 'first', values: ['1', '2'], exchanges },
      { place: 'second', values: ['a', 'b'], exchanges },
      { place: 'elsewhere', values: ['7', '8'], exchanges: other },
    ]),
  ).toEqual([
    { place: 'first with second', values: ['1/a', '2/b'], exchanges },
    { place: 'elsewhere', values: ['7', '8'], exchanges: other },
  ]);
});
