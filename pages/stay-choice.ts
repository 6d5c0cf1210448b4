import type { Locator, Page } from '@playwright/test';
import { InconclusiveError } from '../checks/inconclusive-error.ts';
import type { StayOffer } from '../checks/insecure-storage/stays-signed-in-only-where-asked.ts';
import { shownAddress } from '../checks/shown-address.ts';

/** How forms ask whether a person wants to stay signed in. Whether her name is remembered is another question. */
const STAY =
  /\b(remember|recall)\b(?!.{0,12}\b(user|name|e-?mail|login))|\b(keep|stay|remain)\b.{0,12}\b(signed|logged)[\s-]*(in|on)\b|(angemeldet|eingeloggt) (bleiben|lassen)|rester connect|se souvenir/i;

/** The box in a sign-in form by which a person asks to stay signed in when her browser is closed. */
export class StayChoice {
  constructor(private readonly page: Page) {}

  /** Styled boxes hide the element itself, and show its label. */
  get box(): Locator {
    const { page } = this;
    const plain = page.getByLabel(STAY).and(page.locator('input[type="checkbox"]'));
    return page
      .getByRole('checkbox', { name: STAY })
      .or(page.getByRole('switch', { name: STAY }))
      .or(plain)
      .first();
  }

  /**
   * Sees to it that the person asks for it, or does not.
   *
   * @returns what the form offered; undefined: nothing
   */
  async make(wanted: boolean): Promise<StayOffer | undefined> {
    const { box } = this;
    if ((await box.count()) === 0) return undefined;
    const tickedByDefault = await box.isChecked();
    const label = await box.evaluate(labelOf);
    if (tickedByDefault !== wanted) await this.toggle(box);
    if ((await box.isChecked()) !== wanted) {
      throw new InconclusiveError(
        `the box “${label}” at ${shownAddress(this.page.url())} could not be ${wanted ? 'ticked' : 'unticked'}`,
      );
    }
    return { label, tickedByDefault };
  }

  private async toggle(box: Locator): Promise<void> {
    const label = this.page.locator('label').filter({ hasText: STAY, visible: true }).first();
    // The key needs no place to click at, which styles may cover.
    if (await box.isVisible()) await box.press('Space');
    else await label.click();
  }
}

/** Runs in the page. */
function labelOf(element: Element): string {
  const [label] = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const words = label?.innerText ?? element.getAttribute('aria-label') ?? element.textContent ?? '';
  return words.replaceAll(/\s+/g, ' ').trim().slice(0, 60);
}
