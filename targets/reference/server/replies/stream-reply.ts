import { ModelError } from '../../model/chat-model.ts';
import type { EventStream } from '../http/event-stream.ts';
import type { LiveFrame } from '../live/live-hub.ts';
import type { MessageRecord } from '../storage/conversations.ts';

interface ReplyInProgress {
  pieces: AsyncIterable<string>;
  /** Aborted when the person or the server wants no more of it. */
  stopped: AbortSignal;
  /** To the tab that asked. */
  stream: EventStream;
  /** To all tabs and devices of the person. */
  tell: (frame: LiveFrame) => void;
  store: (reply: string) => Promise<MessageRecord>;
  /** The conversation's title by now. */
  title: () => Promise<string | undefined>;
  conversationId: string;
  onFailure: (error: unknown) => void;
}

/** Passes a reply on while it comes, and keeps it. One that is stopped is kept as far as it came; one that fails is not. */
export async function streamReply(progress: ReplyInProgress): Promise<void> {
  const { stream, tell, store, title, conversationId } = progress;
  const reply = await relay(progress);
  if (reply === '') {
    stream.send('error', { error: 'The model did not answer.' });
    tell({ type: 'failed', conversationId });
    return;
  }
  const message = await store(reply);
  stream.send('done', { message, title: await title() });
  tell({ type: 'message', conversationId, message });
  tell({ type: 'conversations' });
}

/** The whole reply, or what came of it until it was stopped; nothing where the model failed. */
async function relay(progress: ReplyInProgress): Promise<string> {
  const { pieces, stream, stopped, tell, conversationId, onFailure } = progress;
  let reply = '';
  try {
    for await (const text of pieces) {
      reply += text;
      stream.send('delta', { text });
      tell({ type: 'delta', conversationId, text });
    }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    if (stopped.aborted) return reply;
    onFailure(error);
    return '';
  }
  return reply;
}
