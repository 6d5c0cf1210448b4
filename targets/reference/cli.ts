import { FLAWS, FLAW_NAMES } from './flaws.ts';
import { LIMITS_FOR_PEOPLE } from './limits.ts';
import { readArguments, USAGE, UsageError, type CliOptions } from './cli-arguments.ts';
import { memorablePerson } from './memorable-people.ts';
import { PASSWORD_COST } from './server/storage/passwords.ts';

const REPLY_PAUSE_MS = 25;

/** Starts the chatbot for people to try, until Ctrl-C. */
async function run({ mechanism, flaw, port }: CliOptions): Promise<void> {
  // Loaded only now: help and a mistyped word are answered at once.
  const { startReference } = await import('./start.ts');
  const people = { alice: memorablePerson('alice'), bob: memorablePerson('bob') };
  const chatbot = await startReference({
    mechanism,
    port,
    people,
    ...(flaw !== undefined && { flaw }),
    limits: LIMITS_FOR_PEOPLE,
    passwordCost: PASSWORD_COST.people,
    replyPauseMs: REPLY_PAUSE_MS,
    logLevel: 'warn',
  });
  const lines = [
    `Harbour is at ${chatbot.origin}`,
    '',
    ...Object.values(people).map(
      ({ username, password }) => `  ${username.padEnd(6)} ${password.reveal()}`,
    ),
    '',
    `Sessions: ${mechanism}`,
    `Flaw:     ${flaw === undefined ? 'none' : `${flaw}. ${FLAWS[flaw].title}`}`,
    '',
    'Everything said here is forgotten when it stops. Ctrl-C stops it.',
  ];
  console.log(lines.join('\n'));
  await interrupted();
  await chatbot.close();
  console.log('\nStopped.');
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

try {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') console.log(`${USAGE}\n\nFlaws:\n${flawList()}`);
  else await run(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

function flawList(): string {
  return FLAW_NAMES.map((name) => {
    const { title, mechanisms } = FLAWS[name];
    return `  ${name} (${mechanisms.join(', ')})\n      ${title}`;
  }).join('\n');
}
