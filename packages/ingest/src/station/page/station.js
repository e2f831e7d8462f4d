import { ask, forgetKey, keepKey, keptKey, Refusal, trayPath, upload, uploadKeyOf } from '/intake.js';
import { words } from '/words.js';

/* The station's page: a tray is opened, filled by dropping files, and closed when every counted sheet is there. */

const at = (id) => document.getElementById(id);
let language = localStorage.getItem('language') === 'en' ? 'en' : 'de';
let say = words[language];
/** The tray as the mailroom last described it. */
let tray = null;
/** Files on their way, or refused: name, sheets, what was said. */
let sending = [];

const refreshMs = 3000;

start();

function start() {
  speak();
  at('language').onclick = () => {
    language = language === 'de' ? 'en' : 'de';
    localStorage.setItem('language', language);
    speak();
    if (tray) showTray();
  };
  at('door').onsubmit = (event) => act(event, enter);
  at('opening').onsubmit = (event) => act(event, openTray);
  at('leave').onclick = () => {
    forgetKey();
    location.reload();
  };
  at('close').onclick = (event) => act(event, closeTray);
  at('aside').onclick = (event) => act(event, chooseTray);
  at('files').onchange = () => take([...at('files').files]);
  listenForDrops();
  setInterval(() => tray && refresh().catch(() => undefined), refreshMs);
  if (keptKey()) act(undefined, chooseTray);
}

function speak() {
  say = words[language];
  document.documentElement.lang = language;
  at('language').textContent = say.other;
  for (const one of document.querySelectorAll('[data-word]')) one.textContent = say[one.dataset.word];
}

/** Runs what somebody asked for, and says what went wrong. */
async function act(event, work) {
  event?.preventDefault();
  tell('');
  try {
    await work();
  } catch (error) {
    if (error.code === 'unknown-key') showOnly('door');
    tell(error instanceof Refusal ? error.message : say.away, true);
  }
}

function tell(text, bad = false) {
  at('message').textContent = text;
  at('message').className = bad ? 'bad' : '';
}

function showOnly(id) {
  for (const one of ['door', 'opening', 'tray']) at(one).hidden = one !== id;
  at('leave').hidden = id === 'door';
}

async function enter() {
  keepKey(at('key').value.trim());
  await chooseTray();
}

async function chooseTray() {
  tray = null;
  sending = [];
  const [names, rescans] = await Promise.all([ask('GET', '/v1/trays'), ask('GET', '/v1/rescans')]);
  showOnly('opening');
  at('others').hidden = names.length === 0;
  at('open-trays').replaceChildren(
    ...names.map((name) => listed(name, (event) => act(event, () => enterTray(name)))),
  );
  at('rescan-area').hidden = rescans.length === 0;
  at('rescans').replaceChildren(...rescans.map(rescanEntry));
  at('tray-name').focus();
}

function listed(text, onClick) {
  const button = made('button', text);
  button.type = 'button';
  button.onclick = onClick;
  return made('li', button);
}

function rescanEntry({ id, tray: name, sheets, reason, key }) {
  const chooser = made('input');
  chooser.type = 'file';
  chooser.hidden = true;
  chooser.onchange = () =>
    act(undefined, async () => {
      const [file] = chooser.files;
      await upload(`/v1/rescans/${id}/document?fileName=${encodeURIComponent(file.name)}`, file, waiting);
      await chooseTray();
    });
  const entry = listed([name ?? key, sheets, reason].filter(Boolean).join(' · '), () => chooser.click());
  entry.append(chooser);
  return entry;
}

async function openTray() {
  const name = at('tray-name').value.trim();
  const [countedSheets, stacks] = [Number(at('counted').value), at('stacks').value];
  tray = await ask('PUT', trayPath(name), { countedSheets, stacks });
  begin();
}

async function enterTray(name) {
  tray = await ask('GET', trayPath(name));
  begin();
}

function begin() {
  sending = [];
  // A stack mostly is the whole tray.
  at('per-file').value = tray.stacks === 'off' ? 1 : Math.max(1, tray.countedSheets - tray.receivedSheets);
  showOnly('tray');
  showTray();
  at('files').focus();
}

async function refresh() {
  const { name } = tray;
  const fresh = await ask('GET', trayPath(name));
  if (tray?.name !== name) return;
  tray = fresh;
  showTray();
}

async function closeTray() {
  try {
    tray = await ask('POST', `${trayPath(tray.name)}/close`);
  } catch (error) {
    if (error.tray) tray = error.tray;
    showTray();
    throw error;
  }
  await chooseTray();
  tell(say.closed);
}

function listenForDrops() {
  const drop = at('drop');
  const over = (is) => (event) => {
    event.preventDefault();
    drop.classList.toggle('over', is);
  };
  drop.ondragover = over(true);
  drop.ondragleave = over(false);
  drop.ondrop = (event) => {
    over(false)(event);
    take([...event.dataTransfer.files]);
  };
  // A file beside the field must not replace the page.
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => event.preventDefault());
}

/** The files one after the other, each on the next free sheets of the tray. */
async function take(files) {
  at('files').value = '';
  tell('');
  for (const file of files) {
    const key = uploadKeyOf(file);
    const isKnown = tray.documents.some((one) => one.key === key || one.key.startsWith(`${key} pages `));
    if (isKnown || sending.some((one) => one.key === key)) tell(`${file.name}: ${say.known}`);
    else {
      const first = nextSheet();
      const count = Math.max(1, Number(at('per-file').value));
      sending.push({ key, file, first, last: first + count - 1, said: say.sending, refused: false });
    }
  }
  showTray();
  for (const one of sending.filter(({ refused }) => !refused)) await send(one);
}

function nextSheet() {
  const taken = [
    ...tray.documents.map(({ sheets }) => Number(sheets.split('-').at(-1))),
    ...sending.map(({ last }) => last),
  ];
  return Math.max(0, ...taken) + 1;
}

async function send(one) {
  const sheets = one.first === one.last ? one.first : `${one.first}-${one.last}`;
  const path = `${trayPath(tray.name)}/documents/${one.key}?sheets=${sheets}&fileName=${encodeURIComponent(one.file.name)}`;
  Object.assign(one, { said: say.sending, refused: false });
  showTray();
  try {
    await upload(path, one.file, waiting);
    sending = sending.filter((other) => other !== one);
    await refresh();
  } catch (error) {
    Object.assign(one, { said: error instanceof Refusal ? error.message : say.away, refused: true });
    showTray();
  }
}

const waiting = () => tell(say.away, true);

function showTray() {
  at('tray-title').textContent = tray.name;
  at('received').textContent = tray.receivedSheets;
  at('of').textContent = tray.countedSheets;
  at('progress').max = tray.countedSheets;
  at('progress').value = Math.min(tray.receivedSheets, tray.countedSheets);
  at('missing').textContent = lacks();
  at('documents').replaceChildren(...tray.documents.map(arrived), ...sending.map(onItsWay));
}

function lacks() {
  const said = ['missing', 'surplus', 'double'].filter((kind) => tray[kind].length > 0);
  if (said.length === 0) return say.complete;
  return said.map((kind) => `${say[kind]} ${tray[kind].join(', ')}.`).join(' ');
}

function arrived({ sheets, key, state, reason }) {
  const bad = state === 'rejected';
  const text = reason && (bad || state === 'review') ? `${say.states[state]}: ${reason}` : say.states[state];
  return row(sheets, key, text, bad ? 'bad' : 'good');
}

function onItsWay(one) {
  const sheets = one.first === one.last ? `${one.first}` : `${one.first}-${one.last}`;
  const shown = row(sheets, one.file.name, one.said, one.refused ? 'bad' : '');
  if (one.refused) {
    const again = made('button', say.again);
    again.type = 'button';
    again.onclick = () => send(one);
    shown.lastChild.append(again);
  }
  return shown;
}

function row(sheets, name, state, className) {
  const cell = made('td', state);
  cell.className = className;
  return made('tr', made('td', sheets), made('td', name), cell);
}

/** Texts come from files and the mailroom: they are only ever shown as text. */
function made(tag, ...content) {
  const element = document.createElement(tag);
  element.append(...content);
  return element;
}
