import { ConfigurationError } from '../checks/configuration-error.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { handedOver, handOver, inIdleAccount, placesIn } from './handing-over.ts';
import type { TargetName } from './names.ts';
import { ownChatbot } from './own-chatbot.ts';
import { FLAWS, type FlawName } from './reference/flaws.ts';
import { LIMITS_FOR_RUNS, SHORT_ABSOLUTE_LIMIT, SHORT_IDLE_LIMIT } from './reference/limits.ts';
import type { Mechanism } from './reference/settings.ts';
import { startReference } from './reference/start.ts';
import { idleAccountsOf, startSillyTavern } from './sillytavern/index.ts';
import { SILLYTAVERN_PROFILE } from './sillytavern/profile.ts';
import type { RunningTarget } from './target.ts';

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
  if (audited.kind === 'running') return audited.inIdleAccount ? inIdleAccount() : handedOver();
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
  const takeBack = await handOver(running);
  return async () => {
    await takeBack();
    await running.close();
  };
}
