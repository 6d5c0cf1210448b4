import type { ChatModel, ChatTurn } from '../../model/chat-model.ts';
import { Failure } from '../http/failure.ts';
import type { EventStream } from '../http/event-stream.ts';
import type { LiveHub } from '../live/live-hub.ts';
import type { Person } from '../sessions/caller.ts';
import type { OutgoingFile } from '../storage/attachments.ts';
import type { ConversationRecord, Conversations, MessageRecord } from '../storage/conversations.ts';
import { streamReply } from './stream-reply.ts';

const INSTRUCTIONS = 'You are Harbour, a friendly and concise assistant. Answer in markdown.';
const MOST_TURNS = 40;
/** A stopped reply needs a moment to be put away before the next message. */
const PATIENCE_MS = 2_000;

/** What somebody says. */
export interface Said {
  text: string;
  files?: readonly OutgoingFile[];
}

/** A reply that is being written. */
interface Running {
  conversationId: string;
  done: Promise<void>;
  cancel: AbortController;
}

/**
 * Takes a message, asks the model, and passes its answer on while it comes. One reply at a time a conversation. It is a
 * person's or, without one, a guest's: she has no session that may end meanwhile, and no other pages to be told.
 */
export class ReplyDesk {
  /** By whose turn it is. */
  readonly #running = new Map<string, Running>();

  constructor(
    private readonly conversations: Conversations,
    private readonly live: LiveHub,
    private readonly model: Pick<ChatModel, 'reply'>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Throws a 409 while the conversation is being answered. `open` begins the streamed answer. */
  async answer(
    person: Person | undefined,
    conversation: ConversationRecord,
    said: Said,
    open: () => EventStream,
  ): Promise<void> {
    const turn = this.#turnOf(person, conversation.id);
    await this.#settled(turn);
    if (this.#running.has(turn)) {
      throw new Failure(409, 'A reply is still being written in this conversation.');
    }
    const cancel = new AbortController();
    const done = this.#serve(person, conversation, said, open, cancel.signal);
    this.#running.set(turn, { done, cancel, conversationId: conversation.id });
    try {
      await done;
    } finally {
      this.#running.delete(turn);
    }
  }

  /** Stops the conversation's reply, if one is being written; what has been said is kept. */
  async stop(conversationId: string): Promise<void> {
    await this.#stop((running) => running.conversationId === conversationId);
  }

  async stopAll(): Promise<void> {
    await this.#stop(() => true);
  }

  async #stop(isMeant: (running: Running) => boolean): Promise<void> {
    const meant = [...this.#running.values()].filter(isMeant);
    for (const { cancel } of meant) cancel.abort();
    await Promise.allSettled(meant.map(({ done }) => done));
  }

  /** Who waits for one another: all who speak in a conversation, or those of one session. */
  #turnOf(person: Person | undefined, conversationId: string): string {
    const session = this.conversations.isWrittenWhole ? person?.session.id : undefined;
    return session === undefined ? conversationId : `${conversationId} ${session}`;
  }

  async #serve(
    person: Person | undefined,
    conversation: ConversationRecord,
    said: Said,
    open: () => EventStream,
    cancelled: AbortSignal,
  ): Promise<void> {
    const message = await this.#record(conversation, said);
    const read = await this.conversations.messages(conversation.id);
    const stream = open();
    const channel = {
      sessionId: person?.session.id,
      accountId: person?.account.id,
      deliver: () => undefined,
      close: () => stream.cut(),
    };
    this.live.join(channel);
    try {
      stream.send('accepted', { message });
      this.#tell(person, { type: 'message', conversationId: conversation.id, message });
      this.#tell(person, { type: 'conversations' });
      const stopped = AbortSignal.any([stream.closed, cancelled]);
      await streamReply({
        pieces: this.model.reply(await this.#history(conversation.id), stopped),
        stopped,
        stream,
        store: (reply) => this.conversations.addAnswer(conversation, reply, read),
        title: async () => (await this.conversations.find(conversation.id))?.title,
        tell: (frame) => this.#tell(person, frame),
        conversationId: conversation.id,
        onFailure: this.onFailure,
      });
    } finally {
      this.live.leave(channel);
      stream.end();
    }
  }

  /** A message that was left without an answer is answered when it comes again; it is not repeated. */
  async #record(
    conversation: ConversationRecord,
    { text, files = [] }: Said,
  ): Promise<MessageRecord> {
    const last = (await this.conversations.messages(conversation.id)).at(-1);
    if (last?.role === 'user' && last.text === text) return last;
    return this.conversations.addQuestion(conversation, text, files);
  }

  async #history(conversationId: string): Promise<ChatTurn[]> {
    const messages = (await this.conversations.messages(conversationId)).slice(-MOST_TURNS);
    return [
      { role: 'system', content: INSTRUCTIONS },
      ...messages.map(({ role, text }) => ({ role, content: text })),
    ];
  }

  /** Waits a little for the reply that is being written, if there is one. */
  async #settled(turn: string): Promise<void> {
    const current = this.#running.get(turn);
    if (!current) return;
    const timeout = AbortSignal.timeout(PATIENCE_MS);
    const patienceEnds = new Promise<void>((resolve) => {
      timeout.addEventListener('abort', () => resolve(), { once: true });
    });
    await Promise.race([Promise.allSettled([current.done]), patienceEnds]);
  }

  #tell(person: Person | undefined, frame: Parameters<LiveHub['publish']>[1]): void {
    if (person) this.live.publish(person.account.id, frame);
  }
}
