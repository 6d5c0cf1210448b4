import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECKS } from '../../checks/catalogue.ts';
import { FLAW_CLASSES } from '../../checks/flaw-classes.ts';
import { profileSchema } from '../../targets/profile.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
const ci = readFileSync(path.join(ROOT, '.ci', 'run'), 'utf8');

function blocks(language: string): string[] {
  const found = readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'));
  return [...found].map(([, body = '']) => body);
}

test('CI runs every command of the README', () => {
  const commands = blocks('sh')
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !/^[A-Z_]+=\S*$/.test(line));
  expect(commands.length).toBeGreaterThan(8);
  expect(commands.filter((command) => !ci.includes(command))).toEqual([]);
});

test('the README’s profile is a profile', () => {
  const [profile = '{}'] = blocks('json');
  expect(profileSchema.safeParse(JSON.parse(profile)).error?.issues ?? []).toEqual([]);
});

test('every file that the README shows or names by a link is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !existsSync(path.join(ROOT, link)))).toEqual([]);
  expect(links).toContain('reports/report.png');
});

test('the README lists every class and every check', () => {
  const prose = readme.replace(/\s+/g, ' ');
  for (const name of Object.keys(FLAW_CLASSES)) expect(prose).toContain(`\`@${name}\``);
  const titles = Object.values(CHECKS).map(({ title }) => title.replace(/^a conversation /, ''));
  for (const title of titles) expect(prose).toContain(title);
});
