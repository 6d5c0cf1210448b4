import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { fileURLToPath } from 'node:url';
import { borrow, startLending } from '../../../targets/lending.ts';

const LENDING = fileURLToPath(new URL('../../../targets/lending.ts', import.meta.url));

test('what is lent is nobody else’s until it is given back', async () => {
  const lending = await startLending(2);
  const first = await borrow(lending.port);
  const second = await borrow(lending.port);
  expect([first.number, second.number]).toEqual([0, 1]);

  let third: number | undefined;
  const later = borrow(lending.port).then((borrowed) => {
    third = borrowed.number;
  });
  // Another connection that comes and goes shows that the third has been heard, and has been given nothing.
  const passing = createConnection(lending.port, '127.0.0.1');
  await once(passing, 'connect');
  passing.destroy();
  await once(passing, 'close');
  expect(third).toBeUndefined();

  await second.giveBack();
  await later;
  expect(third).toBe(1);
  await lending.close();
});

test('a process that is killed gives its own back', async () => {
  const lending = await startLending(1);
  const script = `import(${JSON.stringify(LENDING)}).then(async ({ borrow }) => console.log(String((await borrow(${lending.port})).number)))`;
  const holder = spawn(process.execPath, ['--import', 'tsx', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  expect(said.toString().trim()).toBe('0');

  const waiting = borrow(lending.port);
  holder.kill('SIGKILL');

  expect((await waiting).number).toBe(0);
  await lending.close();
});

test('who asks a run that has ended is told so', async () => {
  const lending = await startLending(0);
  const asked = borrow(lending.port);
  const refused = expect(asked).rejects.toThrow(/has ended|ECONNREFUSED|ECONNRESET/);
  await lending.close();
  await refused;
});
