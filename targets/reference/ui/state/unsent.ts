import { chat, NEW } from './chat.ts';

/**
 * What a person had not sent when her session ended without her doing. It waits in memory for her to sign in again in this
 * tab; it goes when she has, or anybody else has.
 */
let unsent: { username: string; drafts: Record<string, string> } | null = null;

export function keepUnsent(username: string): void {
  const { drafts, open, beginning } = chat.get();
  const underWay = Object.entries(open).flatMap(([id, { pending, failure }]) => {
    const text = pending ?? failure?.text;
    return text === undefined || drafts[id] ? [] : [[id, text] as const];
  });
  const begun = beginning === null || drafts[NEW] ? {} : { [NEW]: beginning };
  unsent = { username, drafts: { ...drafts, ...Object.fromEntries(underWay), ...begun } };
}

export function restoreUnsent(username: string): void {
  if (unsent?.username === username)
    chat.set({ drafts: { ...chat.get().drafts, ...unsent.drafts } });
  unsent = null;
}
