import type { Check } from '../check.ts';
import { judgement } from '../evidence/judgement.ts';
import { STANDARDS } from '../standards.ts';
import type { ExchangeRecord, Observation } from '../verdict.ts';

/** What is looked for in requests to other origins, as in sentences. */
export const SOUGHT = {
  conversation: 'what was said',
  credential: 'a credential of the session',
  password: 'the password',
  account: 'the name of the account',
} as const satisfies Record<string, string>;
export type Sought = keyof typeof SOUGHT;

/** Something private in a request to another origin, or in several of the same kind. */
export interface Departure {
  /** Scheme, host and port. */
  origin: string;
  /** Method and address, without what a query holds. */
  request: string;
  /** What had it sent: `ping` (a beacon), `fetch`, `image`, `websocket` and the like. */
  by: string;
  what: Sought;
  /** Of a credential: its place in the product’s own requests, for example `cookie session`. */
  which?: string;
  /** For example `the body`. */
  part: string;
  /** Encodings through which it was seen, outermost first. */
  encodings: string[];
  /** How many requests of this kind held it. */
  times: number;
  /** A cookie that went to the product’s own host at another port: to a browser that is the same place (RFC 6265 8.5). */
  byHostAlone: boolean;
  /** The password or the account’s name, sent to the origin whose page asks for them: its sign-in is the product’s. */
  askedThere: boolean;
  /** One of them; what it held is left out. */
  exchange: ExchangeRecord;
}

/** All that a browser sent while somebody signed in, talked, came back to the conversation and signed out. */
export interface OtherOriginsEvidence {
  /** How many requests there were in all. */
  requests: number;
  /** The control: a request to the product itself in which what was said was found by the same look. */
  seenAtHome?: ExchangeRecord;
  /** Other origins that were sent anything, each with the number of requests. */
  contacted: { origin: string; requests: number }[];
  departures: Departure[];
  /** Requests to other origins whose body the browser did not tell. */
  unread: string[];
}

export const otherOriginsReceiveNothing: Check<OtherOriginsEvidence> = {
  title: 'no other origin receives the conversation or a credential',
  severity: 'critical',
  standards: [STANDARDS.asvs1423, STANDARDS.asvs1421],
  cause:
    'Analytics, error monitors, session recorders, performance traces or previews of links are given whole messages, titles, addresses or request headers, because their defaults collect as much as they can.',
  consequence:
    'Who runs those services, or breaks into them, reads conversations or takes over sessions; the people who talk never agreed to that.',
  fix: 'Report names of events and never texts, titles or headers; filter in the page, before anything is sent (`beforeSend`, masking of inputs), and hold `connect-src` of the Content-Security-Policy to what is needed. An origin that belongs to the product (its API, its identity provider) is named under `alsoAllowed` in the profile.',
  judge: ({ requests, seenAtHome, contacted, departures, unread }) => {
    const unresolved = unread.map(
      (request) => `the body of ${request} could not be read: it may have held anything`,
    );
    if (!seenAtHome) {
      unresolved.push('what was said was seen in no request to the product itself');
    }
    const serious = departures.filter(
      ({ what, byHostAlone, askedThere }) => what !== 'account' && !byHostAlone && !askedThere,
    );
    const others = departures.filter((one) => !serious.includes(one));
    const advice = others.map(observe);
    const silent = contacted.filter(
      ({ origin }) => !departures.some((one) => one.origin === origin),
    );
    for (const { origin, requests: few } of silent) {
      const facts = { requests: String(few) };
      advice.push({ summary: `${origin} was sent requests, with nothing private in them`, facts });
    }
    if (contacted.length === 0) {
      const facts = { requests: String(requests) };
      advice.push({ summary: 'no request went to another origin', facts });
    }
    return judgement({ flaws: serious.map(observe), advice, unresolved, looked: true });
  },
};

function observe(departure: Departure): Observation {
  const { origin, request, by, what, which, part, encodings, times } = departure;
  const facts: Record<string, string> = { request, 'sent by': by, where: part };
  if (which !== undefined) facts['credential'] = which;
  if (encodings.length > 0) facts['encoded as'] = encodings.join(', then ');
  if (times > 1) facts['requests like it'] = String(times);
  return { summary: `${origin} was sent ${SOUGHT[what]}${whyOf(departure)}`, facts };
}

function whyOf({ byHostAlone, askedThere }: Departure): string {
  if (byHostAlone) return ', because cookies know hosts and no ports';
  return askedThere
    ? ', as the product’s sign-in is there: name it under “alsoAllowed” in the profile, so that it counts as the product’s own'
    : '';
}
