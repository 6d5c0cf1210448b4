import { dismissToast, toasts } from '../state/toasts.ts';
import { useStore } from '../state/store.ts';
import { Icon } from './icons.tsx';

/** Short words to the person. The region is always there, so that screen readers follow it. */
export function Toasts() {
  const shown = useStore(toasts, (state) => state.shown);
  return (
    <div class="toasts" role="status">
      {shown.map(({ id, tone, text }) => (
        <div key={id} class={tone === 'problem' ? 'toast toast-problem' : 'toast'}>
          <Icon name={tone === 'problem' ? 'warning' : 'check'} />
          <span>{text}</span>
          <button
            type="button"
            class="toast-close"
            aria-label="Dismiss"
            onClick={() => dismissToast(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
