import { expect, test } from '@playwright/test';
import { deceptiveAddresses } from '../../../checks/insecure-storage/deceptive-addresses.ts';

const WORD = 'k4x9q';

function tricks(address: string, folders: string[] = []): string[] {
  return deceptiveAddresses(address, WORD, folders).map(({ url }) => url);
}

test('an address is disguised as a file in every way that caches fall for', () => {
  expect(tricks('https://chat.example/api/c/7', ['/assets/'])).toEqual([
    'https://chat.example/api/c/7?k4x9q0',
    'https://chat.example/api/c/7?k4x9q1.css',
    'https://chat.example/api/c/7/k4x9q2.css',
    'https://chat.example/api/c/7/k4x9q3.js',
    'https://chat.example/api/c/7;k4x9q4.css',
    'https://chat.example/api/c/7%2fk4x9q5.css',
    'https://chat.example/api/c/7%3fk4x9q6.css',
    'https://chat.example/api/c/7%23k4x9q7.css',
    'https://chat.example/api/c/7%0ak4x9q8.css',
    'https://chat.example/assets/..%2fapi/c/7?k4x9q9',
  ]);
});

test('parameters stay, and go behind what is put before them', () => {
  const [first, , , script] = tricks('https://chat.example/search?q=boat');
  expect(first).toBe('https://chat.example/search?q=boat&k4x9q0');
  expect(script).toBe('https://chat.example/search/k4x9q3.js?q=boat');
});

test('no disguise is read as the address itself by whoever writes addresses anew', () => {
  const address = 'https://chat.example/api/c/7';
  for (const url of tricks(address, ['/static/'])) {
    expect(new URL(url).href).toBe(url);
    expect(new URL(url).href).not.toBe(address);
  }
});
