import { GUEST } from '../api/guest.ts';
import { settings } from '../settings.ts';
import type { Conversation } from '../wire.ts';

/** A copy of the opened conversations in this browser, where the product is set to keep one. */
const PREFIX = 'harbour.conversation.';

export function keepCopy(conversation: Conversation): void {
  if (!isKept(conversation.id)) return;
  localStorage.setItem(PREFIX + conversation.id, JSON.stringify(conversation));
}

export function readCopy(id: string): Conversation | undefined {
  if (!isKept(id)) return undefined;
  const text = localStorage.getItem(PREFIX + id);
  return text === null ? undefined : (JSON.parse(text) as Conversation);
}

/** `confirmed`: the server knows that the session is over. */
export function clearCopies(confirmed: boolean): void {
  const { offlineCopy } = settings;
  const cleared = confirmed && offlineCopy === 'cleared once confirmed';
  if (!cleared && offlineCopy !== 'cleared at sign-out') return;
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) localStorage.removeItem(key);
}

/** A guest's conversation is no person's to come back to. */
function isKept(id: string): boolean {
  return settings.offlineCopy !== 'none' && id !== GUEST;
}
