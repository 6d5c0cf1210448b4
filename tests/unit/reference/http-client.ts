import { parseSetCookie, type Cookie } from 'set-cookie-parser';
import { Agent, request } from 'undici';
import type { Account } from '../../../targets/target.ts';

/** An answer, read to its end. */
export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The text as JSON; undefined where it is none. */
  json: unknown;
  cookies: Cookie[];
}

interface Grant {
  accessToken?: string;
}

/** Sends requests as a browser would: it keeps cookies, and the access token where one is given. */
export class HttpClient {
  readonly cookies = new Map<string, string>();
  accessToken: string | undefined;
  readonly #agent = new Agent();

  constructor(readonly origin: string) {}

  /** A second client with the same credentials, as a thief has them: what either does leaves the other as it is. */
  copy(): HttpClient {
    const copy = new HttpClient(this.origin);
    for (const [name, value] of this.cookies) copy.cookies.set(name, value);
    copy.accessToken = this.accessToken;
    return copy;
  }

  async send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const answer = await request(this.origin + path, {
      method,
      dispatcher: this.#agent,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.credentials(),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    const cookies = parseSetCookie(answer.headers['set-cookie'] ?? []);
    this.#keep(cookies);
    const isJson = String(answer.headers['content-type']).startsWith('application/json');
    const json: unknown = isJson ? JSON.parse(text) : undefined;
    return { status: answer.statusCode, headers: answer.headers, text, json, cookies };
  }

  async signIn({ username, password }: Account, remember = false): Promise<Answer> {
    const answer = await this.send('POST', '/api/login', {
      username,
      password: password.reveal(),
      remember,
    });
    this.accessToken = (answer.json as Grant).accessToken;
    return answer;
  }

  /** Exchanges the refresh cookie; a success replaces the access token. */
  async refresh(): Promise<Answer> {
    const answer = await this.send('POST', '/api/token/refresh');
    if (answer.status === 200) this.accessToken = (answer.json as Grant).accessToken;
    return answer;
  }

  /** Starts a conversation with the text as its first message, and waits for the reply. Gives its identifier. */
  async say(text: string): Promise<string> {
    const { id } = (await this.send('POST', '/api/conversations', {})).json as { id: string };
    await this.send('POST', `/api/conversations/${id}/messages`, { text });
    return id;
  }

  read(conversationId: string): Promise<Answer> {
    return this.send('GET', `/api/conversations/${conversationId}`);
  }

  credentials(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      ...(cookie !== '' && { cookie }),
      ...(this.accessToken !== undefined && { authorization: `Bearer ${this.accessToken}` }),
    };
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #keep(cookies: Cookie[]): void {
    for (const { name, value, maxAge } of cookies) {
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
