/** One place of the screen in which a word of a conversation can be read. */
export interface Occurrence {
  word: string;
  /** What the elements around it are: their tags, classes and attributes, `data-from=person` for example. */
  marks: readonly string[];
}

/** The messages of a person that a screen shows, by a word of each. */
export interface OwnMessages {
  /** How often the message stands there. */
  count: (word: string) => number;
  /** The words in the order in which they were said, each once. */
  order: string[];
}

/** So much of what marks a person’s messages must mark another one: first and last of a group differ in some. */
const ALIKE = 0.5;

/**
 * Tells the messages of a person from replies that repeat them, by messages that are known to have been said once.
 *
 * What the elements around all of those have in common, and around no reply to them, marks the person’s own. Where
 * nothing does, a message counts as often as it stands there more often than such a one with its reply.
 *
 * @param found in the order of the document
 * @param controls their words, in the order in which they were said; two at least
 * @returns in place of it, why they cannot be told
 */
export function ownMessages(
  found: readonly Occurrence[],
  controls: readonly string[],
): OwnMessages | string {
  const places = controls.map((control) => found.filter(({ word }) => word === control));
  const missing = places.filter(({ length }) => length === 0).length;
  if (missing > 0) return `${missing} of ${controls.length} calm messages did not show`;
  const starts = controls.map((control) => found.findIndex(({ word }) => word === control));
  // Some lists hold the newest first, and a reply then comes before what it repeats.
  const newestFirst = starts.every(
    (start, index) => index === 0 || start < (starts[index - 1] ?? 0),
  );
  const inOrder = newestFirst ? found.toReversed() : found;

  const own = controls.flatMap((control) => inOrder.find(({ word }) => word === control) ?? []);
  const replies = places.flat().filter((each) => !own.includes(each));
  const [one, ...others] = own.map(({ marks }) => marks);
  const inReplies = new Set(replies.flatMap(({ marks }) => marks));
  const telling = (one ?? []).filter(
    (mark) => others.every((marks) => marks.includes(mark)) && !inReplies.has(mark),
  );
  if (telling.length === 0)
    return byNumber(
      inOrder,
      places.map(({ length }) => length),
    );

  const share = replies.length > 0 ? ALIKE : 1;
  const isOwn = ({ marks }: Occurrence): boolean =>
    telling.filter((mark) => marks.includes(mark)).length >= telling.length * share;
  const messages = inOrder.filter(isOwn);
  const count = (word: string): number => messages.filter((each) => each.word === word).length;
  if (controls.some((control) => count(control) !== 1)) {
    return 'a message that was said once does not stand there once';
  }
  return { count, order: distinct(messages) };
}

/** Every message is repeated alike: so many times more is so many messages more. */
function byNumber(
  found: readonly Occurrence[],
  ofControls: readonly number[],
): OwnMessages | string {
  const [each = 1, ...others] = ofControls;
  if (others.some((other) => other !== each)) {
    return 'messages and replies could not be told from one another';
  }
  const count = (word: string): number =>
    Math.floor(found.filter((one) => one.word === word).length / each);
  return { count, order: distinct(found) };
}

function distinct(found: readonly Occurrence[]): string[] {
  return [...new Set(found.map(({ word }) => word))];
}
