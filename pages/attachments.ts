import type { ElementHandle, FileChooser, Page } from '@playwright/test';
import type { RunningTarget } from '../targets/target.ts';
import type { Composer } from './composer.ts';
import { appears, takeSteps } from './take-steps.ts';

/** A file that is made up, as Playwright takes it. */
export interface MadeUpFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const ATTACH =
  /attach|upload|\bfiles?\b|paper ?clip|anhang|anhäng|datei|hochladen|joindre|pièce jointe|fichier|téléverser|\badd (an? )?(photo|image|picture|document|content)|^\W*\+\W*$|\bplus\b/i;
const UPLOAD =
  /attach|upload|\bfiles?\b|documents?|(from|on) (your|this|my)? ?(computer|device)|anhang|anhäng|datei|hochladen|joindre|fichier|téléverser|importer/i;
/** How long a dialog of the browser's for files may take to be asked for; milliseconds. */
const ASKS_MS = 1_500;
/** The same at the end of the profile’s steps. */
const STEPS_ASK_MS = 10_000;
/** More controls beside the box are not tried. */
const MOST_CONTROLS = 3;

/** Where files are chosen that go along with a message. */
export class Attachments {
  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
    private readonly composer: Composer,
  ) {}

  /**
   * Chooses a file to go along with the next message. The field for it is looked for around the box alone: others on the
   * page may import conversations or change a picture.
   *
   * @param shown a word that stands in the conversation, and so not around the box
   * @param fileFor makes the file, by what the field says that it accepts; undefined: none that it would take
   * @returns whether there is such a field, and a file for it
   */
  async choose(
    shown: string,
    fileFor: (accepted: string) => MadeUpFile | undefined,
  ): Promise<'chosen' | 'no field' | 'no file for it'> {
    const found = (await this.byItsSteps()) ?? (await this.around(shown));
    if (!found) return 'no field';
    const element = 'element' in found ? found.element() : found;
    const file = fileFor((await element.getAttribute('accept')) ?? '');
    if (!file) return 'no file for it';
    // Not by its element: a page may have replaced that while the browser’s dialog was up.
    if ('element' in found) await found.setFiles(file);
    else await found.setInputFiles(file);
    return 'chosen';
  }

  private async byItsSteps(): Promise<FileChooser | undefined> {
    const { attach } = this.target.profile.chat;
    if (!attach) return undefined;
    return this.chooserOf(STEPS_ASK_MS, () =>
      takeSteps(this.page, 'Attaching a file', attach, { origin: this.target.origin }),
    );
  }

  private async around(
    shown: string,
  ): Promise<ElementHandle<HTMLElement> | FileChooser | undefined> {
    const [box] = await this.composer.candidates();
    if (!box) return undefined;
    const surroundings = (await box.evaluateHandle(surroundingsOf, shown)).asElement();
    if (!surroundings) return undefined;
    const [field] = await surroundings.$$('input[type="file"]:not([disabled])');
    if (field) return field as ElementHandle<HTMLElement>;
    const controls = await surroundings.$$('button, [role="button"], label, summary');
    let tried = 0;
    for (const control of controls) {
      if (tried >= MOST_CONTROLS) break;
      if (!ATTACH.test(await control.evaluate(wordsOf)) || !(await control.isVisible())) continue;
      tried += 1;
      const chooser = await this.chooserBehind(control);
      if (chooser) return chooser;
    }
    return undefined;
  }

  /** A control may ask at once, or open a menu of which one entry does. */
  private async chooserBehind(control: ElementHandle): Promise<FileChooser | undefined> {
    const press = (what: { click: (options: { timeout: number }) => Promise<void> }) =>
      this.chooserOf(ASKS_MS, async () => {
        await appears(() => what.click({ timeout: ASKS_MS }));
      });
    const asked = await press(control);
    if (asked) return asked;
    const entries = this.page.getByRole('menuitem', { name: UPLOAD }).filter({ visible: true });
    if ((await entries.count()) > 0) {
      const chooser = await press(entries.first());
      if (chooser) return chooser;
    }
    await this.page.keyboard.press('Escape');
    return undefined;
  }

  private async chooserOf(
    withinMs: number,
    action: () => Promise<void>,
  ): Promise<FileChooser | undefined> {
    let chooser: FileChooser | undefined;
    const asked = appears(async () => {
      chooser = await this.page.waitForEvent('filechooser', { timeout: withinMs });
    });
    await action();
    await asked;
    return chooser;
  }
}

/** Runs in the page: the largest part of it around a box in which nothing of the conversation stands. */
function surroundingsOf(box: Element, shown: string): Element | null {
  let part: Element | null = null;
  for (let next = box.parentElement; next && next !== document.body; next = next.parentElement) {
    if ((next.textContent ?? '').includes(shown)) break;
    part = next;
  }
  return part;
}

/** Runs in the page. */
function wordsOf(control: Element): string {
  const told = ['aria-label', 'title', 'data-testid'].map((name) => control.getAttribute(name));
  return [...told, control.textContent].filter(Boolean).join(' ');
}
