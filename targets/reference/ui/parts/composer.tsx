import { useLayoutEffect, useRef } from 'preact/hooks';
import { chat, setDraft } from '../state/chat.ts';
import { useStore } from '../state/store.ts';
import { AttachButton, AttachedFiles } from './attachments.tsx';
import { Icon } from './icons.tsx';

interface ComposerProps {
  /** Whether files may go along. */
  files?: boolean;

  /** Under which the draft is kept. */
  draftKey: string;
  /** A reply is being written: what is typed waits. */
  busy: boolean;
  onSend: (text: string) => void;
  onStop: () => void;
}

/** Where one writes. Enter sends, Shift and Enter make a new line. */
export function Composer({ files = false, draftKey, busy, onSend, onStop }: ComposerProps) {
  const draft = useStore(chat, ({ drafts }) => drafts[draftKey] ?? '');
  const box = useRef<HTMLTextAreaElement>(null);
  const ready = draft.trim() !== '' && !busy;

  const send = (): void => {
    if (!ready) return;
    onSend(draft.trim());
    box.current?.focus();
  };

  useLayoutEffect(() => {
    // On a small screen the keyboard would cover what one came to read.
    if (matchMedia('(min-width: 761px)').matches) box.current?.focus();
  }, [draftKey]);

  return (
    <form
      class={files ? 'composer composer-files' : 'composer'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {files && <AttachedFiles draftKey={draftKey} />}
      <label for="message" class="visually-hidden">
        Message
      </label>
      <textarea
        ref={box}
        id="message"
        rows={1}
        maxLength={16_000}
        autocomplete="off"
        placeholder="Write to Harbour"
        value={draft}
        onInput={(event) => setDraft(draftKey, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {files && <AttachButton draftKey={draftKey} />}
      {/* Each is a button of its own: one that became the other while it is clicked would stop, and then send again. */}
      {busy ? (
        <button
          key="stop"
          type="button"
          class="round-button"
          aria-label="Stop"
          title="Stop"
          onClick={onStop}
        >
          <Icon name="stop" />
        </button>
      ) : (
        // Not `disabled`, which would throw the focus away when the text is sent.
        <button
          key="send"
          type="submit"
          class="round-button"
          aria-label="Send"
          title="Send"
          aria-disabled={!ready}
        >
          <Icon name="send" />
        </button>
      )}
    </form>
  );
}
