import type { Locator, Page } from '@playwright/test';

/** What begins or ends something opens nothing, whatever else it is called: “Delete account”, “New chat”. */
const DOES =
  'new|create|add|start|begin|delete|remove|erase|clear|deactivate|deauthorize|unlink|reset|revoke|close (my |your )?account|(log|sign)[\\s-]*(out|off|up)|register|upgrade|löschen|neu|abmelden|nouveau|nouvelle|supprimer|effacer|créer|réinitialiser|(se )?déconnecter|s.inscrire';

/** Names like these, of controls that begin or end nothing. */
function harmless(names: RegExp): RegExp {
  return new RegExp(`^(?!.*\\b(${DOES})\\b).*(${names.source})`, 'is');
}

/**
 * The visible controls behind which something may be hidden: those that say so by their attributes first, those that are
 * called so after them; in each group the last one first, because products put the person's own menu there.
 */
export async function openersOf(page: Page, names: RegExp): Promise<Locator[]> {
  const declared = page.locator('[aria-haspopup="menu"], [aria-haspopup="true"], summary');
  const closed = page.locator(
    'button[aria-expanded="false"], [role="button"][aria-expanded="false"]',
  );
  const named = page
    .getByRole('button', { name: harmless(names) })
    .or(page.getByRole('link', { name: harmless(names) }));
  const found: Locator[] = [];
  for (const group of [declared, closed, named]) {
    found.push(...(await group.filter({ visible: true }).all()).reverse());
  }
  return found;
}
