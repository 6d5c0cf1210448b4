import { LLMock, type ChatMessage } from '@copilotkit/aimock';
import { randomBytes } from 'node:crypto';
import { replyTo } from './replies.ts';

/** An OpenAI-compatible endpoint. */
export interface ModelEndpoint {
  /** With the version, for example `http://127.0.0.1:11434/v1`. */
  baseUrl: string;
  apiKey: string | undefined;
  model: string;
}

export interface ScriptedModel {
  endpoint: ModelEndpoint;
  stop(): Promise<void>;
}

/** Characters. */
const PIECE = 7;

/** Starts a model that answers by script, on a free loopback port. `pauseMs` lies between two pieces of a reply. */
export async function startScriptedModel(pauseMs: number): Promise<ScriptedModel> {
  const apiKey = randomBytes(16).toString('hex');
  const server = new LLMock({
    host: '127.0.0.1',
    port: 0,
    latency: pauseMs,
    chunkSize: PIECE,
    // It keeps requests, which hold conversations, for whoever asks: one is the fewest that it can keep.
    journalMaxEntries: 1,
    auth: { apiKeys: [apiKey] },
  });
  server.on({ predicate: () => true }, ({ messages }) => ({
    content: replyTo(lastWords(messages)),
  }));
  await server.start();
  return {
    endpoint: { baseUrl: `${server.url}/v1`, apiKey, model: 'harbour-scripted' },
    stop: () => server.stop(),
  };
}

function lastWords(messages: ChatMessage[]): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  if (typeof content === 'string') return content;
  return content.map(({ text }) => text ?? '').join('');
}
