import { createContext, type ComponentChildren, type RefObject } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { onRouteChange } from '../router.ts';
import { useSyncedValue } from '../state/store.ts';
import { Icon } from './icons.tsx';

/** On a narrow screen the sidebar is a drawer that lies over the rest. */
interface Drawer {
  narrow: boolean;
  open: boolean;
  show: () => void;
  close: () => void;
  closeButton: RefObject<HTMLButtonElement | null>;
}

const DrawerContext = createContext<Drawer | null>(null);
const narrowScreen = matchMedia('(max-width: 760px)');

function onWidthChange(listener: () => void): () => void {
  narrowScreen.addEventListener('change', listener);
  return () => narrowScreen.removeEventListener('change', listener);
}

export function DrawerProvider({ children }: { children: ComponentChildren }) {
  const narrow = useSyncedValue(onWidthChange, () => narrowScreen.matches);
  const [shown, setShown] = useState(false);
  const closeButton = useRef<HTMLButtonElement>(null);
  const opener = useRef<Element | null>(null);
  const open = narrow && shown;

  useEffect(() => onRouteChange(() => setShown(false)), []);
  useLayoutEffect(() => {
    if (open) closeButton.current?.focus();
    else if (opener.current instanceof HTMLElement) {
      opener.current.focus();
      opener.current = null;
    }
  }, [open]);

  const show = (): void => {
    opener.current = document.activeElement;
    setShown(true);
  };
  const drawer = { narrow, open, show, close: () => setShown(false), closeButton };
  return <DrawerContext.Provider value={drawer}>{children}</DrawerContext.Provider>;
}

export function useDrawer(): Drawer {
  const drawer = useContext(DrawerContext);
  if (!drawer) throw new Error('useDrawer needs a DrawerProvider above it.');
  return drawer;
}

/** Opens the drawer; not there on a wide screen. */
export function DrawerButton() {
  const { narrow, open, show } = useDrawer();
  if (!narrow) return null;
  return (
    <button
      type="button"
      class="icon-button"
      aria-label="Open conversations"
      aria-expanded={open}
      aria-controls="sidebar"
      onClick={show}
    >
      <Icon name="menu" />
    </button>
  );
}
