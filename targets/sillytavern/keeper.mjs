// @ts-check
/**
 * Runs one command on behalf of the process that started it, and outlives that process only long enough to tidy up.
 *
 * When the channel to the parent closes, whatever the cause (the parent asked for it, was interrupted, crashed or was
 * killed), the command is told to end, is killed after a grace period, and the scratch directory is removed. The
 * parent cannot do that for itself: nothing of it runs after SIGKILL. Plain JavaScript, so that it needs no loader.
 *
 * Arguments: scratch directory, grace period in milliseconds, command, the command's arguments.
 * Sends `{ exitCode, signal }` or `{ error }` to the parent when the command ends by itself.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [scratch = '', graceMilliseconds = '', command = '', ...args] = process.argv.slice(2);
if (!process.send) throw new Error('The keeper is started by KeptProcess, not by hand.');

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
let running = true;
let released = false;

child.on('error', (error) => ended({ error: error.message }));
child.on('exit', (exitCode, signal) => ended({ exitCode, signal }));
for (const cause of ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP']) process.once(cause, release);

/** @param {{ exitCode?: number | null, signal?: string | null, error?: string }} how */
function ended(how) {
  running = false;
  if (released) tidyUp();
  else process.send?.(how);
}

function release() {
  released = true;
  if (!running) tidyUp();
  child.kill('SIGTERM');
  setTimeout(tidyUp, Number(graceMilliseconds));
}

function tidyUp() {
  // Before the group is killed, not after: the keeper leads the group and goes with it.
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  process.kill(-process.pid, 'SIGKILL');
}
