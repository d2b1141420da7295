// What the page and the program say to one another about a file: what was typed is
// written, changes of others are noticed, and questions are asked.
import * as conflict from './conflict.js';
import {Unsaved} from './unsaved.js';

const saved = document.querySelector('#saved');
const patience = 60_000; // for an answer, ms

// request is fetch whose error says what a clerk can know.
let isOffline = false;
async function request(url, options) {
  try {
    const answer = await fetch(url, {...options, signal: AbortSignal.timeout(patience)});
    const {ok, status} = answer;
    const isJSON = answer.headers.get('Content-Type') === 'application/json';
    const content = isJSON ? await answer.json() : (await answer.text()).trim();
    isOffline = false;
    return {ok, status, isJSON, content};
  } catch {
    isOffline = true;
    throw Object.assign(new Error('программа не отвечает'), {again: true});
  }
}

export class Saver {
  unsaved = new Unsaved();
  page = crypto.getRandomValues(new Uint32Array(4)).join(); // distinguishes this page from others of the file
  turn = 0; // of what it has sent
  queue = Promise.resolve();
  waiting = 0; // requests without an answer
  changes = 0; // of them, by buttons
  faults = {ask: '', do: ''}; // of what the page asked last, and of what a button did last
  isMissing = false; // the file is not there
  rival = null; // another text of the file than the one that was changed here

  // form is what the page shows: it has the version of the file, shows a new state of it by
  // take, the papers that it needs by view, faults by showFaults, and has fieldsOf a path.
  // It knows whether isComposing a letter, and isTextTyped that is to be written by a button.
  constructor(file, form) { Object.assign(this, {file, form}); }

  // enqueue makes requests go one after another, so that each is made of the answer to
  // the last.
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

  // type records what a field has now. A letter is sent at once, and those that follow until
  // the answer has come are sent together then.
  type(path, value, isHalf) {
    this.unsaved.type(path, value, this.form.version, isHalf);
    if (this.waiting === 0) this.flush();
    this.note();
  }

  // leave says that a field is left.
  leave(path) {
    this.unsaved.leave(path);
    this.flush();
  }

  // flush sends what was typed.
  flush() { for (const entry of this.unsaved.in('typed')) this.enqueue('do', () => this.write(entry)); }

  // write sends a value that was typed, unless a request before has.
  async write(entry) {
    if (!this.unsaved.begin(entry)) return;
    this.note();
    const change = {do: 'set', path: JSON.parse(entry.path)};
    try {
      const next = await this.post('/api/edit', {...change, value: entry.value, version: entry.version,
        shown: this.form.version, brief: true});
      this.unsaved.saved(entry, next.version);
      this.form.take(next, change);
    } catch (fault) {
      this.unsaved.failed(entry, fault);
      this.form.showFaults();
    }
    clearTimeout(this.rest);
    this.rest = setTimeout(() => this.look(), 1500); // another paper may be possible now
  }

  // look asks for the paper that is chosen.
  look() {
    return this.enqueue('ask',
      async () => this.form.take(await this.post('/api/look', {version: this.form.version})));
  }

  // change does what a button says to the form as it is now. While the form waits for
  // another such change, as after a double click, a path in it means nothing any more.
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

  // saveText writes the text of the file, which side has, in the place of a version.
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

  // settle waits until the file has what was typed, and says what it does not have, if
  // anything.
  async settle() {
    this.unsaved.retry();
    for (const {path} of this.unsaved.in('half')) this.unsaved.leave(path);
    this.flush();
    while (this.waiting) await this.queue;
    const [wrong] = this.unsaved.in('refused');
    if (wrong) return `Сначала исправьте в форме то, что не записано в файл. ${wrong.message}`;
    if (this.unsaved.size) return 'Последние правки ещё не записаны в файл: повторите, когда вверху будет «Сохранено».';
  }

  // part sends what was typed last from a page that is closed; the browser finishes that.
  part() {
    for (const {path, value, version} of this.unsaved.in('typed', 'sent', 'failed')) {
      fetch('/api/edit', {method: 'POST', keepalive: true, headers: {'Content-Type': 'application/json'},
        body: JSON.stringify(this.signed({do: 'set', path: JSON.parse(path), value, version}))});
    }
  }

  signed(body) { return {...body, file: this.file, page: this.page, turn: ++this.turn}; }

  // post sends a request and returns the answer. What is thrown says whether the same may
  // succeed later, or what somebody else has written.
  async post(url, body) {
    const {ok, status, isJSON, content} = await request(url, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({...this.form.view(), ...this.signed(body)}),
    });
    this.isMissing = status === 404;
    if (ok) return content;
    if (status === 409 && isJSON) {
      throw Object.assign(new Error(), {conflict: {theirs: content.theirs, now: content.version}});
    }
    // A fault of the disk may pass, another program may have done writing, a file may come
    // back, the address that the program printed may be opened.
    throw Object.assign(new Error(content), {again: status >= 500 || [401, 404, 409].includes(status)});
  }

  // state asks for the state of the file, unless it is that of a version.
  async state(version) {
    const {ok, status, content} = await request(`/api/state?file=${encodeURIComponent(this.file)}&version=${version}`);
    this.isMissing = status === 404;
    if (status === 204 || this.isMissing) return;
    if (!ok) throw new Error(content);
    return content;
  }

  // refresh looks whether the file was changed elsewhere.
  async refresh() {
    if (document.hidden || this.form.isComposing) return;
    const next = await this.state(this.form.version);
    if (next && next.version !== this.form.version) this.form.take(next);
  }

  // reload shows what the file has. What the clerk gives up for that is given up once it
  // is there to be shown.
  async reload(giveUp) {
    const next = await this.state('');
    if (!next) return;
    giveUp?.();
    this.form.take(next);
  }

  // beat is called every now and then.
  beat() {
    if (this.waiting) return;
    this.unsaved.retry();
    this.enqueue('ask', () => this.refresh());
  }

  // restore writes a file again that is no longer there.
  restore(text) {
    return this.enqueue('do', async () => {
      this.form.take(await this.post('/api/restore', {text}));
      this.unsaved.retry();
    });
  }

  // note says how things stand.
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
    else if (wrong) text = 'Не сохранено: ' + wrong.message;
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

  // question asks what the clerk must decide, one after another.
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
          const {value} = asked; // and not what is typed after this answer
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
