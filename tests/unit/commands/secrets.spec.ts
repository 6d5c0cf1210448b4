import { writeFileSync } from 'node:fs';
import AdmZip from 'adm-zip';
import type { ReferenceOptions } from '../../../targets/reference/start.ts';
import { expect, ownChatbotAt, test } from './command-test.ts';
import { RecordingProxy } from './recording-proxy.ts';
import { SecretSearch, spellingsOf } from './secret-search.ts';

const CHATBOTS: Record<string, { options: ReferenceOptions; verdict: RegExp }> = {
  'tokens, which a sign-out leaves alive': {
    options: { mechanism: 'token', flaw: 'logoutOnlyClearsTheCookie' },
    verdict: /\n1 flaw · /,
  },
  'cookies, which is sound': {
    options: { mechanism: 'cookie' },
    verdict: /\n0 flaws · /,
  },
};

/** One of every way in which a check handles credentials; all of them take several minutes. */
const CHECKS =
  '@conversationStays|@liveChannels|@loginIssues|@alteredCredential|@forgedToken|@sessionCookies|@logoutRevokes|@logoutClears|@messagesDoNot|@passwordChangeEnds';

for (const [title, { options, verdict }] of Object.entries(CHATBOTS)) {
  test(`no secret is in anything that the audit of a chatbot with ${title}, prints or writes`, async ({
    audit,
    chatbot,
  }) => {
    const { origin, people } = await chatbot(options);
    const proxy = await RecordingProxy.before(origin);
    const run = audit(ownChatbotAt({ origin: proxy.origin, people }), '--grep', CHECKS);
    await run.exitCode;
    await proxy.close();

    expect(run.stdout).toMatch(verdict);
    const { results } = run.findings();
    expect(results.filter(({ outcome }) => outcome === 'inconclusive')).toEqual([]);
    expect(proxy.credentials.size).toBeGreaterThan(20);
    const search = new SecretSearch(
      new Map([
        ['Alice’s password', people.alice.password.reveal()],
        ['Bob’s password', people.bob.password.reveal()],
        ...[...proxy.credentials].map(
          (value, index) => [`credential ${index + 1}`, value] as const,
        ),
      ]),
    );
    expect(run.files().length).toBeGreaterThan(10);
    expect(search.inFiles(run.files())).toEqual([]);
    expect(search.inBytes('stdout', Buffer.from(run.stdout))).toEqual([]);
    expect(search.inBytes('stderr', Buffer.from(run.stderr))).toEqual([]);
  });
}

test('the search finds a secret in every spelling, in archives and in base64 within base64', ({}, testInfo) => {
  const secret = 'p"ss/wörd+0123456789abcdef';
  const search = new SecretSearch(new Map([['planted', secret]]));
  const base64 = (text: string): string => Buffer.from(text).toString('base64');
  const planted: Record<string, string> = {
    raw: `password=${secret};`,
    url: `?p=${encodeURIComponent(secret)}`,
    json: JSON.stringify({ deep: { secret } }),
    hex: Buffer.from(secret).toString('hex'),
    ...Object.fromEntries(
      ['', 'a', 'ab', 'abc'].map((before) => [
        `base64 behind “${before}”`,
        base64(before + secret + '.'),
      ]),
    ),
    base64url: Buffer.from(secret).toString('base64url'),
    'base64 within base64': base64(`{"body":"${base64(`x`.repeat(100) + secret)}"}`),
  };
  for (const [name, text] of Object.entries(planted)) {
    expect.soft(search.inBytes(name, Buffer.from(text)), name).not.toEqual([]);
  }
  const archive = new AdmZip();
  archive.addFile('trace.txt', Buffer.from(planted['json'] ?? ''));
  const file = testInfo.outputPath('trace.zip');
  writeFileSync(file, archive.toBuffer());
  expect(search.inFiles([file])).toEqual([{ where: `${file} › trace.txt`, secret: 'planted' }]);
  expect(search.inBytes('clean', Buffer.from(base64('nothing to see here'.repeat(9))))).toEqual([]);
  expect(spellingsOf('plain')).not.toContain('');
});
