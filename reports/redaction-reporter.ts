import type {
  Reporter,
  TestCase,
  TestError,
  TestResult,
  TestStep,
} from '@playwright/test/reporter';
import { redactFile } from './redaction/redact-file.ts';
import { Redactor } from './redaction/redactor.ts';

export interface RedactionOptions {
  /** Names of the environment variables that hold passwords. */
  secretsFromEnv: string[];
}

type Attachment = TestResult['attachments'][number];
type Annotation = TestResult['annotations'][number];

/** What stands in a place from which a secret could not be taken out. */
const REMOVED = '[removed: could not be redacted]';

/**
 * Takes secrets out of all that a run reports. It must be the first reporter: Playwright hands the same objects to
 * every reporter, in order and synchronously, so the later ones never see what this one took out.
 *
 * It fails closed: what cannot be redacted is removed, and the run fails.
 */
export default class RedactionReporter implements Reporter {
  readonly #redactor: Redactor;
  readonly #done = new WeakSet<Attachment>();
  #failures: string[] = [];

  constructor(options: RedactionOptions) {
    this.#redactor = Redactor.fromEnvironment(options.secretsFromEnv, process.env);
  }

  printsToStdio(): boolean {
    return false;
  }

  onStepBegin(_test: TestCase, _result: TestResult, step: TestStep): void {
    this.#step(step);
    this.#throwFailures();
  }

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    this.#step(step);
    this.#throwFailures();
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.#annotations(test.annotations);
    this.#annotations(result.annotations);
    this.#errors(result.errors);
    this.#output(result.stdout);
    this.#output(result.stderr);
    this.#attachments(result.attachments);
    this.#steps(result.steps);
    this.#throwFailures();
  }

  onError(error: TestError): void {
    this.#error(error);
    // Thrown errors would come back here: what could not be redacted is already replaced.
    this.#failures = [];
  }

  #steps(steps: readonly TestStep[]): void {
    for (const step of steps) {
      this.#step(step);
      this.#steps(step.steps);
    }
  }

  #step(step: TestStep): void {
    this.#property(step, 'title');
    if (step.subtitle !== undefined) this.#property(step, 'subtitle');
    const params: Record<string, unknown> | undefined = step.params;
    for (const [name, value] of Object.entries(params ?? {})) {
      if (params !== undefined) params[name] = this.#value(value);
    }
    this.#annotations(step.annotations);
    if (step.error !== undefined) this.#error(step.error);
    this.#attachments(step.attachments);
  }

  #errors(errors: readonly TestError[]): void {
    for (const error of errors) this.#error(error);
  }

  #error(error: TestError): void {
    for (const key of ['message', 'stack', 'value', 'snippet', 'errorContext'] as const) {
      if (key in error) this.#property(error, key);
    }
    if (error.cause !== undefined) this.#error(error.cause);
  }

  #annotations(annotations: readonly Annotation[]): void {
    for (const annotation of annotations) this.#property(annotation, 'description');
  }

  /** Joins the chunks: a secret may be written in two. */
  #output(chunks: (string | Buffer)[]): void {
    if (chunks.length === 0) return;
    const joined = chunks.map((chunk) => chunk.toString()).join('');
    chunks.splice(0, chunks.length, this.#text(joined));
  }

  #attachments(attachments: readonly Attachment[]): void {
    for (const attachment of attachments) {
      if (this.#done.has(attachment)) continue;
      this.#done.add(attachment);
      this.#property(attachment, 'name');
      try {
        if (attachment.body !== undefined) attachment.body = this.#redactor.bytes(attachment.body);
        if (attachment.path !== undefined) redactFile(attachment.path, this.#redactor);
      } catch (error) {
        attachment.body = Buffer.from(REMOVED);
        delete attachment.path;
        this.#fail(`attachment “${attachment.name}”`, error);
      }
    }
  }

  #property<K extends string>(holder: { [key in K]?: unknown }, key: K): void {
    const value = holder[key];
    if (typeof value === 'string') Object.assign(holder, { [key]: this.#text(value) });
  }

  /** Step parameters come as JSON: strings, and lists or objects of them. */
  #value(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) return value.map((item: unknown) => this.#value(item));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, this.#value(item)]),
      );
    }
    return value;
  }

  #text(text: string): string {
    try {
      return this.#redactor.text(text);
    } catch (error) {
      this.#fail('text', error);
      return REMOVED;
    }
  }

  #fail(what: string, error: unknown): void {
    const why =
      error instanceof Error ? `${error.name} ${'code' in error ? String(error.code) : ''}` : '';
    this.#failures.push(`${what} ${why.trim()}`.trim());
  }

  /** Playwright counts an error thrown by a reporter as a failure of the run. */
  #throwFailures(): void {
    if (this.#failures.length === 0) return;
    const failures = this.#failures.splice(0);
    throw new Error(
      `Could not be redacted and was removed from the reports: ${failures.join(', ')}.`,
    );
  }
}
