import { pino } from 'pino';
import { isCode } from '../../checks/is-code.ts';
import { Secret } from '../../checks/secret.ts';
import { PERSON_NAMES, type Account, type PersonName, type RunningTarget } from '../target.ts';
import { applyFlaw, flawFor, type FlawName } from './flaws.ts';
import { startCollector } from './collector.ts';
import { modelFromEnvironment } from './model/model-endpoint.ts';
import { startScriptedModel } from './model/scripted-model.ts';
import { LIMITS_FOR_RUNS, type Limits } from './limits.ts';
import { SOUND, type Policy } from './policy.ts';
import { referenceProfile } from './profile.ts';
import { assembleProduct, type Product, type ProductOptions } from './server/product.ts';
import { newSecret } from './server/storage/identifiers.ts';
import { PASSWORD_COST } from './server/storage/passwords.ts';
import type { Mechanism } from './settings.ts';
import { bundleUi, type UiBundle } from './ui/bundle.ts';

export interface ReferenceOptions {
  mechanism?: Mechanism;
  /** By default the chatbot is sound. Several: patches that ask for different things of one decision win in this order. */
  flaw?: FlawName | readonly FlawName[];
  /** What a flaw is laid over; by default the sound one. */
  policy?: Policy;
  limits?: Limits;
  /** By default a free one. */
  port?: number;
  /** By default `alice` and `bob` with random passwords. */
  people?: Record<PersonName, Account>;
  /** By default none. */
  idleAccounts?: readonly Account[];
  /** The N of scrypt. */
  passwordCost?: number;
  /** Milliseconds that the scripted model pauses between two pieces of a reply. */
  replyPauseMs?: number;
  /** What goes to standard error: what must not happen, or also what may, such as a model that does not answer. */
  logLevel?: 'error' | 'warn';
  /** Milliseconds since the epoch. */
  now?: () => number;
  /** The page; by default the real one. */
  ui?: UiBundle;
}

export interface RunningReference extends RunningTarget {
  mechanism: Mechanism;
  /** The flaws that are on. */
  flaws: readonly FlawName[];
}

/** Starts the chatbot on loopback, in this process. It answers when the promise is kept. */
export async function startReference(options: ReferenceOptions = {}): Promise<RunningReference> {
  const { mechanism = 'cookie', flaw = [], limits = LIMITS_FOR_RUNS, port = 0 } = options;
  const { people = randomPeople(), idleAccounts = [], replyPauseMs = 2 } = options;
  const flaws = [flaw].flat();
  const policy = flaws
    .map((name) => flawFor(name, mechanism))
    .reduce(applyFlaw, options.policy ?? SOUND);
  const ui = options.ui ?? (await bundleUi());
  const stated = modelFromEnvironment(process.env);
  const scripted = stated ? undefined : await startScriptedModel(replyPauseMs);
  const closers: (() => Promise<void>)[] = scripted ? [() => scripted.stop()] : [];
  const close = async (): Promise<void> => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    const model = stated ?? scripted?.endpoint;
    if (!model) throw new Error('There is no model to ask.');
    const collector = policy.page.telemetry === 'none' ? undefined : await startCollector(closers);
    const product = await assembleProduct({
      mechanism,
      policy,
      limits,
      model,
      ui,
      collector,
      passwordCost: options.passwordCost ?? PASSWORD_COST.runs,
      people: [
        ...PERSON_NAMES.map((name) => asUser(people[name], capitalised(name))),
        ...idleAccounts.map((account) => asUser(account, capitalised(account.username))),
      ],
      now: options.now ?? Date.now,
      log: pino(
        {
          level: options.logLevel ?? 'error',
          base: null,
          timestamp: pino.stdTimeFunctions.isoTime,
        },
        pino.destination({ fd: 2, sync: true }),
      ),
    });
    closers.push(() => product.close());
    const origin = await listen(product, port);
    const name = `reference (${mechanism})`;
    return {
      name,
      profile: referenceProfile(name, limits),
      origin,
      people,
      idleAccounts,
      mechanism,
      flaws,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listen({ app }: Product, port: number): Promise<string> {
  try {
    const address = await app.listen({ host: '127.0.0.1', port });
    // Browsers take Secure cookies on http://localhost, and try 127.0.0.1 where nothing listens on ::1.
    return `http://localhost:${new URL(address).port}`;
  } catch (error) {
    if (isCode(error, 'EADDRINUSE')) {
      const message = `Port ${port} is in use. Name another, or 0 for any free one.`;
      throw new Error(message, { cause: error });
    }
    throw error;
  }
}

const capitalised = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const asUser = (
  { username, password }: Account,
  displayName: string,
): ProductOptions['people'][number] => ({
  username,
  password: password.reveal(),
  displayName,
});

function randomPeople(): Record<PersonName, Account> {
  return {
    alice: { username: 'alice', password: new Secret(newSecret()) },
    bob: { username: 'bob', password: new Secret(newSecret()) },
  };
}
