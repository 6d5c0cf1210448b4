import { Icon } from './icons.tsx';

/** Says what went wrong, to be heard at once; nothing where nothing did. */
export function Problem({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text !== null && (
        <p class="problem">
          <Icon name="warning" />
          <span>{text}</span>
        </p>
      )}
    </div>
  );
}
