import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { EVENTS_PAGE } from './events-page.ts';
import { cookiesOf, newPeople, readBody, serve, type Stranger, unguessable } from './stranger.ts';

/** What this chatbot may do wrong. */
export interface EventsOptions {
  /** The stream of anybody's thread is open to anybody who is signed in. */
  eventsIgnoreOwner?: boolean;
  /** A stream that is open when its session is signed out goes on. No new one can be opened. */
  eventsOutliveLogout?: boolean;
  /** Writing, renaming and deleting find a thread by its identifier alone. Reading does not. */
  writesIgnoreOwner?: boolean;
  /** Signing out deletes the cookie and closes the streams, and the session lives on. */
  sessionOutlivesLogout?: boolean;
}

interface Message {
  id: string;
  parent: string | null;
  from: 'person' | 'bot';
  text: string;
}
interface Thread {
  id: string;
  owner: string;
  title: string;
  messages: Message[];
  /** Replies that are still being said. */
  unfinished: Set<Message>;
}
interface Session {
  user?: string;
  /** Unused, oldest first. */
  tokens: Set<string>;
}
interface Stream {
  response: ServerResponse;
  sid: string;
  thread: Thread;
}

const OPEN_TOKENS = 20;
const COOKIE = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cookie, a token that is good for one change, replies by server-sent events, and message ids made by the page. */
export async function startEvents(options: EventsOptions = {}): Promise<Stranger> {
  const people = newPeople('alice@events.test', 'bob@events.test');
  const sessions = new Map<string, Session>();
  const threads = new Map<string, Thread>();
  const streams = new Set<Stream>();

  const begin = (response: ServerResponse, user?: string): Session => {
    const sid = unguessable();
    const session = { ...(user === undefined ? {} : { user }), tokens: new Set<string>() };
    sessions.set(sid, session);
    response.setHeader('Set-Cookie', `sid=${sid}; ${COOKIE}`);
    return session;
  };
  const nextToken = ({ tokens }: Session): string => {
    const token = unguessable();
    tokens.add(token);
    for (const oldest of [...tokens].slice(0, -OPEN_TOKENS)) tokens.delete(oldest);
    return token;
  };
  const endStreams = (those: (stream: Stream) => boolean): void => {
    for (const stream of [...streams].filter(those)) {
      // At once, and not only when it is closed: a reply may be about to write to it.
      streams.delete(stream);
      stream.response.end();
    }
  };
  const emit = (thread: Thread, name: string, value: unknown): void => {
    for (const { response, thread: heard } of streams) {
      if (heard === thread) response.write(eventOf(name, value));
    }
  };

  /** Opens a stream, which begins with what has been said of unfinished replies. */
  const listen = (response: ServerResponse, sid: string, thread: Thread): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': welcome\n\n');
    for (const { id, text } of thread.unfinished) response.write(eventOf('token', { id, text }));
    const stream = { response, sid, thread };
    streams.add(stream);
    response.on('close', () => streams.delete(stream));
  };
  const reply = async (thread: Thread, { id: parent, text }: Message): Promise<void> => {
    const message: Message = { id: randomUUID(), parent, from: 'bot', text: '' };
    thread.unfinished.add(message);
    for (const token of tokensOf(`You said: ${text}`)) {
      await new Promise((resolve) => setTimeout(resolve, 8));
      message.text += token;
      emit(thread, 'token', { id: message.id, text: token });
    }
    thread.unfinished.delete(message);
    thread.messages.push(message);
    emit(thread, 'done', message);
  };

  return serve('localhost', people, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://events');
    const asked = `${request.method} ${pathname}`;
    const { sid = '' } = cookiesOf(request);
    const session = sessions.get(sid);
    /** An answer with the next token of its session. */
    const json = (status: number, value: unknown, of: Session | null = session ?? null): void => {
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...(of && { 'x-next-token': nextToken(of) }),
      });
      response.end(JSON.stringify(value));
    };
    const refuse = (status: number, error: string): void => json(status, { error });
    if (!pathname.startsWith('/api/')) {
      const found = pathname === '/' || /^\/c\/[-0-9a-f]{36}$/.test(pathname);
      response.writeHead(found ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.end(found ? EVENTS_PAGE : 'There is no such page.');
      return;
    }
    const user = session?.user;
    if (asked === 'GET /api/me') {
      if (user !== undefined) return json(200, { user });
      // Signing in is a change too, and its token needs a session to belong to.
      return json(401, { error: 'signed out' }, session ?? begin(response));
    }
    const signsIn = asked === 'POST /api/login';
    if (user === undefined && !signsIn) return refuse(401, 'signed out');
    const fields = request.method === 'GET' ? {} : parsed(await readBody(request));
    if (request.method !== 'GET') {
      const fresh = session?.tokens.delete(String(request.headers['x-xsrf-token']));
      if (!fresh) return refuse(403, 'used or unknown token');
      if (!fields) return refuse(400, 'malformed');
    }
    if (signsIn) {
      const known = Object.values(people).find(({ username }) => username === fields?.['user']);
      if (!known || known.password !== fields?.['password']) {
        return refuse(401, 'Unknown e-mail or wrong password');
      }
      sessions.delete(sid);
      endStreams((stream) => stream.sid === sid);
      return json(200, { user: known.username }, begin(response, known.username));
    }
    if (user === undefined) return refuse(401, 'signed out');

    const mine = [...threads.values()].filter(({ owner }) => owner === user);
    const threadOf = (id: unknown, ignoresOwner = false): Thread | undefined =>
      ignoresOwner ? threads.get(String(id)) : mine.find((thread) => thread.id === id);
    if (asked === 'POST /api/logout') {
      if (!options.sessionOutlivesLogout) sessions.delete(sid);
      if (!options.eventsOutliveLogout) endStreams((stream) => stream.sid === sid);
      response.setHeader('Set-Cookie', `sid=; ${COOKIE}; Max-Age=0`);
      return json(200, {}, null);
    }
    if (asked === 'GET /api/threads') {
      return json(200, mine.map(({ id, title }) => ({ id, title })).reverse());
    }
    if (asked === 'GET /api/events') {
      const thread = threadOf(searchParams.get('thread'), options.eventsIgnoreOwner);
      return thread ? listen(response, sid, thread) : refuse(404, 'no such thread');
    }
    if (asked === 'POST /api/messages') {
      const { thread: at, id, parent, text } = fields ?? {};
      const words = wordsIn(text);
      if (typeof id !== 'string' || !UUID.test(id) || !words) return refuse(400, 'malformed');
      const found = at === null ? undefined : threadOf(at, options.writesIgnoreOwner);
      if (at !== null && !found) return refuse(404, 'no such thread');
      const known = [...threads.values()].some(({ messages }) => holds(messages, id));
      if (known) return refuse(409, 'this message exists');
      const follows = found ? holds(found.messages, parent) : parent === null;
      if (!follows) return refuse(422, 'the parent is not in this thread');
      const thread = found ?? newThread(user, words);
      threads.set(thread.id, thread);
      const message: Message = { id, parent: parent as string | null, from: 'person', text: words };
      thread.messages.push(message);
      json(202, { thread: thread.id });
      return reply(thread, message);
    }
    const [, id] = /^\/api\/threads\/([^/]+)$/.exec(pathname) ?? [];
    const writes = request.method !== 'GET' && options.writesIgnoreOwner;
    const thread = threadOf(id, writes);
    if (!thread) return refuse(404, 'not found');
    const { title, messages } = thread;
    if (request.method === 'GET') return json(200, { id, title, messages });
    if (request.method === 'DELETE') {
      threads.delete(thread.id);
      endStreams((stream) => stream.thread === thread);
      return json(200, {});
    }
    if (request.method !== 'PATCH') return refuse(405, 'no such method');
    const renamed = wordsIn(fields?.['title'])?.slice(0, 80);
    if (renamed === undefined) return refuse(400, 'malformed');
    thread.title = renamed;
    return json(200, { id, title: renamed });
  });
}

const newThread = (owner: string, words: string): Thread => ({
  id: randomUUID(),
  owner,
  title: words.slice(0, 40),
  messages: [],
  unfinished: new Set(),
});

const holds = (messages: Message[], id: unknown): boolean =>
  messages.some((message) => message.id === id);

/** Words, or more at a time in a long text: it is not to take longer than a short one. */
function tokensOf(text: string): string[] {
  const words = text.match(/\s*\S+|\s+$/g) ?? [];
  const size = Math.ceil(words.length / 8);
  const starts = words.map((_, index) => index).filter((index) => index % size === 0);
  return starts.map((start) => words.slice(start, start + size).join(''));
}

const eventOf = (name: string, value: unknown): string =>
  `event: ${name}\ndata: ${JSON.stringify(value)}\n\n`;

/** An empty body is one without fields; undefined is no JSON object. */
function parsed(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body || '{}');
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const wordsIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
