import { liveOpening } from '../api/session.ts';
import { isAbort, RefusedError } from '../api/failures.ts';
import { settings } from '../settings.ts';
import type { EndReason, LiveFrame, Message } from '../wire.ts';
import { changeOpen, chat, receiveMessage } from './chat.ts';
import { catchUp, refreshList } from './conversations.ts';
import { sessionLost } from './events.ts';

/** Keeps one live connection while the signal lasts, so that this tab shows what other tabs and devices do. */

/** Milliseconds: the first wait after a loss, doubled up to the longest. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;
/** The server closes with this code when the session ended. */
const SESSION_ENDED = 4401;

/** `ended`: the session is over, and connecting again would be in vain. */
type Outcome = 'lost' | 'ended';

export async function keepLive(signal: AbortSignal): Promise<void> {
  let wait = FIRST_WAIT;
  let connections = 0;
  while (!signal.aborted) {
    const connection = await connectOnce(signal, () => {
      wait = FIRST_WAIT;
      connections += 1;
      if (connections > 1) void catchUp();
    });
    if (connection === 'ended' || signal.aborted) return;
    await pause(wait * (0.75 + Math.random() / 2), signal);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

async function connectOnce(signal: AbortSignal, onReady: () => void): Promise<Outcome> {
  try {
    return await follow(await liveOpening(), signal, onReady);
  } catch (error) {
    if (isAbort(error)) return 'ended';
    // A refused ticket has been told as the loss of the session; being unreachable passes.
    return error instanceof RefusedError && error.status === 401 ? 'ended' : 'lost';
  }
}

function follow(
  { address, ticket }: Awaited<ReturnType<typeof liveOpening>>,
  signal: AbortSignal,
  onReady: () => void,
): Promise<Outcome> {
  const socket = new WebSocket(address);
  let ready = false;
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => socket.close(), { once: true });
    socket.addEventListener('open', () => {
      if (ticket) socket.send(JSON.stringify({ type: 'hello', ticket }));
    });
    socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
      const frame = JSON.parse(data) as LiveFrame;
      if (frame.type === 'ready') {
        ready = true;
        onReady();
      } else if (!signal.aborted) receive(frame);
    });
    socket.addEventListener('close', ({ code }) => {
      if (code === SESSION_ENDED && !signal.aborted) {
        tellOfEnd('expired');
      }
      // A handshake that was refused shows no reason: asking for the list tells whether the session is over.
      if (!ready && !signal.aborted) void refreshList();
      resolve(code === SESSION_ENDED ? 'ended' : 'lost');
    });
  });
}

function receive(frame: Exclude<LiveFrame, { type: 'ready' }>): void {
  switch (frame.type) {
    case 'conversations':
      void refreshList();
      break;
    case 'message':
      receiveMessage(frame.conversationId, frame.message);
      if (frame.message.role === 'user') expectReply(frame.conversationId, frame.message);
      break;
    case 'delta':
      receiveDelta(frame.conversationId, frame.text);
      break;
    case 'failed':
      if (!isFollowed(frame.conversationId)) changeOpen(frame.conversationId, { reply: null });
      break;
    case 'signed-out':
      tellOfEnd(frame.reason);
      break;
  }
}

/** A page that heeds few refusals hears of its own browser's sign-out alone. */
function tellOfEnd(reason: EndReason): void {
  if (settings.heededRefusals === 'all' || reason === 'logout') {
    sessionLost.emit({ reason, cause: 'notice' });
  }
}

/** Another tab or device sent a message: its reply will be written here from the beginning. */
function expectReply(id: string, message: Message): void {
  if (isFollowed(id) || lastMessage(id)?.id !== message.id) return;
  changeOpen(id, { reply: { text: '', here: false, whole: true, stopped: false } });
}

function receiveDelta(id: string, text: string): void {
  // The tail of a reply that this tab has read to its end already.
  if (isFollowed(id) || lastMessage(id)?.role !== 'user') return;
  const reply = chat.get().open[id]?.reply ?? {
    text: '',
    here: false,
    whole: false,
    stopped: false,
  };
  changeOpen(id, { reply: { ...reply, text: reply.text + text } });
}

function lastMessage(id: string): Message | undefined {
  return chat.get().open[id]?.messages.at(-1);
}

/** Whether this tab reads that conversation's reply (or has stopped it) by itself. */
function isFollowed(id: string): boolean {
  return chat.get().open[id]?.reply?.here === true;
}

/** Waits, less long when the network comes back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
