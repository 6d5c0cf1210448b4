import type { Page } from '@playwright/test';
import { unlessNavigating } from './unless-navigating.ts';

/** How a page says that something was not sent. */
const FAILED =
  /not (been )?(sent|delivered|saved)|undelivered|unsent|fail|error|could ?n[o’']t|can(no|’|')t|unable|went wrong|offline|no (internet|network|connection)|connection|network|unreachable|disconnected|reconnect|try again|retry|resend|send again|nicht|fehler|fehlgeschlagen|erneut|keine verbindung|\b(pas|non) (encore )?(été |pu être )?(envoyé|enregistré)|n.a pas pu|échou|échec|erreur|impossible|injoignable|hors ligne|réessay|renvoyer/i;

/** What a page says of any answer that it waits for. */
const AWAITED =
  /typing|thinking|writing|generating|working|loading|wait|stop|denkt|schreibt|lädt|écrit|réfléchit|génér|charge|patient|arrêt/i;

/** Every line that can be read in a page, and the names of what has no text of its own. */
export async function linesOf(page: Page): Promise<string[]> {
  return (await unlessNavigating(() => page.evaluate(readLines))) ?? [];
}

/** Runs in the page. */
function readLines(): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const texts = roots
    .flatMap((root) => (root instanceof Document ? [root.body] : [...root.children]))
    .map((element) => (element instanceof HTMLElement ? element.innerText : ''));
  const names = roots
    .flatMap((root) => [...root.querySelectorAll('[aria-label], [title], [alt]')])
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .flatMap((element) =>
      ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
  return [...texts.flatMap((text) => text.split('\n')), ...names].map((line) => line.trim());
}

/**
 * Whether a page has told that a message was not sent, by what it says now and did not say before.
 *
 * @param word of the message: lines that repeat it say nothing about it
 * @returns `unclear`: it says something new that may or may not mean this
 */
export function tellsOfFailure(
  before: readonly string[],
  now: readonly string[],
  word: string,
): boolean | 'unclear' {
  const fresh = now.filter((line) => !before.includes(line));
  if (fresh.some((line) => FAILED.test(line))) return true;
  // Times and counts are no words.
  const speaks = (line: string): boolean =>
    !line.includes(word) && !AWAITED.test(line) && /\p{L}{3}/u.test(line);
  return fresh.some(speaks) ? 'unclear' : false;
}

/** Words by which a page may be speaking of a message. */
const SPEAKS_OF_IT =
  /\b(message|draft|text|sent|send|saved?|kept|restored?|lost|nachricht|entwurf|gesendet|gespeichert|brouillon|texte)\b|envoyé|enregistré/i;

/**
 * The same for a page that may have gone on to a sign-in form, where everything is new to the conversation.
 *
 * @returns `unclear`: it says something new about messages that may or may not mean this
 */
export function tellsOfLoss(
  before: readonly string[],
  now: readonly string[],
  word: string,
): boolean | 'unclear' {
  const told = tellsOfFailure(before, now, word);
  if (told !== 'unclear') return told;
  const fresh = now.filter((line) => !before.includes(line) && !line.includes(word));
  return fresh.some((line) => SPEAKS_OF_IT.test(line)) ? 'unclear' : false;
}
