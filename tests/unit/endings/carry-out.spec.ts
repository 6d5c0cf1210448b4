import { InconclusiveError } from '../../../checks/inconclusive-error.ts';
import { carryOut } from '../../../fixtures/endings/carry-out.ts';
import type { Session } from '../../../fixtures/people/session.ts';
import { expect, test } from './little-product.ts';

/** A button that sends requests one after the other, each after the answer to the one before. */
const button = (...addresses: string[]): string => {
  const sends = addresses.map((each) => `await fetch('${each}', { method: 'POST' })`);
  return `<button onclick="(async () => { ${sends.join('; ')} })()">End</button>`;
};

const end = (session: Session) =>
  carryOut(session, 'The control', async () => {
    await session.page.getByRole('button', { name: 'End' }).click();
    return true;
  });

test('what the server did not refuse was carried out', async ({ openProduct }) => {
  const session = await openProduct({ '/': button('/end/204') });
  expect((await end(session))?.map(({ status }) => status)).toEqual([204]);
});

test('neither a beacon to somebody else nor a later request hides a refusal', async ({
  openProduct,
  elsewhere,
}) => {
  const session = await openProduct({
    '/': button(`${elsewhere}/events/200`, '/end/500', '/log/200'),
  });
  await expect(end(session)).rejects.toThrow(InconclusiveError);
  await expect(end(session)).rejects.toThrow('POST /end/500 was answered 500');
});

test('neither a beacon to somebody else nor a later request is taken for a refusal', async ({
  openProduct,
  elsewhere,
}) => {
  const session = await openProduct({
    '/': button(`${elsewhere}/events/500`, '/end/200', '/log/404'),
  });
  expect((await end(session))?.length).toBe(3);
});

test('what is asked for by the method of changes is not taken for what the control sent', async ({
  openProduct,
}) => {
  const query = `<button onclick="(async () => {
    const ask = (address, query) =>
      fetch(address, { method: 'POST', body: JSON.stringify({ query }) });
    await ask('/graphql/200', 'query Sessions { a }');
    await ask('/graphql/500', 'mutation EndSession { b }');
  })()">End</button>`;
  const session = await openProduct({ '/': query });
  await expect(end(session)).rejects.toThrow('POST /graphql/500 (EndSession) was answered 500');
});

test('who tells somebody else alone has asked the product nothing', async ({
  openProduct,
  elsewhere,
}) => {
  const session = await openProduct({ '/': button(`${elsewhere}/events/200`) });
  await expect(end(session)).rejects.toThrow('the page sent the server nothing');
});

test('no token of the address gets into the reason', async ({ openProduct }) => {
  const session = await openProduct({ '/': button('/end;sid=s3cret/500?token=s3cret') });
  await expect(end(session)).rejects.toThrow('POST /end/500 was answered 500');
});
