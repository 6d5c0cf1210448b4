import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons.tsx';

export interface MenuItem {
  label: string;
  icon: IconName;
  /** For what cannot be undone. */
  dangerous?: boolean;
  onSelect: () => void;
}

interface MenuProps {
  /** The name of the button. */
  label: string;
  /** The id of what tells this button from others of the same name. */
  describedBy?: string;
  class?: string;
  items: readonly MenuItem[];
  /** The button's content. */
  children: ComponentChildren;
}

/** Pixels between the button and its menu, and between the menu and the window's edge. */
const GAP = 6;

/** A button that opens a menu above everything else, to be used with the mouse, by touch and with the keyboard. */
export function Menu({ label, describedBy, class: className, items, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    // It stands where the button was: it must not stay when that moves.
    const close = (): void => menu.current?.hidePopover();
    addEventListener('resize', close);
    return () => removeEventListener('resize', close);
  }, [open]);

  const show = (): void => {
    if (!menu.current || !button.current) return;
    menu.current.showPopover();
    place(menu.current, button.current);
    itemsOf(menu.current)[0]?.focus();
  };
  const select = (item: MenuItem): void => {
    menu.current?.hidePopover();
    button.current?.focus();
    item.onSelect();
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        class={className ?? 'icon-button'}
        aria-label={label}
        aria-describedby={describedBy}
        aria-haspopup="menu"
        aria-expanded={open}
        // Tells the browser that a click on this button is none beside the menu.
        popovertarget={id}
        onClick={(event) => {
          event.preventDefault();
          // Not `open`, which is told of it a moment later.
          if (menu.current?.matches(':popover-open')) menu.current.hidePopover();
          else show();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          show();
        }}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        class="menu"
        role="menu"
        aria-label={label}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={moveFocus}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={item.dangerous ? 'menu-item menu-item-dangerous' : 'menu-item'}
            onClick={() => select(item)}
          >
            <Icon name={item.icon} />
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const targets: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  };
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[target]?.focus();
}

/** Below the button where there is room, above it otherwise; inside the window. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const from = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = from.bottom + GAP;
  const top = below + height + GAP <= innerHeight ? below : from.top - GAP - height;
  const left = Math.min(Math.max(GAP, from.right - width), innerWidth - width - GAP);
  menu.style.setProperty('top', `${Math.max(GAP, top)}px`);
  menu.style.setProperty('left', `${Math.max(GAP, left)}px`);
}
