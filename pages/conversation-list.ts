import type { Locator, Page } from '@playwright/test';
import { AROUND_CONVERSATION, OUTSIDE_CONVERSATION } from './around-conversation.ts';
import { unlessNavigating } from './unless-navigating.ts';

/** What a control says that does something with an entry in place of opening it. */
const ACTS =
  /^\W*(delete|remove|rename|share|archive|(un)?pin|(more )?options|more|menu|actions|copy|edit|export|löschen|umbenennen|teilen|supprimer|renommer|partager|archiver|épingler|exporter|plus d.(options|actions))\b/i;

/** What may open the conversation of a title, in whatever list it stands; likeliest first. */
export async function entriesOf(page: Page, title: string): Promise<Locator[]> {
  const opening = page.locator(':not([aria-haspopup])').filter({ hasNotText: ACTS });
  const names = new RegExp(`^(?!${ACTS.source.slice(1)}).*${escape(title)}`, 'is');
  const groups = [
    page.getByRole('link', { name: names }),
    page.getByRole('option', { name: names }).or(page.getByRole('treeitem', { name: names })),
    page.getByRole('button', { name: names }),
  ];
  const found: Locator[] = [];
  for (const group of groups) {
    found.push(...(await group.and(opening).filter({ visible: true }).all()));
  }
  if (found.length > 0) return found;
  return page.getByRole('listitem').filter({ hasText: title, visible: true }).all();
}

/** Whether a text can be read in a conversation that is open, and not only in lists, titles and controls that name it. */
export async function standsInConversation(page: Page, text: string): Promise<boolean> {
  const shown = page.getByText(text).filter({ visible: true });
  const marks = { around: AROUND_CONVERSATION, outside: OUTSIDE_CONVERSATION };
  return (await unlessNavigating(() => shown.evaluateAll(anyInConversation, marks))) ?? false;
}

/** Runs in the page. */
function anyInConversation(
  elements: Element[],
  { around, outside }: { around: string; outside: string },
): boolean {
  // What is around a component is around all that is in it.
  const isWithin = (element: Element, selector: string): boolean => {
    if (element.closest(selector)) return true;
    const root = element.getRootNode();
    return root instanceof ShadowRoot && isWithin(root.host, selector);
  };
  return elements.some((element) => {
    if (isWithin(element, '[role="log"]')) return true;
    // Lists made of plain boxes show by the pointer that their entries can be clicked.
    const clickable = getComputedStyle(element).cursor === 'pointer';
    return !clickable && !isWithin(element, outside) && isWithin(element, around);
  });
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
