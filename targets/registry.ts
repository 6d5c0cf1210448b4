import { Secret } from '../checks/secret.ts';
import { ConfigurationError } from '../checks/configuration-error.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { borrow, startLending } from './lending.ts';
import type { TargetName } from './names.ts';
import { ownChatbot } from './own-chatbot.ts';
import { profileSchema } from './profile.ts';
import { FLAWS, type FlawName } from './reference/flaws.ts';
import { LIMITS_FOR_RUNS, SHORT_ABSOLUTE_LIMIT, SHORT_IDLE_LIMIT } from './reference/policy.ts';
import type { Mechanism } from './reference/settings.ts';
import { startReference } from './reference/start.ts';
import { idleAccountsOf, startSillyTavern } from './sillytavern/index.ts';
import { SILLYTAVERN_PROFILE } from './sillytavern/profile.ts';
import type { Account, PersonName, RunningTarget } from './target.ts';

/** The variable in which a running chatbot crosses from the main process to the workers; memory only. */
const RUNNING = 'SESSIONWRIGHT_RUNNING_TARGET';

/** Chatbots that are started once for the whole run; the embedded one is started by each worker instead. */
const STARTED_ONCE = {
  sillytavern: {
    title: SILLYTAVERN_PROFILE.name,
    start: startSillyTavern,
    idleAccounts: idleAccountsOf,
  },
} as const satisfies Record<
  Exclude<TargetName, 'reference'>,
  {
    title: string;
    start: () => Promise<RunningTarget>;
    idleAccounts: (variables: NodeJS.ProcessEnv) => number;
  }
>;

/** A target's name as headings spell it. */
export function titleOf(name: TargetName): string {
  return name === 'reference' ? name : STARTED_ONCE[name].title;
}

/** How many stories that wait a running chatbot has accounts for, beside those that use the two people. */
export function idlePlacesFor({ target, idleAccounts = [] }: Environment): number {
  if (target.kind === 'profile') return placesIn(idleAccounts.length);
  if (target.name === 'reference') return 0;
  return placesIn(STARTED_ONCE[target.name].idleAccounts(process.env));
}

/** All have the last account in common. */
const placesIn = (idleAccounts: number): number => Math.max(0, idleAccounts - 1);

/** Which chatbot a worker is asked to audit. */
export type AuditedTarget =
  | { kind: 'reference'; mechanism: Mechanism; flaws?: readonly string[] }
  /**
   * One that runs already: word of it crosses to the workers in the environment. For stories that wait, `inIdleAccount`
   * has two of its idle accounts in the place of Alice's and Bob's, of which the first is no other worker's then.
   */
  | { kind: 'running'; inIdleAccount?: true };

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
  if (audited.kind === 'running') {
    const { target, lendingPort } = runningTarget();
    return audited.inIdleAccount ? inIdleAccount(target, lendingPort) : target;
  }
  const { mechanism, flaws = [] } = audited;
  return startReference({
    mechanism,
    limits: LIFETIMES[lifetimes],
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
  const { name, profile, origin, people, idleAccounts = [] } = running;
  const lending = await startLending(placesIn(idleAccounts.length));
  const handedOver: HandedOver = {
    ...{ name, profile, origin },
    people: { alice: revealed(people.alice), bob: revealed(people.bob) },
    idleAccounts: idleAccounts.map((account) => revealed(account)),
    lendingPort: lending.port,
  };
  process.env[RUNNING] = JSON.stringify(handedOver);
  return async () => {
    Reflect.deleteProperty(process.env, RUNNING);
    await lending.close();
    await running.close();
  };
}

interface Revealed {
  username: string;
  password: string;
}

interface HandedOver extends Pick<RunningTarget, 'name' | 'profile' | 'origin'> {
  people: Record<PersonName, Revealed>;
  idleAccounts: Revealed[];
  /** Where the right to one of the idle accounts is lent. */
  lendingPort: number;
}

const revealed = ({ username, password }: Account): Revealed => ({
  username,
  password: password.reveal(),
});

const hidden = ({ username, password }: Revealed): Account => ({
  username,
  password: new Secret(password),
});

function runningTarget(): { target: RunningTarget; lendingPort: number } {
  const handedOver = process.env[RUNNING];
  if (handedOver === undefined) {
    throw new Error('no chatbot was started for this run: the global set-up did not run');
  }
  const { name, profile, origin, people, idleAccounts, lendingPort } = JSON.parse(
    handedOver,
  ) as HandedOver;
  const target: RunningTarget = {
    name,
    profile: profileSchema.parse(profile),
    origin,
    people: { alice: hidden(people.alice), bob: hidden(people.bob) },
    idleAccounts: idleAccounts.map((account) => hidden(account)),
    close: () => Promise.resolve(),
  };
  return { target, lendingPort };
}

/** The same chatbot for a worker that waits, with one of the idle accounts to itself until the target is closed. */
async function inIdleAccount(target: RunningTarget, lendingPort: number): Promise<RunningTarget> {
  const borrowed = await borrow(lendingPort);
  const alice = target.idleAccounts?.[borrowed.number];
  const bob = target.idleAccounts?.at(-1);
  if (!alice || !bob) throw new Error(`there is no idle account ${borrowed.number}`);
  return {
    ...target,
    people: { alice, bob },
    close: () => borrowed.giveBack(),
  };
}
