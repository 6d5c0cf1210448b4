import { settings } from './settings.ts';
import { useSyncedValue } from './state/store.ts';

/** Where the person is. The server serves the same document at each of these addresses. */
export type Route =
  | { screen: 'sign-in' }
  | { screen: 'forgotten' }
  | { screen: 'guest' }
  | { screen: 'new' }
  | { screen: 'conversation'; id: string }
  | { screen: 'account' }
  | { screen: 'share'; shareId: string }
  | { screen: 'unknown' };

const listeners = new Set<() => void>();
let route = parse(location.pathname);
let moved = false;

function parse(path: string): Route {
  if (path === '/login') return { screen: 'sign-in' };
  if (path === '/forgot') return { screen: 'forgotten' };
  if (path === '/try') return { screen: 'guest' };
  if (path === '/') return { screen: 'new' };
  if (path === '/account') return { screen: 'account' };
  const [, folder, id, ...rest] = path.split('/');
  const titled = folder === 'c' && settings.addresses === 'the identifier and the title';
  if (id && rest.length <= (titled ? 1 : 0)) {
    if (folder === 'c') return { screen: 'conversation', id: decodeURIComponent(id) };
    if (folder === 'share') return { screen: 'share', shareId: decodeURIComponent(id) };
  }
  return { screen: 'unknown' };
}

function arrive(): void {
  moved = true;
  route = parse(location.pathname);
  for (const listener of [...listeners]) listener();
}

window.addEventListener('popstate', arrive);

/** The present route, outside of a component. */
export function currentRoute(): Route {
  return route;
}

/** Whether the person has gone anywhere since the document was loaded. */
export function hasMoved(): boolean {
  return moved;
}

/** The present route; the component renders again when it changes. */
export function useRoute(): Route {
  return useSyncedValue(onRouteChange, currentRoute);
}

export function onRouteChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What a history entry remembers: the path to go to after signing in. */
interface EntryState {
  returnTo?: string;
}

/** Goes to a path of this page. `replace` leaves no entry behind in the history. */
export function navigate(path: string, options: { replace?: boolean } & EntryState = {}): void {
  const state: EntryState = options.returnTo ? { returnTo: options.returnTo } : {};
  if (options.replace) history.replaceState(state, '', path);
  else if (path !== location.pathname) history.pushState(state, '', path);
  arrive();
}

/** Characters of a title in an address; the server takes no path with longer parts. */
const LONGEST_SLUG = 80;

/** Puts the title of the conversation that is shown into the address, where the product is set so. */
export function nameAddress(id: string, title: string): void {
  if (settings.addresses === 'the identifier' || title === '') return;
  const words = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const slug = words
    .filter((word) => word !== '')
    .join('-')
    .slice(0, LONGEST_SLUG);
  const path = `/c/${id}/${encodeURIComponent(slug)}`;
  if (slug !== '' && path !== location.pathname) history.replaceState(history.state, '', path);
}

/** The path to go to after signing in: it lives in the history entry, so that no address can name another site. */
export function returnPath(): string {
  const state = history.state as EntryState | null;
  return state?.returnTo?.startsWith('/') ? state.returnTo : '/';
}

/** Follows a plain click inside the page; everything else (new tab, download) stays the browser's. */
export function followLink(event: MouseEvent): void {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return;
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  navigate(new URL(link.href).pathname);
}
