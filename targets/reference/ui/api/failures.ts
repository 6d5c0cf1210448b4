/** The server answered, and refused. The message is meant for the person. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** No answer came. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor(cause: unknown) {
    super('Harbour cannot be reached. Check your connection and try again.', { cause });
  }
}

/** Whether a request ended because its session or its reader was gone. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

export function isRefusal(error: unknown, status: number): boolean {
  return error instanceof RefusedError && error.status === status;
}

/** What to tell a person about a failure. */
export function problemText(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return 'Harbour did not answer in time.';
  }
  if (error instanceof RefusedError || error instanceof UnreachableError) return error.message;
  return 'Something went wrong. Please try again.';
}
