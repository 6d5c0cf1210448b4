import { expect, test } from '@playwright/test';
import { whosePage } from '../../../checks/inconsistent-state/whose-page.ts';

const hers = { words: ['cnr-hers', 'alice'], page: ['New chat', 'AL', 'cnr-hers and more'] };
const his = { words: ['cnr-his', 'bob'], page: ['New chat', 'BO', 'cnr-his and more'] };
const whose = (...shown: string[]) => whosePage(shown, hers, his);

test('what was said and user names tell whose a page is', () => {
  expect(whose('New chat', 'cnr-hers and more')).toBe('hers');
  expect(whose('Account of bob')).toBe('his');
  expect(whose('alice', 'cnr-his and more')).toBe('unclear');
});

test('without them, what only one of the two pages shows tells it', () => {
  expect(whose('New chat', 'AL')).toBe('hers');
  expect(whose('New chat', 'BO')).toBe('his');
  expect(whose('AL', 'BO')).toBe('unclear');
  expect(whose('New chat')).toBe('unclear');
});

test('a user name that is a part of the other one tells nothing', () => {
  const test1 = { words: ['test'], page: [] };
  const test2 = { words: ['test-2'], page: [] };
  expect(whosePage(['test-2'], test1, test2)).toBe('his');
  expect(whosePage(['test'], test1, test2)).toBe('unclear');
});

test('what his own page shows of hers, as a list of everybody’s conversations does, makes no page hers', () => {
  const listed = { words: his.words, page: [...his.page, 'cnr-hers and more'] };
  expect(whosePage(['Account of bob', 'cnr-hers and more'], hers, listed)).toBe('his');
  expect(whosePage(['Account of alice', 'cnr-hers and more'], hers, listed)).toBe('hers');
});
