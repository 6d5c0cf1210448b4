import type { Policy } from '../../policy.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { LiveHub } from './live-hub.ts';

const INTERVAL_MS = 500;

/**
 * Ends sessions that reach a limit while they have open connections. A request would find that out by itself; a
 * connection that only listens sends none.
 */
export class LimitWatch {
  readonly #timer: NodeJS.Timeout;
  #sweep: Promise<void> = Promise.resolve();

  constructor(
    private readonly hub: LiveHub,
    private readonly sessions: SessionStore,
    private readonly policy: Policy,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.#timer = setInterval(() => {
      this.#sweep = this.#look();
    }, INTERVAL_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#sweep;
  }

  async #look(): Promise<void> {
    if (this.policy.live.pastLimit === 'left open') return;
    try {
      for (const sessionId of this.hub.sessionIds) {
        // The store ends a session that it finds past its limit, and the hub hears of it.
        const session = await this.sessions.find(sessionId);
        if (session && this.policy.idleLimit === 'server, unless a page is open') {
          await this.sessions.touch(sessionId);
        }
      }
    } catch (error) {
      this.onFailure(error);
    }
  }
}
