import { test } from '@playwright/test';

test('The chatbot can be judged', () => {
  if (process.env['SAMPLE_SICK'] === test.info().project.name) {
    throw new Error(
      'Inconclusive: alice could not sign in at http://127.0.0.1:41233/login: the page said “Wrong password”.\nCheck ALICE_USERNAME and ALICE_PASSWORD in .env.',
    );
  }
});
