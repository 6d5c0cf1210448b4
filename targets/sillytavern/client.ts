import { parseSetCookie } from 'set-cookie-parser';
import { request } from 'undici';

const ANSWER_LIMIT_MS = 30_000;

/** One visitor of a SillyTavern, with a cookie jar of its own, who speaks to it as its page does. */
export class SillyTavernClient {
  readonly #origin: string;
  readonly #cookies = new Map<string, string>();
  #csrfToken = '';

  private constructor(origin: string) {
    this.#origin = origin;
  }

  /**
   * Visits the sign-in page, which signs every visitor in as the administrator while that account is the only one
   * and has no password, and fetches the token that each POST must carry.
   */
  static async visit(origin: string): Promise<SillyTavernClient> {
    const client = new SillyTavernClient(origin);
    await client.#send('GET', '/login', [200, 302]);
    const answer = await client.#send('GET', '/csrf-token', [200]);
    client.#csrfToken = textField(answer, 'token', 'GET /csrf-token');
    return client;
  }

  async signIn(handle: string, password: string): Promise<void> {
    await this.post('/api/users/login', { handle, password });
  }

  /** The answer, parsed when it is JSON and as text otherwise. Throws on any other status than 200 and 204. */
  async post(path: string, body: object): Promise<unknown> {
    return this.#send('POST', path, [200, 204], body);
  }

  async #send(
    method: 'GET' | 'POST',
    path: string,
    accepted: readonly number[],
    body?: object,
  ): Promise<unknown> {
    const response = await request(`${this.#origin}${path}`, {
      method,
      headers: {
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body && { 'content-type': 'application/json', 'x-csrf-token': this.#csrfToken }),
      },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    for (const { name, value } of parseSetCookie(response.headers['set-cookie'] ?? [], {
      decodeValues: false,
    })) {
      this.#cookies.set(name, value);
    }
    const text = await response.body.text();
    if (!accepted.includes(response.statusCode)) {
      throw new Error(seedFailure(method, path, response.statusCode, text));
    }
    if (!String(response.headers['content-type']).includes('application/json')) return text;
    const answer: unknown = JSON.parse(text);
    return answer;
  }
}

export function seedFailure(method: string, path: string, status: number, text: string): string {
  const said = text.trim().slice(0, 300);
  return [
    `SillyTavern could not be prepared: ${method} ${path} answered ${status}${said === '' ? ' without a body' : ''}.`,
    ...(said === '' ? [] : [`It said: ${said}`]),
    'Its folder in the cache may be damaged or changed by hand: remove it and run the same command again.',
  ].join('\n');
}

/** The string under `name` in a JSON answer. */
export function textField(answer: unknown, name: string, from: string): string {
  if (typeof answer === 'object' && answer !== null) {
    const value: unknown = Object.entries(answer).find(([key]) => key === name)?.[1];
    if (typeof value === 'string') return value;
  }
  throw new Error(
    `SillyTavern could not be prepared: the answer to ${from} lacks the text “${name}”.`,
  );
}
