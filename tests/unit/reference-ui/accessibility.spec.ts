import { AxeBuilder } from '@axe-core/playwright';
import type { HarbourTab } from './harbour-tab.ts';
import { expect, test } from './harbour-test.ts';

// The slowest of these files: its looks need not wait for one another.
test.describe.configure({ mode: 'parallel' });

const LOOKS = [
  { name: 'wide and light', width: 1280, colorScheme: 'light' },
  { name: 'wide and dark', width: 1280, colorScheme: 'dark' },
  { name: 'narrow and light', width: 400, colorScheme: 'light' },
  { name: 'narrow and dark', width: 400, colorScheme: 'dark' },
] as const;

/** Fails with the rules that the screen breaks and the elements that break them. */
async function expectAccessible(tab: HarbourTab, screen: string): Promise<void> {
  await test.step(screen, async () => {
    // What fades in has not its contrast yet. An animation is rejected when its element goes away.
    await tab.page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().iterations === 1)
          .map(({ finished }) => finished),
      ),
    );
    const { violations } = await new AxeBuilder({ page: tab.page }).analyze();
    const found = violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }));
    expect(found, screen).toEqual([]);
    expect(await overflow(tab), `${screen}: pixels beyond the window`).toBe(0);
  });
}

async function overflow(tab: HarbourTab): Promise<number> {
  return tab.page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

for (const { name, width, colorScheme } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport: { width, height: 800 }, colorScheme });

    test('sign-in, chat and their menus and dialogs are accessible', async ({ start, openTab }) => {
      const tab = await openTab(await start());
      await tab.goto('/login');
      await tab.button('Sign in').click();
      await expect(tab.page.getByRole('alert')).toHaveText(
        'Enter your username and your password.',
      );
      await expectAccessible(tab, 'sign-in with a problem');

      await tab.signIn();
      await expectAccessible(tab, 'before the first message');
      await tab.say('markdown');
      await tab.say('table');
      await tab.say('code');
      await expectAccessible(tab, 'conversation');

      await tab.showSidebar();
      await tab.entry('markdown').getByRole('button', { name: 'Options' }).click();
      await expectAccessible(tab, 'sidebar with a menu');
      await tab.menuItem('Rename').click();
      await expectAccessible(tab, 'rename dialog');
      await tab.button('Cancel').click();
      await tab.page.getByRole('searchbox').fill('harbour');
      await tab.page.getByRole('list', { name: 'Search results' }).waitFor();
      await expectAccessible(tab, 'search');
    });

    test('the chat of a guest is accessible', async ({ start, openTab }) => {
      const tab = await openTab(await start());
      await tab.goto('/try');
      await expect(tab.log).toContainText('What is on your mind?');
      await expectAccessible(tab, 'before a guest’s first message');
      await tab.say('markdown');
      await tab.say('table');
      await expectAccessible(tab, 'a guest’s conversation');
    });

    test('sharing, the account and the idle dialog are accessible', async ({ start, openTab }) => {
      const chatbot = await start();
      const tab = await openTab(chatbot);
      await tab.page.clock.install();
      await tab.signIn();
      await tab.say('markdown');
      await tab.button('Share').click();
      await tab.button('Create link').click();
      const link = await tab.page.getByLabel('Link').inputValue();
      await expectAccessible(tab, 'share dialog');
      await tab.button('Close').click();
      await tab.openConversationMenu('Delete');
      await expectAccessible(tab, 'delete dialog');
      await tab.button('Cancel').click();

      await tab.openAccountMenu();
      await tab.menuItem('Account').click();
      await tab.page.getByText('This device').waitFor();
      await expectAccessible(tab, 'account');

      await tab.page.clock.fastForward('28:30');
      await tab.page.getByRole('alertdialog').waitFor();
      await expectAccessible(tab, 'idle dialog');

      const reader = await openTab(chatbot);
      await reader.page.goto(link);
      await expect(reader.heading).toHaveText('markdown');
      await expectAccessible(reader, 'shared conversation');
      await reader.goto('/share/nothing');
      await expect(reader.heading).toHaveText('This link leads nowhere');
      await expectAccessible(reader, 'share link that is gone');
    });
  });
}
