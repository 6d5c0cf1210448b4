import { settings } from '../settings.ts';
import { chat, setDraft } from './chat.ts';
import { openConversation } from './conversations.ts';
import { sendMessage } from './sending.ts';
import { showToast } from './toasts.ts';

/** What a conversation in a window beside this one tells the page that opened it. */
type WindowNews =
  | { type: 'harbour:shows'; conversationId: string; title: string }
  /** The window may be closed before the answer is there: whoever opened it sends this and waits. */
  | { type: 'harbour:say'; conversationId: string; text: string };

const BESIDE = 'harbour-beside';

/** Shows a conversation in a small window of its own. */
export function openBeside(id: string): void {
  window.open(`/c/${encodeURIComponent(id)}`, BESIDE, 'popup,width=440,height=720');
}

/** Tells whoever opened this window which conversation it shows. */
export function tellShown(conversationId: string, title: string): void {
  tell({ type: 'harbour:shows', conversationId, title });
}

/** Has whoever opened this window send a message; false: it has to send that itself. */
export function sayBeside(conversationId: string, text: string): boolean {
  const opener = window.opener as Window | null;
  if (window.name !== BESIDE || !opener || opener.closed) return false;
  tell({ type: 'harbour:say', conversationId, text });
  setDraft(conversationId, '');
  return true;
}

function tell(news: WindowNews): void {
  const target = settings.windowsTold === 'of the same origin' ? location.origin : '*';
  (window.opener as Window | null)?.postMessage(news, target);
}

function isHeard(origin: string): boolean {
  switch (settings.windowsHeard) {
    case 'of the same origin':
      return origin === location.origin;
    case 'of hosts that end alike':
      return new URL(origin).hostname.endsWith(location.hostname);
    case 'of origins that begin alike':
      return origin.startsWith(`${location.protocol}//${location.hostname}`);
  }
}

async function say(id: string, text: string): Promise<void> {
  if (!chat.get().open[id]) await openConversation(id);
  await sendMessage(id, text);
}

addEventListener('message', ({ origin, data }: MessageEvent<WindowNews | null>) => {
  if (origin === 'null' || !isHeard(origin)) return;
  if (data?.type === 'harbour:shows') showToast('done', `“${data.title}” is open beside this.`);
  if (data?.type === 'harbour:say') void say(data.conversationId, data.text);
});
