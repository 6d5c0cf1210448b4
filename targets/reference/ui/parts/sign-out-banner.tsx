import { dismissFailedSignOut, session, signOut } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Icon } from './icons.tsx';

/** Tells how a sign-out goes that the server has not confirmed: the person is not to leave before it has. */
export function SignOutBanner() {
  const state = useStore(session, (all) => all.signOut);
  return (
    <>
      <div role="status">
        {state?.step === 'asked' && <p class="banner banner-plain">Signing out…</p>}
      </div>
      <div role="alert">
        {state?.step === 'failed' && (
          <div class="banner">
            <Icon name="warning" />
            <p>{signOutProblem(state.problem)}</p>
            <button type="button" class="button" onClick={() => void signOut()}>
              Try again
            </button>
            <button type="button" class="button" onClick={dismissFailedSignOut}>
              Stay signed in
            </button>
          </div>
        )}
      </div>
    </>
  );
}

export function signOutProblem(reason: string): string {
  return `Signing out failed, and you are still signed in. ${reason}`;
}
