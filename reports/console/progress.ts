import { type TestRecord, worstOutcome } from '../run/test-record.ts';
import { OUTCOME_WORDS } from './outcome-words.ts';
import { type Ink, paintFor, type Screen } from './screen.ts';
import { clip, duration } from './text-layout.ts';

interface Output {
  write(text: string): unknown;
}

/** While tests run: one line that is kept current for a person, or one line a finished test for a log. */
export class Progress {
  readonly #output: Output;
  readonly #screen: Screen;
  readonly #total: number;
  #finished = 0;
  #red = 0;

  constructor(output: Output, screen: Screen, total: number) {
    this.#output = output;
    this.#screen = screen;
    this.#total = total;
  }

  started(title: string, project: string): void {
    if (!this.#screen.interactive) return;
    const red = this.#red > 0 ? ` · ${this.#red} red` : '';
    const line = `[${this.#finished}/${this.#total}${red}] ${project} › ${title}`;
    // One column stays free: some terminals break a full line.
    this.#output.write(`\r\u001b[K${clip(line, this.#screen.width - 1)}`);
  }

  finished(record: TestRecord): void {
    this.#finished += 1;
    if (this.#isRed(record)) this.#red += 1;
    if (this.#screen.interactive) {
      this.started(record.title, record.project.name);
      return;
    }
    const paint = paintFor(this.#screen);
    const { sign, ink } = this.#mark(record);
    const time = record.status === 'skipped' ? '' : paint(` (${duration(record.duration)})`, 'dim');
    this.#output.write(`${paint(sign, ...ink)} ${record.project.name} › ${record.title}${time}\n`);
  }

  /** Prints lines for good, above the current one. */
  print(text: string): void {
    this.clear();
    this.#output.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  clear(): void {
    if (this.#screen.interactive) this.#output.write('\r\u001b[K');
  }

  #isRed(record: TestRecord): boolean {
    const { sign } = this.#mark(record);
    return sign === OUTCOME_WORDS.fail.sign || sign === OUTCOME_WORDS.inconclusive.sign;
  }

  #mark(record: TestRecord): { sign: string; ink: Ink[] } {
    if (record.project.kind === 'audit') {
      return OUTCOME_WORDS[worstOutcome(record.results.map(({ outcome }) => outcome)) ?? 'not run'];
    }
    if (record.status === 'skipped') return OUTCOME_WORDS.skipped;
    if (record.status === 'interrupted') return OUTCOME_WORDS['not run'];
    return record.ok ? OUTCOME_WORDS.pass : OUTCOME_WORDS.fail;
  }
}
