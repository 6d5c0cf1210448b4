import type { ElementHandle, Locator, Page } from '@playwright/test';
import { unlessNavigating } from './unless-navigating.ts';

const END_ONE =
  /^\W*((end|revoke|terminate|remove)\b.{0,16}|(log|sign)[\s-]*(out|off)( (of |from )?(this |that |the )?(device|session|browser|computer))?\W*|(sitzung |gerät )?(beenden|abmelden|entfernen)\W*|(révoquer|déconnecter|terminer|fermer la session|retirer|supprimer)\W*((la |cette )?session|(l.|cet )?appareil)?\W*)$/i;

/** What is looked for around a button, as sources of patterns: they cross into the page. */
const SIGNS = {
  thisOne: String.raw`\b(this|current|your present) (device|session|browser)\b|\bcurrent\b|\b(diese[srm]?|aktuelle[srn]?) (gerät|sitzung|browser)|\b(cet|cette|votre) (appareil|session|navigateur)\b|\b(session|appareil) (actuel|en cours)`,
  /** Headings of lists of devices. “Sessions” alone is what some products call conversations. */
  devices: String.raw`\bdevices?\b|\b(active|browser|web|log-?in|sign-?in|signed[\s-]?in|logged[\s-]?in) sessions?\b|\b(signed|logged)[\s-]in\b(?! with)|\b(log|sign)[\s-]?ins\b|geräte|angemeldet|appareils|sessions (actives|ouvertes)`,
  sessions: String.raw`\bsessions?\b|sitzungen`,
  /** Headings of what is removed one by one just as well, and ends no session. */
  otherThings: String.raw`factor|\b[2m]fa\b|authenticat|passkey|\bkeys?\b|trusted|verif|notif|push|linked|method`,
  /** What a list tells of a signed-in session, and of no conversation. */
  platform: String.raw`chrome|firefox|safari|\bedge\b|\bopera\b|browser|windows|mac ?os|linux|android|iphone|ipad|\bip\b|\d+\.\d+\.\d+\.\d+|(signed|logged) in|\bdevice\b|navigateur`,
};

/** The list of the places where a person is signed in, wherever on the page it is. */
export class DeviceList {
  constructor(private readonly page: Page) {}

  /** Every button on the page that is called as those of the list are. */
  get namesakes(): Locator {
    return this.page.getByRole('button', { name: END_ONE }).filter({ visible: true });
  }

  /** One of them; undefined: there is no such list in sight, or nobody else on it. */
  async first(): Promise<ElementHandle | undefined> {
    const [button] = await this.endButtons();
    return button;
  }

  /** The buttons that end one session each, this device's own left out. As elements: a list moves up when one goes. */
  async endButtons(): Promise<ElementHandle[]> {
    const found = await unlessNavigating(async () => {
      const buttons: ElementHandle[] = [];
      for (const button of await this.namesakes.elementHandles()) {
        if (await button.evaluate(endsADevice, { ...SIGNS, endOne: END_ONE.source })) {
          buttons.push(button);
        }
      }
      return buttons;
    });
    return found ?? [];
  }
}

/**
 * Runs in the page. A list of devices is headed so; or it is headed “Sessions”, or marks one as this device, and its entry
 * tells of a browser and cannot be opened.
 */
function endsADevice(button: Node, signs: typeof SIGNS & { endOne: string }): boolean {
  const ROW = 'li, tr, [role="listitem"], [role="row"]';
  const PART =
    'section, article, aside, nav, form, fieldset, [role="region"], [role="tabpanel"], [role="dialog"]';
  const has = (pattern: string, text: string): boolean => new RegExp(pattern, 'i').test(text);
  const textOf = (element: Element): string =>
    element instanceof HTMLElement ? element.innerText : element.textContent;
  const labelOf = (element: Element): string => {
    const heads = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/);
    const told = heads.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const caption = element.querySelector(':scope > caption, :scope > legend')?.textContent ?? '';
    return [element.getAttribute('aria-label') ?? '', told, caption].join(' ').trim();
  };
  // “Sign out this device” speaks of the one that it ends.
  const isThisOne = (row: Element): boolean => {
    const controls = [...row.querySelectorAll('button, [role="button"]')].map(textOf);
    const ending = controls.filter((name) => has(signs.endOne, name));
    const told = ending.reduce((text, name) => text.replace(name, ' '), textOf(row));
    return has(signs.thisOne, told);
  };
  const above = button.parentElement;
  const row =
    above?.closest(ROW) ?? above?.closest('[class*="session" i], [class*="device" i], article');
  if (!row || isThisOne(row)) return false;
  // There conversations are listed, and menus hold the way to sign out.
  if (row.closest('nav, [role="navigation"], [role="menu"], [role="menubar"], [role="log"]')) {
    return false;
  }
  const rows = row.parentElement ? [...row.parentElement.children] : [row];
  const headingOver = (): string => {
    for (let around = row.parentElement; around; around = around.parentElement) {
      const headings = [...around.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]')];
      const over = headings.findLast(
        (heading) =>
          !rows.some((each) => each.contains(heading)) &&
          // The heading of another part of the page, which ends before the list, is not the list’s.
          (heading.closest(PART)?.contains(row) ?? true) &&
          heading.compareDocumentPosition(row) === Node.DOCUMENT_POSITION_FOLLOWING,
      );
      const label = over ? textOf(over) : labelOf(around);
      if (label !== '') return label;
    }
    return '';
  };
  const heading = headingOver();
  if (has(signs.otherThings, heading)) return false;
  if (has(signs.devices, heading)) return true;
  const marksThisOne = rows.some(isThisOne);
  if (!marksThisOne && !has(signs.sessions, heading)) return false;
  const others = [...row.querySelectorAll('a[href], button, [role="button"], [role="link"]')].some(
    (other) => !has(signs.endOne, other.getAttribute('aria-label') ?? textOf(other)),
  );
  const opens = others || getComputedStyle(row).cursor === 'pointer';
  return !opens && has(signs.platform, textOf(row));
}
