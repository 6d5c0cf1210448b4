import { diskCacheHoldsNoConversation } from '../../../checks/insecure-storage/disk-cache-holds-no-conversation.ts';
import type { DiskCacheEvidence } from '../../../checks/insecure-storage/disk-cache-holds-no-conversation.ts';
import { newCanary } from '../../../fixtures/access/canary.ts';
import { KeptProfile } from '../../../fixtures/caching/kept-profile.ts';
import { searchProfile } from '../../../fixtures/caching/profile-folder.ts';
import { readSimpleEntry } from '../../../fixtures/caching/simple-cache.ts';
import { existsSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { newPeople, serve } from '../strangers/stranger.ts';

const BEGINS = '305c72a71b6dfbfc';
const ENDS = 'd8410d97456ffaf4';

const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const footer = (flags: number, size: number): Buffer =>
  Buffer.concat([Buffer.from(ENDS, 'hex'), number(flags), number(0), number(size), number(0)]);

/** A file as Chromium writes it. */
function entry(url: string, body: Buffer, headers: string): Buffer {
  const key = Buffer.from(`1/0/_dk_http://a.test http://a.test ${url}`);
  const start = [Buffer.from(BEGINS, 'hex'), number(5), number(key.length), number(0), number(0)];
  const meta = Buffer.from(headers, 'latin1');
  return Buffer.concat([
    ...start,
    key,
    body,
    footer(0, body.length),
    meta,
    Buffer.alloc(32, 7),
    footer(2, meta.length),
  ]);
}

const HEADERS = 'xHTTP/1.1 200\0Content-Type: text/plain\0Cache-Control: no-cache\0\0';

test('a file of the cache is read, whatever its answer holds', () => {
  const body = Buffer.concat([Buffer.from('what '), Buffer.from(ENDS, 'hex'), Buffer.from('was')]);
  const read = readSimpleEntry(entry('http://a.test/c/1?x=2', body, HEADERS));
  expect(read).toEqual({ url: 'http://a.test/c/1?x=2', body, caching: 'no-cache' });
  const silent = readSimpleEntry(entry('http://a.test/', body, 'xHTTP/1.1 200\0\0'));
  expect(silent?.caching).toBeUndefined();
});

test('a file that is none of the cache’s, or was cut off, is not read as one', () => {
  const whole = entry('http://a.test/', Buffer.from('text'), HEADERS);
  expect(readSimpleEntry(Buffer.from('text'))).toBeUndefined();
  expect(readSimpleEntry(Buffer.alloc(200))).toBeUndefined();
  expect(readSimpleEntry(whole.subarray(0, whole.length - 1))).toBeUndefined();
});

test('a profile on disk tells what its browser kept, and what it was told to forget is not there', async ({
  playwright,
}) => {
  const word = newCanary();
  const answers: Record<string, Record<string, string>> = {
    '/forgotten': { 'cache-control': 'no-store' },
    '/silent': {},
    '/asked-anew': { 'cache-control': 'no-cache' },
    '/gzip': { 'content-encoding': 'gzip' },
    '/br': { 'content-encoding': 'br' },
  };
  const product = await serve('127.0.0.1', newPeople('alice', 'bob'), (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://little');
    const headers = answers[pathname];
    const text = headers ? `${word} was said` : '<!doctype html><title>little</title>';
    const zip = { gzip: gzipSync, br: brotliCompressSync }[headers?.['content-encoding'] ?? ''];
    response.writeHead(200, { 'content-type': headers ? 'text/plain' : 'text/html', ...headers });
    response.end(zip ? zip(text) : text);
    return Promise.resolve();
  });
  const profile = await KeptProfile.open((folder) =>
    playwright.chromium.launchPersistentContext(folder),
  );
  const page = await profile.context.newPage();
  await page.goto(product.origin);
  await page.evaluate(async (paths) => {
    for (const path of paths) await (await fetch(path)).text();
    await (await fetch('/silent?posted', { method: 'POST' })).text();
  }, Object.keys(answers));
  await profile.context.close();

  const { kept } = await searchProfile(profile.folder, word);

  const found = kept.map(({ where, caching }) => [new URL(where).pathname, caching]);
  expect(found.sort()).toEqual([
    ['/asked-anew', 'no-cache'],
    ['/br', 'none'],
    ['/gzip', 'none'],
    ['/silent', 'none'],
  ]);
  await profile.remove();
  expect(existsSync(profile.folder)).toBe(false);
  await product.close();
});

test('what a browser wrote down elsewhere is told apart from its cache', async ({ playwright }) => {
  const word = newCanary();
  const page = `<!doctype html><script>localStorage.said = '${word}'</script>`;
  const product = await serve('127.0.0.1', newPeople('alice', 'bob'), (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
    response.end(page);
    return Promise.resolve();
  });
  const profile = await KeptProfile.open((folder) =>
    playwright.chromium.launchPersistentContext(folder),
  );
  await (await profile.context.newPage()).goto(product.origin);
  await profile.context.close();

  const { kept, elsewhere } = await searchProfile(profile.folder, word);

  expect(kept).toEqual([]);
  expect(elsewhere).toContain('Default/Local Storage');
  await profile.remove();
  await product.close();
});

const clean: DiskCacheEvidence = {
  canarySeen: true,
  keepable: ['GET /api/search'],
  planted: [{ kind: 'compressed', found: true }],
  kept: [],
  elsewhere: [],
};
const { judge } = diskCacheHoldsNoConversation;

test('an answer that was kept is a flaw, and what the browser itself recorded is advice', () => {
  const where = 'http://a.test/api/search';
  expect(judge(clean)).toMatchObject({ outcome: 'pass', advice: [] });
  expect(judge({ ...clean, kept: [{ where, encodings: [] }] }).outcome).toBe('fail');
  const recorded = judge({ ...clean, elsewhere: ['Default/Local Storage'] });
  expect(recorded).toMatchObject({ outcome: 'pass', advice: [{}] });
});

test('a cache in which nothing is found proves nothing, unless something would have been', () => {
  const unfound = [{ kind: 'compressed', found: false }];
  expect(judge({ ...clean, planted: unfound }).outcome).toBe('inconclusive');
  expect(judge({ ...clean, planted: [] }).outcome).toBe('inconclusive');
  expect(judge({ ...clean, canarySeen: false }).outcome).toBe('inconclusive');
  expect(judge({ ...clean, keepable: [] }).outcome).toBe('inconclusive');
});
