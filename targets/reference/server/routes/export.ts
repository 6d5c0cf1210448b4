import type { MessageRecord } from '../storage/conversations.ts';

const SPEAKERS = { user: 'You', assistant: 'Harbour' } as const;

/** The conversation as a markdown document. */
export function markdownOf(title: string, messages: MessageRecord[]): string {
  const parts = messages.map(
    ({ role, text, at }) => `## ${SPEAKERS[role]}, ${new Date(at).toISOString()}\n\n${text}\n`,
  );
  return [`# ${title}\n`, ...parts].join('\n');
}

/** A `Content-Disposition` that saves it under the title. */
export function markdownFileName(title: string): string {
  return savedAs(`${title}.md`);
}

/** A `Content-Disposition` that saves a file under its name: in ASCII for old clients, in full for the others. */
export function savedAs(name: string): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.\w+)?$/su.exec(name) ?? [];
  const plain = stem
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const full = name.replaceAll(/[/\\\p{Cc}\p{Cs}]/gu, '-');
  const encoded = encodeURIComponent(full).replaceAll(/['()*]/g, percentEncoded);
  return `attachment; filename="${plain || 'conversation'}${extension}"; filename*=UTF-8''${encoded}`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
