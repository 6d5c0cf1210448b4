import type { Locator, Page } from '@playwright/test';
import type { Step } from '../targets/profile.ts';
import type { RunningTarget } from '../targets/target.ts';
import { bringUp, controls } from './bring-up.ts';
import { locate } from './locate.ts';
import { takeStepsOf } from './profile-steps.ts';
import { appears } from './take-steps.ts';

/** What is stopped besides answers. */
const OTHERWISE =
  '(?!.*(shar|record|listen|dictat|speak|read|voice|audio|teilen|aufnahme|vorlesen))';
/** Names with one of these words, which are no sentences: icon ligatures may stand before it. */
const named = (words: string): RegExp =>
  new RegExp(`^(?=.{1,40}$)${OTHERWISE}(.*[^a-zà-ü])?(${words})(?![a-zà-ü])`, 'is');
const STOP = named(
  'stop|stopp|stoppen|anhalten|arrêter|interrompre|detener|parar|ferma|interrompi|stoppa|停止|中止',
);
/** What also closes dialogs and gives up edits. */
const CANCEL = named('cancel|abort|interrupt|halt|abbrechen|annuler|cancelar|annulla');
const REGENERATE =
  /(?<![a-zà-öø-ÿ])(re-?generate|re-?roll|re-?run|retry|try again|redo|(generate|write|answer) (again|anew)|another (response|answer)|(neu|erneut) (generieren|erzeugen|versuchen|beantworten)|noch ?mal|wiederholen|regénérer|régénérer|réessayer|regenerar|reintentar|volver a generar|rigenera|riprova)(?![a-zà-öø-ÿ])|重新生成|再生成/i;
/** What an answer's own menu is called. */
const MENUS =
  /^\W*(more|options|actions|more (options|actions)|mehr|optionen|aktionen|plus d.(options|actions)|⋮|⋯|…|\.\.\.)/i;

/** How long the control may take to come up when an answer is awaited; milliseconds. */
const COMES_MS = 3_000;
/** How long a menu may take to ask in which way; milliseconds. */
const ASKS_MS = 500;
/** An answer may end while its control is being clicked; milliseconds. */
const CLICK_MS = 2_000;

/** What can be done with an answer while it is written, or afterwards; found by role and name unless the profile tells. */
export class AnswerControls {
  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
  ) {}

  /** Stops the answer that is being written; false: no control that does was there in time. */
  async stop(): Promise<boolean> {
    const { stop } = this.target.profile.conversation;
    if (stop) return this.take('Stopping an answer', stop);
    const buttons = (name: RegExp): Locator =>
      this.page.getByRole('button', { name, disabled: false }).and(this.inside);
    const [stopping, cancelling] = [buttons(STOP), buttons(CANCEL)];
    const either = stopping.or(cancelling).filter({ visible: true });
    if (!(await appears(() => either.first().waitFor({ timeout: COMES_MS })))) return false;
    const visible = stopping.filter({ visible: true });
    const control = (await visible.count()) > 0 ? visible : either;
    return appears(() => control.last().click({ timeout: CLICK_MS }));
  }

  /**
   * Has the last answer written once more.
   *
   * @param word stands in it: some controls show where the pointer is
   */
  async regenerate(word: string): Promise<boolean> {
    const { regenerate } = this.target.profile.conversation;
    if (regenerate) return this.take('Having an answer written once more', regenerate);
    const said = this.page.getByText(word).filter({ visible: true });
    if ((await said.count()) > 0) await appears(() => said.last().hover({ timeout: CLICK_MS }));
    const wanted = controls(this.page, REGENERATE).and(this.inside);
    // Each answer may have its own.
    const present = (await wanted.count()) > 0 ? wanted.last() : undefined;
    const control = present ?? (await this.inMenus(wanted));
    if (!control || !(await appears(() => control.click({ timeout: CLICK_MS })))) return false;
    // Some ask in which way.
    const inMenu = controls(this.page.getByRole('menu'), REGENERATE).first();
    if (await appears(() => inMenu.waitFor({ timeout: ASKS_MS }))) await inMenu.click();
    return true;
  }

  /** Not a conversation of such a name in a list. */
  private get inside(): Locator {
    return this.page.locator(
      ':not(nav *, aside *, [role="navigation"] *, [role="complementary"] *, a[href])',
    );
  }

  private inMenus(wanted: Locator): Promise<Locator | undefined> {
    const { page, target } = this;
    const ours = async (control: Locator): Promise<boolean> =>
      (await control.and(this.inside).count()) > 0;
    return bringUp({ page, target, wanted, names: REGENERATE, menus: MENUS, ours });
  }

  /** What the steps begin with is there only while it can be used. */
  private async take(what: string, steps: readonly Step[]): Promise<boolean> {
    const [first] = steps;
    if (first && 'click' in first) {
      const control = locate(this.page, first.click);
      if (!(await appears(() => control.waitFor({ timeout: COMES_MS })))) return false;
    }
    await takeStepsOf(this.page, this.target, what, steps, {});
    return true;
  }
}
