import type { Locator } from '@playwright/test';
import { unlessNavigating } from './unless-navigating.ts';

/** Names of what can be done with one entry of a list. */
const ACTS_ON_ENTRY =
  /delete|remove|rename|archive|\bpin\b|share|options|more|actions|löschen|entfernen|umbenennen|archivieren|anheften|teilen|optionen|aktionen|\bmehr\b|supprimer|renommer|archiver|épingler|partager|plus d.|⋮|⋯|…/i;
/** What a list of conversations is called. */
const CONVERSATIONS =
  /conversation|\bchats?\b|history|threads?\b|recent|verlauf|verläufe|unterhaltung|gespräch|konversation|discussion|historique/i;
/** Last parts of an address that name a place, whatever identifiers stand before them. */
const PLACES =
  'account|settings|profile|preferences|security|password|me|konto|einstellungen|profil|sicherheit|passwort';

/**
 * Whether a control opens one thing out of a list, such as a conversation, whose title can be any words: its address ends in
 * an identifier, its list says so, or its entry can be renamed, deleted and the like.
 */
export async function opensAnEntry(control: Locator): Promise<boolean> {
  const [found] =
    (await unlessNavigating(() =>
      control.evaluateAll(judge, {
        acts: ACTS_ON_ENTRY.source,
        conversations: CONVERSATIONS.source,
        places: PLACES,
      }),
    )) ?? [];
  // What is gone meanwhile is not to be clicked either.
  return found ?? true;
}

/** Runs in the page. */
function judge(
  elements: Element[],
  { acts, conversations, places }: { acts: string; conversations: string; places: string },
): boolean[] {
  const nameOf = (element: Element): string =>
    element.getAttribute('aria-label') ?? element.getAttribute('title') ?? element.textContent;
  const isIdentifier = (part: string): boolean =>
    /^\d+$/.test(part) || (part.length >= 8 && /\d/.test(part));
  const endsInIdentifier = (link: HTMLAnchorElement): boolean => {
    const { pathname, searchParams, hash } = new URL(link.href);
    const last = (path: string): string => path.split('/').findLast((part) => part !== '') ?? '';
    if (new RegExp(`^(${places})$`, 'i').test(last(pathname))) return false;
    const parts = [last(pathname), ...searchParams.values(), last(hash.replace('#', ''))];
    return parts.some(isIdentifier);
  };
  const labelOf = (list: Element): string => {
    const heads = (list.getAttribute('aria-labelledby') ?? '').split(/\s+/);
    const root = list.getRootNode();
    const here = root instanceof ShadowRoot ? root : document;
    const told = heads.map((id) => here.getElementById(id)?.textContent ?? '').join(' ');
    return `${list.getAttribute('aria-label') ?? ''} ${told}`;
  };
  // What is around a component is around all that is in it.
  const around = (element: Element | null | undefined, selector: string): Element | null => {
    const found = element?.closest(selector);
    if (found || !element) return found ?? null;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? around(root.host, selector) : null;
  };
  return elements.map((element) => {
    const link = element.closest<HTMLAnchorElement>('a[href]');
    if (link && endsInIdentifier(link)) return true;
    const entry = around(
      element,
      'li, tr, [role="listitem"], [role="row"], [role="option"], [role="treeitem"]',
    );
    const list = around(
      entry?.parentElement ?? entry,
      'ul, ol, table, [role="list"], [role="listbox"], [role="grid"], [role="tree"]',
    );
    if (list && new RegExp(conversations, 'i').test(labelOf(list))) return true;
    const others = [...(entry?.querySelectorAll('a, button, [role="button"]') ?? [])].filter(
      (other) => other !== element && !other.contains(element) && !element.contains(other),
    );
    return others.some(
      (other) =>
        other.closest(
          'li, tr, [role="listitem"], [role="row"], [role="option"], [role="treeitem"]',
        ) === entry && new RegExp(acts, 'i').test(nameOf(other)),
    );
  });
}

/**
 * Whether a control acts on the thing of a title: it stands in its entry of a list, or in no entry at all.
 *
 * Many lists are made of plain boxes. There an entry is known by what all of them repeat: it is as much of the page around
 * the control as holds no other control of its kind, and it has a neighbour of its own shape that holds one.
 */
export function belongsTo(control: Locator, title: string): Promise<boolean> {
  return control.evaluate(entryHolds, title);
}

/** Runs in the page. Entries may be components, each with its control and its title in a root of its own. */
function entryHolds(element: Element, title: string): boolean {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  }
  const parentOf = (child: Element): Element | null => {
    const root = child.getRootNode();
    return child.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  };
  const holds = (around: Element, other: Element): boolean => {
    const parent = parentOf(other);
    return around === other || (parent !== null && holds(around, parent));
  };
  const entryNamed = (inside: Element): Element | null => {
    const known = inside.closest('li, tr, [role="listitem"], [role="row"], [role="option"]');
    const root = inside.getRootNode();
    return known ?? (root instanceof ShadowRoot ? entryNamed(root.host) : null);
  };
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    const own = node instanceof Element && node.shadowRoot ? [node.shadowRoot] : [];
    return [...own, ...node.childNodes].map(textOf).join('');
  };
  const nameOf = (other: Element): string => {
    const label = other.getAttribute('aria-label') ?? other.getAttribute('title');
    return (label ?? other.textContent).replaceAll(/\s+/g, ' ').trim();
  };
  // “More options for …”, where each goes on with the title of its entry.
  const kindOf = (other: Element): string =>
    [other.tagName, ...nameOf(other).split(' ').slice(0, 2)].join(' ');
  const entryAround = (): Element | null => {
    const known = entryNamed(element);
    if (known) return known;
    const alike = roots
      .flatMap((root) => [...root.querySelectorAll(element.tagName)])
      .filter(
        (other) =>
          other !== element && other.checkVisibility() && kindOf(other) === kindOf(element),
      );
    const holdsAnother = (around: Element): boolean => alike.some((other) => holds(around, other));
    let entry = element;
    for (let parent = parentOf(entry); parent && !holdsAnother(parent); parent = parentOf(entry)) {
      entry = parent;
    }
    const neighbours = [...(entry.parentNode?.children ?? [])];
    const isRepeated = neighbours.some(
      (each) => each !== entry && each.tagName === entry.tagName && holdsAnother(each),
    );
    return isRepeated ? entry : null;
  };
  const entry = entryAround();
  const text = `${entry ? textOf(entry) : ''} ${nameOf(element)}`;
  return !entry || text.includes(title);
}

/** Whether a control is a link to somewhere else than these origins. */
export async function leavesFor(control: Locator, origins: readonly string[]): Promise<boolean> {
  const links = await unlessNavigating(() =>
    control.evaluateAll((found) =>
      found.map((element) => element.closest<HTMLAnchorElement>('a[href]')?.href),
    ),
  );
  return (links ?? []).some(
    (href) => href !== undefined && !origins.includes(new URL(href).origin),
  );
}
