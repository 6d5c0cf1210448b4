import type { Locator, Page } from '@playwright/test';
import type { Account, RunningTarget } from '../targets/target.ts';
import { controls } from './bring-up.ts';
import { takeStepsOf } from './profile-steps.ts';
import { comesUp } from './quiet.ts';
import type { SignInPage } from './sign-in-page.ts';

/** How what asks for a new password is called, on sign-in pages in many languages. */
export const FORGOTTEN =
  /\b(forgot(ten)?|lost|recover|reset)\b.{0,20}\b(password|passphrase|credentials|access|account|log ?in|sign ?in)|(can.?t|cannot|trouble|problems?|need help) (\w+ )?(sign|log)(ging|ning)?[\s-]*in|(passwort|kennwort|zugangsdaten) (vergessen|zurücksetzen)|mot de passe (oublié|perdu)|(olvid\S+|recuperar|restablecer).{0,20}contraseña|contraseña olvidada|esquec\S+.{0,20}(senha|palavra-passe)|(recuperar|redefinir).{0,12}senha|password dimenticata|dimenticat\S+.{0,12}password|wachtwoord vergeten|(glemt|glömt).{0,12}(adgangskode|passord|lösenord)|(nie pamiętasz|zapomni\S+).{0,12}(hasł|hesl)|unohditko|şifre(mi|ni(zi)?) (mi )?unut|забыли.{0,12}пароль|забули.{0,12}пароль|パスワードを(お)?忘れ|忘记密码|忘記密碼|비밀번호(를)?.{0,6}(찾기|잊)/i;
const SENDS =
  /\b(send|reset|request|recover|continue|next|submit|e-?mail me|get)\b|senden|anfordern|zurücksetzen|weiter|envoyer|enviar|invia|verstuur/i;
const PRESSED =
  'button[type="submit"], button:not([type]), input[type="submit"], input[type="image"]';
/** How long the field for the name may take to come up; milliseconds. */
const FIELD_MS = 15_000;

/** Where somebody who has forgotten her password says who she is, reached from the sign-in page. */
export class ForgottenPassword {
  constructor(
    private readonly page: Page,
    private readonly target: RunningTarget,
    private readonly signInPage: SignInPage,
  ) {}

  /** Whether it is offered, on the sign-in page or, in a sign-in in two steps, where the password is asked for. */
  async isOffered(account: Account): Promise<boolean> {
    if (this.target.profile.signIn.forgotten) return true;
    // What leads there comes up with the form.
    if (!this.target.profile.signIn.steps) await this.signInPage.reachForm();
    if (await this.way.isVisible()) return true;
    return (await this.signInPage.giveName(account)) && (await this.way.isVisible());
  }

  /** Asks for a new password in somebody's name, and goes no further. Whether that was sent, the traffic tells. */
  async ask(account: Account): Promise<void> {
    const { forgotten } = this.target.profile.signIn;
    if (forgotten) {
      await takeStepsOf(this.page, this.target, 'Asking for a new password', forgotten, {
        account,
      });
      return;
    }
    await this.way.click();
    const field = await comesUp(this.page, () => this.field(), FIELD_MS);
    // Some have been told the name before, and ask for nothing more.
    if (!field) return;
    await field.fill(account.username);
    await this.submit(field);
  }

  private get way(): Locator {
    return controls(this.page, FORGOTTEN).first();
  }

  /** The field of the sign-in form, too, may be there still while the next page comes. */
  private async field(): Promise<Locator | undefined> {
    if (await this.signInPage.password.isVisible()) return undefined;
    return this.signInPage.findUsername();
  }

  private async submit(field: Locator): Promise<void> {
    const form = this.page.locator('form').filter({ has: field });
    const named = this.page.getByRole('button', { name: SENDS });
    for (const buttons of [form.locator(PRESSED), named]) {
      const button = buttons.filter({ visible: true }).first();
      if (await button.isVisible()) return button.click();
    }
    await field.press('Enter');
  }
}
