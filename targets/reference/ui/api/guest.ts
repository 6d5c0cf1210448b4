import { scopeSignal } from '../state/scope.ts';
import type { Conversation, Message, ReplyEvent } from '../wire.ts';
import { readReply } from './event-stream.ts';
import { isRefusal } from './failures.ts';
import { exchange, jsonBody } from './transport.ts';

/** Talking without an account. The server knows the guest by a cookie that no script reads. */

/** Under which the page keeps the one conversation of its guest. No address can name it so. */
export const GUEST = '';

/** What the guest has said in this browser; nothing where she has said nothing yet. */
export async function fetchGuestConversation(): Promise<Conversation> {
  return { id: GUEST, title: '', updatedAt: 0, messages: await fetchMessages() };
}

async function fetchMessages(): Promise<Message[]> {
  try {
    const response = await exchange('/api/guest', { signal: scopeSignal() });
    return ((await response.json()) as { messages: Message[] }).messages;
  } catch (error) {
    if (isRefusal(error, 404)) return [];
    throw error;
  }
}

/** Sends a message; yields the reply as it is written. */
export async function* streamGuestReply(
  text: string,
  signal: AbortSignal,
): AsyncGenerator<ReplyEvent> {
  yield* readReply(
    await exchange('/api/guest/messages', {
      method: 'POST',
      ...jsonBody({ text }),
      signal: AbortSignal.any([scopeSignal(), signal]),
    }),
  );
}
