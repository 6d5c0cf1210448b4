import { RefusedError, UnreachableError } from './failures.ts';

/** One exchange with the server, with nothing known of sessions. Resolves with accepted answers only. */
export async function exchange(path: string, init: RequestInit): Promise<Response> {
  const response = await reach(path, init);
  if (!response.ok) throw new RefusedError(response.status, await refusalText(response));
  return response;
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    // Whatever may be cached is asked for again: another tab may have changed it.
    return await fetch(path, { cache: 'no-cache', credentials: 'same-origin', ...init });
  } catch (error) {
    if (error instanceof TypeError) throw new UnreachableError(error);
    throw error;
  }
}

async function refusalText(response: Response): Promise<string> {
  const text = await response.text();
  if (!response.headers.get('content-type')?.startsWith('application/json')) {
    return `The server answered ${response.status}.`;
  }
  const { error } = JSON.parse(text) as { error?: string };
  return error ?? `The server answered ${response.status}.`;
}

/** The parts of a request that carry JSON; no content type where there is no body. */
export function jsonBody(body: unknown): RequestInit {
  if (body === undefined) return {};
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
