import type { Check } from '../check.ts';
import { judgeAttacks } from '../evidence/judge-attacks.ts';
import type { AttacksEvidence } from '../evidence/probe.ts';
import { STANDARDS } from '../standards.ts';

/** The page of a conversation opened by its address in a browser where nobody, or somebody else, is signed in. The controls are the owner’s own browser. */
export type DeepLinkEvidence = AttacksEvidence;

export const deepLinkShowsNothingToOthers: Check<DeepLinkEvidence> = {
  title: 'the address of a conversation shows nothing to others',
  severity: 'critical',
  standards: [STANDARDS.asvs821, STANDARDS.asvs822],
  cause:
    'The page is rendered, or its data is put into it, before anybody asks whose it is; or a copy of an earlier rendering is served from a cache.',
  consequence:
    'Whoever gets hold of an address (history, log, chat message) reads the conversation behind it.',
  fix: 'Check the session before the page or its data is rendered, and mark personal pages `Cache-Control: no-store`.',
  judge: ({ attacks, untried }) =>
    judgeAttacks(
      attacks,
      (attack) => `${attack.name} shows the conversation to ${attack.attack.label}`,
      untried,
    ),
};
