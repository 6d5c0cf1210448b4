import { useRef, useState } from 'preact/hooks';
import { changeDisplayName, changePassword } from '../api/session.ts';
import { session } from '../state/session.ts';
import { useStore } from '../state/store.ts';
import { showToast } from '../state/toasts.ts';
import { Problem } from './problem.tsx';
import { useTask } from './use-task.ts';

/** The fewest characters of a new password. */
const SHORTEST_PASSWORD = 8;

export function ProfileForm() {
  const user = useStore(session, (state) => state.user);
  const [name, setName] = useState(user?.displayName ?? '');
  const task = useTask();

  const save = (event: Event): void => {
    event.preventDefault();
    const next = name.trim();
    if (next === '') return task.refuse('Enter a name.');
    task.run(async () => {
      session.set({ user: await changeDisplayName(next) });
      showToast('done', 'Name saved.');
    });
  };

  return (
    <section class="card" aria-labelledby="profile">
      <h2 id="profile">Profile</h2>
      <p class="card-lead">
        You sign in as <strong>{user?.username}</strong>.
      </p>
      <form onSubmit={save} noValidate>
        <div class="field">
          <label for="display-name">Display name</label>
          <input
            id="display-name"
            autocomplete="name"
            maxLength={60}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <Problem text={task.problem} />
        <button type="submit" class="button button-primary" aria-disabled={task.busy}>
          Save name
        </button>
      </form>
    </section>
  );
}

export function PasswordForm() {
  const user = useStore(session, (state) => state.user);
  const form = useRef<HTMLFormElement>(null);
  const task = useTask();

  const save = (event: Event): void => {
    event.preventDefault();
    if (!form.current) return;
    const { current, next, again } = Object.fromEntries(new FormData(form.current));
    if (typeof current !== 'string' || current === '')
      return task.refuse('Enter your current password.');
    if (typeof next !== 'string' || next.length < SHORTEST_PASSWORD) {
      return task.refuse(`The new password needs at least ${SHORTEST_PASSWORD} characters.`);
    }
    if (next !== again) return task.refuse('The two new passwords differ.');
    task.run(async () => {
      await changePassword({ current, next });
      form.current?.reset();
      showToast('done', 'Password changed. Every other session was signed out.');
    });
  };

  return (
    <section class="card" aria-labelledby="password-heading">
      <h2 id="password-heading">Password</h2>
      <p class="card-lead">Changing it signs you out everywhere else.</p>
      <form ref={form} onSubmit={save} noValidate>
        {/* For password managers, which ask whose password this is. */}
        <input
          type="text"
          name="username"
          autocomplete="username"
          value={user?.username}
          readOnly
          hidden
        />
        <PasswordField id="current" label="Current password" autocomplete="current-password" />
        <PasswordField id="next" label="New password" autocomplete="new-password" />
        <PasswordField id="again" label="New password, again" autocomplete="new-password" />
        <Problem text={task.problem} />
        <button type="submit" class="button button-primary" aria-disabled={task.busy}>
          Change password
        </button>
      </form>
    </section>
  );
}

interface PasswordFieldProps {
  id: string;
  label: string;
  autocomplete: 'current-password' | 'new-password';
}

function PasswordField({ id, label, autocomplete }: PasswordFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={id} type="password" autocomplete={autocomplete} required />
    </div>
  );
}
