import type { OutgoingFile } from '../wire.ts';
import { chat } from './chat.ts';
import { showToast } from './toasts.ts';

/** Files that wait in the box for the message with which they go. */

const MOST_FILES = 4;
/** Bytes. */
const LARGEST_FILE = 128 * 1024;

/** Puts files beside a draft; what the server would not take is told and left out. */
export async function attach(key: string, chosen: readonly File[]): Promise<void> {
  for (const file of chosen) {
    const waiting = chat.get().attached[key] ?? [];
    if (waiting.length >= MOST_FILES) {
      showToast('problem', `At most ${MOST_FILES} files go with a message.`);
      return;
    }
    if (file.size > LARGEST_FILE) showToast('problem', `${file.name} is larger than 128 kB.`);
    else put(key, [...waiting, await outgoing(file)]);
  }
}

export function detach(key: string, file: OutgoingFile): void {
  put(
    key,
    (chat.get().attached[key] ?? []).filter((other) => other !== file),
  );
}

/** The files beside a draft, which go now. */
export function takeAttached(key: string): OutgoingFile[] {
  const files = chat.get().attached[key] ?? [];
  if (files.length > 0) put(key, []);
  return files;
}

function put(key: string, files: OutgoingFile[]): void {
  chat.set({ attached: { ...chat.get().attached, [key]: files } });
}

async function outgoing(file: File): Promise<OutgoingFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return { name: file.name, size: file.size, content };
}
