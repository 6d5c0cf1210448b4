import { useRef } from 'preact/hooks';
import { settings } from '../settings.ts';
import { attach, detach } from '../state/attached.ts';
import { chat } from '../state/chat.ts';
import { saveAttachment } from '../state/conversations.ts';
import { useStore } from '../state/store.ts';
import { perform } from '../state/toasts.ts';
import type { Attachment, OutgoingFile } from '../wire.ts';
import { Icon } from './icons.tsx';

/** Chooses files that go along with the next message. */
export function AttachButton({ draftKey }: { draftKey: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to send along"
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          // The same file can be chosen again.
          currentTarget.value = '';
          perform(() => attach(draftKey, chosen));
        }}
      />
      <button
        type="button"
        class="attach-button"
        aria-label="Attach files"
        title="Attach files"
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
    </>
  );
}

const NONE: readonly OutgoingFile[] = [];

/** The files that go along with the next message. */
export function AttachedFiles({ draftKey }: { draftKey: string }) {
  const files = useStore(chat, ({ attached }) => attached[draftKey] ?? NONE);
  if (files.length === 0) return null;
  return (
    <ul class="files" aria-label="Files to send along">
      {files.map((file, index) => (
        <li key={index} class="file">
          <span class="file-name" title={file.name}>
            {file.name}
          </span>
          <span class="file-size">{sizeOf(file)}</span>
          <button
            type="button"
            class="file-remove"
            aria-label={`Remove ${file.name}`}
            onClick={() => detach(draftKey, file)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface MessageFilesProps {
  conversationId: string;
  files: readonly Attachment[];
}

/** The files that came with a message; a click saves one. */
export function MessageFiles({ conversationId, files }: MessageFilesProps) {
  return (
    <ul class="files" aria-label="Files">
      {files.map((file) => (
        <li key={file.id}>
          <button
            type="button"
            class="file"
            onClick={() => perform(() => saveAttachment(conversationId, file))}
          >
            <FileName name={file.name} />
            <span class="file-size">{sizeOf(file)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A long name is cut short by its style, and told whole to who points at it. */
function FileName({ name }: { name: string }) {
  if (settings.fileNames === 'text') {
    return (
      <span class="file-name" title={name}>
        {name}
      </span>
    );
  }
  const text = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const html = `<span class="file-name" title="${text}">${text}</span>`;
  return <span class="file-name" dangerouslySetInnerHTML={{ __html: html }} />;
}

const kilobytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function sizeOf({ size }: { size: number }): string {
  return size < 1000 ? `${size} B` : `${kilobytes.format(size / 1000)} kB`;
}
