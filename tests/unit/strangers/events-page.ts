/** The page of the events chatbot: links in a sidebar, a menu for each, and a menu of the person's own. */
export const EVENTS_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Events</title>
<style>.said { white-space: pre-wrap } [role=alert]:empty { display: none }</style><body><script>
let user, token, source, sending = false;
let threads = [], thread = null, messages = [], live = new Map();
const channel = new BroadcastChannel('events');
const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
const list = element('ul'), log = element('div', { role: 'log' }), complaint = element('p', { role: 'alert' });
const say = (text) => { complaint.textContent = text; };
async function ask(method, path, body) {
  const headers = body ? { 'content-type': 'application/json' } : {};
  if (method !== 'GET') {
    if (!token) await ask('GET', '/api/me');
    headers['x-xsrf-token'] = token;
    token = undefined;
  }
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  token = answer.headers.get('x-next-token') ?? token;
  return answer;
}
// What the server refuses or never got is told, and null is returned.
async function call(...asked) {
  try {
    say('');
    let answer = await ask(...asked);
    // Other tabs may have crowded the token out: the refusal brought another one.
    if (answer.status === 403) answer = await ask(...asked);
    if (answer.ok) return await answer.json();
    if (answer.status === 401) { if (user) signedOut(); } else say('Sorry: ' + (await answer.json()).error);
  } catch { say('The server cannot be reached.'); }
  return null;
}
function signIn() {
  source?.close();
  [user, threads, thread, messages, live] = [undefined, [], null, [], new Map()];
  log.replaceChildren(); list.replaceChildren(); say('');
  const email = element('input', { type: 'email', name: 'email', id: 'email', autocomplete: 'username', required: '' });
  const password = element('input', { type: 'password', name: 'password', id: 'password', autocomplete: 'current-password', required: '' });
  const form = element('form', { onsubmit: async (event) => {
    event.preventDefault();
    const body = { user: email.value, password: password.value };
    let answer = await ask('POST', '/api/login', body);
    if (answer.status === 403) answer = await ask('POST', '/api/login', body);
    if (!answer.ok) return say((await answer.json()).error);
    channel.postMessage('signed in');
    start();
  } }, element('label', { for: 'email' }, 'E-mail'), email, element('label', { for: 'password' }, 'Password'), password,
    element('button', { type: 'submit' }, 'Log in'), complaint);
  document.body.replaceChildren(element('h1', {}, 'Events'), form);
}
function signedOut() { history.replaceState(null, '', '/'); signIn(); }
channel.onmessage = ({ data }) => { if (data === 'signed out') { if (user) signedOut(); } else if (!user) start(); };
function menu(button, opening, items) {
  const shut = (event) => {
    // The click that opens it comes by here too.
    if (event === opening) return;
    made.remove();
    button.setAttribute('aria-expanded', 'false');
    removeEventListener('click', shut);
  };
  const made = element('div', { role: 'menu' }, ...Object.entries(items).map(([name, act]) => element('button', { role: 'menuitem', onclick: act }, name)));
  addEventListener('click', shut);
  made.onkeydown = (event) => { if (event.key === 'Escape') shut(event); };
  button.setAttribute('aria-expanded', 'true');
  button.after(made);
  made.firstChild.focus();
}
function opener(attributes, text, items) {
  const made = element('button', { 'aria-haspopup': 'menu', 'aria-expanded': 'false', ...attributes, onclick: (event) => {
    if (made.getAttribute('aria-expanded') === 'false') menu(made, event, items);
  } }, text);
  return made;
}
function entry({ id, title }) {
  const link = element('a', { href: '/c/' + id, onclick: (event) => { event.preventDefault(); go('/c/' + id); } }, title);
  const rename = () => {
    const field = element('input', { type: 'text', 'aria-label': 'Conversation title' });
    field.value = title;
    field.onkeydown = async ({ key }) => {
      if (key === 'Escape') show();
      if (key === 'Enter' && (await call('PATCH', '/api/threads/' + id, { title: field.value }))) refresh();
    };
    link.replaceWith(field);
    field.focus();
    field.select();
  };
  const remove = () => {
    const sure = async () => {
      dialog.remove();
      if (!(await call('DELETE', '/api/threads/' + id))) return;
      if (id === thread) go('/');
      refresh();
    };
    const dialog = element('dialog', { 'aria-label': 'Delete conversation' }, element('p', {}, 'Delete “' + title + '” for good?'),
      element('button', { onclick: () => dialog.remove() }, 'Cancel'), element('button', { onclick: sure }, 'Delete'));
    document.body.append(dialog);
    dialog.showModal();
  };
  return element('li', {}, link, opener({ 'aria-label': 'Conversation options' }, '⋯', { Rename: rename, Delete: remove }));
}
const show = () => list.replaceChildren(...threads.map(entry));
async function refresh() { threads = (await call('GET', '/api/threads')) ?? threads; show(); }
function draw() {
  const said = (from, text) => element('article', { 'data-from': from }, element('div', { class: 'said' }, text));
  log.replaceChildren(...messages.map(({ from, text }) => said(from, text)), ...[...live.values()].map((text) => said('bot', text)));
}
async function sync(id) {
  const read = await call('GET', '/api/threads/' + id);
  if (!read || thread !== id) return;
  // A reply may have ended while this was on its way.
  messages = [...read.messages, ...messages.filter((mine) => !read.messages.some((each) => each.id === mine.id))];
  draw();
}
function listen(id) {
  source?.close();
  const made = source = new EventSource('/api/events?thread=' + id);
  made.onopen = () => { live.clear(); sync(id); };
  made.addEventListener('token', ({ data }) => { const said = JSON.parse(data); live.set(said.id, (live.get(said.id) ?? '') + said.text); draw(); });
  made.addEventListener('done', ({ data }) => {
    const message = JSON.parse(data);
    live.delete(message.id);
    // Another tab asked, unless the question is here.
    if (!messages.some(({ id }) => id === message.parent)) sync(id);
    if (!messages.some(({ id }) => id === message.id)) messages.push(message);
    draw();
  });
}
function open() {
  const [, id = null] = /^\\/c\\/(.+)$/.exec(location.pathname) ?? [];
  source?.close();
  [thread, messages] = [id, []];
  live.clear();
  draw();
  if (id) listen(id), sync(id);
}
function go(path) { history.pushState(null, '', path); open(); }
addEventListener('popstate', () => { if (user) open(); });
async function start() {
  const answer = await ask('GET', '/api/me');
  if (!answer.ok) return signIn();
  ({ user } = await answer.json());
  say('');
  const leave = async () => { if (await call('POST', '/api/logout')) { channel.postMessage('signed out'); signedOut(); } };
  const box = element('textarea', { placeholder: 'Ask anything', rows: '3' });
  const form = element('form', { onsubmit: async (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (text === '' || sending) return;
    const [before, at] = [messages, thread];
    const message = { id: crypto.randomUUID(), parent: messages.at(-1)?.id ?? null, from: 'person', text };
    messages.push(message);
    box.value = '';
    draw();
    sending = true;
    const said = await call('POST', '/api/messages', { thread, id: message.id, parent: message.parent, text });
    sending = false;
    if (!said) { messages = messages.filter((each) => each !== message); box.value = text; return draw(); }
    if (at) return;
    if (thread === null && messages === before) { thread = said.thread; history.pushState(null, '', '/c/' + thread); listen(thread); }
    refresh();
  } }, box, element('button', { type: 'submit' }, 'Send'));
  box.onkeydown = (event) => { if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); } };
  document.body.replaceChildren(
    element('header', {}, opener({ 'aria-label': 'Account of ' + user }, user.slice(0, 2).toUpperCase(), { 'Log out': leave })),
    element('nav', { 'aria-label': 'Conversations' }, element('button', { onclick: () => go('/') }, 'New conversation'), list),
    element('main', {}, log, complaint, form));
  refresh();
  open();
}
start();
</script>`;
