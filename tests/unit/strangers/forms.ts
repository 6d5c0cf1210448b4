import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  cookiesOf,
  escapeHtml,
  newPeople,
  readBody,
  serve,
  type Stranger,
  unguessable,
} from './stranger.ts';

/** What this chatbot may do wrong, and what its bot is like. */
export interface FormsOptions {
  /** Signing in marks the session that the browser brought along. */
  keepsSessionAtLogin?: boolean;
  /** Signing out deletes the cookies and nothing else. */
  logoutOnlyClearsCookies?: boolean;
  /** A conversation is found by its number alone. */
  ignoresOwner?: boolean;
  /** The bot gives the same answer to everything. */
  fixedAnswer?: boolean;
  /** Milliseconds that the bot thinks before the page comes. */
  thinksMs?: number;
}

interface Visit {
  csrf: string;
  user?: string;
}
interface Conversation {
  owner: string;
  messages: { from: string; text: string }[];
}

/** Server-rendered pages without any script: forms, redirects, and a session of two cookies. */
export async function startForms(options: FormsOptions = {}): Promise<Stranger> {
  const people = newPeople('alice@forms.test', 'bob@forms.test');
  const key = randomBytes(32);
  const visits = new Map<string, Visit>();
  const conversations = new Map<number, Conversation>();
  const sign = (id: string): string => createHmac('sha256', key).update(id).digest('hex');
  const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax';

  const setSession = (response: ServerResponse, id: string): void => {
    const cookies = [`PHPSESSID=${id}; ${attributes}`, `PHPSIG=${sign(id)}; ${attributes}`];
    response.setHeader('Set-Cookie', [...cookies, 'lang=en; Path=/', '_ga=GA1.1.5; Path=/']);
  };
  const begin = (response: ServerResponse, visit: Visit): Visit => {
    const id = unguessable();
    visits.set(id, visit);
    setSession(response, id);
    return visit;
  };
  const visitOf = (request: IncomingMessage, response: ServerResponse): [string, Visit] => {
    const { PHPSESSID: id = '', PHPSIG: signature } = cookiesOf(request);
    const known = signature === sign(id) ? visits.get(id) : undefined;
    return [id, known ?? begin(response, { csrf: unguessable() })];
  };
  const reply = async (text: string): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, options.thinksMs ?? 0));
    return options.fixedAnswer ? 'Thank you, a colleague will look at it.' : `You wrote: ${text}`;
  };

  return serve('localhost', people, async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://forms');
    const [id, visit] = visitOf(request, response);
    const form = new URLSearchParams(request.method === 'POST' ? await readBody(request) : '');
    const show = (body: string, status = 200): void => {
      response.writeHead(status, { 'content-type': 'text/html', 'cache-control': 'no-store' });
      response.end(layout(body, visit));
    };
    const go = (location: string): void => {
      response.writeHead(303, { location }).end();
    };
    if (pathname === '/favicon.ico') return void response.writeHead(404).end();
    if (request.method === 'POST' && form.get('csrf') !== visit.csrf) return show('Expired', 403);

    if (pathname === '/' && request.method === 'POST') {
      const known = Object.values(people).find(({ username }) => username === form.get('email'));
      if (known?.password !== form.get('password')) return show(signIn(visit, 'Wrong password'));
      const user = known?.username ?? '';
      if (options.keepsSessionAtLogin) visits.set(id, { ...visit, user });
      else {
        visits.delete(id);
        begin(response, { csrf: unguessable(), user });
      }
      return go('/chat');
    }
    if (pathname === '/goodbye') return show('<p>Goodbye, and come again.</p>');
    if (!visit.user) return pathname === '/' ? show(signIn(visit)) : go('/');
    if (pathname === '/') return go('/chat');
    if (pathname === '/logout' && request.method === 'POST') {
      if (!options.logoutOnlyClearsCookies) visits.delete(id);
      const gone = ['PHPSESSID', 'PHPSIG'].map((name) => `${name}=; ${attributes}; Max-Age=0`);
      response.setHeader('Set-Cookie', gone);
      return go('/goodbye');
    }
    const number = Number(/^\/chat\/(\d+)$/.exec(pathname)?.[1] ?? 0);
    const found = conversations.get(number);
    const own = found && (options.ignoresOwner || found.owner === visit.user) ? found : undefined;
    if (pathname !== '/chat' && !own) return show('<p>There is no such page.</p>', 404);
    if (request.method === 'POST') {
      const text = form.get('words') ?? '';
      const at = own ? number : conversations.size + 11;
      const conversation = own ?? { owner: visit.user, messages: [] };
      conversations.set(at, conversation);
      conversation.messages.push({ from: 'You', text }, { from: 'Bot', text: await reply(text) });
      return go(`/chat/${at}`);
    }
    const mine = [...conversations].filter(([, { owner }]) => owner === visit.user);
    const list = mine.map(([at]) => `<li><a href="/chat/${at}">Conversation ${at}</a></li>`);
    const lines = own?.messages.map(({ from, text }) => `<dt>${from}<dd>${escapeHtml(text)}`) ?? [];
    return show(`<ul>${list.join('')}</ul><dl>${lines.join('')}</dl>
      <form method=post>${hidden(visit)}<input type=text name=words><button>Send</button></form>`);
  });
}

const hidden = ({ csrf }: Visit): string => `<input type=hidden name=csrf value=${csrf}>`;

const signIn = (visit: Visit, complaint = ''): string =>
  `<h1>Hello</h1><p class=error>${complaint}</p><form method=post>${hidden(visit)}
   E-mail <input name=email> Password <input type=password name=password>
   <input type=submit value="Let me in"></form>`;

const layout = (body: string, visit: Visit): string => {
  const logout = `<form method=post action=/logout>${hidden(visit)}<button>Log out</button></form>`;
  return `<!doctype html><title>Forms</title><header>Forms ${visit.user ? logout : ''}</header>${body}`;
};
