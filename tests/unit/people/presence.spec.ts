import { expect, type Page, test } from '@playwright/test';
import { Presence } from '../../../fixtures/people/presence.ts';

/** Seconds; several signs fit into the wait of a poll. */
const LIMIT = 0.1;

/** A page as far as presence knows it. */
function pageThat(press: () => Promise<void>): Page {
  return { isClosed: () => false, keyboard: { press } } as unknown as Page;
}

test('a key that never arrives keeps no read back', async () => {
  const presence = new Presence(
    pageThat(() => new Promise(() => undefined)),
    LIMIT,
  );
  let reads = 0;
  presence.readBy(() => Promise.resolve((reads += 1)));
  await expect.poll(() => reads).toBeGreaterThan(3);
});

test('a read that hangs keeps no key back, and is not begun twice', async () => {
  let keys = 0;
  let reads = 0;
  const presence = new Presence(
    pageThat(() => Promise.resolve(void (keys += 1))),
    LIMIT,
  );
  presence.readBy(() => {
    reads += 1;
    return new Promise(() => undefined);
  });
  await expect.poll(() => keys).toBeGreaterThan(10);
  expect(reads).toBe(1);
});

test('keys come more often than reads, and a sign that fails is no end of them', async () => {
  let keys = 0;
  let reads = 0;
  const presence = new Presence(
    pageThat(() => Promise.resolve(void (keys += 1))),
    LIMIT,
  );
  presence.readBy(() => {
    reads += 1;
    return Promise.reject(new Error('the page has gone'));
  });
  await expect.poll(() => reads).toBeGreaterThan(3);
  expect(keys).toBeGreaterThan(reads);
});

test('after its end nobody is there, and what was under way is waited for', async () => {
  let finished = false;
  let reads = 0;
  let letGo: () => void = () => undefined;
  const presence = new Presence(
    pageThat(() => Promise.resolve()),
    LIMIT,
  );
  presence.readBy(async () => {
    reads += 1;
    await new Promise<void>((resolve) => (letGo = resolve));
    finished = true;
  });
  await expect.poll(() => reads).toBe(1);
  const ended = presence.end();
  letGo();
  await ended;
  expect(finished).toBe(true);
  expect(reads).toBe(1);
});
