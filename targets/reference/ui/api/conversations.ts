import { settings } from '../settings.ts';
import { RefusedError } from './failures.ts';
import { readReply } from './event-stream.ts';
import { request, requestJson } from './request.ts';
import { exchange } from './transport.ts';
import type {
  Conversation,
  ConversationSummary,
  OutgoingFile,
  ReplyEvent,
  SearchResult,
  SharedConversation,
} from '../wire.ts';

/** Conversations, as the server keeps them. */
const base = '/api/conversations';

export interface Fetching {
  /** See `request`. */
  background?: boolean;
}

export async function fetchConversations(options: Fetching = {}): Promise<ConversationSummary[]> {
  const answer = await requestJson<{ conversations: ConversationSummary[] }>('GET', base, options);
  return answer.conversations;
}

export function fetchConversation(id: string, options: Fetching = {}): Promise<Conversation> {
  return requestJson('GET', `${base}/${id}`, options);
}

export function createConversation(): Promise<ConversationSummary> {
  return requestJson('POST', base, { body: {} });
}

export async function renameConversation(id: string, title: string): Promise<void> {
  await request('PATCH', `${base}/${id}`, { body: { title } });
}

export async function deleteConversation(id: string): Promise<void> {
  await request('DELETE', `${base}/${id}`);
}

export async function searchConversations(
  words: string,
  signal: AbortSignal,
): Promise<SearchResult[]> {
  const path = `/api/search?q=${encodeURIComponent(words)}`;
  return (await requestJson<{ results: SearchResult[] }>('GET', path, { signal })).results;
}

/** Sends a message; yields the reply as it is written. */
export async function* streamReply(
  id: string,
  text: string,
  files: readonly OutgoingFile[],
  signal: AbortSignal,
): AsyncGenerator<ReplyEvent> {
  const quiet = settings.unsentAtTheEnd !== 'kept for the same person';
  const along = files.map(({ name, content }) => ({ name, content }));
  const body = { text, ...(along.length > 0 && { files: along }) };
  const options = { body, signal, quiet };
  yield* readReply(await request('POST', `${base}/${id}/messages`, options));
}

/** Has the last answer written anew; yields it as it is written. */
export async function* streamNewReply(id: string, signal: AbortSignal): AsyncGenerator<ReplyEvent> {
  yield* readReply(await request('POST', `${base}/${id}/regenerate`, { signal }));
}

/** The conversation as a file: its content and the name that the server gives it. */
export async function exportConversation(id: string): Promise<{ content: Blob; name: string }> {
  const response = await request('GET', `${base}/${id}/export`);
  const disposition = response.headers.get('content-disposition') ?? '';
  const name = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return { content: await response.blob(), name: decodeURIComponent(name ?? 'conversation.md') };
}

/** A file that came with a message. */
export async function fetchAttachment(id: string, fileId: string): Promise<Blob> {
  return (await request('GET', `${base}/${id}/files/${fileId}`)).blob();
}

export async function shareConversation(id: string): Promise<string> {
  return (await requestJson<{ shareId: string }>('POST', `${base}/${id}/share`)).shareId;
}

export async function unshareConversation(id: string): Promise<void> {
  await request('DELETE', `${base}/${id}/share`);
}

/** A shared conversation, for anybody; `undefined` where there is none (any more). */
export async function fetchShared(shareId: string): Promise<SharedConversation | undefined> {
  try {
    const response = await exchange(`/api/shares/${shareId}`, {});
    return (await response.json()) as SharedConversation;
  } catch (error) {
    if (error instanceof RefusedError && error.status === 404) return undefined;
    throw error;
  }
}
