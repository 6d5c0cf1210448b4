import { Secret } from '../checks/secret.ts';
import { borrow, startLending } from './lending.ts';
import { profileSchema } from './profile.ts';
import type { Account, PersonName, RunningTarget } from './target.ts';

/** The variable in which a running chatbot crosses from the main process to the workers; memory only. */
const RUNNING = 'SESSIONWRIGHT_RUNNING_TARGET';

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

/** How many stories can wait at once: each has an idle account of its own, and the last one is the other person of all. */
export const placesIn = (idleAccounts: number): number => Math.max(0, idleAccounts - 1);

/**
 * Leaves word of a running chatbot for the workers, and lends them its idle accounts.
 *
 * @returns how to take that back
 */
export async function handOver(running: RunningTarget): Promise<() => Promise<void>> {
  const { name, profile, origin, people, idleAccounts = [] } = running;
  const lending = await startLending(placesIn(idleAccounts.length));
  const word: HandedOver = {
    ...{ name, profile, origin },
    people: { alice: revealed(people.alice), bob: revealed(people.bob) },
    idleAccounts: idleAccounts.map((account) => revealed(account)),
    lendingPort: lending.port,
  };
  process.env[RUNNING] = JSON.stringify(word);
  return async () => {
    Reflect.deleteProperty(process.env, RUNNING);
    await lending.close();
  };
}

/** In a worker: the chatbot that runs. */
export function handedOver(): RunningTarget {
  const { name, profile, origin, people, idleAccounts } = wordOfIt();
  return {
    name,
    profile: profileSchema.parse(profile),
    origin,
    people: { alice: hidden(people.alice), bob: hidden(people.bob) },
    idleAccounts: idleAccounts.map((account) => hidden(account)),
    close: () => Promise.resolve(),
  };
}

/** The same for a worker that waits, with one of the idle accounts to itself until the target is closed. */
export async function inIdleAccount(): Promise<RunningTarget> {
  const target = handedOver();
  const borrowed = await borrow(wordOfIt().lendingPort);
  const alice = target.idleAccounts?.[borrowed.number];
  const bob = target.idleAccounts?.at(-1);
  if (!alice || !bob) throw new Error(`there is no idle account ${borrowed.number}`);
  return {
    ...target,
    people: { alice, bob },
    close: () => borrowed.giveBack(),
  };
}

function wordOfIt(): HandedOver {
  const word = process.env[RUNNING];
  if (word === undefined) {
    throw new Error('no chatbot was started for this run: the global set-up did not run');
  }
  return JSON.parse(word) as HandedOver;
}

const revealed = ({ username, password }: Account): Revealed => ({
  username,
  password: password.reveal(),
});

const hidden = ({ username, password }: Revealed): Account => ({
  username,
  password: new Secret(password),
});
