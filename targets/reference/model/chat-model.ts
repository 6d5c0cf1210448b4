import { Agent, request } from 'undici';
import { z } from 'zod';
import type { ModelEndpoint } from './scripted-model.ts';

export interface ChatTurn {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** The model could not be reached, refused, fell silent or broke off. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Until the answer begins, and between two pieces of it. */
const SILENCE_TIMEOUT_MS = 30_000;
const REPLY_TIMEOUT_MS = 180_000;

const chunkSchema = z.object({
  choices: z.array(
    z.object({
      delta: z.object({ content: z.string().nullish() }).optional(),
      finish_reason: z.string().nullish(),
    }),
  ),
});

/** A client of the chat completions API. */
export class ChatModel {
  readonly #agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: SILENCE_TIMEOUT_MS,
    bodyTimeout: SILENCE_TIMEOUT_MS,
  });

  constructor(private readonly endpoint: ModelEndpoint) {}

  /** The reply, piece by piece. Throws a `ModelError` unless it comes to its proper end. */
  async *reply(messages: ChatTurn[], cancelled: AbortSignal): AsyncGenerator<string> {
    try {
      yield* this.#stream(
        messages,
        AbortSignal.any([cancelled, AbortSignal.timeout(REPLY_TIMEOUT_MS)]),
      );
    } catch (error) {
      if (error instanceof ModelError) throw error;
      throw new ModelError(`The model at ${this.endpoint.baseUrl} did not answer.`, {
        cause: error,
      });
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async *#stream(messages: ChatTurn[], signal: AbortSignal): AsyncGenerator<string> {
    const { baseUrl, apiKey, model } = this.endpoint;
    const { statusCode, body } = await request(`${baseUrl}/chat/completions`, {
      method: 'POST',
      dispatcher: this.#agent,
      signal,
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, stream: true, messages }),
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new ModelError(`The model at ${baseUrl} answered ${statusCode}.`);
    }
    let finished = false;
    for await (const data of eventData(body)) {
      if (data === '[DONE]') return;
      const choice = chunkSchema.parse(JSON.parse(data)).choices[0];
      if (choice?.delta?.content) yield choice.delta.content;
      if (choice?.finish_reason) finished = true;
    }
    if (!finished) throw new ModelError(`The model at ${baseUrl} broke off.`);
  }
}

/** The `data` lines of an event stream; the API puts each event on one line. */
async function* eventData(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) yield line.slice('data:'.length).trim();
    }
  }
}
