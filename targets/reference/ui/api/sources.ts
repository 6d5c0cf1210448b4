import type { Conversation, OutgoingFile, ReplyEvent } from '../wire.ts';
import { fetchConversation, streamReply, type Fetching } from './conversations.ts';
import { fetchGuestConversation, GUEST, streamGuestReply } from './guest.ts';

/** How the server is asked for one conversation, and spoken to in it. */
interface Source {
  read(options: Fetching): Promise<Conversation>;
  /** Sends a message; yields the reply as it is written. */
  say(
    text: string,
    files: readonly OutgoingFile[],
    signal: AbortSignal,
  ): AsyncGenerator<ReplyEvent>;
}

/** The guest's own, or one of the person's. */
export function sourceOf(id: string): Source {
  if (id === GUEST)
    return {
      read: fetchGuestConversation,
      say: (text, _, signal) => streamGuestReply(text, signal),
    };
  return {
    read: (options) => fetchConversation(id, options),
    say: (text, files, signal) => streamReply(id, text, files, signal),
  };
}
