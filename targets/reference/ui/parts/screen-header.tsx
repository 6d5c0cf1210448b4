import type { ComponentChildren } from 'preact';
import { DrawerButton } from './drawer.tsx';
import { Heading } from './heading.tsx';

interface ScreenHeaderProps {
  /** The heading. */
  children: ComponentChildren;
  /** Buttons at its end. */
  actions?: ComponentChildren;
}

export function ScreenHeader({ children, actions }: ScreenHeaderProps) {
  return (
    <header class="screen-header">
      <DrawerButton />
      <Heading>{children}</Heading>
      {actions && <div class="screen-actions">{actions}</div>}
    </header>
  );
}
