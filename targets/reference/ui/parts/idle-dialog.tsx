import { idle, stay } from '../state/idle.ts';
import { session, signOut } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { Dialog } from './dialog.tsx';
import { Problem } from './problem.tsx';
import { signOutProblem } from './sign-out-banner.tsx';
import { countdown } from './when.ts';

/** Asks whether the person is still there, shortly before the idle limit. */
export function IdleDialog() {
  const secondsLeft = useStore(idle, (state) => state.secondsLeft);
  const leaving = useStore(session, (state) => state.signOut);
  if (secondsLeft === null) return null;
  return (
    <Dialog
      title="Are you still there?"
      role="alertdialog"
      description="Nothing has happened for a while. To protect your conversations you will be signed out soon."
      onClose={stay}
    >
      <p class="countdown" role="timer">
        {countdown(secondsLeft)}
      </p>
      <Problem text={leaving?.step === 'failed' ? signOutProblem(leaving.problem) : null} />
      <div class="dialog-actions">
        <button type="button" class="button" onClick={() => void signOut()}>
          Sign out now
        </button>
        <button type="button" class="button button-primary" autofocus onClick={stay}>
          Stay signed in
        </button>
      </div>
    </Dialog>
  );
}
