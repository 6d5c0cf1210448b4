import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RENEWING_PAGE } from './renewing-page.ts';
import { cookiesOf, newPeople, readBody, serve, type Stranger, unguessable } from './stranger.ts';

/** What this chatbot may do wrong, and how short its access tokens live. */
export interface RenewingOptions {
  /** Signing out ends the access token, and not the one that renews it. */
  logoutForgetsTheRenewal?: boolean;
  /** The cookie that renews is readable by script. */
  renewalReadableByScript?: boolean;
  /** Seconds. */
  accessSeconds?: number;
}

interface Chat {
  id: string;
  owner: string;
  words: string[];
}

const RENEWAL_PATH = '/auth/renew';
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Short tokens in a cookie, renewed with another cookie of another path; every refusal is an answer of 200. */
export async function startRenewing(options: RenewingOptions = {}): Promise<Stranger> {
  const people = newPeople('alice', 'bob');
  const key = randomBytes(32);
  const lifetime = options.accessSeconds ?? 20;
  const renewals = new Map<string, { user: string; session: string }>();
  const ended = new Set<string>();
  const chats: Chat[] = [];
  const sign = (signed: string): string =>
    createHmac('sha256', key).update(signed).digest('base64url');

  const accessOf = (token = ''): { sub: string; sid: string; jti: string } | undefined => {
    const [head = '', body = '', signature] = token.split('.');
    if (signature !== sign(`${head}.${body}`)) return undefined;
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as {
      sub: string;
      sid: string;
      jti: string;
      exp: number;
    };
    return claims.exp * 1000 < Date.now() || ended.has(claims.jti) ? undefined : claims;
  };
  const grant = (response: ServerResponse, user: string, session: string): void => {
    const exp = Math.floor(Date.now() / 1000) + lifetime;
    const claims = { sub: user, sid: session, exp, jti: unguessable() };
    const signed = `${encode({ alg: 'HS256' })}.${encode(claims)}`;
    const renewal = unguessable();
    renewals.set(renewal, { user, session });
    const readable = options.renewalReadableByScript ? '' : '; HttpOnly';
    response.setHeader('Set-Cookie', [
      `at=${signed}.${sign(signed)}; Path=/; Max-Age=${lifetime}; HttpOnly; Secure; SameSite=Strict`,
      `rt=${renewal}; Path=${RENEWAL_PATH}; Max-Age=86400; Secure; SameSite=Strict${readable}`,
    ]);
  };
  const leave = (request: IncomingMessage, response: ServerResponse): void => {
    const access = accessOf(cookiesOf(request)['at']);
    if (access !== undefined) ended.add(access.jti);
    for (const [renewal, { session }] of renewals) {
      if (session === access?.sid && !options.logoutForgetsTheRenewal) renewals.delete(renewal);
    }
    response.setHeader('Set-Cookie', [
      'at=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Strict',
      `rt=; Path=${RENEWAL_PATH}; Max-Age=0; HttpOnly; Secure; SameSite=Strict`,
    ]);
  };

  return serve('localhost', people, async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://renewing').pathname;
    const json = (value: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(value));
    };
    const page = (): void => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(RENEWING_PAGE);
    };
    const sent = request.method === 'POST' ? await readBody(request) : '';
    if (path === '/auth/in') {
      const { name, password } = JSON.parse(sent) as { name: string; password: string };
      const known = Object.values(people).find(({ username }) => username === name);
      if (known?.password !== password) return json({ error: 'Unknown name or password' });
      grant(response, name, unguessable());
      return json({ name });
    }
    if (path === RENEWAL_PATH) {
      const { rt = '' } = cookiesOf(request);
      const known = renewals.get(rt);
      renewals.delete(rt);
      if (!known) return json({ error: 'unauthorized' });
      grant(response, known.user, known.session);
      return json({ renewed: true });
    }
    if (!path.startsWith('/api/')) return page();
    const { at } = cookiesOf(request);
    const who = accessOf(at);
    // No token is an error in JSON, and a wrong one the page with the form.
    if (!who) return at === undefined ? json({ error: 'unauthorized' }) : page();
    if (path === '/api/out') {
      leave(request, response);
      return json({});
    }
    const own = chats.filter(({ owner }) => owner === who.sub);
    if (path === '/api/chats') {
      return json({ chats: own.map(({ id, words }) => ({ id, title: words[0]?.slice(0, 30) })) });
    }
    const chat = own.find(({ id }) => path === `/api/chats/${id}`);
    if (path.startsWith('/api/chats/')) return json(chat ?? { error: 'not found' });
    if (path !== '/api/say') return json({ error: 'not found' });
    const { text, id } = JSON.parse(sent) as { text: string; id?: string };
    const talked = own.find((each) => each.id === id) ?? {
      id: unguessable(),
      owner: who.sub,
      words: [],
    };
    if (talked.words.length === 0) chats.push(talked);
    talked.words.push(text, `You said ${text}`);
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`data: ${JSON.stringify({ id: talked.id })}\n\n`);
    for (const piece of `You said ${text}`.match(/[^]{1,60}/g) ?? []) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      response.write(`data: ${JSON.stringify({ piece })}\n\n`);
    }
    response.end();
  });
}
