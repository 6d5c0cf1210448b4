import type { Page } from '@playwright/test';
import type { ConversationPage } from './conversation-page.ts';
import { showingOf } from './farewell.ts';
import { IdleDialog } from './idle-dialog.ts';
import { SignInPage } from './sign-in-page.ts';
import { waysToSignIn } from './ways-to-sign-in.ts';
import { unlessNavigating } from './unless-navigating.ts';
import type { RunningTarget } from '../targets/target.ts';

/**
 * Watches a page that nobody touches for its signing the person out.
 */
export class SignOutWatch {
  private constructor(
    private readonly chat: ConversationPage,
    private readonly signIn: SignInPage,
    /** What its conversation holds. */
    private readonly text: string,
    /** What stood there while she was signed in is no sign. */
    private readonly before: { address: string; wayIn: boolean },
  ) {}

  /** From now on; the page shows the conversation that holds the text. */
  static async begin(
    chat: ConversationPage,
    target: RunningTarget,
    text: string,
  ): Promise<SignOutWatch> {
    const signIn = new SignInPage(chat.page, target);
    await new IdleDialog(chat.page).leaveUnanswered();
    const before = { address: chat.page.url(), wayIn: await offersWayIn(chat.page, signIn) };
    return new SignOutWatch(chat, signIn, text, before);
  }

  /**
   * Whether the page shows a way to sign in that it did not show before, or another page: without the conversation, and
   * without a box to write to anybody.
   */
  async isOut(): Promise<boolean> {
    return (await unlessNavigating(() => this.look())) ?? false;
  }

  private async look(): Promise<boolean> {
    const { chat, before } = this;
    if (await new IdleDialog(chat.page).stay.isVisible()) return false;
    const wayIn = await offersWayIn(chat.page, this.signIn);
    if (wayIn && !before.wayIn) return true;
    if (await chat.shows(this.text)) return false;
    if (wayIn) return true;
    // A page that broke shows no conversation either.
    const { isOfTheBrowser, lines } = await showingOf(chat.page);
    const isElsewhere = chat.page.url() !== before.address && !isOfTheBrowser && lines.length > 0;
    return isElsewhere && !(await chat.composer.asksForWords());
  }
}

async function offersWayIn(page: Page, signIn: SignInPage): Promise<boolean> {
  return (await signIn.password.isVisible()) || (await waysToSignIn(page).count()) > 0;
}
