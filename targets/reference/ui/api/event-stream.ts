import type { ReplyEvent } from '../wire.ts';
import { UnreachableError } from './failures.ts';

/** One event of a `text/event-stream`; `data` is still text. */
interface StreamEvent {
  event: string;
  data: string;
}

/** The events of a streamed answer, as they come. */
async function* readEvents(response: Response): AsyncGenerator<StreamEvent> {
  if (!response.body) throw new UnreachableError(new Error('The answer has no body.'));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await readOrFail(reader);
      if (done) return;
      const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parseBlock(block);
        if (event) yield event;
      }
    }
  } finally {
    reader.releaseLock();
  }
}

/** The events of a streamed reply. */
export async function* readReply(response: Response): AsyncGenerator<ReplyEvent> {
  for await (const { event, data } of readEvents(response)) {
    yield { event, data: JSON.parse(data) as unknown } as ReplyEvent;
  }
}

async function readOrFail(
  reader: ReadableStreamDefaultReader<string>,
): Promise<ReadableStreamReadResult<string>> {
  try {
    return await reader.read();
  } catch (error) {
    if (error instanceof TypeError) throw new UnreachableError(error);
    throw error;
  }
}

/** `undefined` for a comment, which only keeps the connection open. */
function parseBlock(block: string): StreamEvent | undefined {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    const field = line.slice(0, colon);
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return data.length > 0 ? { event, data: data.join('\n') } : undefined;
}
