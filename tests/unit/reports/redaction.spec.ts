import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import AdmZip from 'adm-zip';
import fc from 'fast-check';
import { redactFile } from '../../../reports/redaction/redact-file.ts';
import { Redactor } from '../../../reports/redaction/redactor.ts';
import { maskCredentials, maskCookies } from '../../../reports/redaction/structural-rules.ts';

const SECRET = 'Tr0ub4dor&3 "quote" \\ é';

/** What an encoder may make of a secret on its way into a report. */
const FORMS: Record<string, (secret: string) => string> = {
  raw: (secret) => secret,
  'URL component': encodeURIComponent,
  'URL component in lower case': (secret) =>
    encodeURIComponent(secret).replace(/%../g, (escape) => escape.toLowerCase()),
  'form field': (secret) => new URLSearchParams({ p: secret }).toString().slice(2),
  'URL component of a URL component': (secret) => encodeURIComponent(encodeURIComponent(secret)),
  'JSON string': (secret) => JSON.stringify(secret).slice(1, -1),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  'HTML text': (secret) =>
    secret.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`),
  'JavaScript escapes': (secret) =>
    secret
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'upper-case hex': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  base64: (secret) => Buffer.from(secret).toString('base64'),
  base64url: (secret) => Buffer.from(secret).toString('base64url'),
};

/** Printable, of a length that people choose, and not so repetitive that its remains are no evidence. */
const secrets = fc
  .string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 40 })
  .filter((secret) => secret.trim() === secret && new Set(secret).size > 5);

test.describe('A known secret', () => {
  for (const [name, form] of Object.entries(FORMS)) {
    test(`is taken out of text as ${name}`, () => {
      fc.assert(
        fc.property(secrets, (secret) => {
          const redacted = new Redactor([secret]).text(`before ${form(secret)} after`);
          expect(redacted).not.toContain(form(secret));
          expect(redacted).toMatch(/^before .* after$/s);
        }),
      );
    });
  }

  test('is taken out of base64 wherever it stands in what was encoded', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.string({ maxLength: 7 }),
        fc.string({ maxLength: 7 }),
        (secret, before, after) => {
          const encoded = Buffer.from(before + secret + after).toString('base64');
          const redacted = new Redactor([secret]).text(encoded);
          const decoded = Buffer.from(redacted.replace(/‹redacted›/g, ''), 'base64').toString();
          expect(decoded).not.toContain(secret.slice(1, -1));
        },
      ),
    );
  });

  test('is taken out of bytes that are no text', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from(SECRET),
      Buffer.from([0x80]),
    ]);
    expect(new Redactor([SECRET]).bytes(bytes).includes(SECRET)).toBe(false);
  });

  test('leaves other bytes untouched', () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);
    expect(new Redactor([SECRET]).bytes(bytes)).toBe(bytes);
  });

  test('is taken out as a whole where a shorter one begins it', () => {
    expect(new Redactor(['hunter2!', 'hunter2!-and-more']).text('hunter2!-and-more')).toBe(
      '‹redacted›',
    );
  });

  test('that is too short to be kept out is refused by its name, not by its value', () => {
    expect(() => Redactor.fromEnvironment(['ALICE_PASSWORD'], { ALICE_PASSWORD: 'abc' })).toThrow(
      /^ALICE_PASSWORD has fewer than 4 characters(?!.*abc)/,
    );
  });
});

test.describe('An unknown credential', () => {
  const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl';
  const LEAKS: Record<string, [text: string, leak: string]> = {
    'a JSON web token': [`token=${TOKEN}`, TOKEN],
    'an unsigned JSON web token': ['eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.', 'eyJzdWIi'],
    'a bearer header': ['Authorization: Bearer opaque-token-41233', 'opaque-token-41233'],
    'a bearer in a sentence': ['sent Bearer 0123456789abcdef to it', '0123456789abcdef'],
    'a Cookie header': ['Cookie: theme=dark; sid=s3cr3tvalue', 's3cr3tvalue'],
    'a Set-Cookie header': ['set-cookie: sid=s3cr3tvalue; Path=/; HttpOnly', 's3cr3tvalue'],
    'a HAR header': ['{"name":"Cookie","value":"sid=s3cr3tvalue"}', 's3cr3tvalue'],
    'a HAR header inside JSON': [
      '"{\\"name\\":\\"Authorization\\",\\"value\\":\\"Basic s3cr3t\\"}"',
      's3cr3t',
    ],
    'a storage state': [
      '{"cookies":[{"name":"sid","value":"s3cr3tvalue","domain":"localhost"}]}',
      's3cr3tvalue',
    ],
    'a header inside JSON with quotes of its own': [
      JSON.stringify({ body: JSON.stringify({ password: 'a"s3cr3t', next: 1 }) }),
      's3cr3t',
    ],
    'a header map': ['{"set-cookie":["sid=s3cr3tvalue; Path=/"]}', 's3cr3tvalue'],
    'a token in a body': ['{"access_token":"s3cr3t\\"value"}', 's3cr3t'],
    'a password in a body': ['{"username":"alice","password":"s3cr3t"}', 's3cr3t'],
  };
  for (const [name, [text, leak]] of Object.entries(LEAKS)) {
    test(`is taken out of ${name}`, () => {
      expect(maskCredentials(text)).not.toContain(leak);
    });
  }

  test('leaves JSON readable', () => {
    const masked = maskCredentials(
      '{"headers":[{"name":"Cookie","value":"sid=a\\"b; x=1"}],"token":{"id_token":"abc"}}',
    );
    expect(JSON.parse(masked)).toEqual({
      headers: [{ name: 'Cookie', value: 'sid=‹redacted›; x=‹redacted›' }],
      token: { id_token: '‹redacted›' },
    });
  });

  test('keeps names, attributes and fingerprints, which are evidence', () => {
    expect(
      maskCookies('sid=‹3f9ac1d2, 64 chars›; Path=/; Max-Age=60; HttpOnly; SameSite=Lax'),
    ).toBe('sid=‹3f9ac1d2, 64 chars›; Path=/; Max-Age=60; HttpOnly; SameSite=Lax');
  });

  test('is not seen in prose about credentials', () => {
    const prose =
      'The Bearer credential and the cookie were refused; basic checks: none. Cookie: the session cookie.';
    expect(maskCredentials(prose)).toBe(prose);
  });
});

test.describe('Text that a hostile target made to be slow to search', () => {
  const LONG = 100_000;
  const TEXTS: Record<string, string> = {
    backslashes: '\\'.repeat(LONG),
    'percent signs': '%25'.repeat(LONG),
    ampersands: '&amp;'.repeat(LONG),
    'an endless cookie': `cookie: ${'a'.repeat(LONG)}`,
    'beginnings of tokens': 'eyJ-'.repeat(LONG),
    'open JSON': '"name":"cookie","value":"'.repeat(LONG / 20),
  };
  for (const [name, text] of Object.entries(TEXTS)) {
    test(`does not hold the reports up: ${name}`, () => {
      const redactor = new Redactor([SECRET, 'a plain password']);
      // Once beforehand, so that no compiling counts.
      const [, quarter, whole] = [4, 4, 1].map((part) =>
        cpuMsOf(() => redactor.text(text.slice(0, text.length / part))),
      );
      // Four times the text: four times the work, and sixteen times where it is quadratic.
      expect((whole ?? Infinity) / (quarter ?? 0)).toBeLessThan(9);
    });
  }
});

/** Milliseconds that this process computed, however busy the machine is; a little more, so that none is next to nothing. */
function cpuMsOf(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 + 20;
}

test.describe('A file', () => {
  test('that is an archive is redacted in each of its members', ({}, testInfo) => {
    const archive = new AdmZip();
    archive.addFile('0-trace.trace', Buffer.from(`{"params":{"value":${JSON.stringify(SECRET)}}}`));
    archive.addFile('resources/page.html', Buffer.from(`<p>${SECRET}</p>`));
    archive.addFile('resources/kept.txt', Buffer.from('nothing in here'));
    const path = testInfo.outputPath('trace.zip');
    archive.writeZip(path);

    redactFile(path, new Redactor([SECRET]));

    const members = new AdmZip(path).getEntries().map((entry) => entry.getData().toString());
    expect(members).toHaveLength(3);
    expect(members.join()).not.toContain('Tr0ub4dor');
    expect(members.join()).toContain('nothing in here');
  });

  test('that cannot be read through is removed', ({}, testInfo) => {
    const path = testInfo.outputPath('broken.zip');
    writeFileSync(path, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from(SECRET)]));
    expect(() => redactFile(path, new Redactor([SECRET]))).toThrow();
    expect(existsSync(path)).toBe(false);
  });

  test('without secrets keeps its bytes', ({}, testInfo) => {
    const path = testInfo.outputPath('plain.txt');
    writeFileSync(path, 'plain');
    redactFile(path, new Redactor([SECRET]));
    expect(readFileSync(path, 'utf8')).toBe('plain');
  });
});
