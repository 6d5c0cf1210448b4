import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'dotenv';
import { ROOT } from '../../../fixtures/machine/root.mjs';
import { readEnvironment } from '../../../targets/environment.ts';

const example = () => parse(readFileSync(path.join(ROOT, '.env.example')));

test('the example environment as it stands audits the embedded chatbot', () => {
  expect(readEnvironment(example())).toEqual({ target: { kind: 'named', name: 'reference' } });
});

test('the example environment with address and accounts filled in audits that chatbot', () => {
  const filled = {
    ...example(),
    TARGET_URL: 'http://localhost:3000',
    ALICE_USERNAME: 'alice',
    ALICE_PASSWORD: 'rabbit-hole',
    BOB_USERNAME: 'bob',
    BOB_PASSWORD: 'can-we-fix-it',
  };
  expect(readEnvironment(filled)).toMatchObject({
    target: { kind: 'profile' },
    url: 'http://localhost:3000',
  });
});
