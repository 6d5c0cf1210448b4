import { expect, test } from '@playwright/test';
import { readProfile } from '../../../targets/profile-file.ts';
import { writeFileSync } from 'node:fs';

test('a profile that says only its name is complete', ({}, testInfo) => {
  const path = testInfo.outputPath('profile.json');
  writeFileSync(path, JSON.stringify({ name: 'Acme chat' }));
  expect(readProfile(path)).toMatchObject({ name: 'Acme chat', signIn: { path: '/' }, lacks: [] });
});

test('an allowed origin may be written as an address', ({}, testInfo) => {
  const path = testInfo.outputPath('profile.json');
  const alsoAllowed = ['https://api.chat.example/', 'http://localhost:4000/v1'];
  writeFileSync(path, JSON.stringify({ name: 'Acme chat', alsoAllowed }));
  expect(readProfile(path)).toMatchObject({
    alsoAllowed: ['https://api.chat.example', 'http://localhost:4000'],
  });
});

test('every problem of a profile is named at once, by its place', ({}, testInfo) => {
  const path = testInfo.outputPath('profile.json');
  const profile = { origin: 'chat.example', signIn: { pth: '/login' }, lacks: ['soul'] };
  writeFileSync(path, JSON.stringify(profile));
  expect(() => readProfile(path)).toThrow(
    /name: [^]*origin: must be an http[^]*signIn: [^]*pth[^]*lacks\.0: [^]*signOut/,
  );
});

test('a profile that is no JSON says where it breaks', ({}, testInfo) => {
  const path = testInfo.outputPath('profile.json');
  writeFileSync(path, '{ "name": ');
  expect(() => readProfile(path)).toThrow(/it cannot be read as JSON: /);
});
