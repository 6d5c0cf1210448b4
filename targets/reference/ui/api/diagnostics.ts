import { settings } from '../settings.ts';

/** Writes what happens to the console, for whoever looks for an error there, where the product is set to. */

export function noteRequest(method: string, path: string, headers: object): void {
  if (settings.diagnostics === 'requests and answers') console.debug('→', method, path, headers);
}

export function noteAnswer(method: string, path: string, answer: unknown): void {
  if (settings.diagnostics === 'requests and answers') console.debug('←', method, path, answer);
}
