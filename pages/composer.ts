import type { Locator, Page } from '@playwright/test';
import { InconclusiveError } from '../checks/inconclusive-error.ts';
import { shownAddress } from '../checks/shown-address.ts';
import type { Profile } from '../targets/profile.ts';
import { locate } from './locate.ts';
import { pastGreetings } from './obstacles.ts';
import { namedSendButton, sendButtonBeside } from './send-button.ts';
import { asksForPassword, sessionLost } from './session-lost.ts';
import { unlessNavigating } from './unless-navigating.ts';
import { appears } from './take-steps.ts';

const EDITABLE =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], input[type="text"], input:not([type])';
/** A box that filters a list is not where one talks. */
const SEARCH = /search|filter|find|such|rename|title|cherch|filtr|renommer|titre/i;
const TALK =
  /message|ask|chat|talk|type|write|prompt|say|send|reply|nachricht|frage|schreib|question|demand|écri[rtv]|envoy|répon/i;

/** How long a sent message may take to show in the page before another way of sending is tried. */
const SHOWS_MS = 8_000;
/** A message that has been sent has left its box by then, or its request is under way; milliseconds. */
const STARTS_MS = 1_500;
/** How long a box that was there may be out of reach, as where its page is being drawn anew; milliseconds. */
const DESCRIBED_MS = 10_000;
/** How long a button may take to let itself be clicked when there is something to send; milliseconds. */
const ENABLED_MS = 5_000;

interface Attempt {
  /** A part of the message that shows as it is when the message is on the page. */
  marker: string;
  /** Whether requests that the message set off are still under way. */
  busy: () => boolean;
  /** For how long a page that takes nothing is asked again. */
  patienceMs: number;
}

/** The box in which a person writes to the bot: the editable box whose text comes back in the page. */
export class Composer {
  /** By what a message left its box last. */
  #sentBy: 'Enter' | 'the button' = 'Enter';
  /** The button that sent a message last. */
  #button: Locator | undefined;

  constructor(
    private readonly page: Page,
    private readonly profile: Profile,
  ) {}

  /** The first editable box on the screen, or the one that the profile names. */
  get likely(): Locator {
    const { composer } = this.profile.chat;
    if (composer) return locate(this.page, composer);
    return this.page.locator(EDITABLE).filter({ visible: true }).first();
  }

  /** Every visible editable box that may be it, likeliest first. */
  async candidates(): Promise<Locator[]> {
    const { composer } = this.profile.chat;
    if (composer) return [locate(this.page, composer)];
    const boxes = await this.page.locator(EDITABLE).filter({ visible: true }).all();
    const described = (await Promise.all(boxes.map(describe))).filter((each) => each !== undefined);
    const score = ({ tag, words }: { tag: string; words: string }): number =>
      (SEARCH.test(words) ? -4 : 0) + (TALK.test(words) ? 2 : 0) + (tag === 'INPUT' ? 0 : 1);
    return described
      .filter(({ words }) => !words.readOnly)
      .map(({ box, words }) => ({ box, score: score(words) }))
      .filter((candidate) => candidate.score > -2)
      .sort((a, b) => b.score - a.score)
      .map(({ box }) => box);
  }

  /** What is clicked to send. */
  get sendButton(): Locator {
    const { send } = this.profile.chat;
    return send ? locate(this.page, send) : (this.#button ?? namedSendButton(this.page));
  }

  private async buttonFor(box: Locator): Promise<Locator> {
    const named = namedSendButton(this.page);
    return (await named.count()) > 0 ? named : sendButtonBeside(box);
  }

  /** Whether a message was sent by Enter the last time. */
  get sendsByEnter(): boolean {
    return this.profile.chat.send === undefined && this.#sentBy === 'Enter';
  }

  /** Writes a message into the box by which messages were sent before. */
  async write(text: string): Promise<void> {
    const [box] = await this.candidates();
    if (!box) {
      throw new InconclusiveError(
        `no box to write a message in was found at ${shownAddress(this.page.url())}`,
      );
    }
    await pastGreetings(this.page, () => box.click());
    await box.fill(text);
  }

  /** Sends what is in the box in the way that worked before, if the page lets one, and waits for nothing that comes of it. */
  async launch(): Promise<void> {
    if (this.sendsByEnter) await this.page.keyboard.press('Enter');
    else await appears(() => this.sendButton.click({ timeout: ENABLED_MS }));
  }

  /** Whether any box holds a word. */
  async holdsWord(word: string): Promise<boolean> {
    for (const box of await this.candidates()) if (await this.holds(box, word)) return true;
    return false;
  }

  /** Whether a box to write in is on the screen. */
  async isThere(): Promise<boolean> {
    return (await this.candidates()).length > 0;
  }

  /** Whether one of them is there to talk to somebody, and not for a name or a search. */
  async asksForWords(): Promise<boolean> {
    for (const box of await this.candidates()) {
      if (!(await box.isVisible())) continue;
      const described = await describe(box);
      if (!described) continue;
      const { tag, words } = described.words;
      if (tag !== 'INPUT' || TALK.test(words)) return true;
    }
    return false;
  }

  /** Waits until a box to write in is on the screen. */
  async waitFor(timeoutMs: number): Promise<boolean> {
    // A page that has not come to life shows boxes that take nothing.
    const alive = this.page.locator(':not([disabled], [readonly], [aria-hidden="true"])');
    const box = this.profile.chat.composer
      ? this.likely
      : this.page.locator(EDITABLE).and(alive).filter({ visible: true }).first();
    return (await appears(() => box.waitFor({ timeout: timeoutMs }))) && this.isThere();
  }

  /**
   * Writes and sends a message.
   *
   * @param text what is sent
   * @param marker a part of it that shows as it is when the message is on the page
   * @param busy whether requests that the message set off are still under way
   */
  send(text: string, marker: string, busy: () => boolean): Promise<void> {
    return pastGreetings(this.page, () => this.sendOff(text, marker, busy));
  }

  private async sendOff(text: string, marker: string, busy: () => boolean): Promise<void> {
    // What is said there would go into the field for the name.
    if (await asksForPassword(this.page)) await this.demandSession();
    const candidates = await this.candidates();
    // A page that still writes its last reply takes nothing: once no box took the message, that is waited for.
    const turnMs = this.profile.chat.replyWithinSeconds * 1000;
    let untaken = candidates;
    for (const patienceMs of [0, turnMs]) {
      const keptIn: Locator[] = [];
      for (const box of untaken) {
        if (await this.sendFrom(box, text, { marker, busy, patienceMs })) return;
        if (await this.holds(box, marker)) keptIn.push(box);
        if (await box.isEditable()) await box.fill('');
      }
      untaken = keptIn;
    }
    await this.demandSession();
    throw new InconclusiveError(
      candidates.length === 0
        ? `no box to write a message in was found at ${shownAddress(this.page.url())}; give chat.composer (and chat.begin) in the profile`
        : `a message was typed into ${candidates.length} box(es) at ${shownAddress(this.page.url())} and never showed in the page; give chat.composer and chat.send in the profile`,
    );
  }

  private async demandSession(): Promise<void> {
    const lost = await sessionLost(this.page, this, 'before a message was sent');
    if (lost !== undefined) throw new InconclusiveError(lost);
  }

  /**
   * Writes a message and sends it where nobody knows whether the page takes it: it may refuse it, or go elsewhere.
   *
   * @param text what is sent
   * @param marker a part of it that shows as it is when the message is on the page
   * @param stillMeant asked when the words stand in the box: whether they are to be sent from this page as it is now
   * @returns whether they were sent off, as far as a person can do that
   */
  async offer(
    text: string,
    marker: string,
    stillMeant: () => Promise<boolean>,
    busy: () => boolean,
  ): Promise<boolean> {
    const [box] = await this.candidates();
    if (!box || !(await appears(() => box.fill(text, { timeout: STARTS_MS })))) return false;
    if (!(await stillMeant())) return false;
    const { send } = this.profile.chat;
    const way = send
      ? () => locate(this.page, send).click({ timeout: STARTS_MS })
      : () => box.press('Enter', { timeout: STARTS_MS });
    if (!(await appears(way))) return false;
    if ((await this.left(box, marker, busy)) || !(await this.holds(box, marker))) return true;
    const button = await this.buttonFor(box);
    if (!(await appears(() => button.click({ timeout: STARTS_MS })))) return false;
    await this.left(box, marker, busy);
    return true;
  }

  /** Tries the ways of sending by turns for as long as the words stand in the box; each at least once. */
  private async sendFrom(box: Locator, text: string, attempt: Attempt): Promise<boolean> {
    const { marker, busy, patienceMs } = attempt;
    const giveUpAt = Date.now() + patienceMs;
    await box.click();
    await box.fill(text);
    do {
      if (this.profile.chat.send) await locate(this.page, this.profile.chat.send).click();
      else await box.press('Enter');
      if (await this.left(box, marker, busy)) return true;
      const button = await this.buttonFor(box);
      if ((await button.count()) > 0 && (await button.isEnabled())) {
        await button.click();
        this.#sentBy = 'the button';
        this.#button = button;
        if (await this.left(box, marker, busy)) return true;
      }
    } while (Date.now() < giveUpAt && (await this.holds(box, marker)));
    return false;
  }

  /** The text has left the box and stands in the page. */
  private async left(box: Locator, marker: string, busy: () => boolean): Promise<boolean> {
    const startedAt = Date.now();
    const within = (ms: number): boolean => Date.now() - startedAt < ms;
    for (;;) {
      if (await this.shown(box, marker)) return true;
      // Nothing was sent: another way of sending is to be tried. What was sent takes its time.
      if ((await this.holds(box, marker)) && !busy()) return false;
      if (!within(busy() ? this.profile.chat.replyWithinSeconds * 1000 : SHOWS_MS)) return false;
    }
  }

  private async holds(box: Locator, marker: string): Promise<boolean> {
    const texts = await unlessNavigating(() =>
      box.evaluateAll((found) =>
        found.map((each) => ('value' in each ? String(each.value) : '') + each.textContent),
      ),
    );
    return texts?.some((text) => text.includes(marker)) ?? false;
  }

  private async shown(box: Locator, marker: string): Promise<boolean> {
    const elements = await unlessNavigating(() => box.elementHandles());
    const [element] = elements ?? [];
    const shown = await appears(async () => {
      await this.page.waitForFunction(
        ({ box, marker }) => {
          const inBox =
            box?.isConnected === true &&
            (('value' in box ? String(box.value) : '') + box.textContent).includes(marker);
          if (inBox) return false;
          // Pages made of components keep their words in roots of their own.
          const roots: (Document | ShadowRoot)[] = [document];
          for (const root of roots) {
            for (const { shadowRoot } of root.querySelectorAll('*'))
              if (shadowRoot) roots.push(shadowRoot);
          }
          const texts = roots
            .flatMap((root) => (root instanceof Document ? [root.body] : [...root.children]))
            .flatMap((element) => [
              element.textContent,
              element instanceof HTMLElement ? element.innerText : '',
            ]);
          return texts.some((text) => text.includes(marker));
        },
        { box: element, marker },
        { timeout: STARTS_MS },
      );
    });
    await element?.dispose();
    return shown;
  }
}

interface Described {
  box: Locator;
  words: ReturnType<typeof describeBox>;
}

/** Undefined: the box has gone meanwhile, as where the page has signed its person out. */
async function describe(box: Locator): Promise<Described | undefined> {
  let words: Described['words'] | undefined;
  await appears(async () => {
    words = await box.evaluate(describeBox, undefined, { timeout: DESCRIBED_MS });
  });
  return words && { box, words };
}

function describeBox(element: Element): { tag: string; words: string; readOnly: boolean } {
  const words = ['aria-label', 'placeholder', 'name', 'id', 'type', 'role', 'data-placeholder']
    .map((attribute) => element.getAttribute(attribute) ?? '')
    .join(' ');
  const labels =
    element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement
      ? [...(element.labels ?? [])].map((label) => label.textContent ?? '').join(' ')
      : '';
  const readOnly =
    element.hasAttribute('readonly') ||
    element.hasAttribute('disabled') ||
    element.getAttribute('aria-hidden') === 'true';
  return { tag: element.tagName, words: `${words} ${labels}`, readOnly };
}
