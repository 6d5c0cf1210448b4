import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type KnownBy, socketPage } from './socket-page.ts';
import { cookiesOf, newPeople, serve, type Stranger, unguessable } from './stranger.ts';

/** What this chatbot may do wrong. */
export interface SocketOptions {
  /** By default what is said first: a browser then says nothing in a person’s name by itself. */
  knownBy?: KnownBy;
  /** A handshake is answered whoever’s page it comes from, and with whatever cookie the browser added. */
  answersAnyOrigin?: boolean;
  /** `room:open` gives anybody's room to anybody who is signed in, and all that is said in it from then on. */
  roomOpenIgnoresOwner?: boolean;
  /** `message:send` puts words into anybody's room. It tells the stranger nothing of what comes back. */
  sendIgnoresOwner?: boolean;
  /** The token resumes its session after signing out. Its open sockets are closed all the same. */
  logoutKeepsTheToken?: boolean;
  /** Signing out closes no socket: what is pushed goes on arriving. What is asked on one is refused. */
  socketOutlivesLogout?: boolean;
}

interface Session {
  token: string;
  user: string;
}
interface Room {
  id: number;
  owner: string;
  title: string;
  messages: { from: string; text: string }[];
}
/** One open socket. */
interface Line {
  socket: WebSocket;
  session?: Session;
  opened: Set<number>;
}
type Fields = Record<string, unknown>;

const PING_MS = 5000;
/** Tells the page that the session is over, and that trying again is of no use. */
const SIGNED_OUT = 4401;

/** One WebSocket for everything, in the manner of socket.io: no cookie, and nothing over HTTP but the page. */
export async function startSocket(options: SocketOptions = {}): Promise<Stranger> {
  const people = newPeople('alice_1815', 'bob_1912');
  const sessions = new Map<string, Session>();
  const rooms = new Map<number, Room>();
  const lines = new Set<Line>();
  const { knownBy = 'what is said first' } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  let lastRoom = 4100;

  const roomsOf = (user: string): { id: number; title: string }[] =>
    [...rooms.values()]
      .filter(({ owner }) => owner === user)
      .map(({ id, title }) => ({ id, title }))
      .reverse();
  /** To whom a room's events go: its owner's sockets, and those that opened it. */
  const push = (room: Room, event: string, fields: Fields): void => {
    for (const line of lines) {
      const listens = line.session?.user === room.owner || line.opened.has(room.id);
      if (listens) tell(line, event, { room: room.id, ...fields });
    }
  };
  const pushRooms = (user: string): void => {
    for (const line of lines) {
      if (line.session?.user === user) tell(line, 'rooms', { rooms: roomsOf(user) });
    }
  };

  const enter = (line: Line, session: Session | undefined): void => {
    delete line.session;
    // Else a socket that changes hands would go on hearing what its earlier owner opened.
    line.opened.clear();
    if (!session) return tell(line, 'auth:failed', {});
    line.session = session;
    tell(line, 'auth:success', { token: session.token });
    tell(line, 'init', { user: session.user, rooms: roomsOf(session.user) });
  };
  const signIn = ({ user, password }: Fields): Session | undefined => {
    const known = Object.values(people).find(({ username }) => username === user);
    if (!known || known.password !== password) return undefined;
    const session = { token: unguessable(), user: known.username };
    sessions.set(session.token, session);
    return session;
  };
  const leave = (line: Line, { token }: Session): void => {
    if (!options.logoutKeepsTheToken) sessions.delete(token);
    tell(line, 'auth:ended', {});
    if (options.socketOutlivesLogout) return;
    for (const each of lines) {
      if (each.session?.token !== token) continue;
      lines.delete(each);
      each.socket.close(SIGNED_OUT, 'signed out');
    }
  };

  const say = (room: Room, from: string, text: string): void => {
    room.messages.push({ from, text });
    push(room, 'message', { from, text });
  };
  const reply = async (room: Room, text: string): Promise<void> => {
    const words = `You said: ${text}`;
    const length = Math.ceil(words.length / 3);
    for (let at = 0; at < words.length; at += length) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (!rooms.has(room.id)) return;
      push(room, 'reply:delta', { piece: words.slice(at, at + length) });
    }
    say(room, 'bot', words);
  };
  const begin = (owner: string, text: string): Room => {
    const room = { id: ++lastRoom, owner, title: text.slice(0, 40), messages: [] };
    rooms.set(room.id, room);
    return room;
  };

  const hear = async (line: Line, event: string, fields: Fields): Promise<void> => {
    if (event === 'pong') return;
    if (event === 'auth:perform') return enter(line, signIn(fields));
    if (event === 'auth:resume') return enter(line, sessions.get(String(fields['token'])));
    // The session is looked up for each message: a socket that outlives it may listen, and no more.
    const session = sessions.get(line.session?.token ?? '');
    if (!session) return tell(line, 'auth:required', {});
    if (event === 'auth:logout') return leave(line, session);

    const { user } = session;
    const refuse = (why: string): void => tell(line, 'error', { event, why });
    const roomIf = (ignoresOwner = false): Room | undefined => {
      const room = rooms.get(fields['room'] as number);
      return room && (ignoresOwner || room.owner === user) ? room : undefined;
    };
    if (event === 'room:open') {
      const room = roomIf(options.roomOpenIgnoresOwner);
      if (!room) return refuse('no such room');
      line.opened.add(room.id);
      return tell(line, 'room:history', { room: room.id, messages: room.messages });
    }
    if (event === 'message:send') {
      const text = wordsIn(fields['text']);
      if (text === undefined) return refuse('no text');
      const begins = fields['room'] === null;
      const room = begins ? begin(user, text) : roomIf(options.sendIgnoresOwner);
      if (!room) return refuse('no such room');
      tell(line, 'message:sent', { room: room.id });
      if (begins) pushRooms(user);
      say(room, user, text);
      return reply(room, text);
    }
    if (event !== 'room:rename' && event !== 'room:delete') return refuse('no such event');
    const room = roomIf();
    const title = wordsIn(fields['title']);
    if (!room) return refuse('no such room');
    if (event === 'room:delete') rooms.delete(room.id);
    else if (title === undefined) return refuse('no title');
    else room.title = title.slice(0, 80);
    pushRooms(user);
  };

  return serve(
    '127.0.0.1',
    people,
    (request, response) => {
      const found = request.method === 'GET' && request.url === '/';
      response.writeHead(found ? 200 : 404, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
      response.end(found ? socketPage(knownBy) : 'There is no such page.');
      return Promise.resolve();
    },
    (request, duplex, head, fail) => {
      if (request.url !== '/socket') return void duplex.end('HTTP/1.1 404 Not Found\r\n\r\n');
      const own = request.headers.origin === `http://${request.headers.host}`;
      if (!own && !options.answersAnyOrigin) {
        return void duplex.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      }
      const { token = '' } = cookiesOf(request);
      return sockets.handleUpgrade(request, duplex, head, (socket) => {
        const line: Line = { socket, opened: new Set() };
        lines.add(line);
        if (knownBy === 'a cookie' && token !== '') enter(line, sessions.get(token));
        // Nobody is cut off for not answering: it only keeps proxies from closing the line.
        const pings = setInterval(() => tell(line, 'ping'), PING_MS);
        socket.on('error', () => socket.terminate());
        socket.on('close', () => {
          clearInterval(pings);
          lines.delete(line);
        });
        socket.on('message', (data) => {
          const said = read(data);
          if (!said) return socket.close(1007, 'not ["event", {…}]');
          return void hear(line, ...said).catch(fail);
        });
      });
    },
  );
}

const tell = ({ socket }: Line, event: string, fields?: Fields): void =>
  socket.send(JSON.stringify(fields ? [event, fields] : [event]));

/** An event with its fields; undefined is a message of another form. */
function read(data: RawData): [string, Fields] | undefined {
  try {
    const [event, fields] = JSON.parse((data as Buffer).toString('utf8')) as unknown[];
    if (typeof event !== 'string') return undefined;
    return [event, typeof fields === 'object' ? { ...fields } : {}];
  } catch {
    return undefined;
  }
}

const wordsIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
