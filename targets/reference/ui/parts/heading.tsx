import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { hasMoved, type Route } from '../router.ts';

/** The heading of a screen. It takes the focus when the screen changes, so that it is read out. */
export function Heading({ children }: { children: ComponentChildren }) {
  return (
    <h1 id="heading" tabIndex={-1}>
      {children}
    </h1>
  );
}

/** On a change of screen the focus goes to its heading, unless the screen took it for itself. */
export function useFocusOnArrival(route: Route): void {
  useEffect(() => {
    if (hasMoved() && !document.activeElement?.matches('textarea, input')) focusHeading();
  }, [route]);
}

export function focusHeading(): void {
  document.getElementById('heading')?.focus();
}
