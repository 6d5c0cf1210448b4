import type { Conversation, ConversationSummary, Message, OutgoingFile } from '../wire.ts';
import { keepDrafts, keptDrafts } from './kept-drafts.ts';
import { keepCopy } from './offline-copy.ts';
import { createStore } from './store.ts';

/** A reply while it is being written. */
export interface Reply {
  text: string;
  /** Whether this tab asked for it; the live connection tells it about the others. */
  here: boolean;
  /** False where the beginning was missed; then the text is not shown before it is complete. */
  whole: boolean;
  /** The person cut it short. */
  stopped: boolean;
}

export interface OpenConversation {
  status: 'loading' | 'ready' | 'missing' | 'failed';
  title: string;
  shareId: string | null;
  messages: Message[];
  /** The text of a message that the server has not accepted yet. */
  pending: string | null;
  reply: Reply | null;
  /** A message that was not sent, or not answered, and why. */
  failure: { text: string; files: OutgoingFile[]; problem: string } | null;
}

/** All that this page knows of the conversations, by their id, so that nothing lands in another one. */
export interface ChatState {
  /** Newest first; `null` until it is known. */
  list: ConversationSummary[] | null;
  listProblem: string | null;
  open: Record<string, OpenConversation>;
  /** What was typed and not sent; under `NEW` for a conversation that does not exist yet. */
  drafts: Record<string, string>;
  /** Files that were chosen and not sent; under the same keys. */
  attached: Record<string, OutgoingFile[]>;
  /** The first message of a conversation that is being created. */
  beginning: string | null;
  beginningProblem: string | null;
}

export const NEW = 'new';

export const chat = createStore<ChatState>(() => ({
  list: null,
  listProblem: null,
  open: {},
  drafts: keptDrafts(),
  attached: {},
  beginning: null,
  beginningProblem: null,
}));

const unopened: OpenConversation = {
  status: 'loading',
  title: '',
  shareId: null,
  messages: [],
  pending: null,
  reply: null,
  failure: null,
};

/** Changes one conversation; does nothing for one that is not open, unless `opening`. */
export function changeOpen(
  id: string,
  change: Partial<OpenConversation>,
  opening: 'opening' | 'opened' = 'opened',
): void {
  const { open } = chat.get();
  const present = open[id];
  if (!present && opening === 'opened') return;
  chat.set({ open: { ...open, [id]: { ...(present ?? unopened), ...change } } });
}

/** Takes what the server has. Messages that came in since it was asked stay. */
export function receiveConversation(conversation: Conversation): void {
  const { id, title, shareId } = conversation;
  const known = new Set(conversation.messages.map((message) => message.id));
  const present = chat.get().open[id];
  const newer = present?.messages.filter((message) => !known.has(message.id)) ?? [];
  const messages = [...conversation.messages, ...newer];
  const change = { status: 'ready', title, shareId: shareId ?? null, messages } as const;
  // A reply that this tab does not follow to its end may have ended unseen.
  const followed = present?.reply?.here && !present.reply.stopped;
  const answered = messages.at(-1)?.role === 'assistant';
  changeOpen(id, { ...change, ...(answered && !followed && { reply: null }) }, 'opening');
  forgiveFailure(id);
  keepCopy({ ...conversation, messages });
}

/** Adds a message, or replaces the same one. What it makes superfluous (the unsent text, the partial reply) goes. */
export function receiveMessage(id: string, message: Message): void {
  const conversation = chat.get().open[id];
  if (!conversation) return;
  const others = conversation.messages.filter((other) => other.id !== message.id);
  const isOwn = message.role === 'user' && message.text === conversation.pending;
  changeOpen(id, {
    messages: [...others, message].sort((a, b) => a.at - b.at),
    ...(isOwn && { pending: null }),
    // What is being sent is not answered yet: this is the answer before, which was stopped.
    ...(message.role === 'assistant' && conversation.pending === null && { reply: null }),
  });
  forgiveFailure(id);
}

/** A message whose reply broke off here may have been answered all the same. */
function forgiveFailure(id: string): void {
  const { messages = [], failure } = chat.get().open[id] ?? {};
  const [question, answer] = messages.slice(-2);
  if (failure && question?.text === failure.text && answer?.role === 'assistant') {
    changeOpen(id, { failure: null });
  }
}

/** Whether the reply that this tab asked for is being written. */
export function isAnswered(id: string): boolean {
  const reply = chat.get().open[id]?.reply;
  return reply ? reply.here && !reply.stopped : false;
}

export function titleOf(id: string): string | undefined {
  const { list, open } = chat.get();
  return open[id]?.title || list?.find((entry) => entry.id === id)?.title;
}

/** Gives a conversation a title wherever it is shown, and puts it first where it was just `used`. */
export function retitle(id: string, title: string, used: 'used' | 'unused' = 'unused'): void {
  changeOpen(id, { title });
  const { list } = chat.get();
  const entry = list?.find((candidate) => candidate.id === id);
  if (!list || !entry) return;
  const changed = { ...entry, title, ...(used === 'used' && { updatedAt: Date.now() }) };
  const others = list.filter((candidate) => candidate.id !== id);
  chat.set({
    list:
      used === 'used'
        ? [changed, ...others]
        : list.map((candidate) => (candidate.id === id ? changed : candidate)),
  });
}

export function setDraft(key: string, text: string): void {
  const drafts = { ...chat.get().drafts, [key]: text };
  chat.set({ drafts });
  keepDrafts(drafts);
}
