/** The page of the renewing chatbot: its list and its way out lie in a sidebar that is closed at first. */
export const RENEWING_PAGE = `<!doctype html><html lang="en"><title>Renewing</title><body><script>
let name, chat;
const element = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made[key] = value; else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
};
const channel = new BroadcastChannel('session');
channel.onmessage = () => signIn();
const post = (path, value) => fetch(path, { method: 'POST', body: JSON.stringify(value) });
const refused = async (answer) => {
  const type = answer.headers.get('content-type');
  if (type.includes('html')) return true;
  return type.includes('json') && (await answer.clone().json()).error === 'unauthorized';
};
async function ask(request) {
  const answer = await request();
  if (!(await refused(answer))) return answer;
  await post('/auth/renew');
  const again = await request();
  if (await refused(again)) { signIn(); throw new Error('signed out'); }
  return again;
}
const read = async (path) => (await ask(() => fetch(path))).json();
function signIn() {
  chat = undefined;
  location.hash = '#/welcome';
  const who = element('input', { id: 'who', autocomplete: 'username' });
  const secret = element('input', { id: 'secret', type: 'password' });
  const complaint = element('div', { class: 'error' });
  const form = element('form', {}, element('label', { for: 'who' }, 'Name'), who, element('label', { for: 'secret' }, 'Secret word'), secret,
    element('button', {}, 'Go'), complaint);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const said = await (await post('/auth/in', { name: who.value, password: secret.value })).json();
    if (said.error) complaint.textContent = said.error; else { location.hash = '#/chat'; show(); }
  };
  document.body.replaceChildren(form);
}
async function openSidebar() {
  const open = document.querySelector('nav');
  if (open) return open.remove();
  const { chats } = await read('/api/chats');
  const entries = chats.map(({ id, title }) => element('a', { href: '#/chat', onclick: async () => { chat = await read('/api/chats/' + id); show(); } }, title));
  const out = element('a', { href: '#/out', onclick: async (event) => { event.preventDefault(); await ask(() => post('/api/out')); channel.postMessage('out'); signIn(); } }, 'Sign out');
  document.body.prepend(element('nav', {}, ...entries.map((entry) => element('div', {}, entry)), out));
}
async function show() {
  if (!chat) await read('/api/chats');
  const log = element('div', { role: 'log' }, ...(chat?.words ?? []).map((text) => element('p', {}, text)));
  const box = element('textarea', { placeholder: 'Type here' });
  const send = async () => {
    const text = box.value;
    box.value = '';
    const reply = element('p');
    log.append(element('p', {}, text), reply);
    const answer = await ask(() => post('/api/say', { text, id: chat?.id }));
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const events = (rest + next.value).split('\\n\\n');
      rest = events.pop();
      for (const event of events) {
        const { id, piece = '' } = JSON.parse(event.slice(6));
        if (id) chat = { id };
        reply.append(piece);
      }
    }
  };
  box.onkeydown = (event) => { if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); send(); } };
  document.body.replaceChildren(
    element('button', { 'aria-label': 'Toggle sidebar', 'aria-expanded': 'false', onclick: openSidebar }, '▤'),
    element('button', { 'aria-label': 'New chat', onclick: () => { chat = undefined; show(); } }, '✎'), log, box);
}
if (location.hash === '#/chat') show(); else signIn();
</script>`;
