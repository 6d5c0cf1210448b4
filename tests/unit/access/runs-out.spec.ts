import { expect, test } from '@playwright/test';
import { Secret } from '../../../checks/secret.ts';
import { encodePart } from '../../../checks/token-validation/jwt.ts';
import { runsOutSoon } from '../../../fixtures/access/tokens/runs-out.ts';
import type { Credential } from '../../../fixtures/replay/credentials.ts';

const NOW = 1_800_000_000;

const bearer = (payload: object): Credential => ({
  carrier: 'header',
  name: 'authorization',
  value: new Secret(`Bearer ${[{ alg: 'HS256' }, payload].map(encodePart).join('.')}.c2lnbmF0dXJl`),
});

for (const [what, payload, soon] of [
  ['has run out', { iat: NOW - 50, exp: NOW - 5 }, true],
  ['is about to', { iat: NOW - 40, exp: NOW + 5 }, true],
  ['is young, and lives shortly', { iat: NOW - 5, exp: NOW + 40 }, false],
  ['lives long, and is at its end', { iat: NOW - 3_590, exp: NOW + 10 }, true],
  ['does not say since when it is good', { exp: NOW + 10 }, true],
  ['never does', { iat: NOW }, false],
] as const) {
  test(`a token that ${what} ${soon ? 'is' : 'is not'} renewed before it is tried`, () => {
    expect(runsOutSoon([bearer(payload)], NOW)).toBe(soon);
  });
}
