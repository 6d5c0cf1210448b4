import { isAbort, problemText } from '../api/failures.ts';
import { createStore } from './store.ts';

/** One short word to the person, outside of the flow. */
export interface Toast {
  id: number;
  tone: 'done' | 'problem';
  text: string;
}

export const toasts = createStore<{ shown: Toast[] }>(() => ({ shown: [] }));

/** How long a toast stays, in milliseconds. */
const STAY = { done: 4000, problem: 10_000 } as const;
let count = 0;

export function showToast(tone: Toast['tone'], text: string): void {
  const id = ++count;
  toasts.set({ shown: [...toasts.get().shown, { id, tone, text }] });
  setTimeout(() => dismissToast(id), STAY[tone]);
}

export function dismissToast(id: number): void {
  toasts.set({ shown: toasts.get().shown.filter((toast) => toast.id !== id) });
}

/** Does what a person asked for and tells them if it fails. What the end of the session cut short is not told. */
export function perform(task: () => Promise<void>): void {
  task().catch((error: unknown) => {
    if (!isAbort(error)) showToast('problem', problemText(error));
  });
}
