import { useState } from 'preact/hooks';
import { isAbort, problemText } from '../api/failures.ts';

/** What a form or dialog shows of the task that it began. */
export interface Task {
  busy: boolean;
  /** Why the last attempt failed. */
  problem: string | null;
  run(task: () => Promise<void>): void;
  /** Says what is wrong before anything is attempted. */
  refuse(problem: string): void;
}

/** Runs one task at a time. What the end of the session cut short is no problem to tell: the page is gone. */
export function useTask(): Task {
  const [{ busy, problem }, setState] = useState<{ busy: boolean; problem: string | null }>({
    busy: false,
    problem: null,
  });
  return {
    busy,
    problem,
    refuse: (text) => setState({ busy: false, problem: text }),
    run(task) {
      if (busy) return;
      setState({ busy: true, problem: null });
      task().then(
        () => setState({ busy: false, problem: null }),
        (error: unknown) => {
          setState({ busy: false, problem: isAbort(error) ? null : problemText(error) });
        },
      );
    },
  };
}
