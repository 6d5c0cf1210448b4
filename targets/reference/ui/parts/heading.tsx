import type { ComponentChildren } from 'preact';

/** The heading of a screen. It takes the focus when the screen changes, so that it is read out. */
export function Heading({ children }: { children: ComponentChildren }) {
  return (
    <h1 id="heading" tabIndex={-1}>
      {children}
    </h1>
  );
}

export function focusHeading(): void {
  document.getElementById('heading')?.focus();
}
