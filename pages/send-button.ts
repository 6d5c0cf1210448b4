import type { Locator, Page } from '@playwright/test';

const SEND =
  /^\W*(send|submit|ask|senden|absenden|abschicken|envoyer|go)\b|send message|nachricht (ab)?(senden|schicken)/i;
const SENDS_A_FORM =
  'button[type="submit"], button:not([type]), input[type="submit"], input[type="image"]';
/** How buttons beside a box are called that do something else with what is written. */
const DOES_SOMETHING_ELSE = [
  ...['attach', 'upload', 'file', 'image', 'voice', 'dictat', 'record', 'micro', 'speech', 'emoji'],
  ...['stop', 'clear', 'cancel', 'discard', 'close', 'menu', 'tool', 'model', 'option', 'setting'],
  ...[
    'anhang',
    'anhäng',
    'datei',
    'bild',
    'sprach',
    'diktier',
    'löschen',
    'abbrechen',
    'verwerfen',
  ],
];
/** A box and its button have a parent in common that is not far from it. */
const LEVELS = 4;

/** The button that is called as one that sends. */
export function namedSendButton(page: Page): Locator {
  return page.getByRole('button', { name: SEND }).filter({ visible: true }).first();
}

/**
 * The button that belongs to a box by its place: many show a picture and have no name. It sends the box's form; or, where
 * there is none, it is the last one of the nearest part of the page that has any beside the box.
 */
export function sendButtonBeside(box: Locator): Locator {
  const others = DOES_SOMETHING_ELSE.flatMap((word) =>
    ['aria-label', 'title', 'name'].map((attribute) => `:not([${attribute}*="${word}" i])`),
  ).join('');
  const inForm = box.locator('xpath=ancestor::form[1]').locator(SENDS_A_FORM);
  const near = box
    .locator(
      `xpath=ancestor::*[position() <= ${LEVELS} and not(self::main or self::body)][.//button or .//*[@role="button"]][1][not(ancestor-or-self::form)]`,
    )
    .locator('button, [role="button"]');
  const plain = box.page().locator(others);
  return inForm.or(near).and(plain).filter({ visible: true }).last();
}
