import type { Page } from '@playwright/test';
import type { Occurrence } from '../checks/inconsistent-state/own-messages.ts';
import { AROUND_CONVERSATION, OUTSIDE_CONVERSATION } from './around-conversation.ts';
import { unlessNavigating } from './unless-navigating.ts';

/**
 * Where words can be read in the open conversation, in the order of the document: not in lists, titles and controls that
 * name conversations, not in boxes, and not in what only a screen reader is told.
 */
export async function occurrencesOf(page: Page, words: readonly string[]): Promise<Occurrence[]> {
  return (await readFrames(page, words)).filter(({ inside }) => inside).map(asOccurrence);
}

/** The same; where none of the words stands in what can be known as a conversation, wherever else they stand. */
export async function occurrencesAnywhere(
  page: Page,
  words: readonly string[],
): Promise<Occurrence[]> {
  const found = await readFrames(page, words);
  const known = found.filter(({ inside }) => inside);
  return (known.length > 0 ? known : found).map(asOccurrence);
}

interface Wanted {
  words: string[];
  /** Selectors. */
  around: string;
  outside: string;
}

/** Of a text that a page says aloud, too, one is enough. */
const OUTSIDE = `${OUTSIDE_CONVERSATION}, [role="status"], [role="alert"]`;

interface Reading extends Occurrence {
  /** It stands in something that is called a conversation, or is the main part of the page. */
  inside: boolean;
}

const asOccurrence = ({ word, marks }: Reading): Occurrence => ({ word, marks });

async function readFrames(page: Page, words: readonly string[]): Promise<Reading[]> {
  const found: Reading[] = [];
  const wanted: Wanted = { words: [...words], around: AROUND_CONVERSATION, outside: OUTSIDE };
  for (const frame of page.frames()) {
    if (frame.isDetached()) continue;
    found.push(...((await unlessNavigating(() => frame.evaluate(read, wanted))) ?? []));
  }
  return found;
}

/** Runs in the page. */
function read({ words, around, outside }: Wanted): Reading[] {
  const NEVER =
    'textarea, input, select, script, style, template, noscript, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]';
  const found: Reading[] = [];

  const marksOf = (element: Element): string[] => [
    element.tagName.toLowerCase(),
    ...[...element.classList].map((name) => `.${name}`),
    ...[...element.attributes]
      .filter(({ name }) => name !== 'class' && name !== 'style')
      .map(({ name, value }) => `${name}=${value}`),
  ];
  const isSeen = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  interface Standing {
    inside: boolean;
    named: boolean;
    log: boolean;
  }
  const visit = (node: Node, marks: string[], { inside, named, log }: Standing): void => {
    if (node instanceof Text) {
      const element = node.parentElement;
      const text = node.data;
      const said = words.flatMap((word) =>
        [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({ word, index })),
      );
      if (said.length === 0 || !element || (named && !log) || !isSeen(element)) return;
      // Lists made of plain boxes show by the pointer that their entries can be clicked.
      if (!log && getComputedStyle(element).cursor === 'pointer') return;
      said.sort((one, other) => one.index - other.index);
      for (const { word } of said)
        found.push({ word, marks: [...new Set(marks)], inside: inside || log });
      return;
    }
    if (!(node instanceof Element) || node.matches(NEVER)) return;
    const own = [...marks, ...marksOf(node)];
    const within: Standing = {
      inside: inside || node.matches(around),
      named: named || node.matches(outside),
      log: log || node.matches('[role="log"]'),
    };
    const children = [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes];
    for (const child of children) visit(child, own, within);
  };
  visit(document.body, [], { inside: false, named: false, log: false });
  return found;
}
