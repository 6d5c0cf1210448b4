import type { Policy } from '../../policy.ts';
import type { EndReason, Fate } from '../sessions/session.ts';
import type { MessageRecord } from '../storage/conversations.ts';

/** What the server tells a page over its live connection. */
export type LiveFrame =
  | { type: 'ready' }
  | { type: 'conversations' }
  | { type: 'message'; conversationId: string; message: MessageRecord }
  | { type: 'delta'; conversationId: string; text: string }
  | { type: 'failed'; conversationId: string }
  | { type: 'signed-out'; reason: EndReason };

/** An open connection that must not outlive its session: a socket, or an answer that is still being streamed. */
export interface LiveChannel {
  /** Neither is known of a connection that was let in without a session. */
  sessionId: string | undefined;
  accountId: string | undefined;
  deliver(frame: LiveFrame): void;
  close(): void;
}

/** All open connections, by the session that they belong to. */
export class LiveHub {
  readonly #channels = new Set<LiveChannel>();

  constructor(private readonly policy: Policy) {}

  join(channel: LiveChannel): void {
    this.#channels.add(channel);
  }

  leave(channel: LiveChannel): void {
    this.#channels.delete(channel);
  }

  /** Tells every page of one person, on whatever device. */
  publish(accountId: string, frame: LiveFrame): void {
    const all = this.policy.live.frames === 'of everybody';
    for (const channel of this.#channels) {
      const meant = channel.accountId === accountId || channel.accountId === undefined;
      if (all || meant) channel.deliver(frame);
    }
  }

  /** Closes what belongs to a session that has ended, after telling why. */
  end(sessionId: string, reason: EndReason, channels: Fate): void {
    const told = reason !== 'logout' || this.policy.logout.tellsOtherTabs;
    for (const channel of [...this.#channels]) {
      if (channel.sessionId !== sessionId) continue;
      if (told) channel.deliver({ type: 'signed-out', reason });
      if (channels === 'left') continue;
      this.#channels.delete(channel);
      channel.close();
    }
  }

  get sessionIds(): ReadonlySet<string> {
    return new Set([...this.#channels].flatMap(({ sessionId }) => sessionId ?? []));
  }
}
