import type { Locator, Page } from '@playwright/test';

/** Of a person; what she signs in by, and what belongs to files or companies, is another name. */
const NAME =
  /^\W*((your|my|the|display|full|real|screen|public|profile|preferred|account) )*(display[ -]?)?name\W*$|\bnick[ -]?name\b|\banzeigename\b|^\W*(votre |mon )?nom( complet| affiché| d.affichage)?\W*$|\bpseudo(nyme)?\b/i;
const SAVE =
  /\b(save|update|apply|change|submit|speichern|übernehmen|ändern|enregistrer|modifier|valider)\b/i;

/** The form in which a person says how she is called. */
export class NameForm {
  constructor(private readonly page: Page) {}

  private get fields(): Locator {
    return this.page
      .getByRole('textbox', { name: NAME })
      .or(this.page.locator('input[autocomplete="name"], input[autocomplete="nickname"]'))
      .filter({ visible: true });
  }

  /** Whether a field for the name is in sight, and can be written in. */
  async isThere(): Promise<true | undefined> {
    const [field] = await this.fields.all();
    return (field && (await field.isEditable())) || undefined;
  }

  name(): Promise<string> {
    return this.fields.first().inputValue();
  }

  /** Writes the name, and uses the button that belongs to it; where there is none, Enter. */
  async save(name: string): Promise<void> {
    const field = this.fields.first();
    await field.fill(name);
    const form = this.page.locator('form').filter({ has: field });
    const near = (await form.count()) > 0 ? form : this.page.locator('body');
    const buttons = near.getByRole('button', { name: SAVE }).filter({ visible: true });
    // Of several it cannot be told which of them belongs to the field.
    if ((await buttons.count()) === 1) return buttons.click();
    await field.press('Enter');
  }
}
