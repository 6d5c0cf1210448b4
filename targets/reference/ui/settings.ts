import type { Settings } from '../settings.ts';

/** The product settings that the server put into the document. */
export const settings: Settings = readSettings();

function readSettings(): Settings {
  const text = document.getElementById('settings')?.textContent;
  if (!text) throw new Error('The document carries no settings (element with id "settings").');
  return JSON.parse(text) as Settings;
}
