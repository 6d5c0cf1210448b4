import { PasswordForm, ProfileForm } from '../parts/account-forms.tsx';
import { ScreenHeader } from '../parts/screen-header.tsx';
import { SessionList } from '../parts/session-list.tsx';

/** The person's own settings, and where they are signed in. */
export function AccountScreen() {
  return (
    <>
      <ScreenHeader>Account</ScreenHeader>
      <div class="account">
        <div class="account-column">
          <ProfileForm />
          <PasswordForm />
          <SessionList />
        </div>
      </div>
    </>
  );
}
