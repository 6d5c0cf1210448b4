import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  /** `alertdialog` for what cannot wait. */
  role?: 'dialog' | 'alertdialog';
  /** One sentence, read together with the title. */
  description?: ComponentChildren;
  /** Escape, and a click beside it. */
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal dialog. The browser keeps the focus inside and gives it back; `autofocus` marks what has it first. */
export function Dialog({ title, role = 'dialog', description, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    return () => dialog?.close(); // before it leaves the document, or the focus is not given back
  }, []);

  return (
    <dialog
      ref={element}
      class="dialog"
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === element.current) onClose();
      }}
    >
      <div class="dialog-body">
        <h2 id={`${id}-title`}>{title}</h2>
        {description && (
          <p id={`${id}-description`} class="dialog-description">
            {description}
          </p>
        )}
        {children}
      </div>
    </dialog>
  );
}
