import { expect, test } from '@playwright/test';
import { Album } from '../../../fixtures/album.ts';

test('what a story saw is attached as it was then, without what stands in password fields', async ({
  page,
}, testInfo) => {
  await page.setContent('<p style="background: red">before</p><input type="password" value="x">');
  const album = new Album();
  await album.take(page, 'Before');
  await page.setContent('');
  await album.take(page, 'After');
  expect(testInfo.attachments).toEqual([]);

  await album.attachTo(testInfo);

  const [before, after] = testInfo.attachments;
  expect([before?.name, after?.name]).toEqual(['Before', 'After']);
  expect([before?.contentType, after?.contentType]).toEqual(['image/png', 'image/png']);
  expect(before?.body?.subarray(1, 4).toString()).toBe('PNG');
  expect(before?.body?.equals(after?.body ?? Buffer.alloc(0))).toBe(false);
});

test('a picture that cannot be taken is told of in its place', async ({ page }, testInfo) => {
  const album = new Album();
  await page.close();
  await album.take(page, 'Too late');
  await album.attachTo(testInfo);

  const [attached] = testInfo.attachments;
  expect(attached?.contentType).toBe('text/plain');
  expect(String(attached?.body)).toContain('This page could not be drawn: page.screenshot:');
});
