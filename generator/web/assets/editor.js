// The page of a file: sends every change, shows problems, keeps up with the disk.
import './alive.js';
import * as conflict from './conflict.js';
import {redraw} from './redraw.js';
import {showProblems, showVotes} from './problems.js';
import {Side} from './side.js';

const file = document.body.dataset.file;
const fields = document.querySelector('#fields');
const saved = document.querySelector('#saved');
let state = JSON.parse(document.body.dataset.state);
const side = new Side(file, document.body.dataset.kind, {
  save: (text, version, force) => send('/api/text', {version: version || state.version, text, force}),
  ask: () => send('/api/look', {}),
  settle,
});

if (location.hash.length > 20) history.replaceState(null, '', location.pathname);

// Requests go one after another, so that each is made of the answer to the last.
let queue = Promise.resolve();
let waiting = 0; // requests without an answer

function send(url, body, focus) {
  saved.textContent = 'Сохраняется…';
  waiting++;
  queue = queue.then(() => post(url, body, focus)).catch(fault => {
    const offline = fault instanceof TypeError; // as fetch says it
    saved.textContent = 'Не сохранено: ' + (offline ? 'программа не отвечает' : fault.message);
    saved.classList.add('wrong');
    if (body.do !== 'set') return;
    if (offline || fault.again) unsaved.set(JSON.stringify(body.path), body);
    else refused.set(JSON.stringify(body.path), fault.message);
    if (!offline) showFault(body.path, fault.message);
  }).finally(() => {
    if (--waiting === 0) flushAll();
  });
  return queue;
}

// What the file cannot take as it was typed: messages by the path of the field.
const refused = new Map();

// settle waits until the file has what was typed, and says what it does not have, if
// anything.
async function settle() {
  flushAll();
  await queue;
  if (unsaved.size) return 'Последние правки ещё не записаны в файл: повторите, когда вверху будет «Сохранено».';
  const [wrong] = refused.values();
  return wrong && `Сначала исправьте в форме то, что не записано в файл. ${wrong}`;
}

// What could not be sent is sent again when the program answers.
const unsaved = new Map();
addEventListener('beforeunload', event => { if (unsaved.size || side.dirty) event.preventDefault(); });

function resend() {
  for (const [path, body] of unsaved) { unsaved.delete(path); send('/api/edit', body); }
}

// showFault says beside its field why a value cannot be taken.
function showFault(path, message) {
  const text = JSON.stringify(path);
  const field = [...fields.querySelectorAll('.field')].find(f => f.dataset.path === text);
  const slot = field && document.getElementById(field.id + '-p');
  if (!slot) return;
  slot.hidden = false;
  slot.classList.remove('warning');
  slot.textContent = message;
  found = ''; // until the next answer
  document.getElementById(field.id + '-i')?.setAttribute('aria-invalid', 'true');
}

let isLost = false; // the file is not there, or the program does not answer

async function post(url, body, focus) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({version: state.version, ...side.view(), ...body, file}),
  });
  if (answer.status === 409 && answer.headers.get('Content-Type') === 'application/json') {
    const {theirs, version} = await answer.json();
    conflict.askChanged(theirs, () => send(url, {...body, version, force: true}), () => refresh(true));
    throw new Error('файл изменён в другой программе');
  }
  if (answer.status === 404) showMissing();
  if (!answer.ok) {
    // A fault of the disk may pass, another program may have done writing, a file may come back.
    const again = answer.status >= 500 || answer.status === 409 || answer.status === 404;
    throw Object.assign(new Error((await answer.text()).trim()), {again});
  }
  conflict.close();
  isLost = false;
  if (body.path) refused.delete(JSON.stringify(body.path));
  take(await answer.json(), focus);
}

// take shows a new state of the file.
function take(next, focus) {
  state = next;
  if (next.form !== undefined) {
    refused.clear();
    redraw(fields, next.form, {focus, typed: pending, drawn: afterRender});
  }
  if (next.text !== undefined) side.setText(next.text, next.version);
  show();
}

function show() {
  side.update(state);
  saved.textContent = 'Сохранено';
  saved.classList.remove('wrong');
  document.title = document.querySelector('#title').textContent = state.title;
  document.querySelector('#undo').disabled = !state.undo;
  document.querySelector('#redo').disabled = !state.redo;
  document.querySelector('#broken').hidden = !state.broken;
  showFindings();
}

// showFindings shows problems and votes in the form, unless it shows them already.
let found = '';
function showFindings() {
  const now = JSON.stringify([state.problems, state.votes]);
  if (now === found) return;
  found = now;
  showProblems(state.problems);
  showVotes(state.votes);
}

// Typing: a letter is sent at once, and those that follow until the answer has come are
// sent together then.
const pending = new Map();
const sent = new WeakMap(); // the values that fields have sent
let rest = 0;
const whole = {date: /^\d\d?\.\d\d?\.\d{4}$|^\s*$/, time: /^\d\d?[:.]\d\d$|^\s*$/};

fields.addEventListener('input', event => {
  const input = event.target;
  if (!input.matches('[data-value]')) return;
  grow(input);
  const rule = whole[input.closest('.field').dataset.kind];
  if (rule && !rule.test(input.value)) return;
  saved.textContent = 'Печатается…';
  pending.set(input.id, {input});
  if (waiting === 0) flush(input);
});
fields.addEventListener('change', event => {
  const input = event.target;
  if (input.matches('[data-more]')) return choose(input);
  if (!input.matches('[data-value]')) return;
  // A value that the pause has sent is not sent again: another editor may have changed it since.
  if (!pending.has(input.id) && sent.get(input) === input.value) return;
  pending.set(input.id, {input});
  flush(input);
});

// flush sends what was typed in a field.
function flush(input) {
  if (!pending.delete(input.id)) return;
  sent.set(input, input.value);
  const box = input.closest('.field');
  send('/api/edit', {do: 'set', path: JSON.parse(box.dataset.path), value: input.value, brief: true});
  clearTimeout(rest);
  rest = setTimeout(() => pending.size || send('/api/look', {}), 1500); // another paper may be possible now
}

// The case forms are asked for when they are opened.
fields.addEventListener('toggle', async event => {
  if (event.target.id !== 'all-cases' || !event.target.open) return;
  const answer = await fetch('/api/cases?file=' + encodeURIComponent(file));
  const box = event.target.querySelector('div');
  if (answer.ok) box.innerHTML = await answer.text();
  else box.textContent = (await answer.text()).trim();
  for (const area of box.querySelectorAll('textarea')) grow(area);
}, true);

fields.addEventListener('focusin', event => {
  const key = event.target.closest('.field')?.dataset.key;
  side.sheets.point(key, true);
});

function flushAll() { for (const {input} of [...pending.values()]) flush(input); }
// A page that is closed sends what was typed last; the browser finishes that.
addEventListener('pagehide', () => {
  for (const {input} of pending.values()) {
    const path = JSON.parse(input.closest('.field').dataset.path);
    fetch('/api/edit', {method: 'POST', keepalive: true, headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({file, version: state.version, do: 'set', path, value: input.value})});
  }
});

// A choice by the mouse adds its field. A choice by the keyboard may be a step to the next
// one, so that a button adds it (WCAG 2.1, 3.2.2).
let byKeyboard = false;
for (const name of ['keydown', 'pointerdown']) {
  fields.addEventListener(name, event => { byKeyboard = name === 'keydown' && event.target.matches('[data-more]'); });
}
function choose(select) {
  if (!byKeyboard) return addField(select);
  select.parentElement.querySelector('[data-do=more]').hidden = !select.value;
}

// addField shows the field of a key that the file does not have.
async function addField(select) {
  const path = select.value;
  if (!path) return;
  const answer = await fetch(`/api/field?file=${encodeURIComponent(file)}&path=${encodeURIComponent(path)}`);
  if (!answer.ok) return;
  select.closest('.more').insertAdjacentHTML('beforebegin', await answer.text());
  const added = select.closest('.more').previousElementSibling;
  select.querySelector('option:checked').remove();
  select.value = '';
  select.parentElement.querySelector('[data-do=more]').hidden = true;
  if (['table'].includes(added.dataset.kind)) added.querySelector('[data-do=add]')?.click();
  else added.querySelector('input, textarea, select, button')?.focus();
  afterRender();
}

// Buttons that change the structure.
fields.addEventListener('click', event => {
  const button = event.target.closest('button[data-do]');
  if (!button) return;
  flushAll();
  if (button.dataset.do === 'more') return addField(button.parentElement.querySelector('select'));
  const item = button.closest('li[data-item]');
  const inOrder = button.parentElement.classList.contains('order');
  const path = JSON.parse(button.dataset.path || (inOrder ? item.dataset.item : button.closest('.field').dataset.path));
  act(button.dataset.do, path, button);
});

function act(what, path, button) {
  const last = path.at(-1);
  const body = {do: what, path};
  let focus = {path};
  switch (what) {
    case 'move':
      body.to = last + Number(button.dataset.by);
      focus = {path: [...path.slice(0, -1), body.to], selector: `.order [data-by="${button.dataset.by}"]:not(:disabled), .order button:not(:disabled)`};
      break;
    case 'remove':
      focus = {path: path.slice(0, -1), selector: '.tools > .add, .add'};
      break;
    case 'name': {
      const name = button.parentElement.querySelector('[data-new]').value.trim();
      if (!name) return button.parentElement.querySelector('[data-new]').focus();
      body.do = 'add';
      body.path = [...path, name];
      focus = {path: body.path};
    }
  }
  return send('/api/edit', body, focus);
}

// Moving by dragging: the buttons do the same from the keyboard.
let dragged = null;
fields.addEventListener('dragstart', event => {
  const item = event.target.closest?.('li[data-item]');
  if (!item || event.target.closest('input, textarea')) return;
  dragged = item;
  event.dataTransfer.effectAllowed = 'move';
  event.stopPropagation();
});
fields.addEventListener('dragover', event => {
  const over = event.target.closest('li[data-item]');
  if (dragged && over && over.parentElement === dragged.parentElement) event.preventDefault();
});
fields.addEventListener('drop', event => {
  const over = event.target.closest('li[data-item]');
  if (!dragged || !over || over === dragged) return;
  event.preventDefault();
  const path = JSON.parse(dragged.dataset.item);
  const to = JSON.parse(over.dataset.item).at(-1);
  flushAll();
  send('/api/edit', {do: 'move', path, to}, {path: [...path.slice(0, -1), to], selector: 'summary'});
});
fields.addEventListener('dragend', () => { dragged = null; });
fields.addEventListener('submit', event => event.preventDefault());

document.querySelector('#undo').addEventListener('click', () => { flushAll(); send('/api/undo', {}); });
document.querySelector('#redo').addEventListener('click', () => { flushAll(); send('/api/undo', {redo: true}); });
document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.matches('input, textarea')) return;
  if (event.code !== 'KeyZ') return;
  event.preventDefault();
  flushAll();
  send('/api/undo', {redo: event.shiftKey});
});

// showMissing says that the file is no longer there.
function showMissing() {
  isLost = true;
  saved.textContent = 'Файла больше нет на месте';
  saved.classList.add('wrong');
  conflict.askMissing(file, () => send('/api/restore', {text: side.current()}).then(resend));
}

// refresh looks whether the file was changed elsewhere.
async function refresh(always) {
  if (document.hidden || pending.size > 0) return;
  const version = always ? '' : state.version;
  const answer = await fetch(`/api/state?file=${encodeURIComponent(file)}&version=${version}`);
  if (answer.status === 404) return showMissing();
  if (isLost && answer.ok) {
    isLost = false;
    conflict.found();
    show();
  }
  if (answer.status === 204 || !answer.ok || pending.size > 0) return;
  const next = await answer.json();
  if (always || next.version !== state.version) take(next);
}
setInterval(() => {
  queue = queue.then(() => refresh(false)).then(resend).catch(() => {
    isLost = true;
    saved.textContent = 'Программа не отвечает' + (unsaved.size ? ': несохранённое останется здесь' : '');
    saved.classList.add('wrong');
  });
}, 2000);

function grow(input) {
  if (input.tagName !== 'TEXTAREA' || CSS.supports('field-sizing', 'content')) return;
  input.style.height = 'auto';
  input.style.height = input.scrollHeight + 2 + 'px';
}

// afterRender prepares a form that has just been put into the page.
function afterRender() {
  for (const area of fields.querySelectorAll('textarea')) grow(area);
  for (const item of fields.querySelectorAll('ol.tables > li[data-item]')) item.draggable = true;
  const nav = document.querySelector('nav.groups');
  nav.replaceChildren(...[...fields.querySelectorAll('section.group')].map(section => {
    const a = document.createElement('a');
    a.href = '#' + section.id;
    a.textContent = section.querySelector('h2').textContent;
    return a;
  }));
  found = '';
  showFindings();
}

for (const tab of document.querySelectorAll('.views [data-view]')) {
  tab.addEventListener('click', () => view(tab.dataset.view));
}
function view(name) {
  document.body.dataset.view = name;
  for (const t of document.querySelectorAll('.views [data-view]')) t.setAttribute('aria-selected', t.dataset.view === name);
}
view('form');

// A list of one or two is open; longer ones show their titles first.
for (const list of fields.querySelectorAll('ol.tables')) {
  if (list.children.length <= 2) for (const d of list.querySelectorAll(':scope > li > details')) d.open = true;
}
afterRender();
show();

// What was typed before this script was there.
for (const input of fields.querySelectorAll('[data-value]')) {
  const was = input.options
    ? [...input.options].find(o => o.defaultSelected) ?? input.options[0]
    : {value: input.defaultValue};
  if (input.value === was.value) continue;
  pending.set(input.id, {input});
  flush(input);
}
