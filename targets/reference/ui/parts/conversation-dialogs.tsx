import { useState } from 'preact/hooks';
import { remove, rename } from '../state/conversations.ts';
import { showToast } from '../state/toasts.ts';
import { Dialog } from './dialog.tsx';
import { focusHeading } from './heading.tsx';
import { Problem } from './problem.tsx';
import { useTask } from './use-task.ts';

interface ConversationDialogProps {
  id: string;
  title: string;
  onClose: () => void;
}

export function RenameDialog({ id, title, onClose }: ConversationDialogProps) {
  const [text, setText] = useState(title);
  const task = useTask();

  const save = (event: Event): void => {
    event.preventDefault();
    const next = text.trim();
    if (next === '') return task.refuse('Give the conversation a title.');
    task.run(async () => {
      await rename(id, next);
      onClose();
    });
  };

  return (
    <Dialog title="Rename conversation" onClose={onClose}>
      <form onSubmit={save} noValidate>
        <div class="field">
          <label for="title">Title</label>
          <input
            id="title"
            maxLength={120}
            autocomplete="off"
            autofocus
            value={text}
            onFocus={(event) => event.currentTarget.select()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <Problem text={task.problem} />
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button-primary" aria-disabled={task.busy}>
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}

export function DeleteDialog({ id, title, onClose }: ConversationDialogProps) {
  const task = useTask();
  const confirm = (): void =>
    task.run(async () => {
      await remove(id);
      onClose();
      focusHeading(); // the button that opened this dialog is gone with its conversation
      showToast('done', 'Conversation deleted.');
    });

  return (
    <Dialog
      title="Delete conversation?"
      description={
        <>
          <strong>{title}</strong> and its share link will be gone for good.
        </>
      }
      onClose={onClose}
    >
      <Problem text={task.problem} />
      <div class="dialog-actions">
        <button type="button" class="button" autofocus onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          class="button button-danger"
          aria-disabled={task.busy}
          onClick={confirm}
        >
          Delete
        </button>
      </div>
    </Dialog>
  );
}
