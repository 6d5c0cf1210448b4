import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpClient } from './http-client.ts';
import { Secret } from '../../../checks/secret.ts';
import { expect, test } from './chatbot-test.ts';

/** A command that runs, and what it has written so far. */
class Command {
  output = '';
  errors = '';
  readonly exit: Promise<number | null>;
  readonly #process: ChildProcessWithoutNullStreams;

  constructor(...words: string[]) {
    this.#process = spawn(process.execPath, [
      '--import',
      'tsx',
      'targets/reference/cli.ts',
      ...words,
    ]);
    this.#process.stdout.on('data', (data: Buffer) => (this.output += data.toString()));
    this.#process.stderr.on('data', (data: Buffer) => (this.errors += data.toString()));
    this.exit = once(this.#process, 'close').then(([code]) => code as number | null);
  }

  interrupt(): void {
    this.#process.kill('SIGINT');
  }
}

test('the command starts a chatbot in which its people can sign in, until it is interrupted', async () => {
  test.slow();
  const command = new Command('--flaw', 'titleListOfEveryone');
  await expect.poll(() => command.output, { timeout: 30_000 }).toContain('Ctrl-C');

  expect(command.output).toContain('The list of conversations holds the titles of everybody’s.');
  const [origin = ''] = /http:\/\/localhost:\d+/.exec(command.output) ?? [];
  const [, password = ''] = /bob +(\S+)/.exec(command.output) ?? [];
  const client = new HttpClient(origin);
  const answer = await client.signIn({ username: 'bob', password: new Secret(password) });
  expect(answer.status).toBe(200);
  await client.close();

  command.interrupt();
  expect(await command.exit).toBe(0);
  expect(command.output).toContain('Stopped.');
  expect(command.errors).toBe('');
});

test('the command says in one message that a port is taken', async () => {
  test.slow();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;

  const command = new Command('--port', String(port));

  expect(await command.exit).toBe(1);
  expect(command.errors).toBe(`Port ${port} is in use. Name another, or 0 for any free one.\n`);
  other.close();
});

test('the command says in one message that it knows no such flaw', async () => {
  const command = new Command('--flaw', 'nonsense');

  expect(await command.exit).toBe(2);
  expect(command.errors).toMatch(/^There is no flaw “nonsense”\. Known: .*\n$/);
});
