import { expect, test } from '@playwright/test';
import { mayBeCredential } from '../../../fixtures/replay/compose.ts';

const LENGTH = 100_000;

for (const text of [
  'default_Assistant.png',
  'chatCompletionSource',
  'a plain sentence of words',
  'Nothing-but:words/and.separators',
  '12345',
]) {
  test(`“${text}” is taken for no credential`, () => {
    expect(mayBeCredential(text)).toBe(false);
  });
}

for (const text of ['sk_4f9c1d2e3b4a5968', 'Bearer 0a1b2c3d4e5f60718', 'wordwordwordword!']) {
  test(`“${text}” may be a credential`, () => {
    expect(mayBeCredential(text)).toBe(true);
  });
}

for (const [what, text] of Object.entries({
  'one long word that ends in a digit': `${'a'.repeat(LENGTH)}1`,
  'many words that end in a digit': `${'aB'.repeat(LENGTH / 2)}1`,
  'many separators': `${'a_'.repeat(LENGTH / 2)}1`,
})) {
  test(`${what} is looked at once`, () => {
    const startedAt = performance.now();
    expect(mayBeCredential(text)).toBe(true);
    // Where the time grew with the square of the length, it would be minutes.
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
}
