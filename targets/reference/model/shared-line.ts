import type { ChatModel, ChatTurn } from './chat-model.ts';

/**
 * One connection to the model for all who ask, as a pool with a single place has it. Who goes away before her answer is
 * complete leaves the rest of it in the line.
 */
export class SharedLine {
  #rest: string[] = [];

  constructor(private readonly model: Pick<ChatModel, 'reply'>) {}

  /** The reply, piece by piece; whatever is still in the line comes first. */
  async *reply(messages: ChatTurn[], cancelled: AbortSignal): AsyncGenerator<string> {
    yield* this.#rest.splice(0);
    for await (const piece of this.model.reply(messages, new AbortController().signal)) {
      if (cancelled.aborted) this.#rest.push(piece);
      else yield piece;
    }
  }
}
