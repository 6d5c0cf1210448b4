import * as api from '../api/conversations.ts';
import { isAbort, isRefusal, problemText } from '../api/failures.ts';
import { sourceOf } from '../api/sources.ts';
import { currentRoute, navigate } from '../router.ts';
import { settings } from '../settings.ts';
import type { Attachment } from '../wire.ts';
import { changeOpen, chat, receiveConversation, retitle } from './chat.ts';
import { readCopy } from './offline-copy.ts';

/** What a person does with conversations, and keeping them current. */

interface Refreshing {
  /** See `request`. */
  background?: boolean;
}

export async function loadList(options: Refreshing = {}): Promise<void> {
  try {
    const list = await api.fetchConversations(options);
    chat.set({ list, listProblem: null });
    for (const { id, title } of list) changeOpen(id, { title });
  } catch (error) {
    if (isAbort(error)) return;
    // A list that is shown already stays; the next change brings it up to date.
    if (!chat.get().list) chat.set({ listProblem: problemText(error) });
  }
}

/** Shows what is known at once and asks the server for the rest. */
export async function openConversation(id: string, options: Refreshing = {}): Promise<void> {
  const known = chat.get().open[id];
  const copy = known ? undefined : readCopy(id);
  if (copy) receiveConversation(copy);
  else if (!known || known.status === 'failed') changeOpen(id, { status: 'loading' }, 'opening');
  try {
    receiveConversation(await sourceOf(id).read(options));
  } catch (error) {
    if (isAbort(error)) return;
    const isKept = known?.status === 'ready' && settings.goneConversations === 'shown as loaded';
    if (isRefusal(error, 404) && !isKept) forget(id);
    else if (chat.get().open[id]?.status !== 'ready') changeOpen(id, { status: 'failed' });
  }
}

/** Catches up with what happened while the live connection was down, or with a change made elsewhere. */
export async function catchUp(): Promise<void> {
  const route = currentRoute();
  const open = route.screen === 'conversation' ? [openConversation(route.id, background)] : [];
  await Promise.all([loadList(background), ...open]);
}
const background = { background: true } as const;

/** After a change elsewhere: the list, and the open conversation where it is no longer in the list. */
export async function refreshList(): Promise<void> {
  await loadList(background);
  const route = currentRoute();
  if (route.screen !== 'conversation') return;
  if (chat.get().list?.some(({ id }) => id === route.id)) return;
  await openConversation(route.id, background);
}

export async function rename(id: string, title: string): Promise<void> {
  await api.renameConversation(id, title);
  retitle(id, title);
}

export async function remove(id: string): Promise<void> {
  await api.deleteConversation(id);
  const route = currentRoute();
  if (route.screen === 'conversation' && route.id === id) navigate('/');
  forget(id);
}

export async function share(id: string): Promise<void> {
  changeOpen(id, { shareId: await api.shareConversation(id) });
}

export async function unshare(id: string): Promise<void> {
  await api.unshareConversation(id);
  changeOpen(id, { shareId: null });
}

/** Saves the conversation as a file. It is fetched by the page, because only the page has the access token. */
export async function exportToFile(id: string): Promise<void> {
  save(await api.exportConversation(id));
}

/** Saves a file that came with a message, in the same way. */
export async function saveAttachment(id: string, { id: fileId, name }: Attachment): Promise<void> {
  save({ content: await api.fetchAttachment(id, fileId), name });
}

function save({ content, name }: { content: Blob; name: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000); // the download reads it after the click
}

/** Drops everything of a conversation that no longer is. */
function forget(id: string): void {
  const { list, open, drafts } = chat.get();
  const route = currentRoute();
  const isShown = route.screen === 'conversation' && route.id === id;
  chat.set({
    list: list?.filter((entry) => entry.id !== id) ?? null,
    open: without(open, id),
    drafts: without(drafts, id),
  });
  if (isShown) changeOpen(id, { status: 'missing' }, 'opening');
}

function without<Value>(record: Record<string, Value>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));
}
