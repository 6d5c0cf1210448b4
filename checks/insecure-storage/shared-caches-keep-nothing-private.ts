import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/**
 * One address each: its owner’s read, which a cache on the way may keep (`before`); the same address asked for by nobody
 * (`attack`); and the owner’s ordinary read (`after`). Nobody was refused at an address of the same kind beforehand, so
 * that what is handed out is a copy.
 */
export type SharedCacheEvidence = AttacksEvidence;

export const sharedCachesKeepNothingPrivate: Check<SharedCacheEvidence> = {
  title: 'no shared cache hands a conversation out',
  severity: 'critical',
  standards: [STANDARDS.asvs1425, STANDARDS.asvs1422, STANDARDS.wstgAthn06],
  cause:
    'A cache in front of the product (CDN, reverse proxy, framework) goes by the end or the folder of an address (`.css`, `/static/`), and the product answers `…/conversation/x.css` as it answers `…/conversation`; or the cache ignores that the answer depends on who asks.',
  consequence:
    'Whoever makes a person open a prepared link fetches the copy of her conversation afterwards, without any account (web cache deception).',
  fix: 'Answer conversations with `Cache-Control: no-store` and have the cache obey it; answer 404 to addresses that go on behind a route; cache by the type of the answer, not by the address.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      ({ name }) =>
        `after its owner had read it, nobody at all was given the conversation: ${name}`,
      untried,
    ),
};
