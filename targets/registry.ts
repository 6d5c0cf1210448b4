import { Secret } from '../checks/secret.ts';
import { ConfigurationError } from '../checks/configuration-error.ts';
import { readEnvironment, type Environment } from './environment.ts';
import type { TargetName } from './names.ts';
import { ownChatbot } from './own-chatbot.ts';
import { type Profile, profileSchema } from './profile.ts';
import { FLAWS, type FlawName } from './reference/flaws.ts';
import {
  type Limits,
  LIMITS_FOR_RUNS,
  SHORT_ABSOLUTE_LIMIT,
  SHORT_IDLE_LIMIT,
} from './reference/policy.ts';
import type { Mechanism } from './reference/settings.ts';
import { startReference } from './reference/start.ts';
import { startSillyTavern } from './sillytavern/index.ts';
import { SILLYTAVERN_PROFILE } from './sillytavern/profile.ts';
import { PERSON_NAMES, type RunningTarget } from './target.ts';

/** The variable in which a running chatbot crosses from the main process to the workers; memory only. */
const RUNNING = 'SESSIONWRIGHT_RUNNING_TARGET';

/** Chatbots that are started once for the whole run; the embedded one is started by each worker instead. */
const STARTED_ONCE = {
  sillytavern: { title: SILLYTAVERN_PROFILE.name, start: startSillyTavern },
} as const satisfies Record<
  Exclude<TargetName, 'reference'>,
  { title: string; start: () => Promise<RunningTarget> }
>;

/** A target's name as headings spell it. */
export function titleOf(name: TargetName): string {
  return name === 'reference' ? name : STARTED_ONCE[name].title;
}

/** Which chatbot a worker is asked to audit. */
export type AuditedTarget =
  | { kind: 'reference'; mechanism: Mechanism; flaws?: readonly string[]; limits?: OtherLimits }
  /** One that runs already: word of it crosses to the workers in the environment. */
  | { kind: 'running' };

/** In the place of those that a story asks for, where it is the story that is measured. */
export type OtherLimits = Readonly<Partial<Record<Lifetimes, Partial<Limits>>>>;

/** How long sessions last in a chatbot that is started for the occasion. */
const LIFETIMES = {
  usual: LIMITS_FOR_RUNS,
  shortIdle: SHORT_IDLE_LIMIT,
  shortAbsolute: SHORT_ABSOLUTE_LIMIT,
} as const;
export type Lifetimes = keyof typeof LIFETIMES;

/** Milliseconds between two pieces of an answer; models that think take longer. */
const PACES = { usual: 2, thoughtful: 15 } as const;
export type Pace = keyof typeof PACES;

/**
 * Starts the embedded chatbot, or connects to the one that runs.
 *
 * @param lifetimes for what is started here; what runs has its own
 * @param pace likewise
 */
export async function startAudited(
  audited: AuditedTarget,
  lifetimes: Lifetimes,
  pace: Pace,
): Promise<RunningTarget> {
  if (audited.kind === 'running') return runningTarget();
  const { mechanism, flaws = [], limits = {} } = audited;
  return startReference({
    mechanism,
    limits: { ...LIFETIMES[lifetimes], ...limits[lifetimes] },
    replyPauseMs: PACES[pace],
    flaw: flaws.map((name) => flawNamed(name)),
  });
}

/** @throws ConfigurationError that lists the known names */
export function flawNamed(name: string): FlawName {
  const known = Object.keys(FLAWS) as FlawName[];
  const found = known.find((one) => one === name);
  if (found) return found;
  throw new ConfigurationError(`The reference chatbot has no flaw named “${name}”:`, [
    `REFERENCE_FLAW is one of ${known.join(', ')}`,
  ]);
}

/**
 * Starts what the environment names and what is to be started once, and leaves word of it for the workers.
 *
 * @returns how to stop it
 */
export async function startForRun(
  environment: Environment = readEnvironment(),
): Promise<() => Promise<void>> {
  const { target } = environment;
  if (target.kind === 'named' && target.name === 'reference') return () => Promise.resolve();
  const running =
    target.kind === 'named' && target.name !== 'reference'
      ? await STARTED_ONCE[target.name].start()
      : ownChatbot(environment);
  const people = PERSON_NAMES.map((name) => {
    const { username, password } = running.people[name];
    return [name, { username, password: password.reveal() }];
  });
  const { name, profile, origin } = running;
  process.env[RUNNING] = JSON.stringify({
    name,
    profile,
    origin,
    people: Object.fromEntries(people) as unknown,
  });
  return async () => {
    Reflect.deleteProperty(process.env, RUNNING);
    await running.close();
  };
}

function runningTarget(): RunningTarget {
  const handedOver = process.env[RUNNING];
  if (handedOver === undefined) {
    throw new Error('no chatbot was started for this run: the global set-up did not run');
  }
  const { name, profile, origin, people } = JSON.parse(handedOver) as {
    name: string;
    profile: Profile;
    origin: string;
    people: Record<'alice' | 'bob', { username: string; password: string }>;
  };
  const account = ({ username, password }: { username: string; password: string }) => ({
    username,
    password: new Secret(password),
  });
  return {
    name,
    profile: profileSchema.parse(profile),
    origin,
    people: { alice: account(people.alice), bob: account(people.bob) },
    close: () => Promise.resolve(),
  };
}
