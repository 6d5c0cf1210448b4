import { useEffect, useState } from 'preact/hooks';
import { fetchKnownAccount } from '../api/session.ts';
import { signInAsKnown } from '../state/session.ts';
import { Problem } from './problem.tsx';
import { useTask } from './use-task.ts';

/** Offers the account that was used last in this browser, where the product knows it again. */
export function WelcomeBack() {
  const [name, setName] = useState<string | null>(null);
  const task = useTask();
  useEffect(() => {
    void fetchKnownAccount().then((user) => setName(user?.displayName ?? null));
  }, []);
  if (name === null) return null;
  return (
    <>
      <Problem text={task.problem} />
      <button
        type="button"
        class="button button-wide"
        aria-disabled={task.busy}
        onClick={() => task.run(signInAsKnown)}
      >
        Continue as {name}
      </button>
    </>
  );
}
