import { createHmac, randomBytes } from 'node:crypto';
import { BEARER_PAGE } from './bearer-page.ts';
import { newPeople, readBody, serve, type Stranger, unguessable } from './stranger.ts';

/** What this chatbot may do wrong. */
export interface BearerOptions {
  /** A token is good until it expires, whatever its owner did. */
  logoutForgetsTheServer?: boolean;
  /** A token with the algorithm “none” is believed. */
  believesUnsignedTokens?: boolean;
  /** Replies go onto the page as HTML. */
  rendersHtml?: boolean;
}

interface Thread {
  id: string;
  owner: string;
  title: string;
  messages: string[];
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Undefined: it is no part of a token. */
function decode<T>(part: string): T | undefined {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString()) as T;
  } catch {
    return undefined;
  }
}

/** A single page whose token lies in local storage, and that asks for everything by one address. No cookies. */
export async function startBearer(options: BearerOptions = {}): Promise<Stranger> {
  const people = newPeople('alice.everyday', 'bob.everyday');
  const key = randomBytes(32);
  const ended = new Set<string>();
  const threads: Thread[] = [];
  const sign = (signed: string): string =>
    createHmac('sha256', key).update(signed).digest('base64url');

  const issue = (sub: string): string => {
    const claims = { sub, jti: unguessable(), exp: Math.floor(Date.now() / 1000) + 3600 };
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
    return `${signed}.${sign(signed)}`;
  };
  const read = (token: string): { sub: string; jti: string } | undefined => {
    const [head = '', body = '', signature] = token.split('.');
    if (head === '' || body === '') return undefined;
    const header = decode<{ alg?: string }>(head);
    const alg = header?.alg ?? '';
    const unsigned = options.believesUnsignedTokens && alg.toLowerCase() === 'none';
    if (!unsigned && signature !== sign(`${head}.${body}`)) return undefined;
    const claims = decode<{ sub: string; jti: string; exp: number }>(body);
    if (!claims) return undefined;
    return ended.has(claims.jti) || claims.exp * 1000 < Date.now() ? undefined : claims;
  };

  /** What the page asks for, by its method; undefined is “not found”. */
  const answerTo = (
    { method, id, text = '' }: { method: string; id?: string; text?: string },
    { sub, jti }: { sub: string; jti: string },
  ): unknown => {
    const own = threads.filter(({ owner }) => owner === sub);
    const thread = own.find((each) => each.id === id);
    if (method === 'me') return { name: sub };
    if (method === 'thread.list') return own.map(({ id, title }) => ({ id, title }));
    if (method === 'thread.read') return thread;
    if (method === 'logout') {
      if (!options.logoutForgetsTheServer) ended.add(jti);
      return {};
    }
    if (method !== 'thread.say') return undefined;
    const begun = thread ?? {
      id: unguessable(),
      owner: sub,
      title: text.slice(0, 40),
      messages: [],
    };
    if (!thread) threads.push(begun);
    begun.messages.push(text, `I heard: ${text}`);
    return begun;
  };

  return serve('127.0.0.1', people, async (request, response) => {
    const json = (status: number, value: unknown): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      });
      response.end(JSON.stringify(value));
    };
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(BEARER_PAGE.replace('RENDERS_HTML', String(options.rendersHtml ?? false)));
      return;
    }
    const asked = JSON.parse(await readBody(request)) as {
      method: string;
      id?: string;
      text?: string;
    };
    if (request.url === '/api/login') {
      const { username, password } = asked as unknown as { username: string; password: string };
      const known = Object.values(people).find((person) => person.username === username);
      if (known?.password !== password) return json(400, { error: 'Wrong username or password' });
      return json(200, { token: issue(username) });
    }
    const claims = read((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (!claims) return json(401, { error: 'unauthorized' });
    if (asked.method === 'thread.say') await new Promise((resolve) => setTimeout(resolve, 300));
    const answer = answerTo(asked, claims);
    return json(answer === undefined ? 404 : 200, answer ?? { error: 'not found' });
  });
}
