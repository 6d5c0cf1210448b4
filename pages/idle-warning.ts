import type { Page } from '@playwright/test';
import { IdleDialog } from './idle-dialog.ts';

/** Words that speak of the end of a session: a line of news that has none of them is about something else. */
const OF_SESSIONS =
  /(sign|logg?)(ed|ing)?[ -]?(out|off)|session|inactiv|idle|still (there|here)|expir|tim(ed|e|ing)[ -]?out|abgemeldet|abmeld|sitzung|inaktiv|untätig|noch da|läuft ab|déconne(cté|xion)|toujours là/i;

/** What a page brings to people’s notice without being asked. */
interface News {
  /** It wants an answer, whatever its words. */
  isDialog: boolean;
  text: string;
}

/**
 * Watches a page that nobody touches for a word that it will soon sign the person out.
 */
export class IdleWarning {
  private constructor(
    private readonly page: Page,
    /** What stood there before, without its numbers: what counts the seconds says nothing new. */
    private readonly before: ReadonlySet<string>,
  ) {}

  static async begin(page: Page): Promise<IdleWarning> {
    const before = await newsOf(page);
    return new IdleWarning(page, new Set(before.map(({ text }) => wordsOf(text))));
  }

  /** Its words, while it is shown. */
  async text(): Promise<string | undefined> {
    const news = (await newsOf(this.page)).find(
      ({ isDialog, text }) =>
        !this.before.has(wordsOf(text)) && (isDialog || OF_SESSIONS.test(text)),
    );
    return news?.text;
  }

  /**
   * Answers as a person who is there: by the button that says so, or else by a sign of life.
   *
   * @returns what was done, in words
   */
  async answer(): Promise<string> {
    const { stay } = new IdleDialog(this.page);
    if (await stay.isVisible()) {
      const name = (await stay.innerText()).trim();
      await stay.click();
      return `the button “${name}”`;
    }
    await this.page.mouse.move(5, 5);
    await this.page.mouse.move(60, 60);
    await this.page.keyboard.press('Shift');
    return 'a movement of the mouse and a key';
  }
}

const wordsOf = (text: string): string => text.replace(/\d+/g, '#');

function newsOf(page: Page): Promise<News[]> {
  return page.evaluate(() => {
    const dialogs = '[role="dialog"], [role="alertdialog"], dialog[open]';
    const announced =
      '[role="alert"], [role="status"], [aria-live="polite"], [aria-live="assertive"]';
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const roots: (Document | ShadowRoot)[] = [document];
    for (const root of roots) {
      for (const { shadowRoot } of root.querySelectorAll('*'))
        if (shadowRoot) roots.push(shadowRoot);
    }
    return roots
      .flatMap((root) => [...root.querySelectorAll<HTMLElement>(`${dialogs}, ${announced}`)])
      .filter((element) => isShown(element) && element.innerText.trim() !== '')
      .map((element) => ({
        isDialog: element.matches(dialogs),
        text: element.innerText.trim().replace(/\s+/g, ' ').slice(0, 300),
      }));
  });
}
