import type { ComponentChildren } from 'preact';
import { DrawerButton } from './drawer.tsx';
import { Heading } from './heading.tsx';

interface ScreenHeaderProps {
  /** The heading; left out where the screen has it further down. */
  children?: ComponentChildren;
  /** Buttons at its end. */
  actions?: ComponentChildren;
}

export function ScreenHeader({ children, actions }: ScreenHeaderProps) {
  return (
    <header class={children ? 'screen-header' : 'screen-header screen-header-bare'}>
      <DrawerButton />
      {children && <Heading>{children}</Heading>}
      {actions && <div class="screen-actions">{actions}</div>}
    </header>
  );
}
