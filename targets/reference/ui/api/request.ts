import { settings } from '../settings.ts';
import { activityAcknowledged, sessionLost } from '../state/events.ts';
import { scopeSignal } from '../state/scope.ts';
import { authorization, IdentityChangedError } from './access-token.ts';
import { isRefusal } from './failures.ts';
import { noteAnswer, noteRequest } from './diagnostics.ts';
import { tellRequest } from './telemetry.ts';
import { exchange, jsonBody } from './transport.ts';

interface RequestOptions {
  /** Sent as JSON. */
  body?: unknown;
  /** Cuts the request short; the end of the session does so in any case. */
  signal?: AbortSignal;
  /** Nobody did anything: the page keeps itself current. It does not count as activity. */
  background?: boolean;
  /** A refusal for want of a session ends nothing here: the caller deals with it. */
  quiet?: boolean;
}

/** Asks the server in the name of the person who is signed in. A refusal for want of a session ends the session here. */
export async function request(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Response> {
  const session = scopeSignal();
  const signal = options.signal ? AbortSignal.any([session, options.signal]) : session;
  session.throwIfAborted();
  const sentAt = Date.now();
  try {
    const response = await authorised(method, path, options, signal);
    if (!options.background && !session.aborted) activityAcknowledged.emit(sentAt);
    return response;
  } catch (error) {
    const isHeard = !options.quiet && isHeeded(path);
    if (isRefusal(error, 401) && !session.aborted && isHeard) {
      sessionLost.emit({
        reason: error instanceof IdentityChangedError ? 'replaced' : 'expired',
        cause: options.background ? 'notice' : 'action',
      });
    }
    throw error;
  }
}

function isHeeded(path: string): boolean {
  return settings.heededRefusals === 'all' || path.endsWith('/messages');
}

/** `request`, for an answer in JSON. */
export async function requestJson<Answer>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const response = await request(method, path, options);
  const answer = (await response.json()) as Answer;
  noteAnswer(method, path, answer);
  return answer;
}

async function authorised(
  method: string,
  path: string,
  { body, background }: RequestOptions,
  signal: AbortSignal,
): Promise<Response> {
  const attempt = async (renew: boolean): Promise<Response> => {
    const init = jsonBody(body);
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      ...(background && { 'x-background': '1' }),
      ...(await authorization(renew)),
    };
    signal.throwIfAborted();
    tellRequest(method, path, headers);
    noteRequest(method, path, headers);
    return exchange(path, { ...init, method, headers, signal });
  };
  try {
    return await attempt(false);
  } catch (error) {
    // An access token may end before its time: one renewal, one more attempt.
    if (settings.mechanism === 'cookie' || !isRefusal(error, 401)) throw error;
    return attempt(true);
  }
}
