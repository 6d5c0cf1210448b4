/** Where the page has its token, and how it says who it is. */
const KEEPING = {
  'what is said first': `
const token = () => localStorage.getItem('token'), keep = (token) => localStorage.setItem('token', token);
const forget = () => localStorage.clear(), resume = () => connect('auth:resume', { token: token() });`,
  // A socket’s answer sets no cookie, so that the page has to.
  'a cookie': `
const token = () => document.cookie.split('token=')[1], cookie = (value) => { document.cookie = 'token=' + value + '; path=/; SameSite=None; Secure'; };
const keep = cookie, forget = () => cookie('; max-age=0'), resume = () => connect();`,
};
/** By what a socket is known to be somebody's. */
export type KnownBy = keyof typeof KEEPING;

/** The page of the socket chatbot: its way out is a page of its own, and it asks by the browser's own dialogs. */
export const socketPage = (
  knownBy: KnownBy,
): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Socket</title>
<style>.said { white-space: pre-wrap } [role=alert]:empty { display: none }</style><body><main></main><script>
const main = document.querySelector('main');
let socket, user, entering = false;
let rooms = [], room = null, messages = [], live = '';
const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
const list = element('ul'), tools = element('div'), log = element('div', { role: 'log' }), complaint = element('p', { role: 'alert' });
${KEEPING[knownBy].trim()}
function send(event, fields) {
  complaint.textContent = '';
  if (socket?.readyState !== WebSocket.OPEN) complaint.textContent = 'There is no connection. Please try again.';
  else socket.send(JSON.stringify(fields ? [event, fields] : [event]));
}
function connect(...first) {
  socket?.close();
  const made = socket = new WebSocket('ws' + location.origin.slice(4) + '/socket');
  made.onopen = () => { if (first.length > 0) send(...first); };
  made.onmessage = ({ data }) => {
    const [event, fields] = JSON.parse(data);
    if (made === socket) hears[event]?.(fields);
  };
  made.onclose = ({ code }) => {
    if (made !== socket) return;
    if (code === 4401) { if (user) signedOut(); return; }
    if (entering) complaint.textContent = 'The server cannot be reached.';
    setTimeout(() => { if (made === socket && token()) resume(); }, 1000);
  };
}
const hears = {
  ping: () => socket.send('["pong"]'),
  'auth:success': (said) => keep(said.token),
  'auth:failed': () => { const failed = entering; signedOut(); if (failed) complaint.textContent = 'Unknown name or wrong password.'; },
  'auth:required': () => signedOut(),
  'auth:ended': () => signedOut(),
  init: (said) => { ({ user, rooms } = said); entering = false; route(); },
  rooms: (said) => {
    const gone = rooms.some(({ id }) => id === room) && !said.rooms.some(({ id }) => id === room);
    rooms = said.rooms;
    if (gone) location.hash = '#/'; else draw();
  },
  'room:history': (said) => { if (said.room === room) { ({ messages } = said); draw(); } },
  'message:sent': (said) => {
    if (room !== null) return;
    room = said.room;
    history.replaceState(null, '', '#/room/' + room);
  },
  message: (said) => {
    if (said.room !== room) return;
    messages.push(said);
    if (said.from === 'bot') live = '';
    draw();
  },
  'reply:delta': (said) => { if (said.room === room) { live += said.piece; draw(); } },
  error: ({ why }) => { complaint.textContent = 'Sorry: ' + why + '.'; },
};
function signedOut() {
  forget();
  history.replaceState(null, '', '#/');
  user = undefined;
  signIn();
}
function signIn() {
  [rooms, room, messages, live, entering] = [[], null, [], '', false];
  complaint.textContent = '';
  draw();
  const name = element('input', { autocomplete: 'username' });
  const password = element('input', { type: 'password', autocomplete: 'current-password' });
  const form = element('form', { onsubmit: (event) => {
    event.preventDefault();
    entering = true;
    connect('auth:perform', { user: name.value, password: password.value });
  } }, element('label', {}, 'Nickname ', name), element('label', {}, 'Password ', password), element('button', {}, 'Enter'));
  main.replaceChildren(element('h1', {}, 'Socket'), form, complaint);
}
function draw() {
  list.replaceChildren(...rooms.map(({ id, title }) => element('li', {}, element('button', { onclick: () => { location.hash = '#/room/' + id; } }, title))));
  const said = ({ from, text }) => element('div', {}, element('b', {}, from), element('div', { class: 'said' }, text));
  log.replaceChildren(...messages.map(said), ...(live ? [said({ from: 'bot', text: live })] : []));
  const open = rooms.find(({ id }) => id === room);
  const rename = () => { const title = prompt('New title', open.title); if (title) send('room:rename', { room: open.id, title }); };
  const remove = () => { if (confirm('Delete “' + open.title + '”?')) send('room:delete', { room: open.id }); };
  tools.replaceChildren(...(open ? [element('h2', {}, open.title), element('button', { onclick: rename }, 'Rename'), element('button', { onclick: remove }, 'Delete')] : []));
}
function route() {
  if (!user) return;
  complaint.textContent = '';
  const settings = location.hash === '#/settings';
  const [, id] = /^#\\/room\\/(\\d+)$/.exec(location.hash) ?? [];
  [room, messages, live] = [id === undefined ? null : Number(id), [], ''];
  draw();
  if (settings) {
    const leave = () => send('auth:logout');
    main.replaceChildren(element('h1', {}, 'Settings'), element('p', {}, 'You are ' + user + '.'),
      element('button', { onclick: leave }, 'Sign out'), element('a', { href: '#/' }, 'Back'), complaint);
    return;
  }
  const box = element('input', { placeholder: 'Your message', 'aria-label': 'Your message', autocomplete: 'off' });
  const form = element('form', { onsubmit: (event) => {
    event.preventDefault();
    if (box.value.trim() === '') return;
    send('message:send', { room, text: box.value });
    if (complaint.textContent === '') box.value = '';
  } }, box, element('button', {}, 'Send'));
  main.replaceChildren(element('header', {}, user + ' ', element('a', { href: '#/settings' }, 'Settings')),
    element('button', { onclick: () => { location.hash = '#/'; } }, 'New room'), list, tools, log, complaint, form);
  if (room !== null) send('room:open', { room });
}
addEventListener('hashchange', route);
addEventListener('storage', () => { if (!token()) { if (user) signedOut(); } else if (!user) resume(); });
if (token()) resume(); else signIn();
</script>`;
