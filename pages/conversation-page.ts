import type { Locator, Page } from '@playwright/test';
import { InconclusiveError } from '../checks/inconclusive-error.ts';
import type { Occurrence } from '../checks/inconsistent-state/own-messages.ts';
import { shownAddress } from '../checks/shown-address.ts';
import type { RunningTarget } from '../targets/target.ts';
import { AnswerControls } from './answer-controls.ts';
import { Composer } from './composer.ts';
import { entriesOf, standsInConversation } from './conversation-list.ts';
import { followDocument, loadAnew } from './load-anew.ts';
import { pastGreetings } from './obstacles.ts';
import { occurrencesAnywhere, occurrencesOf } from './occurrences.ts';
import { openersOf } from './openers.ts';
import { comesUp, untilQuiet } from './quiet.ts';
import { sessionLost } from './session-lost.ts';
import { Versions } from './versions.ts';
import { appears, takeSteps } from './take-steps.ts';
import { showWhole } from './whole-view.ts';

const NEW_CHAT =
  /^\W*(new|start|begin|neue[rs]?|open)\b.{0,12}\b(chat|conversation|thread|message|dialog|gespräch|unterhaltung)|^\W*(nouve(lle|au|l)|démarrer|commencer|ouvrir)\b.{0,16}\b(chat|conversation|discussion|échange|dialogue|fil\b|message)|^\W*(new|start)\W*$/i;

/** A page at rest: no change for so many milliseconds. Streams pause between tokens for less. */
export const REST_MS = 400;

/** How long a list of conversations may take to show an entry. */
const LIST_MS = 3_000;
/** How long a conversation may take to open; milliseconds. */
const OPENS_MS = 10_000;
/** After so long what does not show may be scrolled away; milliseconds. */
const SCROLLED_MS = 4_000;
/** What a list of conversations may be hidden behind. */
const LISTS =
  /sidebar|side bar|drawer|history|recent|chats|conversations|threads|navigation|menu|menü|verlauf|unterhaltungen|seitenleiste|barre latérale|historique|discussions|☰|≡/i;

/** The screen on which a person and the bot talk. */
export class ConversationPage {
  readonly composer: Composer;
  readonly answers: AnswerControls;
  /** Where the first conversation was begun: a product without a control for new ones begins them there. */
  #start: string | undefined;
  /** Whether this page's conversations can be told from what names them; false: that is waited for no more. */
  #isKnown = true;

  constructor(
    readonly page: Page,
    private readonly target: RunningTarget,
  ) {
    followDocument(page);
    this.composer = new Composer(page, target.profile);
    this.answers = new AnswerControls(page, target);
  }

  get newChat(): Locator {
    return this.page
      .getByRole('button', { name: NEW_CHAT })
      .or(this.page.getByRole('link', { name: NEW_CHAT }))
      .or(this.page.getByRole('menuitem', { name: NEW_CHAT }))
      .filter({ visible: true })
      .first();
  }

  /** Where the first conversation was begun. */
  get start(): string | undefined {
    return this.#start;
  }

  /** Comes to where a new conversation can be begun. */
  begin(): Promise<void> {
    return pastGreetings(this.page, () => this.comeToBegin());
  }

  private async comeToBegin(): Promise<void> {
    const { chat } = this.target.profile;
    if (chat.path) await this.page.goto(new URL(chat.path, this.target.origin).href);
    if (chat.begin) {
      await takeSteps(this.page, 'Beginning a conversation', chat.begin, {
        origin: this.target.origin,
      });
    } else {
      const either = this.newChat.or(this.composer.likely);
      await appears(() => either.first().waitFor({ timeout: 20_000 }));
      if (await this.newChat.isVisible()) await this.newChat.click();
      else if (this.#start !== undefined && this.page.url() !== this.#start) {
        await this.page.goto(this.#start, { waitUntil: 'domcontentloaded' });
      }
    }
    if (!(await this.composer.waitFor(20_000))) {
      const lost = await sessionLost(this.page, this.composer, 'before a message was written');
      throw new InconclusiveError(
        lost ??
          `no box to write a message in came up at ${shownAddress(this.page.url())}; give chat.begin or chat.composer in the profile`,
      );
    }
    this.#start ??= this.page.url();
  }

  /**
   * Sends a message and waits until the reply has ended.
   *
   * @param busy whether requests that the message set off are still under way
   */
  async say(text: string, marker: string, busy: () => boolean): Promise<void> {
    await this.composer.send(text, marker, busy);
    await this.replyEnds(busy);
  }

  /** Waits until a reply has ended. */
  async replyEnds(busy: () => boolean): Promise<void> {
    const deadline = Date.now() + this.target.profile.chat.replyWithinSeconds * 1000;
    do await untilQuiet(this.page, REST_MS, Math.max(deadline - Date.now(), REST_MS));
    while (busy() && Date.now() < deadline);
  }

  /**
   * Goes to another conversation by its entry in a list, as a person does: without a reload.
   *
   * @param title a word with which it begins
   * @returns whether it came up
   */
  async goTo(title: string): Promise<boolean> {
    let entries = await entriesOf(this.page, title);
    if (entries.length === 0) {
      await this.openLists(this.visible(title));
      entries = await entriesOf(this.page, title);
    }
    const opened = (): Promise<boolean> => standsInConversation(this.page, title);
    for (const entry of entries) {
      if (!(await entry.isVisible())) continue;
      await entry.click();
      if (await comesUp(this.page, opened, OPENS_MS)) return true;
    }
    return false;
  }

  /** Where words can be read in the open conversation. */
  read(words: readonly string[]): Promise<Occurrence[]> {
    return occurrencesOf(this.page, words);
  }

  /** The same on a page that does not say where its conversation is; what is missing is looked for in a taller window. */
  async readAnywhere(words: readonly string[]): Promise<Occurrence[]> {
    const found = await occurrencesAnywhere(this.page, words);
    if (words.every((word) => found.some((each) => each.word === word))) return found;
    return (await showWhole(this.page)) ? occurrencesAnywhere(this.page, words) : found;
  }

  /** Which words stand in other versions of the conversation, where the page lets people leaf through them. */
  async readVersions(words: readonly string[]): Promise<string[]> {
    const seen = new Set<string>();
    await new Versions(this.page).leafThrough(async () => {
      for (const { word } of await this.readAnywhere(words)) seen.add(word);
      return words.every((word) => seen.has(word));
    });
    return [...seen];
  }

  /** Types something, and does not send it. */
  async draft(text: string): Promise<void> {
    const [box] = await this.composer.candidates();
    await pastGreetings(this.page, async () => box?.click());
    await box?.pressSequentially(text);
  }

  /** Whether a text can be read on the screen, in any frame. */
  async shows(text: string): Promise<boolean> {
    for (const frame of this.page.frames()) {
      if (frame.isDetached()) continue;
      const visible = frame.getByText(text).filter({ visible: true });
      if ((await visible.count()) > 0) return true;
    }
    return false;
  }

  /**
   * Waits until a text can no longer be read on the screen.
   *
   * @returns milliseconds until then; undefined: it was still there at the end
   */
  async goneWithin(text: string, timeoutMs: number): Promise<number | undefined> {
    const startedAt = Date.now();
    const shown = this.page.getByText(text).filter({ visible: true }).first();
    const gone = await appears(() => shown.waitFor({ state: 'hidden', timeout: timeoutMs }));
    return gone && !(await this.shows(text)) ? Date.now() - startedAt : undefined;
  }

  /**
   * Loads the page anew and comes back to the conversation that holds the text.
   *
   * @param title how the conversation begins, where that is something else: lists show conversations by it
   */
  reopen(text: string, title = text): Promise<void> {
    return pastGreetings(this.page, () => this.comeBack(text, title));
  }

  private async comeBack(text: string, title: string): Promise<void> {
    await loadAnew(this.page);
    const { chat } = this.target.profile;
    if (chat.reopen) {
      await takeSteps(this.page, 'Reopening the conversation', chat.reopen, {
        origin: this.target.origin,
        words: { title },
        text: title,
      });
    } else {
      await this.openFromList(text, title);
    }
    const comes = (timeout: number) => (): Promise<void> =>
      this.visible(text).first().waitFor({ timeout });
    const came = await appears(comes(SCROLLED_MS));
    if (!came) await showWhole(this.page);
    if (!came && !(await appears(comes(15_000 - SCROLLED_MS)))) {
      const lost = await sessionLost(this.page, this.composer, 'by a reload');
      throw new InconclusiveError(
        lost ??
          `after a reload of ${shownAddress(this.page.url())} the conversation was not found again; give chat.reopen in the profile, or “persistence” under lacks`,
      );
    }
    await untilQuiet(this.page, REST_MS, 5_000);
  }

  /** An entry of a list leads to the conversation where the address alone does not. */
  private async openFromList(text: string, title: string): Promise<void> {
    const either = this.visible(text).or(this.visible(title));
    const drawn = either.or(this.newChat).or(this.composer.likely);
    await appears(() => drawn.first().waitFor({ timeout: 20_000 }));
    await untilQuiet(this.page, REST_MS, 5_000);
    if (!(await appears(() => either.first().waitFor({ timeout: LIST_MS })))) {
      await this.openLists(either);
    }
    if (!(await either.first().isVisible()) || (await standsInConversation(this.page, text)))
      return;
    const opened = (): Promise<boolean> => standsInConversation(this.page, text);
    const [likeliest, ...others] = await entriesOf(this.page, title);
    if (!likeliest) {
      await either.first().click();
      return;
    }
    if (others.length === 0) {
      await likeliest.click();
      // The entry shows the text, too: until the conversation has come up, the page shows the one before it.
      this.#isKnown &&= await comesUp(this.page, opened, OPENS_MS);
      return;
    }
    // Other lists may hold the same words, such as one of searches: what an entry opens tells which list it is of.
    for (const entry of [likeliest, ...others]) {
      if (!(await entry.isVisible())) continue;
      const address = this.page.url();
      await entry.click();
      if (await comesUp(this.page, opened, OPENS_MS)) return;
      if (this.page.url() !== address) await this.page.goBack();
    }
    await likeliest.click();
  }

  /** Opens what may hide the list of conversations, one after the other, until the text shows. */
  private async openLists(wanted: Locator): Promise<void> {
    for (const opener of await openersOf(this.page, LISTS)) {
      if (!(await opener.isVisible())) continue;
      await opener.click();
      if (await appears(() => wanted.first().waitFor({ timeout: LIST_MS }))) return;
    }
  }

  private visible(text: string): Locator {
    return this.page.getByText(text).filter({ visible: true });
  }
}
