import type { Locator, Page } from '@playwright/test';
import type { Step } from '../targets/profile.ts';
import { allowedOrigins, type RunningTarget } from '../targets/target.ts';
import { bringUp, controls } from './bring-up.ts';
import { acceptingDialogs, closeDialogs, confirming, dialogs } from './question.ts';
import { belongsTo } from './list-entry.ts';
import { newLink, linksOn } from './links.ts';
import { takeStepsOf } from './profile-steps.ts';
import { appears } from './take-steps.ts';

const MENUS =
  /options|more|actions|menu|menü|optionen|aktionen|weitere|mehr|\bplus d|conversation|discussion|chat|thread|⋮|⋯|…|\.\.\.|☰|≡/i;
/** In German what is acted on stands before the act: “Chat umbenennen”. In the plural it would be all of them. */
const GERMAN_THING = String.raw`((de[nr]|das?|die|diese[nrs]?)\s+)?(chat|unterhaltung|gespräch|konversation|dialog)\W+`;
const named = (verbs: string, germanVerbs: string, not = ''): RegExp =>
  new RegExp(String.raw`^\W*(${verbs}|(${GERMAN_THING})?(${germanVerbs}))\b${not}`, 'i');
const RENAME = named(
  'rename|(edit|change) (the )?((chat|conversation|thread) )?(title|name)|renommer|modifier (le )?(titre|nom)',
  'umbenennen|(den )?(chat-?)?(titel|namen) (bearbeiten|ändern|umbenennen)',
);
const REMOVE = named(
  'delete|remove|supprimer',
  'löschen',
  String.raw`(?!.{0,12}\b(all|account|every|tou(te)?s|compte|lien))`,
);
const SHARE = named('share|shared|partager', 'teilen|freigeben');
const MAKE_LINK =
  /\b(create|make|get|generate|publish|copy|share|erstellen|erzeugen|kopieren|freigeben|créer|générer|obtenir|publier|copier|partager)\b/i;
const STOP =
  /stop sharing|unshare|unpublish|revoke|make private|withdraw|(delete|remove|disable|turn off).{0,12}(link|sharing)|freigabe (beenden|aufheben|löschen|entfernen|zurückziehen)|nicht (mehr|länger) teilen|teilen beenden|link (löschen|entfernen|deaktivieren)|(supprimer|désactiver|révoquer|retirer|annuler|arrêter|cesser).{0,16}(lien|partage)|ne plus partager|rendre privé/i;
const EXPORT = named(
  'export|download|save as|exporter|télécharger',
  String.raw`(als [\w-]+\s+)?(exportieren|herunterladen)`,
);
const SEARCH = /search|find|suche|cherche/i;
const SAVE =
  /^\W*(save|rename|ok|done|apply|update|confirm|speichern|enregistrer|sauvegarder|renommer|valider|confirmer)\b/i;

/** How long a link may take to be made, and a download to begin; milliseconds. */
const MADE_MS = 6_000;

/**
 * What can be done with the conversation that is open, each found by role and name (in menus too) unless the profile
 * gives its steps. Each says whether its control was found, and waits for nothing that comes of it.
 */
export class ConversationActions {
  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
    /** Words with which the open conversation begins: an entry of a list without them is another conversation's. */
    private readonly title: string,
  ) {}

  /** Gives the conversation another title. */
  async rename(title: string): Promise<boolean> {
    const { rename } = this.target.profile.conversation;
    if (rename) return this.take('Renaming the conversation', rename, title);
    const control = await this.find(RENAME);
    if (!control) return false;
    // Where a form for it lies open already, the control sends what stands in it.
    const beside = control
      .locator('xpath=ancestor::form[1]')
      .locator('input[type="text"], input:not([type]), textarea')
      .and(this.page.locator(':read-write'))
      .filter({ visible: true });
    if ((await beside.count()) === 1) {
      await beside.fill(title);
      await control.click();
      return true;
    }
    await acceptingDialogs(this.page, () => control.click(), title);
    const field = this.page.locator('input:focus, textarea:focus, [contenteditable]:focus');
    const inDialog = dialogs(this.page).getByRole('textbox');
    const box = inDialog.or(field).filter({ visible: true }).first();
    if (!(await appears(() => box.waitFor({ timeout: MADE_MS })))) return true;
    await box.fill(title);
    const save = dialogs(this.page).getByRole('button', { name: SAVE }).filter({ visible: true });
    if ((await save.count()) > 0) await save.first().click();
    else await box.press('Enter');
    return true;
  }

  /** Deletes the conversation, and says yes where the product asks again. */
  async remove(): Promise<boolean> {
    const { remove } = this.target.profile.conversation;
    if (remove) return this.take('Deleting the conversation', remove);
    const control = await this.find(REMOVE);
    if (!control) return false;
    const yes = /^\W*(delete|remove|yes|ok|confirm|ja|supprimer|oui|confirmer)\b|\blöschen\b/i;
    await confirming(this.page, yes, () => control.click());
    return true;
  }

  /** Shares the conversation by a link; undefined: no control for it, or no link, was found. */
  async share(): Promise<string | undefined> {
    const { share } = this.target.profile.conversation;
    const known = await linksOn(this.page);
    const wanted = { known, origins: allowedOrigins(this.target), timeoutMs: MADE_MS };
    if (share) {
      await this.take('Sharing the conversation', share);
      return newLink(this.page, wanted);
    }
    const link = await this.makeLink(wanted);
    await closeDialogs(this.page);
    return link;
  }

  private async makeLink(wanted: Parameters<typeof newLink>[1]): Promise<string | undefined> {
    const control = await this.find(SHARE);
    if (!control) return undefined;
    await control.click();
    const make = controls(dialogs(this.page), MAKE_LINK);
    await appears(() => make.first().waitFor({ timeout: 1_500 }));
    const atOnce = await newLink(this.page, { ...wanted, timeoutMs: 500 });
    if (atOnce !== undefined) return atOnce;
    if ((await make.count()) > 0) await make.last().click();
    return newLink(this.page, wanted);
  }

  /** Withdraws the link again. */
  async stopSharing(): Promise<boolean> {
    const { stopSharing } = this.target.profile.conversation;
    if (stopSharing) return this.take('Withdrawing the share link', stopSharing);
    const stop = controls(this.page, STOP);
    if (!(await stop.first().isVisible())) {
      const share = await this.find(SHARE);
      await share?.click();
      if (!(await appears(() => stop.first().waitFor({ timeout: 1_500 })))) return false;
    }
    const yes =
      /stop|unshare|unpublish|revoke|private|withdraw|delete|remove|beenden|aufheben|löschen|entfernen|supprimer|désactiver|révoquer|retirer|arrêter|^\W*(yes|ok|confirm|ja|oui|confirmer)\b/i;
    await confirming(this.page, yes, async () => {
      await stop.first().click();
      await appears(() => stop.first().waitFor({ state: 'hidden', timeout: 1_500 }));
    });
    await closeDialogs(this.page);
    return true;
  }

  /** Saves the conversation as a file. */
  async exportFile(): Promise<boolean> {
    const { export: steps } = this.target.profile.conversation;
    if (steps) return this.take('Exporting the conversation', steps);
    const control = await this.find(EXPORT);
    if (!control) return false;
    const begun = this.page.waitForEvent('download', { timeout: MADE_MS }).then(() => undefined);
    // Some products ask for a format first, and some show the text instead of saving it.
    await confirming(
      this.page,
      /export|download|save|markdown|json|text|herunterladen|speichern|télécharger|enregistrer/i,
      () => control.click(),
    );
    await appears(() => begun);
    return true;
  }

  /** Searches the conversations for words. */
  async search(words: string): Promise<boolean> {
    const { search } = this.target.profile.conversation;
    if (search) return this.take('Searching the conversations', search, words);
    const boxes = this.page
      .getByRole('searchbox')
      .or(this.page.getByRole('textbox', { name: SEARCH }))
      .or(this.page.getByPlaceholder(SEARCH))
      .filter({ visible: true });
    if (!(await boxes.first().isVisible())) {
      const control = await this.find(SEARCH, () => Promise.resolve(true));
      await control?.click();
      if (!(await appears(() => boxes.first().waitFor({ timeout: 1_500 })))) return false;
    }
    await boxes.first().fill(words);
    await boxes.first().press('Enter');
    return true;
  }

  private find(
    names: RegExp,
    ours = (control: Locator) => this.ours(control),
  ): Promise<Locator | undefined> {
    const { page, target } = this;
    return bringUp({ page, target, wanted: controls(page, names), names, menus: MENUS, ours });
  }

  /** A control inside an entry of a list acts on that entry, which may be another conversation's. */
  private ours(control: Locator): Promise<boolean> {
    return belongsTo(control, this.title);
  }

  private async take(what: string, steps: readonly Step[], text?: string): Promise<true> {
    await takeStepsOf(this.page, this.target, what, steps, {
      words: { title: this.title },
      ...(text === undefined ? {} : { text }),
    });
    return true;
  }
}
