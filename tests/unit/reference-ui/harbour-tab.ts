import type { Locator, Page } from '@playwright/test';
import type { RunningReference } from '../../../targets/reference/start.ts';
import type { PersonName } from '../../../targets/target.ts';

/** The widest window, in CSS pixels, in which the sidebar is a drawer. */
const NARROW = 760;

/** One tab of the chatbot, as a person uses it. */
export class HarbourTab {
  constructor(
    readonly page: Page,
    readonly chatbot: RunningReference,
  ) {}

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Message' });
  }

  get log(): Locator {
    return this.page.getByRole('log');
  }

  get replies(): Locator {
    return this.log.getByRole('article', { name: 'Harbour' });
  }

  get ownMessages(): Locator {
    return this.log.getByRole('article', { name: 'You' });
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  get signInHeading(): Locator {
    return this.page.getByRole('heading', { name: 'Sign in to Harbour' });
  }

  get list(): Locator {
    return this.page.getByRole('navigation', { name: 'Conversations' });
  }

  /** The entry of a conversation in the sidebar. */
  entry(title: string): Locator {
    return this.list
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('link', { name: title }) });
  }

  link(name: string): Locator {
    return this.page.getByRole('link', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name, exact: true });
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.chatbot.origin + path);
  }

  /** Fills in the sign-in form that is shown. */
  async enterCredentials(person: PersonName, remember = false): Promise<void> {
    const { username, password } = this.chatbot.people[person];
    await this.page.getByLabel('Username').fill(username);
    await this.page.getByLabel('Password').fill(password.reveal());
    await this.page.getByLabel('Keep me signed in').setChecked(remember);
    await this.button('Sign in').click();
  }

  async signIn(person: PersonName = 'alice'): Promise<void> {
    await this.goto('/login');
    await this.enterCredentials(person);
    await this.composer.waitFor();
  }

  /** Sends a message without waiting for its reply. */
  async send(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }

  /** Sends a message and waits until its reply is complete. */
  async say(text: string): Promise<void> {
    const before = await this.ownMessages.count();
    await this.send(text);
    await this.ownMessages.nth(before).waitFor();
    await this.button('Send').waitFor();
  }

  async showSidebar(): Promise<void> {
    const { width } = this.page.viewportSize() ?? { width: Infinity };
    if (width <= NARROW) await this.button('Open conversations').click();
  }

  async openAccountMenu(): Promise<void> {
    await this.showSidebar();
    await this.page.getByRole('button', { name: 'account menu' }).click();
  }

  async signOut(): Promise<void> {
    await this.openAccountMenu();
    await this.menuItem('Sign out').click();
  }

  async openConversationMenu(item: string): Promise<void> {
    await this.button('Conversation options').click();
    await this.menuItem(item).click();
  }
}
