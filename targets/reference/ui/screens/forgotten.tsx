import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { requestReset } from '../api/session.ts';
import { Heading } from '../parts/heading.tsx';
import { Logo } from '../parts/icons.tsx';
import { Problem } from '../parts/problem.tsx';
import { useTask } from '../parts/use-task.ts';
import { followLink } from '../router.ts';

/** Where one asks for a new password. What it says is the same whether or not there is such an account. */
export function ForgottenScreen() {
  const [asked, setAsked] = useState(false);
  return (
    <main class="gate">
      <div class="gate-card">
        <div class="gate-brand">
          <Logo />
          <Heading>Forgot your password?</Heading>
          {!asked && <p>Tell us who you are, and we send you a link.</p>}
        </div>
        {asked ? (
          <p role="status">
            If there is an account of that name, a link is on its way to its e-mail address.
          </p>
        ) : (
          <ForgottenForm onAsked={() => setAsked(true)} />
        )}
        <p class="gate-aside">
          <a href="/login" onClick={followLink}>
            Back to sign-in
          </a>
        </p>
      </div>
    </main>
  );
}

function ForgottenForm({ onAsked }: { onAsked: () => void }) {
  const task = useTask();
  const [username, setUsername] = useState('');
  const field = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => field.current?.focus(), []);

  const submit = (event: Event): void => {
    event.preventDefault();
    if (username.trim() === '') return task.refuse('Enter your username.');
    task.run(async () => {
      await requestReset(username.trim());
      onAsked();
    });
  };

  return (
    <form method="post" onSubmit={submit} noValidate>
      <Problem text={task.problem} />
      <div class="field">
        <label for="username">Username</label>
        <input
          ref={field}
          id="username"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          value={username}
          onInput={(event) => setUsername(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button button-primary button-wide" aria-disabled={task.busy}>
        {task.busy ? 'Sending…' : 'Send me a link'}
      </button>
    </form>
  );
}
