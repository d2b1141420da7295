// Tools for existing papers: forms with files, whose results are shown below them.
import './alive.js';

// silent is the message when there is no answer.
const silent = 'Программа не отвечает. Если её закрыли, откройте её снова.';

document.addEventListener('submit', async event => {
  const form = event.target;
  if (form.id === 'mapping') { event.preventDefault(); return start(form); }
  if (!form.dataset.tool) return;
  event.preventDefault();
  const result = form.parentElement.querySelector(':scope > .result');
  const button = form.querySelector('button');
  if (isBusy(button)) return; // a second click
  busy(button, true);
  result.textContent = 'Минуту…';
  if (form.dataset.tool === '/tools/list' && !running) box.hidden = true; // the answer is about another list
  try {
    const answer = await fetch(form.dataset.tool, {method: 'POST', body: new FormData(form)});
    const text = await answer.text();
    if (answer.ok) result.innerHTML = text;
    else fault(result, text);
  } catch {
    fault(result, await unread(form) ?? silent);
  }
  busy(button, false);
});

// A button whose work is being done keeps the focus, which "disabled" would take away from who
// works with the keyboard.
function isBusy(button) { return button.getAttribute('aria-disabled') === 'true'; }
function busy(button, is) { button.setAttribute('aria-disabled', is); }

// unread says which chosen file browsers do not send, and takes back the choice, which is
// of all files of an input: a folder, or a file that was saved again or removed afterwards.
async function unread(form) {
  for (const input of form.querySelectorAll('input[type=file]')) {
    for (const file of input.files) {
      try {
        await file.slice(0, 1).arrayBuffer();
      } catch {
        const again = input.files.length > 1 ? 'Выбор снят: выберите снова все файлы, не только этот' :
          'Выберите его снова';
        input.value = '';
        return `«${file.name}» не читается: после выбора его изменили или убрали, или это папка. ${again}; ` +
          'вместо папки выберите файлы в ней.';
      }
    }
  }
}

function fault(box, text) {
  box.replaceChildren(Object.assign(document.createElement('p'), {className: 'fault', textContent: text.trim()}));
}

// Files dropped on a form are chosen.
for (const name of ['dragover', 'drop']) {
  document.addEventListener(name, event => {
    event.preventDefault(); // never open a file in place of the page
    const zone = event.target.closest('.drop');
    if (name !== 'drop' || !zone || !event.dataTransfer.files.length) return;
    const input = zone.querySelector('input');
    const files = new DataTransfer();
    for (const f of input.multiple ? event.dataTransfer.files : [event.dataTransfer.files[0]]) files.items.add(f);
    input.files = files.files;
    zone.closest('form').requestSubmit();
  });
}

// A batch continues while the page is closed; its progress is polled.
const box = document.querySelector('#batch');
const bar = document.querySelector('#bar');
const label = document.querySelector('#bar-label');
const progress = document.querySelector('#progress');
const stop = document.querySelector('#stop');
const resume = document.querySelector('#resume');
let running = false;

// start starts a batch with the values of a form, or resumes the last one.
async function start(form) {
  const button = form?.querySelector('button.main');
  if (button && isBusy(button)) return; // a second click
  if (button) busy(button, true);
  const data = form ? new FormData(form) : new FormData();
  if (!form) data.set('resume', '1');
  let wrong = silent;
  try {
    const answer = await fetch('/api/batch/start', {method: 'POST', body: data});
    wrong = answer.ok ? '' : await answer.text();
  } catch { /* as it says */ }
  if (wrong) {
    if (button) busy(button, false);
    box.hidden = false;
    progress.hidden = Boolean(form);
    return fault(document.querySelector('#batch-result'), wrong);
  }
  document.querySelector('#batch-result').replaceChildren();
  watch();
}

async function watch() {
  let state;
  try {
    const answer = await fetch('/api/batch');
    if (!answer.ok) throw new Error(answer.statusText);
    state = await answer.json();
  } catch {
    if (!running) return;
    fault(document.querySelector('#batch-result'), silent);
    return setTimeout(watch, 2000);
  }
  running = state.running;
  if (!state.running && !state.result) return;
  box.hidden = false;
  progress.hidden = !state.running && !state.total;
  bar.max = state.total || 1;
  if (state.total) bar.value = state.done; else bar.removeAttribute('value');
  const left = state.running ? `, осталось около ${duration(state.left)}` : '';
  label.textContent = state.total ? `Готово ${state.done} из ${state.total}${left}` : 'Готовится';
  const result = document.querySelector('#batch-result');
  result.innerHTML = state.result ?? '';
  const before = document.activeElement;
  stop.hidden = !state.running;
  resume.hidden = state.running || state.done >= state.total;
  if (before === stop && stop.hidden || before === resume && resume.hidden) {
    (stop.hidden ? resume.hidden ? result : resume : stop).focus();
  }
  if (state.running) return setTimeout(watch, 500);
  for (const b of document.querySelectorAll('#mapping button.main')) busy(b, false);
}

function duration(seconds) { return seconds < 90 ? `${seconds} с` : `${Math.round(seconds / 60)} мин`; }

stop.addEventListener('click', () =>
  fetch('/api/batch/stop', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{}'})
    .catch(() => {}));
resume.addEventListener('click', () => start());
watch();
