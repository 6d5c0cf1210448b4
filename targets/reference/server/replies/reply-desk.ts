import type { ChatModel, ChatTurn } from '../../model/chat-model.ts';
import type { SharedLine } from '../../model/shared-line.ts';
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

/** What the model is asked, and where its answer goes. */
interface Question {
  message: MessageRecord;
  /** Other pages do not have it yet. */
  isNew: boolean;
  /** All that was said until then, and it. */
  history: MessageRecord[];
  store: (reply: string) => Promise<MessageRecord>;
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
    private readonly model: Pick<ChatModel | SharedLine, 'reply'>,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Throws a 409 while the conversation is being answered. `open` begins the streamed answer. */
  async answer(
    person: Person | undefined,
    conversation: ConversationRecord,
    said: Said,
    open: () => EventStream,
  ): Promise<void> {
    const ask = (): Promise<Question> => this.#ask(conversation, said);
    await this.#inTurn(person, conversation, ask, open);
  }

  /** Answers the last question once more, in place of the answer that it has; a 409 where it has none. */
  async answerAnew(
    person: Person,
    conversation: ConversationRecord,
    open: () => EventStream,
  ): Promise<void> {
    const ask = (): Promise<Question> => this.#askAnew(conversation);
    await this.#inTurn(person, conversation, ask, open);
  }

  async #inTurn(
    person: Person | undefined,
    conversation: ConversationRecord,
    ask: () => Promise<Question>,
    open: () => EventStream,
  ): Promise<void> {
    const turn = this.#turnOf(person, conversation.id);
    await this.#settled(turn);
    if (this.#running.has(turn)) {
      throw new Failure(409, 'A reply is still being written in this conversation.');
    }
    const cancel = new AbortController();
    const done = this.#serve(person, conversation, ask, open, cancel.signal);
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
    ask: () => Promise<Question>,
    open: () => EventStream,
    cancelled: AbortSignal,
  ): Promise<void> {
    const { message, isNew, history, store } = await ask();
    const stream = open();
    const channel = {
      sessionId: person?.session.id,
      accountId: person?.account.id,
      deliver: () => undefined,
      close: () => stream.cut(),
    };
    this.live.join(channel);
    try {
      if (isNew) {
        stream.send('accepted', { message });
        this.#tell(person, { type: 'message', conversationId: conversation.id, message });
        this.#tell(person, { type: 'conversations' });
      }
      const stopped = AbortSignal.any([stream.closed, cancelled]);
      await streamReply({
        pieces: this.model.reply(turnsOf(history), stopped, conversation.id),
        stopped,
        stream,
        store,
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
  async #ask(conversation: ConversationRecord, { text, files = [] }: Said): Promise<Question> {
    const last = (await this.conversations.messages(conversation.id)).at(-1);
    const isRepeated = last?.role === 'user' && last.text === text;
    const message = isRepeated
      ? last
      : await this.conversations.addQuestion(conversation, text, files);
    const history = await this.conversations.messages(conversation.id);
    return {
      ...{ message, history, isNew: true },
      store: (reply) => this.conversations.addAnswer(conversation, reply, history),
    };
  }

  async #askAnew(conversation: ConversationRecord): Promise<Question> {
    const read = await this.conversations.messages(conversation.id);
    const [message, answer] = read.slice(-2);
    if (message?.role !== 'user' || answer?.role !== 'assistant') {
      throw new Failure(409, 'There is no answer here that could be written anew.');
    }
    return {
      ...{ message, history: read.slice(0, -1), isNew: false },
      store: (reply) => this.conversations.renewAnswer(conversation, answer, reply, read),
    };
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

function turnsOf(messages: readonly MessageRecord[]): ChatTurn[] {
  const recent = messages.slice(-MOST_TURNS);
  return [
    { role: 'system', content: INSTRUCTIONS },
    ...recent.map(({ role, text }) => ({ role, content: text })),
  ];
}
