import { readFileSync } from 'node:fs';
import { findCanary } from '../../checks/canary/find-canary.ts';

const CANARY = 'kxq7v2m9d4t8w1z5b3c6';
/** Bytes that are searched for each measurement. */
const VOLUME = 4 * 1024 * 1024;

const message = (index: number) => ({
  id: `msg_${index}_8f14e45fceea167a`,
  role: index % 2 === 0 ? 'user' : 'assistant',
  createdAt: 1_900_000_000 + index,
  content: `Message ${index}: he said "hello" and went on.\nSee https://example.test/a?b=c%20d for more.`,
});

const messages = Array.from({ length: 200 }, (_, index) => message(index));

/** What a chatbot answers with, and no canary in it. */
const BODIES: Record<string, Buffer> = {
  'a conversation (JSON)': Buffer.from(JSON.stringify({ messages })),
  'a page (HTML)': Buffer.from(
    `<!doctype html><html><body>${messages.map(({ content }) => `<article class="m"><p>${content}</p></article>`).join('\n')}</body></html>`,
  ),
  'a reply (events)': Buffer.from(
    messages.map((each) => `event: delta\ndata: ${JSON.stringify(each)}\n\n`).join(''),
  ),
  'a script': readFileSync('node_modules/fzstd/lib/index.js'),
};

/** Nanoseconds a byte. */
function measure(body: Buffer, search: (body: Buffer) => unknown, volume: number): number {
  const rounds = Math.max(3, Math.ceil(volume / body.length));
  search(body);
  const startedAt = process.hrtime.bigint();
  for (let round = 0; round < rounds; round += 1) search(body);
  return Number(process.hrtime.bigint() - startedAt) / rounds / body.length;
}

const inMBs = (nanoseconds: number): string => (1000 / nanoseconds).toFixed(0).padStart(7);

console.log('MB/s               size  findCanary  includes  ratio');
for (const [name, body] of Object.entries(BODIES)) {
  const finder = measure(body, (each) => findCanary(CANARY, each), VOLUME);
  const bare = measure(body, (each) => each.includes(CANARY), VOLUME * 16);
  const size = `${(body.length / 1024).toFixed(0)} kB`;
  console.log(
    `${name.padEnd(22)} ${size} ${inMBs(finder)} ${inMBs(bare)} ${(finder / bare).toFixed(1)}`,
  );
}
