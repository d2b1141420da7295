// The page of a file: sends every change, shows problems, and follows changes of the file on
// the disk.
import './alive.js';
import {redraw} from './redraw.js';
import {showProblems, showVotes} from './problems.js';
import {Saver} from './saver.js';
import {Side} from './side.js';

const file = document.body.dataset.file;
const fields = document.querySelector('#fields');
let state = JSON.parse(document.body.dataset.state);
const saver = new Saver(file, {
  get version() { return state.version; },
  get isComposing() { return isComposing; },
  get isTextTyped() { return side.dirty; },
  view: () => side.view(),
  text: () => side.latest,
  take,
  takePages: preview => side.showPages(preview),
  takeChecked,
  fieldsOf,
  showFaults,
});
const {unsaved} = saver;
const side = new Side(file, document.body.dataset.kind, saver);

if (location.hash.length > 20) history.replaceState(null, '', location.pathname);

// The browser asks before leaving while there are unsaved values.
addEventListener('beforeunload', event => {
  saver.flush();
  if (unsaved.size || side.dirty) event.preventDefault();
});
addEventListener('pagehide', () => saver.part());
document.addEventListener('click', async event => {
  const link = event.target.closest('a[href^="/"]:not([target])');
  if (!link || !unsaved.size || event.defaultPrevented || event.ctrlKey || event.shiftKey || event.metaKey) return;
  event.preventDefault();
  await saver.settle();
  location.assign(link.href);
});

// fieldsOf returns the fields with a path: the case forms may repeat one.
function fieldsOf(path) { return [...fields.querySelectorAll('.field')].filter(f => f.dataset.path === path); }

// showFaults shows beside a field why its value is not in the file.
function showFaults() {
  for (const {path, message} of unsaved.in('refused', 'asked')) for (const field of fieldsOf(path)) {
    const slot = document.getElementById(field.id + '-p');
    if (!slot) continue;
    slot.hidden = false;
    slot.classList.remove('warning');
    slot.textContent = message;
    document.getElementById(field.id + '-i')?.setAttribute('aria-invalid', 'true');
    found = ''; // until the next answer
  }
}

// take shows a new state of the file, which may result from a change by this page.
function take(next, change, focus) {
  if (change?.path) unsaved.moved(change);
  if (change?.path && !next.merged) unsaved.rebase(state.version, next.version);
  state = next;
  if (next.form !== undefined) {
    others = []; // their keys may have changed
    redraw(fields, next.form, {focus, refill, drawn: afterRender});
  }
  if (next.text !== undefined) side.setText(next.text, next.version);
  show();
  if (change?.do !== 'set') saver.check(); // more may be typed
}

// takeChecked shows the problems of other papers, until all papers are checked again.
function takeChecked(problems) {
  others = without(problems, state.problems);
  showFindings();
}

// without returns the problems that are not among others.
function without(problems, others) {
  const key = p => JSON.stringify([p.file, p.key, p.text]);
  const known = new Set(others.map(key));
  return problems.filter(p => !known.has(key(p)));
}

// refill restores typed values in a form that was rendered again.
function refill() {
  for (const entry of unsaved.entries.values()) {
    for (const field of fieldsOf(entry.path)) {
      const input = field.querySelector('[data-value]');
      if (input?.closest('.field') === field) input.value = entry.value;
    }
  }
}

function show() {
  side.update(state);
  document.title = document.querySelector('#title').textContent = state.title;
  setReady('#undo', state.undo);
  setReady('#redo', state.redo);
  document.querySelector('#broken').hidden = !state.broken;
  document.querySelector('#large').hidden = !state.large;
  showFindings();
  saver.note();
}

// showFindings shows problems and votes in the form, unless it shows them already.
let found = '';
let others = []; // problems of papers that are not shown
function showFindings() {
  const problems = [...state.problems, ...without(others, state.problems)];
  const now = JSON.stringify([problems, state.votes]);
  if (now === found) return;
  found = now;
  showProblems(problems);
  showVotes(state.votes);
  showFaults();
}

// Values that must be typed completely before they are checked.
const whole = {date: /^\d\d?\.\d\d?\.\d{4}$|^\s*$/, time: /^\d\d?[:.]\d\d$|^\s*$/};

fields.addEventListener('input', event => {
  const input = event.target;
  if (!input.matches('[data-value]')) return;
  grow(input);
  const box = input.closest('.field');
  const rule = whole[box.dataset.kind];
  saver.type(box.dataset.path, input.value, rule && !rule.test(input.value));
});
fields.addEventListener('change', event => {
  const input = event.target;
  if (input.matches('[data-more]')) return choose(input);
  if (!input.matches('[data-value]')) return;
  saver.leave(input.closest('.field').dataset.path);
});

// The case forms are requested when they are opened.
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
    case 'move': {
      const enabled = 'button:not(:disabled)';
      body.to = last + Number(button.dataset.by);
      focus = {path: [...path.slice(0, -1), body.to],
        selector: `.order ${enabled}[data-by="${button.dataset.by}"], .order ${enabled}`};
      break;
    }
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
  return saver.change('/api/edit', body, focus);
}

// Moving by dragging: the buttons do the same from the keyboard. An element can be dragged
// only while the pointer is over its heading: inside of what can be dragged, Firefox
// neither selects text by the mouse nor places the caret by a click.
let dragged = null;
fields.addEventListener('pointerover', event => {
  for (const item of fields.querySelectorAll('li[draggable]')) item.removeAttribute('draggable');
  const item = event.target.closest('summary')?.closest('ol.tables > li[data-item]');
  if (item) item.draggable = true;
});
fields.addEventListener('dragstart', event => {
  const item = event.target.closest?.('li[draggable]');
  if (!item) return;
  dragged = item;
  event.dataTransfer.effectAllowed = 'move';
});

// over is the element of the dragged one's list at which an event is.
function over(event) {
  return dragged && [...dragged.parentElement.children].find(item => item.contains(event.target));
}
fields.addEventListener('dragover', event => {
  if (over(event)) event.preventDefault();
});
fields.addEventListener('drop', event => {
  const item = over(event);
  if (!item || item === dragged) return;
  event.preventDefault();
  const path = JSON.parse(dragged.dataset.item);
  const to = JSON.parse(item.dataset.item).at(-1);
  saver.change('/api/edit', {do: 'move', path, to}, {path: [...path.slice(0, -1), to], selector: 'summary'});
});
fields.addEventListener('dragend', () => { dragged = null; });
fields.addEventListener('submit', event => event.preventDefault());

// Undo and redo keep the focus after the last step, which "disabled" would take away from who
// works with the keyboard.
function setReady(button, isReady) { document.querySelector(button).setAttribute('aria-disabled', !isReady); }
for (const [button, redo] of [['#undo', false], ['#redo', true]]) {
  document.querySelector(button).addEventListener('click', event => {
    if (event.currentTarget.getAttribute('aria-disabled') !== 'true') saver.change('/api/undo', {redo});
  });
}
document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.matches('input, textarea')) return;
  if (event.code !== 'KeyZ') return;
  event.preventDefault();
  saver.change('/api/undo', {redo: event.shiftKey});
});

setInterval(() => saver.beat(), 2000);

// A form is not rendered while an input method composes a letter.
let isComposing = false;
fields.addEventListener('compositionstart', () => { isComposing = true; });
fields.addEventListener('compositionend', () => { isComposing = false; });

function grow(input) {
  if (input.tagName !== 'TEXTAREA' || CSS.supports('field-sizing', 'content')) return;
  input.style.height = 'auto';
  input.style.height = input.scrollHeight + 2 + 'px';
}

// afterRender prepares a form that has just been put into the page.
function afterRender() {
  isComposing = false;
  for (const area of fields.querySelectorAll('textarea')) grow(area);
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
  for (const tab of document.querySelectorAll('.views [data-view]')) {
    tab.setAttribute('aria-selected', tab.dataset.view === name);
  }
}
view('form');

// A list of one or two is open; longer ones show their titles first.
for (const list of fields.querySelectorAll('ol.tables')) {
  if (list.children.length <= 2) for (const d of list.querySelectorAll(':scope > li > details')) d.open = true;
}
afterRender();
show();

// Values that were typed before this script was loaded.
for (const input of fields.querySelectorAll('[data-value]')) {
  const was = input.options
    ? [...input.options].find(o => o.defaultSelected) ?? input.options[0]
    : {value: input.defaultValue};
  if (input.value !== was.value) unsaved.type(input.closest('.field').dataset.path, input.value, state.version);
}
saver.flush();
