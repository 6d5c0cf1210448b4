import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { Observation } from '../verdict.ts';

/** An answer in the cache on disk that holds what was said. */
export interface KeptAnswer {
  /** Its address, without what may be a secret; of a cache whose format is not known, the kind of file. */
  where: string;
  /** What its `Cache-Control` said, or `none`. */
  caching?: string;
  /** Encodings through which the conversation was seen, outermost first. */
  encodings: string[];
}

/** What a browser that was closed after the logout had left on disk. */
export interface DiskCacheEvidence {
  /** The conversation was seen in its page. */
  canarySeen: boolean;
  /** The requests whose answers brought the conversation and that a cache may keep. */
  keepable: string[];
  /** The control: answers of the harness's own that said that they may be kept, and whether they were found again. */
  planted: { kind: string; found: boolean }[];
  kept: KeptAnswer[];
  /** Folders of the profile, other than the cache, in which it was seen. */
  elsewhere: string[];
}

export const diskCacheHoldsNoConversation: Check<DiskCacheEvidence> = {
  title: 'the browser’s cache on disk holds nothing of the conversation after logout',
  severity: 'normal',
  standards: [STANDARDS.asvs1432, STANDARDS.asvs1431, STANDARDS.wstgAthn06],
  cause:
    'Some answers that hold what was said (search results, exports, lists, event streams) are sent without `no-store`: with `no-cache`, `max-age=0` or no `Cache-Control` at all browsers ask anew each time, and keep the answer on disk all the same.',
  consequence:
    'Whoever gets at the computer or its backup reads the conversations from the files of the browser’s profile, without any account and for months.',
  fix: 'Answer everything that depends on who asks with `Cache-Control: no-store`, event streams and downloads too, best for the whole API at once; send `Clear-Site-Data: "cache"` at sign-out for what was kept before.',
  judge: ({ canarySeen, keepable, planted, kept, elsewhere }) => {
    const unresolved = planted
      .filter(({ found }) => !found)
      .map(
        ({ kind }) =>
          `an answer of the harness’s own that the browser might keep (${kind}) was not found in its cache: that nothing of the conversation is says nothing`,
      );
    if (!canarySeen) unresolved.push('the conversation was not even seen in its page');
    const advice = elsewhere.map((folder) => ({
      summary: `outside the cache what was said is in the browser’s own files (${folder}): records of pages that were visited, or what is left there of deleted entries; no page clears those`,
    }));
    const looked = planted.length > 0 && keepable.length > 0;
    const judged = judgement({ flaws: kept.map(observe), advice, unresolved, looked });
    const tried = `what a cache might have kept: ${keepable.join(', ')}`;
    return { ...judged, measured: keepable.length > 0 ? [{ summary: tried }] : [] };
  },
};

function observe({ where, caching, encodings }: KeptAnswer): Observation {
  const facts: Record<string, string> = { answer: where };
  if (caching !== undefined) facts['Cache-Control'] = caching;
  if (encodings.length > 0) facts['encoded as'] = encodings.join(', then ');
  return { summary: `after logout the cache on disk held what was said: ${where}`, facts };
}
