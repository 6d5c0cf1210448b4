/** What tells whose a page is: texts that it shows. */
export interface Signs {
  /** Words that belong to one person alone: what she said, her user name. */
  words: readonly string[];
  /** All that a page of hers shows, where it is known. */
  page: readonly string[];
}

/**
 * Whose a page is by what it shows: what somebody has said, or a user name, decides; where nothing of that is shown, what
 * one person’s page has, and the other’s has not.
 *
 * @param shown all that it shows
 * @returns `unclear`: it shows something of both, or nothing of either
 */
export function whosePage(
  shown: readonly string[],
  hers: Signs,
  his: Signs,
): 'hers' | 'his' | 'unclear' {
  // A name that is a part of the other one tells nothing, nor does a word that the other’s own page shows, too.
  const tells = (word: string, others: Signs): boolean =>
    ![...others.words, ...others.page].some((other) => other.includes(word)) &&
    shown.some((text) => text.includes(word));
  const byWords = either(
    hers.words.some((word) => tells(word, his)),
    his.words.some((word) => tells(word, hers)),
  );
  if (byWords !== 'neither') return byWords;
  const only = ({ page }: Signs, other: Signs): boolean =>
    page.some((sign) => !other.page.includes(sign) && shown.includes(sign));
  const bySigns = either(only(hers, his), only(his, hers));
  return bySigns === 'neither' ? 'unclear' : bySigns;
}

function either(isHers: boolean, isHis: boolean): 'hers' | 'his' | 'unclear' | 'neither' {
  if (isHers && isHis) return 'unclear';
  if (isHers) return 'hers';
  return isHis ? 'his' : 'neither';
}
