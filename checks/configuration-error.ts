import { inspect } from 'node:util';

/**
 * Something that the person who runs the audit can mend: the profile, the environment, the machine.
 * Its stack and its `inspect` output are its message, so that the runner, which prints either, prints one clear text.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  /**
   * @param problems every problem at once, each naming the thing and the mend
   */
  constructor(heading: string, problems: readonly string[]) {
    const message = [heading, ...problems.map((problem) => `  - ${problem}`)].join('\n');
    super(message);
    this.stack = message;
  }

  [inspect.custom](): string {
    return this.message;
  }
}
