import { LLMock, type ChatCompletionRequest } from '@copilotkit/aimock';

/** The name under which the scripted model is asked for. */
export const MODEL_NAME = 'scripted-echo';

/** A model behind the OpenAI-compatible HTTP API, in this process, without a network. */
export interface ScriptedModel {
  /** The base URL of the API, with `/v1`. */
  url: string;
  close(): Promise<void>;
}

/** Repeats what the person said, verbatim, so that a marker in a message comes back in the reply too. */
export function echoOf({ messages }: Pick<ChatCompletionRequest, 'messages'>): string {
  const content = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const text =
    typeof content === 'string' ? content : content.map((part) => part.text ?? '').join('');
  return `You said: “${text}”`;
}

/** Streams its replies in small pieces, as a real model does: a marker is split over several of them. */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const server = new LLMock({ port: 0, host: '127.0.0.1', chunkSize: 8, latency: 2 });
  server.on({ model: MODEL_NAME }, (request) => ({ content: echoOf(request) }));
  await server.start();
  return { url: `${server.url}/v1`, close: () => server.stop() };
}
