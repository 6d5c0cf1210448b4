import { settings } from '../settings.ts';

/** Unsent text that outlives a reload, where the product is set to keep it. */
const KEY = 'harbour.drafts';

export function keptDrafts(): Record<string, string> {
  if (settings.drafts === 'in memory') return {};
  return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
}

export function keepDrafts(drafts: Record<string, string>): void {
  if (settings.drafts === 'in the browser') localStorage.setItem(KEY, JSON.stringify(drafts));
}
