import { Secret } from '../../../checks/secret.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';
import { expect, test } from '../endings/little-product.ts';

const cookie = (name: string, value: string): Credential => ({
  carrier: 'cookie',
  name,
  value: new Secret(value),
});

test('A token that an answer issued anew takes the place of the one that was sent for it', async ({
  openProduct,
}) => {
  const session = await openProduct({ '/': '<p>hello</p>' });
  const { context, page } = session;
  const url = page.url();
  await context.addCookies([
    { name: 'token', value: 'first', url },
    { name: 'theme', value: 'dark', url },
  ]);
  const set = (line: string) => ({ headers: [{ name: 'set-cookie', value: line }] });
  const sent = [cookie('token', 'first')];

  await session.goOnWith(url, set('token=second; Path=/; HttpOnly'), sent);
  await session.goOnWith(url, set('theme=light; Path=/'), sent);

  const held = (await context.cookies()).map(({ name, value }) => `${name}=${value}`);
  expect(held.sort()).toEqual(['theme=dark', 'token=second']);
});
