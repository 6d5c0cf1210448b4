import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';

/** Something in an address that ran. */
export interface AddressEffect {
  /** As in sentences: `the sign-in page`. */
  page: string;
  /** As in sentences: `parameter q`, `the fragment`. */
  carrier: string;
  /** As in sentences: `at once`. */
  when: string;
}

export interface AddressEvidence {
  /** How many parts of how many addresses were opened, by page. */
  opened: { page: string; parts: number }[];
  effects: AddressEffect[];
  /** The oracle noticed the harness's own call on each page: it would notice a payload's. */
  oracleWorks: boolean;
  /** Addresses that the product refused to open, in words. */
  untried: string[];
}

export const addressesDoNotRunAsScript: Check<AddressEvidence> = {
  title: 'nothing in an address runs as script',
  severity: 'critical',
  standards: [STANDARDS.asvs121, STANDARDS.asvs322, STANDARDS.wstgClnt01],
  cause:
    'The page, or the server that writes it, takes a parameter, the fragment or the path of its own address and puts it into the page as HTML, or follows it as an address without looking at its scheme (`location = next`, a link of its own to it).',
  consequence:
    'A link to the product’s own address is enough: whoever follows it while she is signed in, or signs in behind it, runs the sender’s script in her session, which reads her conversations and writes in her name.',
  fix: 'Show what comes from the address as text. Follow only paths of your own: build the address with `new URL(next, location.origin)`, and go there only where its origin is yours and its scheme is http or https. Forbid inline script by Content-Security-Policy, which stops `javascript:` addresses, too.',
  judge: ({ opened, effects, oracleWorks, untried }) =>
    judgement({
      flaws: effects.map(({ page, carrier, when }) => ({
        summary: `${carrier} of the address of ${page} ran as script ${when}`,
        facts: { page, carrier, when },
      })),
      unresolved: [
        ...(oracleWorks
          ? []
          : ['the harness’s own script on the page went unnoticed by its oracle']),
        ...opened
          .filter(({ parts }) => parts === 0)
          .map(({ page }) => `no address of ${page} that carries anything could be opened`),
      ],
      advice: untried.map((summary) => ({ summary })),
      looked: opened.length > 0,
    }),
};
