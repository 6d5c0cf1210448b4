import './load-dotenv.ts';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { ConfigurationError } from '../checks/configuration-error.ts';
import { REPORT_NAME } from '../checks/report-name.ts';
import { Secret, SHORTEST_SECRET } from '../checks/secret.ts';
import { TARGET_NAMES, type TargetName } from './names.ts';
import { profileProblems } from './profile-file.ts';
import { FLAW_NAMES, type FlawName } from './reference/flaws.ts';
import type { Account } from './target.ts';

/** What the environment says about the run, after validation. */
export interface Environment {
  /** A target that the harness brings along, or the path of a profile. */
  target: { kind: 'named'; name: TargetName } | { kind: 'profile'; path?: string };
  /** Overrides the profile's origin. */
  url?: string;
  people?: { alice: Account; bob: Account };
  /** Further accounts of one's own chatbot, in which sessions are left to grow old while the others are in use. */
  idleAccounts?: Account[];
  /** Who allowed the audit of a chatbot that is not on loopback. */
  authorisedBy?: string;
  /** A flaw to switch on in the reference chatbot, to see how its report looks. */
  referenceFlaw?: FlawName;
  /** Seconds; longer limits are not waited for within this run. */
  longestWaitSeconds?: number;
  /** Seals the sessions that this run parks for a later one. */
  parkingKey?: Secret;
}

/** In UTF-16 units; what it seals are credentials, which lie on a disk from one run to the next. */
const SHORTEST_KEY = 16;
/** Seconds; a run that waits for longer is forgotten before it ends. */
const LONGEST_WAIT = 24 * 60 * 60;

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// URL' });

/** What is typed into a page and must be told apart from chance in whatever is written. */
const secret = z
  .string()
  .min(SHORTEST_SECRET, {
    error: `has fewer than ${SHORTEST_SECRET} characters and could not be kept out of the reports; use a longer one`,
  })
  .optional();

const schema = z
  .object({
    TARGET: z.string().min(1).optional(),
    TARGET_URL: httpUrl.optional(),
    ALICE_USERNAME: z.string().optional(),
    ALICE_PASSWORD: secret,
    BOB_USERNAME: z.string().optional(),
    BOB_PASSWORD: secret,
    IDLE_USERNAMES: z
      .string()
      .transform((names) => names.split(',').map((name) => name.trim()))
      .refine((names) => names.length > 1, {
        error:
          'names one account; two are the least, for whoever waits needs another person beside her',
      })
      .refine((names) => names.every((name) => name !== ''), {
        error: 'is a list of user names with commas between them; one of them is empty',
      })
      .refine((names) => new Set(names).size === names.length, {
        error: 'names an account twice; each is for one story at a time',
      })
      .optional(),
    IDLE_PASSWORD: secret,
    TARGET_AUTHORISED_BY: z.string().optional(),
    REFERENCE_FLAW: z.string().optional(),
    LONGEST_WAIT_SECONDS: z
      .stringFormat('seconds', /^\d{1,5}$/, {
        error: `is a whole number of seconds up to ${LONGEST_WAIT}`,
      })
      .transform(Number)
      .refine((seconds) => seconds <= LONGEST_WAIT, { error: `is ${LONGEST_WAIT} at most` })
      .optional(),
    PARKING_KEY: z
      .string()
      .min(SHORTEST_KEY, {
        error: `has fewer than ${SHORTEST_KEY} characters; it seals credentials, so use a long random one`,
      })
      .optional(),
    MODEL_BASE_URL: httpUrl.optional(),
    MODEL_API_KEY: secret,
    REPORT_NAME: z
      .string()
      .regex(REPORT_NAME.pattern, {
        error: ({ input }) =>
          `“${String(input)}” cannot be a folder’s name; use ${REPORT_NAME.rule}`,
      })
      .optional(),
  })
  .superRefine((values, context) => {
    const complain = (name: string, message: string): void =>
      context.addIssue({ code: 'custom', path: [name], message });
    const known = TARGET_NAMES.join(', ');
    const target = values.TARGET;
    const isName = target !== undefined && TARGET_NAMES.some((name) => name === target);
    if (target !== undefined && !isName) {
      if (!target.endsWith('.json')) {
        complain(
          'TARGET',
          `“${target}” is not known; it is one of ${known}, or the path of a profile that ends in .json`,
        );
      } else if (!existsSync(target)) {
        complain('TARGET', `there is no profile at “${target}”`);
      }
    }
    const flaw = values.REFERENCE_FLAW;
    if (flaw !== undefined && !FLAW_NAMES.some((name) => name === flaw)) {
      complain('REFERENCE_FLAW', `“${flaw}” is not known; it is one of ${FLAW_NAMES.join(', ')}`);
    }
    // What else a name that is not known would need, nobody knows.
    if (target !== undefined && !isName && !target.endsWith('.json')) return;
    const own = target === undefined ? values.TARGET_URL !== undefined : !isName;
    if (!own && values.TARGET_URL !== undefined) {
      complain(
        'TARGET_URL',
        `goes with your own chatbot, not with TARGET=${target}; leave one of the two out`,
      );
    }
    if (own) {
      for (const name of accountVariables) {
        if (!values[name])
          complain(name, 'is missing; your own chatbot needs two test accounts, Alice’s and Bob’s');
      }
      if (values.ALICE_USERNAME && values.ALICE_USERNAME === values.BOB_USERNAME) {
        complain(
          'BOB_USERNAME',
          'is the same as ALICE_USERNAME; two people are needed to see whether they are kept apart',
        );
      }
    }
    const idle = values.IDLE_USERNAMES;
    if (idle !== undefined) {
      if (!own) complain('IDLE_USERNAMES', 'goes with your own chatbot only');
      if (!values.IDLE_PASSWORD) {
        complain(
          'IDLE_PASSWORD',
          'is missing; it is the password of all accounts in IDLE_USERNAMES',
        );
      }
      const taken = [values.ALICE_USERNAME, values.BOB_USERNAME].find(
        (name) => name !== undefined && idle.includes(name),
      );
      if (taken !== undefined) {
        complain(
          'IDLE_USERNAMES',
          `names “${taken}”, whose sessions other stories end meanwhile; leave that one out`,
        );
      }
    } else if (values.IDLE_PASSWORD !== undefined) {
      complain('IDLE_USERNAMES', 'is missing; without it nothing is done with IDLE_PASSWORD');
    }
    if (flaw !== undefined && (own || (target ?? 'reference') !== 'reference')) {
      complain('REFERENCE_FLAW', 'goes with TARGET=reference only');
    }
  });

const accountVariables = [
  'ALICE_USERNAME',
  'ALICE_PASSWORD',
  'BOB_USERNAME',
  'BOB_PASSWORD',
] as const;

/**
 * Reads `.env.local` and `.env` (the real environment wins), and validates what concerns the target.
 *
 * @throws ConfigurationError that lists every problem by the variable's name
 */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  // An empty value is what an unset secret looks like in CI.
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigurationError('This run was not told well what to do:', [
      ...parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
      ...problemsOfProfile(given['TARGET']),
    ]);
  }
  const values = parsed.data;
  const name = TARGET_NAMES.find((known) => known === values.TARGET);
  const target: Environment['target'] = name
    ? { kind: 'named', name }
    : values.TARGET !== undefined
      ? { kind: 'profile', path: values.TARGET }
      : values.TARGET_URL !== undefined
        ? { kind: 'profile' }
        : { kind: 'named', name: 'reference' };
  const environment: Environment = { target };
  if (values.TARGET_URL) environment.url = values.TARGET_URL;
  if (values.TARGET_AUTHORISED_BY) environment.authorisedBy = values.TARGET_AUTHORISED_BY;
  const flaw = FLAW_NAMES.find((known) => known === values.REFERENCE_FLAW);
  if (flaw) environment.referenceFlaw = flaw;
  const { LONGEST_WAIT_SECONDS: longestWaitSeconds, PARKING_KEY: parkingKey } = values;
  if (longestWaitSeconds !== undefined) environment.longestWaitSeconds = longestWaitSeconds;
  if (parkingKey !== undefined) environment.parkingKey = new Secret(parkingKey);
  if (
    values.ALICE_USERNAME &&
    values.ALICE_PASSWORD &&
    values.BOB_USERNAME &&
    values.BOB_PASSWORD
  ) {
    environment.people = {
      alice: { username: values.ALICE_USERNAME, password: new Secret(values.ALICE_PASSWORD) },
      bob: { username: values.BOB_USERNAME, password: new Secret(values.BOB_PASSWORD) },
    };
  }
  const { IDLE_USERNAMES: idle = [], IDLE_PASSWORD: password } = values;
  if (idle.length > 0 && password !== undefined) {
    environment.idleAccounts = idle.map((username) => ({
      username,
      password: new Secret(password),
    }));
  }
  return environment;
}

/** A profile that is wrong as well is told of at once, not when the environment has been mended. */
function problemsOfProfile(target: string | undefined): string[] {
  if (!target?.endsWith('.json') || !existsSync(target)) return [];
  return profileProblems(target).map((problem) => `${target}: ${problem}`);
}
