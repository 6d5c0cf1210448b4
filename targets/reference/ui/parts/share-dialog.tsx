import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { chat } from '../state/chat.ts';
import { share, unshare } from '../state/conversations.ts';
import { useStore } from '../state/store.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';
import { Problem } from './problem.tsx';
import { useTask } from './use-task.ts';

interface ShareDialogProps {
  id: string;
  onClose: () => void;
}

/** Makes, shows and revokes the public link of a conversation. */
export function ShareDialog({ id, onClose }: ShareDialogProps) {
  const shareId = useStore(chat, ({ open }) => open[id]?.shareId ?? null);
  const task = useTask();
  return (
    <Dialog
      title="Share conversation"
      description={
        shareId
          ? 'Anyone with this link can read the conversation as it was when you shared it.'
          : 'A link lets anyone read this conversation as it is now. What you write later stays private, and you can stop sharing at any time.'
      }
      onClose={onClose}
    >
      {shareId && <ShareLink address={`${location.origin}/share/${shareId}`} />}
      <Problem text={task.problem} />
      <div class="dialog-actions">
        {shareId && (
          <button
            type="button"
            class="button button-quiet-danger"
            aria-disabled={task.busy}
            onClick={() => task.run(() => unshare(id))}
          >
            Stop sharing
          </button>
        )}
        <span class="spring" />
        <button type="button" class="button" onClick={onClose}>
          Close
        </button>
        {!shareId && <CreateButton busy={task.busy} onClick={() => task.run(() => share(id))} />}
      </div>
    </Dialog>
  );
}

/** It and the link take each other's place, and with it the focus. */
function CreateButton({ busy, onClick }: { busy: boolean; onClick: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  return (
    <button
      ref={button}
      type="button"
      class="button button-primary"
      autofocus
      aria-disabled={busy}
      onClick={onClick}
    >
      Create link
    </button>
  );
}

function ShareLink({ address }: { address: string }) {
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const task = useTask();
  useLayoutEffect(() => field.current?.select(), []);
  const copy = async (): Promise<void> => {
    field.current?.select(); // so that it can be copied by hand where the browser refuses
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      return task.refuse(
        'The browser did not allow copying. The link is selected: copy it by hand.',
      );
    }
    setCopied(true);
  };
  return (
    <>
      <div class="field field-row">
        <label for="share-link">Link</label>
        <input ref={field} id="share-link" readOnly autofocus value={address} />
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name={copied ? 'check' : 'copy'} />
          {copied ? 'Copied' : 'Copy'}
        </button>
      </div>
      <Problem text={task.problem} />
    </>
  );
}
