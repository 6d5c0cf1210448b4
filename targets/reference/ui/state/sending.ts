import * as api from '../api/conversations.ts';
import {
  isAbort,
  isRefusal,
  problemText,
  RefusedError,
  UnreachableError,
} from '../api/failures.ts';
import { sourceOf } from '../api/sources.ts';
import { tellMessage } from '../api/telemetry.ts';
import { currentRoute, navigate } from '../router.ts';
import { settings } from '../settings.ts';
import type { OutgoingFile } from '../wire.ts';
import { takeAttached } from './attached.ts';
import {
  changeOpen,
  chat,
  NEW,
  receiveConversation,
  receiveMessage,
  type Reply,
  retitle,
  setDraft,
} from './chat.ts';
import { openConversation } from './conversations.ts';
import { scopeSignal } from './scope.ts';
import { showToast } from './toasts.ts';
import type { ReplyEvent } from '../wire.ts';

/** Sending messages and following their replies. */

const streams = new Map<string, AbortController>();

/** Begins a conversation with its first message and goes there. */
export async function beginConversation(text: string): Promise<void> {
  if (chat.get().beginning !== null) return;
  const files = takeAttached(NEW);
  chat.set({ beginning: text, beginningProblem: null });
  setDraft(NEW, '');
  try {
    const created = await api.createConversation();
    const { list } = chat.get();
    const others = list?.filter(({ id }) => id !== created.id) ?? [];
    chat.set({ beginning: null, list: [created, ...others] });
    receiveConversation({ ...created, messages: [] });
    if (currentRoute().screen === 'new') navigate(`/c/${created.id}`);
    await sendMessage(created.id, text, files);
  } catch (error) {
    if (isAbort(error)) return;
    chat.set({ beginning: null, beginningProblem: problemText(error) });
    if (!chat.get().drafts[NEW]) setDraft(NEW, text);
    chat.set({ attached: { ...chat.get().attached, [NEW]: files } });
  }
}

/** Sends what is in the box of a conversation, with the files beside it. */
export function sendDraft(id: string, text: string): Promise<void> {
  return sendMessage(id, text, takeAttached(id));
}

/** Sends a message and writes the reply into its own conversation, wherever the person has gone meanwhile. */
export async function sendMessage(
  id: string,
  text: string,
  files: OutgoingFile[] = [],
): Promise<void> {
  const conversation = chat.get().open[id];
  if (!conversation || (streams.has(id) && leavesAtOnce)) return;
  const session = scopeSignal();
  const controller = new AbortController();
  streams.set(id, controller);
  const last = conversation.messages.at(-1);
  const isRepeated = last?.role === 'user' && last.text === text; // the server has it already
  changeOpen(id, { pending: isRepeated ? null : text, failure: null });
  if (leavesAtOnce) leaveTheBox(id);
  tellMessage(id, text);
  try {
    await deliver(id, text, files, controller.signal);
  } catch (error) {
    if (session.aborted) return;
    if (isAbort(error)) {
      streams.delete(id); // what is asked next need not wait until the page has caught up
      await afterStop(id, text);
    } else if (isRefusal(error, 401) && settings.unsentAtTheEnd === 'left on the screen')
      changeOpen(id, { reply: null });
    else if (isRefusal(error, 401) && settings.unsentAtTheEnd === 'dropped')
      changeOpen(id, { reply: null, pending: null });
    else if (isRefusal(error, 404) && settings.lostConversation === 'begun anew')
      await beginAnew(id, text);
    else {
      const told = settings.failedMessage !== 'dropped';
      const failure = told ? { text, files, problem: problemText(error) } : null;
      changeOpen(id, { failure, pending: null, reply: null });
    }
  } finally {
    if (streams.get(id) === controller) streams.delete(id);
  }
}

/** Has the last answer written anew, in its place. */
export async function regenerateReply(id: string): Promise<void> {
  const { messages = [] } = chat.get().open[id] ?? {};
  if (streams.has(id) || messages.at(-1)?.role !== 'assistant') return;
  const session = scopeSignal();
  const controller = new AbortController();
  streams.set(id, controller);
  changeOpen(id, { messages: messages.slice(0, -1), failure: null, reply: begun });
  try {
    await follow(id, api.streamNewReply(id, controller.signal));
  } catch (error) {
    if (session.aborted) return;
    streams.delete(id);
    if (isAbort(error)) return await afterStop(id, '');
    changeOpen(id, { reply: null });
    showToast('problem', problemText(error));
    await openConversation(id, { background: true });
  } finally {
    if (streams.get(id) === controller) streams.delete(id);
  }
}

async function deliver(
  id: string,
  text: string,
  files: readonly OutgoingFile[],
  signal: AbortSignal,
): Promise<void> {
  const say = (): Promise<void> => follow(id, sourceOf(id).say(text, files, signal));
  try {
    await say();
  } catch (error) {
    if (!(error instanceof UnreachableError) || settings.failedMessage !== 'sent again')
      throw error;
    await say();
  }
}

/** The conversation is not there any more: what was said in it begins another, so that it is not lost. */
async function beginAnew(id: string, text: string): Promise<void> {
  changeOpen(id, { pending: null, reply: null });
  navigate('/');
  await beginConversation(text);
}

/** A reply of which nothing has come yet. */
const begun: Reply = { text: '', here: true, whole: true, stopped: false };
const leavesAtOnce = settings.sentText === 'leaves at once';

/** The box is empty again, and waits for the reply. */
function leaveTheBox(id: string): void {
  changeOpen(id, { reply: begun });
  setDraft(id, '');
}

async function follow(id: string, events: AsyncIterable<ReplyEvent>): Promise<void> {
  let ended = false;
  for await (const { event, data } of events) {
    switch (event) {
      case 'accepted':
        if (!leavesAtOnce) leaveTheBox(id);
        receiveMessage(id, data.message);
        changeOpen(id, { pending: null });
        break;
      case 'delta':
        appendReply(placeOfAnswer(id), data.text);
        break;
      case 'done':
        ended = true;
        receiveMessage(placeOfAnswer(id), data.message);
        retitle(id, data.title, 'used');
        break;
      case 'error':
        throw new RefusedError(502, data.error);
    }
  }
  if (!ended) throw new UnreachableError(new Error('The reply ended before it was complete.'));
}

/** Where what comes of an answer is written. */
function placeOfAnswer(askedIn: string): string {
  const route = currentRoute();
  const elsewhere = settings.answers === 'into the open conversation';
  return elsewhere && route.screen === 'conversation' ? route.id : askedIn;
}

function appendReply(id: string, text: string): void {
  const reply = chat.get().open[id]?.reply;
  if (reply) changeOpen(id, { reply: { ...reply, text: reply.text + text } });
}

/** Cuts the reply short. */
export function stopReply(id: string): void {
  streams.get(id)?.abort();
}

async function afterStop(id: string, text: string): Promise<void> {
  const conversation = chat.get().open[id];
  if (!conversation) return;
  const { reply, pending } = conversation;
  if (pending !== null) {
    changeOpen(id, { pending: null, reply: null });
    if (!chat.get().drafts[id]) setDraft(id, text);
  } else if (reply) {
    changeOpen(id, { reply: { ...reply, stopped: true } });
  }
  await openConversation(id, { background: true });
}

/** Whether this tab is waiting for a reply in that conversation. */
export function isSending(id: string): boolean {
  return streams.has(id);
}
