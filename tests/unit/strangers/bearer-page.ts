/** The page of the bearer chatbot: no form elements, no textarea, no address of its own for a conversation. */
export const BEARER_PAGE = `<!doctype html><html lang="en"><title>Bearer</title><body><div id="app"></div><script>
const rendersHtml = RENDERS_HTML;
const app = document.getElementById('app');
let thread, name = '';
const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
async function rpc(method, more = {}) {
  const token = localStorage.getItem('session');
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + token };
  const answer = await fetch('/api/rpc', { method: 'POST', headers, body: JSON.stringify({ method, ...more }) });
  if (answer.status === 401) { localStorage.clear(); signIn(); throw new Error('signed out'); }
  return answer.json();
}
function signIn(username) {
  thread = undefined;
  const field = username === undefined
    ? element('input', { type: 'text', placeholder: 'Username', 'aria-label': 'Username' })
    : element('input', { type: 'password', placeholder: 'Password', 'aria-label': 'Password' });
  const complaint = element('p', { role: 'alert' });
  const forward = async () => {
    if (username === undefined) return signIn(field.value);
    const body = JSON.stringify({ username, password: field.value });
    const answer = await fetch('/api/login', { method: 'POST', body });
    const said = await answer.json();
    if (!answer.ok) { complaint.textContent = said.error; return; }
    localStorage.setItem('session', said.token);
    start();
  };
  const label = username === undefined ? 'Next' : 'Sign in';
  app.replaceChildren(element('h1', {}, 'Welcome'), field, element('button', { type: 'button', onclick: forward }, label), complaint);
}
function ask() {
  const dialog = element('div', { role: 'dialog', 'aria-label': 'Log out' }, element('p', {}, 'Are you sure?'),
    element('button', { type: 'button', onclick: () => dialog.remove() }, 'Cancel'),
    element('button', { type: 'button', onclick: async () => { await rpc('logout'); localStorage.clear(); signIn(); } }, 'Yes, I am'));
  app.append(dialog);
}
function toggleMenu(event) {
  const open = document.querySelector('[role=menu]');
  if (open) return open.remove();
  const icon = element('i', {}, 'logout');
  const item = element('div', { role: 'menuitem', tabindex: '0', onclick: () => { toggleMenu(); ask(); } }, icon, ' Logout');
  app.append(element('div', { role: 'menu' }, element('div', { role: 'menuitem' }, 'settings Settings'), item));
}
async function show() {
  const list = await rpc('thread.list');
  const items = list.map(({ id, title }) => element('li', { onclick: async () => { thread = await rpc('thread.read', { id }); show(); } }, title));
  const messages = (thread?.messages ?? []).map((text, index) => {
    const made = element('p', {}, index % 2 && rendersHtml ? '' : text);
    if (index % 2 && rendersHtml) made.innerHTML = text;
    return made;
  });
  const box = element('div', { contenteditable: 'true', 'data-placeholder': 'Say something', style: 'min-height:2em' });
  const log = element('section', {}, ...messages);
  const send = async () => {
    const text = box.innerText;
    box.textContent = '';
    log.append(element('p', {}, text), element('p', {}, 'typing…'));
    thread = await rpc('thread.say', { text, id: thread?.id });
    show();
  };
  const begin = () => { thread = undefined; show(); };
  const initials = name.slice(0, 2).toUpperCase();
  app.replaceChildren(
    element('button', { 'aria-haspopup': 'menu', onclick: toggleMenu }, element('img', { alt: '', src: 'data:,' }), initials),
    element('button', { onclick: begin }, '+ New thread'), element('ul', {}, ...items), log, box,
    element('button', { 'aria-label': 'Send message', onclick: send }, '➤'));
}
async function start() { ({ name } = await rpc('me')); show(); }
addEventListener('storage', () => { if (!localStorage.getItem('session')) signIn(); });
if (localStorage.getItem('session')) start(); else signIn();
</script>`;
