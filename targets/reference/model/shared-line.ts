import type { Policy } from '../policy.ts';
import { type ChatModel, type ChatTurn, ModelError } from './chat-model.ts';

type Readers = Exclude<Policy['conversations']['abandonedAnswers'], 'dropped'>;

/** Nobody hangs up. */
const HELD = new AbortController().signal;

/**
 * A connection to the model that outlives one question: for all who ask, as a pool with a single place has it, or one a
 * conversation. Who goes away before her answer is complete leaves the rest of it in the line.
 */
export class SharedLine {
  /** What is left in each line, by what the line belongs to. */
  readonly #rests = new Map<string, Promise<string[]>[]>();

  constructor(
    private readonly model: Pick<ChatModel, 'reply'>,
    private readonly readers: Readers,
  ) {}

  /** The reply, piece by piece; whatever is still in the line comes first. */
  async *reply(
    messages: ChatTurn[],
    cancelled: AbortSignal,
    conversationId: string,
  ): AsyncGenerator<string> {
    const rests = this.#restsIn(this.readers === 'read by whoever asks next' ? '' : conversationId);
    for (const rest of rests.splice(0)) yield* await rest;
    const answer = this.model.reply(messages, HELD);
    for (let step = await answer.next(); !step.done; step = await answer.next()) {
      yield step.value;
      if (!cancelled.aborted) continue;
      rests.push(readOn(answer));
      return;
    }
  }

  #restsIn(line: string): Promise<string[]>[] {
    const rests = this.#rests.get(line) ?? [];
    this.#rests.set(line, rests);
    return rests;
  }
}

/** All that comes yet; what had come where the model is hung up on. */
async function readOn(answer: AsyncIterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  try {
    for await (const piece of answer) pieces.push(piece);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
  }
  return pieces;
}
