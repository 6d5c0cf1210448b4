import type { Page } from '@playwright/test';

/** What can be read on a page, components included: what one holds in a root of its own is read where it stands. */
export function shownText(page: Page): Promise<string> {
  return page.evaluate(textOfBody);
}

/** Runs in the page. */
function textOfBody(): string {
  const shownIn = (node: Node): string => {
    if (node instanceof Text)
      return node.parentElement?.checkVisibility() === false ? '' : node.data;
    if (node instanceof Element && node.matches('script, style, template')) return '';
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    const root = node instanceof Element ? (node.shadowRoot ?? node) : node;
    return (slotted.length > 0 ? slotted : [...root.childNodes]).map(shownIn).join('');
  };
  const hasComponents = [...document.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot);
  return hasComponents ? shownIn(document.body) : document.body.innerText;
}
