import { expect, test } from '@playwright/test';
import { tellsOfFailure } from '../../../pages/notices.ts';
import { occurrencesAnywhere, occurrencesOf } from '../../../pages/occurrences.ts';

const WORD = 'kx0marker';

for (const [place, content, times] of [
  ['a message', `<main><p>${WORD}</p></main>`, 1],
  ['a message that holds it twice', `<main><p>${WORD}, ${WORD}</p></main>`, 2],
  ['a list in the main part', `<main><nav class=chats><p>${WORD}</p></nav></main>`, 0],
  ['a box to write in', `<main><textarea>${WORD}</textarea></main>`, 0],
  ['a notice', `<main><p role=status>${WORD}</p></main>`, 0],
  ['what is hidden', `<main><p hidden>${WORD}</p></main>`, 0],
  [
    'what is said to screen readers alone',
    `<main><p style="position:absolute;width:1px;height:1px;overflow:hidden">${WORD}</p></main>`,
    0,
  ],
  ['a link in the log', `<div role=log><a href="/x">${WORD}</a></div>`, 1],
] as const) {
  test(`a word in ${place} is read ${times} times in the conversation`, async ({ page }) => {
    await page.setContent(content);
    expect(await occurrencesOf(page, [WORD])).toHaveLength(times);
  });
}

test('a page that does not say where its conversation is, is read as a whole', async ({ page }) => {
  const list = `<ul><li><a href="/c/1">${WORD}</a></li></ul>`;
  await page.setContent(`${list}<dl><dt>You<dd>${WORD}</dl>`);
  expect(await occurrencesOf(page, [WORD])).toHaveLength(0);
  expect(await occurrencesAnywhere(page, [WORD])).toHaveLength(1);
});

test('a word in a shadow root is read, with the marks around it', async ({ page }) => {
  await page.setContent('<main class="chat"><x-message data-from="person"></x-message></main>');
  await page.evaluate((word) => {
    const root = document.querySelector('x-message')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = `<p class="bubble">${word}</p>`;
  }, WORD);
  const [found] = await occurrencesOf(page, [WORD]);
  expect(found?.marks).toEqual(
    expect.arrayContaining(['main', '.chat', 'x-message', 'data-from=person', 'p', '.bubble']),
  );
});

test('a page tells of a failure by what it says now and did not say before', () => {
  const before = ['Send', 'The network of harbours'];
  expect(tellsOfFailure(before, [...before, `${WORD} is sent`, '12:30'], WORD)).toBe(false);
  expect(tellsOfFailure(before, [...before, 'Not sent. Try again'], WORD)).toBe(true);
  const french = 'Le message n’a pas pu être envoyé.';
  expect(tellsOfFailure(before, [...before, french], WORD)).toBe(true);
  expect(tellsOfFailure(before, [...before, 'Thinking…'], WORD)).toBe(false);
  expect(tellsOfFailure(before, [...before, 'Kept for later'], WORD)).toBe('unclear');
});
