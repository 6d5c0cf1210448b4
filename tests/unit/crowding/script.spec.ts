import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { type Script, scriptOf } from '../../../fixtures/crowding/script.ts';
import { mostAtOnce } from '../../../fixtures/crowding/turns.ts';
import { canariesIn } from '../../../fixtures/crowding/words-in.ts';
import { type Exchange, nameOf } from '../../../fixtures/traffic/exchange.ts';
import { requestOf } from '../replay/product-test.ts';

const TITLE = 'kxq7v2m9d4t8w1z5b3c6';
const WORD = 'kxa1b2c3d4e5f6g7h8i9';
const CSRF = 'csrf-0123456789abcdef';
const FILE = 'Assistant - 2026-11-27@20h02m11s';

/** A product with a value against forgeries, whose pages make up the names of conversations. */
function record(saved: Partial<Exchange> = {}): Exchange[] {
  const post = (path: string, sent: object, more: Partial<Exchange> = {}): Exchange =>
    requestOf(`http://localhost${path}`, {
      method: 'POST',
      requestHeaders: [
        { name: 'x-csrf-token', value: CSRF },
        { name: 'cookie', value: 'sid=one' },
      ],
      requestBody: Buffer.from(JSON.stringify(sent)),
      ...more,
    });
  const answering = (text: string): Partial<Exchange> => ({ responseBody: Buffer.from(text) });
  const told = answering(JSON.stringify({ token: CSRF }));
  const sets = { responseHeaders: [{ name: 'set-cookie', value: 'sid=one; Path=/; HttpOnly' }] };
  return [
    requestOf('http://localhost/csrf-token', { ...told, ...sets }),
    post('/login', { handle: 'alice', password: 'correct horse' }),
    post('/save', { file: FILE, chat: [TITLE] }),
    post('/save', { file: FILE, chat: [TITLE, WORD], id: 'b3f0c1d2e4a59687' }, saved),
    post('/get', { file: FILE }, answering(`${TITLE} ${WORD}`)),
  ].map((exchange, order) => ({ ...exchange, order }));
}

const scriptFrom = (exchanges: Exchange[]): ReturnType<typeof scriptOf> =>
  scriptOf({
    ...{ exchanges, others: [], username: 'alice', password: new Secret('correct horse') },
    ...{ allowedOrigins: ['http://localhost'], title: TITLE, word: WORD },
    ...{ begins: 2, says: 3, reads: 4 },
  });

test('a script has issued anew what was issued, and names anew what the page had made up', () => {
  const script = scriptFrom(record()) as Script;
  const { signIn, begin, prepare, say, read } = script;
  const names = [signIn, begin, prepare, say, read].map((steps) =>
    steps.map(({ exchange }) => nameOf(exchange)),
  );
  expect(names).toEqual([
    ['GET /csrf-token', 'POST /login'],
    ['POST /save'],
    ['GET /csrf-token'],
    ['POST /save'],
    ['POST /get'],
  ]);
  expect(say[0]?.bindings).toMatchObject([{ slot: { name: 'x-csrf-token' }, prefix: '' }]);
  expect(say[0]?.constants).toEqual([]);
  expect(script.names).toEqual([{ recorded: FILE }]);
  expect(script.perMessage).toEqual(['b3f0c1d2e4a59687']);
});

test('what cannot be sent without a browser is said', () => {
  expect(scriptFrom(record().filter(({ url }) => !url.endsWith('/login')))).toContain('password');
  const socket = { frames: [], url: 'ws://localhost/live' };
  const message = { direction: 'sent' as const, at: 0, data: Buffer.from(WORD), text: true };
  expect(scriptFrom(record({ ...socket, frames: [message] }))).toContain('WebSocket');
});

test('every word is found, and what ends when another begins was not at once with it', () => {
  const split = Buffer.from(`data: "${WORD.slice(0, 9)}"\n\ndata: "${WORD.slice(9)}"\n\n${TITLE}`);
  expect([...canariesIn(split)].sort()).toEqual([WORD, TITLE].sort());
  const spans = [
    { from: 0, to: 5 },
    { from: 5, to: 9 },
    { from: 4, to: 6 },
  ];
  expect(mostAtOnce(spans)).toBe(2);
});
