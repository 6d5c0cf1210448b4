import { GUEST } from '../api/guest.ts';
import { openConversation } from './conversations.ts';
import { openScope, scopeSignal } from './scope.ts';
import { isSending } from './sending.ts';

/** Begins a guest's stretch of this page, or goes on with it, and shows what was said in this browser. */
export function enterAsGuest(): void {
  if (scopeSignal().aborted) openScope();
  // What this tab is sending right now is more recent than what the server would answer.
  if (!isSending(GUEST)) void openConversation(GUEST);
}
