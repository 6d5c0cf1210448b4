import type { MessageRecord } from '../storage/conversations.ts';

const SPEAKERS = { user: 'You', assistant: 'Harbour' } as const;

/** The conversation as a markdown document. */
export function markdownOf(title: string, messages: MessageRecord[]): string {
  const parts = messages.map(
    ({ role, text, at }) => `## ${SPEAKERS[role]}, ${new Date(at).toISOString()}\n\n${text}\n`,
  );
  return [`# ${title}\n`, ...parts].join('\n');
}

/** A `Content-Disposition` that saves it under the title: in ASCII for old clients, in full for the others. */
export function markdownFileName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const full = title.replaceAll(/[/\\\p{Cc}\p{Cs}]/gu, '-');
  const encoded = encodeURIComponent(`${full}.md`).replaceAll(/['()*]/g, percentEncoded);
  return `attachment; filename="${plain || 'conversation'}.md"; filename*=UTF-8''${encoded}`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
