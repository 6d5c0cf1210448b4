import { parseArgs } from 'node:util';
import { FLAW_NAMES, flawFor, type FlawName } from './flaws.ts';
import { MECHANISMS, type Mechanism } from './settings.ts';

export const USAGE = `npm run chatbot -- [--mechanism cookie|token] [--flaw name] [--port number]

Starts Harbour, a small chatbot, on this machine only.

  --mechanism   how it keeps sessions: ${MECHANISMS.join(' or ')}; cookie by default
  --flaw        one thing that it does badly; by default it is sound
  --port        by default any free one
  --help        this text`;

export interface CliOptions {
  mechanism: Mechanism;
  flaw: FlawName | undefined;
  port: number;
}

/** What was typed makes no sense. The message says what would. */
export class UsageError extends Error {}

/** Reads the command line's words. Throws a `UsageError` that names what is wrong and what is known. */
export function readArguments(words: string[]): CliOptions | 'help' {
  const { help, mechanism = 'cookie', flaw, port = '0' } = parse(words);
  if (help) return 'help';
  const problems: string[] = [];
  const knownMechanism = MECHANISMS.find((name) => name === mechanism);
  if (!knownMechanism) problems.push(unknown('mechanism', mechanism, MECHANISMS));
  const knownFlaw = FLAW_NAMES.find((name) => name === flaw);
  if (flaw !== undefined && !knownFlaw) problems.push(unknown('flaw', flaw, FLAW_NAMES));
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    problems.push(`--port must be a number from 0 to 65535, not “${port}”.`);
  }
  if (!knownMechanism || problems.length > 0) throw new UsageError(problems.join('\n'));
  if (knownFlaw) refuseImpossible(knownFlaw, knownMechanism);
  return { mechanism: knownMechanism, flaw: knownFlaw, port: Number(port) };
}

function parse(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: {
        mechanism: { type: 'string' },
        flaw: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\n\n${USAGE}`, { cause: error });
  }
}

function unknown(what: string, given: string, known: readonly string[]): string {
  return `There is no ${what} “${given}”. Known: ${known.join(', ')}.`;
}

function refuseImpossible(flaw: FlawName, mechanism: Mechanism): void {
  try {
    flawFor(flaw, mechanism);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
