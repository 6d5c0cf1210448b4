/** Options of `playwright test` that leave tests out. */
const NARROWING = [
  '-g',
  '--grep',
  '-G',
  '-gv',
  '--grep-invert',
  '--last-failed',
  '--only-changed',
  '--shard',
  '--test-list',
  '--test-list-invert',
  '--ui',
  '--ui-host',
  '--ui-port',
];

/** Options of `playwright test` that are followed by a value of their own. */
const VALUED = [
  '--add-reporter',
  '--browser',
  '-c',
  '--config',
  '--global-timeout',
  '-j',
  '--workers',
  '--last-failed-file',
  '--max-failures',
  '--output',
  '--project',
  '--repeat-each',
  '--reporter',
  '--retries',
  '--run-agents',
  '--timeout',
  '--trace',
  '--tsconfig',
  '--update-source-method',
  '--video',
];

/**
 * Whether a command line leaves tests of the chosen projects out: by grep, by file, by shard and the like.
 * An option that is not known here counts as harmless: too much is demanded then, never too little.
 *
 * @param argv As in `FullConfig.argv`: node, the script, `test`, then the options.
 */
export function leavesTestsOut(argv: readonly string[]): boolean {
  const begin = argv.indexOf('test');
  const end = argv.indexOf('--');
  const words = argv.slice(begin === -1 ? 2 : begin + 1, end === -1 ? undefined : end);
  let valueOf: string | undefined;
  for (const word of words) {
    if (word.startsWith('-')) {
      const [option = word] = word.split('=');
      if (
        NARROWING.some((narrowing) => option === narrowing || isShortWithValue(option, narrowing))
      ) {
        return true;
      }
      valueOf = !word.includes('=') && VALUED.includes(option) ? option : undefined;
    } else if (valueOf === undefined) {
      return true;
    } else if (valueOf !== '--project') {
      // `--project` takes any number of names, the others one value.
      valueOf = undefined;
    }
  }
  return false;
}

/** `-gpattern` */
const isShortWithValue = (option: string, short: string): boolean =>
  /^-[a-zA-Z]$/.test(short) && !option.startsWith('--') && option.startsWith(short);
