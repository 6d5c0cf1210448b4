import type { Locator, Page } from '@playwright/test';
import { untilQuiet } from './quiet.ts';
import { appears } from './take-steps.ts';

/** Leads to the version before, as its name says or its sign. */
const BEFORE =
  /\b(previous|prev|earlier|older)\b|précédent|vorherige|anterior|precedente|^\W*[‹<◀←⟨«]\W*$/i;
/** Which of how many is shown, as in “2 / 3”. */
const COUNT = /(?<![\d/.])(\d{1,3})\s*(?:\/|of|sur|von|de)\s*(\d{1,3})(?![\d/.])/;
/** No conversation of the harness forks more often, nor in more ways. */
const MOST_STEPS = 12;
/** How long a click that nothing hinders may take; milliseconds. */
const CLICKED_MS = 2_000;

/**
 * The versions of a conversation that forks: some products keep what was said twice in answer to one message as branches
 * side by side, show the last one, and have each leafed to by “‹ 2/2 ›”.
 */
export class Versions {
  constructor(private readonly page: Page) {}

  /**
   * Leafs back from what is shown, fork by fork, from the last one to the first: what follows a fork goes with its branch.
   *
   * @param done asked after each step
   */
  async leafThrough(done: () => Promise<boolean>): Promise<void> {
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const back = await this.lastThatLeadsBack();
      if (!back || !(await appears(() => back.click({ timeout: CLICKED_MS })))) return;
      await untilQuiet(this.page, 300, 5_000);
      if (await done()) return;
    }
  }

  private async lastThatLeadsBack(): Promise<Locator | undefined> {
    const buttons = this.page.getByRole('button', { name: BEFORE, disabled: false });
    for (const button of (await buttons.filter({ visible: true }).all()).reverse()) {
      const beside = await button.evaluate((element) => element.parentElement?.textContent ?? '');
      const [, shown = '1'] = COUNT.exec(beside) ?? [];
      if (Number(shown) > 1) return button;
    }
    return undefined;
  }
}
