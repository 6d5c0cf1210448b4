import { Failure } from './failure.ts';

const FREE_FAILURES = 5;
const PAUSE_MS = 30_000;
const FORGET_AFTER_MS = 15 * 60_000;

/**
 * Slows the guessing of one account's password: after five failures in a row, one attempt in half a minute. Names
 * nobody has are counted alike, so that the pause tells nothing.
 */
export class SignInThrottle {
  readonly #failures = new Map<string, { count: number; lastAt: number }>();

  constructor(private readonly now: () => number) {}

  /**
   * Refuses an attempt that comes too early. Asked before the password is looked at and again before a right one counts:
   * of many guesses at once, only the first few get an answer.
   */
  admit(username: string): void {
    const { count, lastAt } = this.#failures.get(username.toLowerCase()) ?? { count: 0, lastAt: 0 };
    const waitMs = lastAt + PAUSE_MS - this.now();
    if (count < FREE_FAILURES || waitMs <= 0) return;
    const seconds = Math.ceil(waitMs / 1000);
    throw new Failure(429, `Too many attempts. Please try again in ${seconds} seconds.`, seconds);
  }

  failed(username: string): void {
    this.#forgetOld();
    const key = username.toLowerCase();
    const count = (this.#failures.get(key)?.count ?? 0) + 1;
    this.#failures.set(key, { count, lastAt: this.now() });
  }

  succeeded(username: string): void {
    this.#failures.delete(username.toLowerCase());
  }

  #forgetOld(): void {
    for (const [key, { lastAt }] of this.#failures) {
      if (lastAt + FORGET_AFTER_MS < this.now()) this.#failures.delete(key);
    }
  }
}
