import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, Logo } from '../parts/icons.tsx';
import { Heading } from '../parts/heading.tsx';
import { Problem } from '../parts/problem.tsx';
import { useTask } from '../parts/use-task.ts';
import { WelcomeBack } from '../parts/welcome-back.tsx';
import { followLink } from '../router.ts';
import { settings } from '../settings.ts';
import { keepFields, keptFields } from '../state/kept-form.ts';
import { session, signIn } from '../state/session.ts';
import { useStore } from '../state/store.ts';

/** The sign-in form. It shows nothing of whoever was here before. */
export function SignInScreen() {
  return (
    <main class="gate">
      <div class="gate-card">
        <div class="gate-brand">
          <Logo />
          <Heading>Sign in to Harbour</Heading>
          <p>A quiet place to think out loud.</p>
        </div>
        <SignInForm />
        {settings.signInOffers !== 'the form' && <WelcomeBack />}
        <p class="gate-aside">
          <a href="/forgot" onClick={followLink}>
            Forgot your password?
          </a>
        </p>
        <p class="gate-aside">
          <a href="/try" onClick={followLink}>
            Try it without an account
          </a>
        </p>
      </div>
    </main>
  );
}

function SignInForm() {
  const notice = useStore(session, (state) => state.notice);
  const task = useTask();
  const [username, setUsername] = useState(() => keptFields().username);
  const [password, setPassword] = useState(() => keptFields().password);
  const [remember, setRemember] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);

  useLayoutEffect(() => first.current?.focus(), []);
  useEffect(() => keepFields({ username, password }), [username, password]);

  const submit = (event: Event): void => {
    event.preventDefault();
    if (username.trim() === '' || password === '') {
      task.refuse('Enter your username and your password.');
      (username.trim() === '' ? first : second).current?.focus();
      return;
    }
    task.run(async () => {
      try {
        await signIn({ username: username.trim(), password, remember });
      } finally {
        setPassword('');
        second.current?.focus();
      }
    });
  };

  return (
    <form method="post" onSubmit={submit} noValidate>
      <div role="status">
        {notice && (
          <p class={notice.tone === 'problem' ? 'problem' : 'notice'}>
            {notice.tone === 'problem' && <Icon name="warning" />}
            <span>{notice.text}</span>
          </p>
        )}
      </div>
      <Problem text={task.problem} />
      <div class="field">
        <label for="username">Username</label>
        <input
          ref={first}
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
      <div class="field">
        <label for="password">Password</label>
        <input
          ref={second}
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </div>
      <label class="choice">
        <input
          type="checkbox"
          name="remember"
          checked={remember}
          onChange={(event) => setRemember(event.currentTarget.checked)}
        />
        Keep me signed in on this device
      </label>
      <button type="submit" class="button button-primary button-wide" aria-disabled={task.busy}>
        {task.busy ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  );
}
