// The pane beside the form: papers of the meeting, and the text of its file.
import {Sheets} from './sheets.js';

// savedNote says which papers were saved, and which others may be out of date.
function savedNote({saved, others}) {
  const note = 'Сохранено: ' + saved.join(', ');
  if (!others.length) return note;
  return `${note}. В папке лежат и такие же с другим номером: ${others.join(', ')}. ` +
    'Если они больше не нужны, удалите их.';
}

export class Side {
  constructor(file, kind, saver) {
    Object.assign(this, {file, kind, saver});
    this.sheets = new Sheets(document.querySelector('#sheets'));
    document.querySelector('#print').addEventListener('click', () => this.print([this.chosen]));
    document.querySelector('#print-all').addEventListener('click', () => this.print(['all']));
    for (const link of document.querySelectorAll('.papers a')) {
      link.addEventListener('click', event => this.follow(event));
    }
    this.choices = document.querySelector('.options'); // found once: the page may have many thousand elements
    this.choices.addEventListener('change', () => { this.show(); saver.preview(); });
    document.querySelector('#smaller').addEventListener('click', () => this.sheets.scale(1 / 1.2));
    document.querySelector('#larger').addEventListener('click', () => this.sheets.scale(1.2));
    this.tabs = document.querySelector('#side .tabs');
    this.pane = document.querySelector('#pane');
    this.textPane = document.querySelector('#text-pane');
    this.text = document.querySelector('#text');
    this.latest = this.text.value; // of the file, as last received
    this.chosen = kind === 'meeting' ? '' : 'text';
    this.papers = [];
    this.text.addEventListener('input', () => {
      this.dirty = true;
      saver.note();
    });
    document.querySelector('#save-text').addEventListener('click', () => saver.saveText(this, this.textVersion));
    document.addEventListener('line', event => this.line(event.detail));
    this.tabs.addEventListener('keydown', event => this.step(event));
  }

  // saved records that the file has a text, in a version.
  saved(text, version) {
    if (this.text.value === text) this.dirty = false;
    this.textVersion = version;
  }

  // setText shows the text of the file unless somebody is changing it here.
  setText(text, version) {
    this.latest = text;
    if (this.dirty) return;
    this.textVersion = version;
    if (this.chosen === 'text') this.fill();
  }

  // fill puts the text of the file into its field, which is slow for a long one.
  fill() {
    if (!this.dirty && this.text.value !== this.latest) this.text.value = this.latest;
  }

  // update shows the papers that the meeting gives now.
  update(state) {
    if (!this.dirty) this.textVersion = state.version;
    this.version = state.version;
    if (this.printed && this.printed !== state.version) {
      this.printed = '';
      document.querySelector('#print-note').textContent =
        'После сохранения файл изменился: чтобы так же было в PDF и DOCX, сохраните снова.';
    }
    if (state.papers) this.papers = state.papers; // with an error the last page stays
    this.sheets.setProblems(state.problems);
    if (state.preview) this.showPages(state.preview);
    document.querySelector('#sheets').classList.toggle('old', state.failed);
    const note = document.querySelector('#old-note');
    note.hidden = !state.failed;
    note.textContent = this.sheets.pages.length
      ? 'Лист показан таким, каким был до ошибки. Исправьте её, и он обновится.'
      : 'Листа пока нет: сначала исправьте то, что отмечено в форме.';
    if (state.broken && this.chosen !== 'text') {
      this.before = this.chosen; // comes back with the form
      this.chosen = 'text';
    } else if (!state.broken && this.before !== undefined && !this.dirty) {
      this.chosen = this.before;
      delete this.before;
    }
    if (!state.broken && this.chosen !== 'text' && !this.papers.some(p => p.kind === this.chosen)) {
      this.chosen = this.papers[0]?.kind || this.chosen;
    }
    this.draw();
  }

  // showPages shows the pages of a paper.
  showPages(preview) {
    const other = this.shown !== preview.kind;
    this.shown = preview.kind;
    this.sheets.update(preview);
    if (other) this.sheets.box.scrollTop = 0;
  }

  // line shows a line of the text.
  line({line, column}) {
    this.chosen = 'text';
    this.draw();
    document.querySelector('#tab-side')?.click();
    const lines = this.text.value.split('\n');
    const at = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    this.text.focus();
    this.text.setSelectionRange(at + Math.max(0, column - 1), at + (lines[line - 1] || '').length);
    this.text.scrollTop = Math.max(0, line - 5) * parseFloat(getComputedStyle(this.text).lineHeight);
  }

  draw() {
    const none = this.kind === 'meeting' && this.papers.length === 0; // an error since the page was opened
    const all = [...none ? [{kind: this.chosen === 'text' ? '' : this.chosen, title: 'Лист'}] : this.papers,
      {kind: 'text', title: 'Текст файла'}];
    document.querySelector('.papers').hidden = none;
    const key = all.map(p => p.kind).join();
    if (this.drawn !== key) {
      this.drawn = key;
      this.tabs.replaceChildren(...all.map(paper => {
        const tab = document.createElement('button');
        Object.assign(tab, {type: 'button', role: 'tab', id: 'paper-' + paper.kind, textContent: paper.title});
        tab.setAttribute('role', 'tab');
        tab.setAttribute('aria-controls', paper.kind === 'text' ? 'text-pane' : 'pane');
        tab.addEventListener('click', () => { this.chosen = paper.kind; this.draw(); });
        return tab;
      }));
    }
    for (const tab of this.tabs.children) {
      const on = tab.id === 'paper-' + this.chosen;
      tab.setAttribute('aria-selected', on);
      tab.tabIndex = on ? 0 : -1;
    }
    this.textPane.hidden = this.chosen !== 'text';
    if (!this.textPane.hidden) this.fill();
    this.pane.hidden = this.chosen === 'text';
    this.pane.setAttribute('aria-labelledby', 'paper-' + this.chosen);
    if (this.chosen !== 'text') this.show();
  }

  // view is what an answer must hold for this pane.
  view() {
    const kind = this.chosen === 'text' ? '' : this.chosen;
    return {kind, options: this.options(), known: this.shown === kind ? this.sheets.known() : []};
  }

  // options are the options of the chosen paper.
  options() {
    const value = name => this.choices.querySelector(`[name=${name}]`);
    return {items: value('items').value.trim(), sort: value('sort').value, to: Number(value('to').value) || 0,
      blank: value('blank').checked, fillable: value('fillable').checked};
  }

  // show requests the chosen paper, unless the last answer had it.
  show() {
    const path = this.file.split('/').map(encodeURIComponent).join('/');
    const kind = encodeURIComponent(this.chosen);
    const address = `/paper/${path}?kind=${kind}&${new URLSearchParams(this.options())}`;
    const have = this.papers.find(p => p.kind === this.chosen)?.options || [];
    for (const label of this.choices.querySelectorAll('[data-option]')) {
      label.hidden = !have.includes(label.dataset.option);
    }
    this.choices.hidden = have.length === 0;
    document.querySelector('#open-pdf').href = address + '&format=pdf';
    document.querySelector('#get-pdf').href = address + '&format=pdf&download=1';
    document.querySelector('#get-docx').href = address + '&format=docx';
    if (this.chosen && this.shown !== this.chosen) this.saver.preview();
  }

  // print saves papers beside the file of the meeting. Papers that were signed or edited there
  // are replaced only after confirmation.
  async print(kinds, force) {
    const note = document.querySelector('#print-note');
    const replace = document.querySelector('#replace');
    replace.hidden = true;
    note.textContent = 'Сохраняется…';
    const missing = await this.missing();
    if (missing) {
      note.textContent = 'Не сохранено. ' + missing;
      return;
    }
    const {version} = this;
    let answer;
    try {
      answer = await fetch('/api/print', {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({file: this.file, kinds, force, options: this.options(),
          each: this.choices.querySelector('[name=each]').checked}),
      });
      note.textContent = answer.ok ? savedNote(await answer.json()) : (await answer.text()).trim();
      this.printed = answer.ok ? version : '';
    } catch {
      note.textContent = 'Не сохранено: программа не отвечает.';
      return;
    }
    replace.hidden = answer.status !== 409;
    replace.firstElementChild.onclick = () => this.print(kinds, true);
  }

  // missing lists typed values that are not in the file yet.
  async missing() {
    if (this.dirty) return 'Текст файла изменён, но не записан: нажмите «Записать текст».';
    return this.saver.settle();
  }

  // follow opens a paper once the file has what was typed.
  async follow(event) {
    const link = event.currentTarget;
    if (this.following) return;
    event.preventDefault();
    const missing = await this.missing();
    document.querySelector('#print-note').textContent = missing || '';
    if (missing) return;
    this.following = true;
    link.click();
    this.following = false;
  }

  // step moves between tabs by arrow keys (ARIA Authoring Practices, Tabs).
  step(event) {
    const move = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!move) return;
    const list = [...this.tabs.children];
    const next = list[(list.indexOf(document.activeElement) + move + list.length) % list.length];
    next.click();
    next.focus();
    event.preventDefault();
  }
}
