import { useEffect, useState } from 'preact/hooks';
import { isAbort, problemText } from '../api/failures.ts';
import { fetchSessions, revokeSession } from '../api/session.ts';
import { signOutEverywhere } from '../state/session.ts';
import { showToast } from '../state/toasts.ts';
import type { SessionEntry } from '../wire.ts';
import { Dialog } from './dialog.tsx';
import { focusHeading } from './heading.tsx';
import { Icon } from './icons.tsx';
import { Problem } from './problem.tsx';
import { useTask } from './use-task.ts';
import { ago, dateTime } from './when.ts';

/** Where this person is signed in, each to be ended. */
export function SessionList() {
  const [sessions, setSessions] = useState<SessionEntry[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);

  useEffect(() => {
    fetchSessions().then(setSessions, (error: unknown) => {
      if (!isAbort(error)) setProblem(problemText(error));
    });
  }, []);

  const drop = (id: string): void =>
    setSessions((present) => present?.filter((entry) => entry.id !== id) ?? null);

  return (
    <section class="card" aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <p class="card-lead">End what you do not recognise, and change your password.</p>
      <Problem text={problem} />
      <ul class="sessions">
        {sessions?.map((entry) => (
          <SessionRow key={entry.id} entry={entry} onRevoked={() => drop(entry.id)} />
        ))}
      </ul>
      <button type="button" class="button button-quiet-danger" onClick={() => setConfirming(true)}>
        Sign out everywhere
      </button>
      {confirming && <EverywhereDialog onClose={() => setConfirming(false)} />}
    </section>
  );
}

function SessionRow({ entry, onRevoked }: { entry: SessionEntry; onRevoked: () => void }) {
  const { id, device, createdAt, lastSeenAt, current } = entry;
  const task = useTask();
  const revoke = (): void =>
    task.run(async () => {
      await revokeSession(id);
      onRevoked();
      focusHeading(); // the button is gone with its row
      showToast('done', `${device} was signed out.`);
    });
  return (
    <li class="session">
      <Icon name="device" />
      <div class="session-text">
        <p id={`device-${id}`} class="session-device">
          {device}
          {current && <span class="badge">This device</span>}
        </p>
        <p class="session-times">
          Signed in {dateTime(createdAt)} ·{' '}
          {current ? 'active now' : `last active ${ago(lastSeenAt)}`}
        </p>
        <Problem text={task.problem} />
      </div>
      {!current && (
        <button
          type="button"
          class="button"
          aria-describedby={`device-${id}`}
          aria-disabled={task.busy}
          onClick={revoke}
        >
          End session
        </button>
      )}
    </li>
  );
}

function EverywhereDialog({ onClose }: { onClose: () => void }) {
  const task = useTask();
  return (
    <Dialog
      title="Sign out everywhere?"
      description="This ends every session of yours, this one too."
      onClose={onClose}
    >
      <Problem text={task.problem} />
      <div class="dialog-actions">
        <button type="button" class="button" autofocus onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          class="button button-danger"
          aria-disabled={task.busy}
          onClick={() => task.run(signOutEverywhere)}
        >
          Sign out everywhere
        </button>
      </div>
    </Dialog>
  );
}
