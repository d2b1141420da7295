// Synchronizes the page with the program: sends what was typed, notices changes by others, and
// asks questions.
import * as conflict from './conflict.js';
import {Unsaved} from './unsaved.js';

const saved = document.querySelector('#saved');
const patience = 60_000; // for an answer, ms

const partsType = 'application/x-ndjson'; // of an answer whose first part arrives earlier

// request is fetch with errors in words for a clerk. It calls take with the first part of an
// answer in parts.
let isOffline = false;
async function request(url, options, take) {
  try {
    const answer = await fetch(url, {...options, signal: AbortSignal.timeout(patience)});
    const type = answer.headers.get('Content-Type');
    if (type === partsType) return await last(answer.body, take);
    const {ok, status} = answer;
    const isJSON = type === 'application/json';
    const content = isJSON ? await answer.json() : (await answer.text()).trim();
    isOffline = false;
    return {ok, status, isJSON, content};
  } catch {
    isOffline = true;
    throw Object.assign(new Error('программа не отвечает'), {again: true});
  }
}

// last returns the last part of an answer, which may be an error.
async function last(body, take) {
  const reader = body.getReader(), decoder = new TextDecoder();
  let text = '', isFirst = true;
  for (;;) {
    const {done, value} = await reader.read();
    if (done) break;
    text += decoder.decode(value, {stream: true});
    const end = text.indexOf('\n');
    if (!isFirst || end < 0) continue;
    const first = JSON.parse(text.slice(0, end));
    queueMicrotask(() => take(first)); // its exceptions are not those of the request
    text = text.slice(end + 1);
    isFirst = false;
  }
  const content = JSON.parse(text);
  isOffline = false;
  if (content.error) return {ok: false, status: content.status, content: content.error};
  return {ok: true, status: 200, content};
}

export class Saver {
  unsaved = new Unsaved();
  page = crypto.getRandomValues(new Uint32Array(4)).join(); // distinguishes this page from others of the file
  turn = 0; // number of requests sent
  queue = Promise.resolve();
  waiting = 0; // requests without an answer
  changes = 0; // of these, sent by buttons
  faults = {ask: '', do: ''}; // messages of the last poll and of the last action of a button
  isMissing = false; // the file does not exist
  rival = null; // the text in the pane that conflicts with the file

  // form is what the page shows: it has the version of the file, shows a new state of it by
  // take, its pages alone by takePages, faults by showFaults; it has the view that it needs and
  // fieldsOf a path. It knows whether isComposing a letter, and isTextTyped that is to be written
  // by a button.
  constructor(file, form) { Object.assign(this, {file, form}); }

  // enqueue sends requests one at a time, so that each can use the answer to the last.
  enqueue(kind, work) {
    this.waiting++;
    this.queue = this.queue.then(work).then(() => '', fault => isOffline || this.isMissing ? '' : fault.message)
      .then(fault => {
        this.faults[kind] = fault;
        if (--this.waiting === 0) this.flush();
        this.note();
      });
    return this.queue;
  }

  // type records the current value of a field. The first letter is sent at once; those typed
  // before the answer are sent together after it.
  type(path, value, isHalf) {
    this.unsaved.type(path, value, this.form.version, isHalf);
    if (this.waiting === 0) this.flush();
    this.note();
  }

  // leave records that a field has lost the focus.
  leave(path) {
    this.unsaved.leave(path);
    this.flush();
  }

  // flush sends what was typed.
  flush() { for (const entry of this.unsaved.in('typed')) this.enqueue('do', () => this.write(entry)); }

  // write sends a typed value, unless an earlier request contains it. After a fault its pages are
  // shown only when it is in the file, so that the sheet does not alternate while saving fails.
  async write(entry) {
    if (!this.unsaved.begin(entry)) return;
    this.note();
    const change = {do: 'set', path: JSON.parse(entry.path)};
    try {
      const next = await this.post('/api/edit', {...change, value: entry.value, version: entry.version,
        shown: this.form.version, brief: true}, entry.message ? undefined : pages => this.form.takePages(pages));
      this.unsaved.saved(entry, next.version);
      this.form.take(next, change);
    } catch (fault) {
      this.unsaved.failed(entry, fault);
      this.form.showFaults();
    }
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.preview(), 1500); // another paper may be possible now
  }

  // check requests the problems of all papers. It does not delay other requests: they stop it.
  async check() {
    this.checking?.abort();
    this.checking = new AbortController();
    const {signal} = this.checking;
    const {version} = this.form;
    const url = `/api/check?file=${encodeURIComponent(this.file)}&version=${version}`;
    try {
      const answer = await fetch(url, {signal});
      const found = answer.status === 200 ? await answer.json() : {problems: []};
      if (!signal.aborted && version === this.form.version) this.form.takeChecked(found.problems);
    } catch { /* the next answer leads to another check */ }
  }

  // preview requests the chosen paper.
  preview() {
    return this.enqueue('ask',
      async () => this.form.take(await this.post('/api/preview', {version: this.form.version})));
  }

  // change applies the action of a button to the current form. While the form waits for
  // another such action, as after a double click, its paths are invalid.
  change(url, body, focus) {
    if (this.changes && body.path) return;
    this.changes++;
    this.flush();
    const {version} = this.form;
    saved.textContent = 'Сохраняется…';
    return this.enqueue('do', async () => {
      try {
        this.form.take(await this.post(url, {version, shown: this.form.version, ...body}), body, focus);
      } catch (fault) {
        if (!fault.conflict) throw fault;
        await this.reload();
        throw new Error('файл изменили в другой программе; форма обновлена, повторите');
      } finally {
        this.changes--;
      }
    });
  }

  // saveText replaces a version of the file by the text in the pane.
  saveText(side, version) {
    this.flush();
    return this.enqueue('do', async () => {
      const text = side.text.value;
      try {
        const next = await this.post('/api/text', {version, text});
        side.saved(text, next.version);
        this.form.take(next);
      } catch (fault) {
        if (!fault.conflict) throw fault;
        this.rival = {side, version: fault.conflict.now};
      }
    });
  }

  // settle waits until what was typed is in the file, and reports what is not.
  async settle() {
    this.unsaved.retry();
    for (const {path} of this.unsaved.in('half')) this.unsaved.leave(path);
    this.flush();
    while (this.waiting) await this.queue;
    const [wrong] = this.unsaved.in('refused');
    if (wrong) return `Сначала исправьте в форме то, что не записано в файл. ${wrong.message}`;
    if (this.unsaved.size) return 'Последние правки ещё не записаны в файл: повторите, когда вверху будет «Сохранено».';
  }

  // part sends what was typed last when the page is closed; the browser completes the request.
  part() {
    for (const {path, value, version} of this.unsaved.in('typed', 'sent', 'failed')) {
      fetch('/api/edit', {method: 'POST', keepalive: true, headers: {'Content-Type': 'application/json'},
        body: JSON.stringify(this.signed({do: 'set', path: JSON.parse(path), value, version}))});
    }
  }

  signed(body) { return {...body, file: this.file, page: this.page, turn: ++this.turn}; }

  // post sends a request and returns the answer. Its exception says whether a later attempt
  // may succeed, or what another program has written. If takePages is given, it is called with
  // the new pages before they are in the file.
  async post(url, body, takePages) {
    this.checking?.abort();
    const {ok, status, isJSON, content} = await request(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', ...takePages && {Accept: partsType}},
      body: JSON.stringify({...this.form.view(), ...this.signed(body)}),
    }, first => takePages(first.preview));
    this.isMissing = status === 404;
    if (ok) return content;
    if (status === 409 && isJSON) {
      throw Object.assign(new Error(), {conflict: {theirs: content.theirs, now: content.version}});
    }
    // A disk error may be temporary, another program may finish writing, a file may be
    // restored, the address that the program printed may be opened.
    throw Object.assign(new Error(content), {again: status >= 500 || [401, 404, 409].includes(status)});
  }

  // state requests the state of the file, unless it is that of a version.
  async state(version) {
    const {ok, status, content} = await request(`/api/state?file=${encodeURIComponent(this.file)}&version=${version}`);
    this.isMissing = status === 404;
    if (status === 204 || this.isMissing) return;
    if (!ok) throw new Error(content);
    return content;
  }

  // refresh checks whether the file was changed elsewhere.
  async refresh() {
    if (document.hidden || this.form.isComposing) return;
    const next = await this.state(this.form.version);
    if (next && next.version !== this.form.version) this.form.take(next);
  }

  // reload shows the content of the file. Unsaved values are dropped only after it has
  // arrived.
  async reload(giveUp) {
    const next = await this.state('');
    if (!next) return;
    giveUp?.();
    this.form.take(next);
  }

  // beat is called periodically.
  beat() {
    if (this.waiting) return;
    this.unsaved.retry();
    this.enqueue('ask', () => this.refresh());
  }

  // restore writes a deleted file again.
  restore(text) {
    return this.enqueue('do', async () => {
      this.form.take(await this.post('/api/restore', {text}));
      this.unsaved.retry();
    });
  }

  // note shows the state of saving.
  note() {
    const {unsaved} = this;
    const [wrong] = unsaved.in('refused', 'failed', 'asked');
    const trouble = this.faults.do || this.faults.ask;
    let text = 'Сохранено';
    let isWrong = true;
    if (this.isMissing) text = 'Файла больше нет на месте';
    else if (isOffline) {
      text = 'Не сохраняется: программа не отвечает' + (unsaved.size ? '; несохранённое останется здесь' : '');
    }
    else if (wrong) {
      text = 'Не сохранено: ' + wrong.message;
      if (wrong.stage === 'failed') text += ' Не закрывайте страницу: она повторит сама.';
    }
    else if (trouble) text = 'Не сохранено: ' + trouble;
    else {
      isWrong = false;
      if (unsaved.size) text = unsaved.in('sent').length ? 'Сохраняется…' : 'Печатается…';
      else if (this.form.isTextTyped) text = 'Текст файла изменён, но не записан';
    }
    saved.textContent = text;
    saved.classList.toggle('wrong', isWrong);
    this.question();
  }

  // question asks for the decisions of the clerk, one at a time.
  question() {
    const {unsaved, rival} = this;
    const [asked] = unsaved.in('asked');
    const homeless = unsaved.in('refused').find(entry => this.form.fieldsOf(entry.path).length === 0);
    const theirs = giveUp => this.enqueue('ask', () => this.reload(giveUp));
    if (this.isMissing) {
      conflict.ask(`Файл ${this.file} переименовали, перенесли или удалили. Верните его на место, ` +
        'откройте под новым именем из списка заседаний или запишите снова.',
      [['Записать снова', () => this.restore(this.form.text())]]);
    } else if (asked) {
      const mine = this.form.fieldsOf(asked.path).length ? '' : ` У вас: «${asked.value}».`;
      conflict.ask('Это место изменили в другой программе или в другом окне. ' +
        (asked.theirs ? `Теперь в файле: «${asked.theirs}».` : 'Теперь там пусто.') + mine, [
        ['Записать моё', () => { unsaved.keep(asked); this.flush(); }],
        ['Оставить, как в файле', () => {
          const {value} = asked; // but not what is typed after this answer
          theirs(() => { if (asked.value === value) unsaved.drop(asked); });
        }]]);
    } else if (homeless) {
      conflict.ask(`Не записано, потому что места для этого больше нет: «${homeless.value}».`,
        [['Убрать', () => { unsaved.drop(homeless); this.note(); }]]);
    } else if (rival) {
      conflict.ask('Пока вы правили текст, файл изменили в форме, в другой программе или в другом окне.', [
        ['Записать моё', () => { this.rival = null; this.saveText(rival.side, rival.version); }],
        ['Оставить, как в файле', () => {
          const {value} = rival.side.text;
          theirs(() => { this.rival = null; rival.side.dirty = rival.side.text.value !== value; });
        }]]);
    } else conflict.close();
  }
}
