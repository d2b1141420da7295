// The pane beside the form: papers of the meeting, and the text of its file.

export class Side {
  constructor(file, kind, save) {
    this.file = file;
    this.kind = kind;
    this.save = save;
    this.tabs = document.querySelector('#side .tabs');
    this.pane = document.querySelector('#pane');
    this.textPane = document.querySelector('#text-pane');
    this.text = document.querySelector('#text');
    this.chosen = kind === 'meeting' ? '' : 'text';
    this.papers = [];
    this.text.addEventListener('input', () => { this.dirty = true; });
    document.querySelector('#save-text').addEventListener('click', () => {
      this.dirty = false;
      this.save(this.text.value, this.textVersion);
    });
    this.tabs.addEventListener('keydown', event => this.step(event));
  }

  // setText shows the text of the file unless somebody is changing it here.
  setText(text, version) {
    if (this.dirty) return;
    this.textVersion = version;
    if (this.text.value !== text) this.text.value = text;
  }

  // update shows the papers that the meeting gives now.
  update(state) {
    if (!this.dirty) this.textVersion = state.version;
    this.papers = state.papers;
    if (state.broken) this.chosen = 'text';
    else if (!this.chosen || this.chosen !== 'text' && !this.papers.some(p => p.kind === this.chosen)) {
      this.chosen = this.papers[0]?.kind || this.chosen || 'text';
    }
    this.draw();
  }

  draw() {
    const all = [...this.papers, {kind: 'text', title: 'Текст файла'}];
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
    this.pane.hidden = this.chosen === 'text';
    this.pane.setAttribute('aria-labelledby', 'paper-' + this.chosen);
    if (this.chosen !== 'text') this.show();
  }

  // show offers the paper that is chosen.
  show() {
    if (this.shown === this.chosen) return;
    this.shown = this.chosen;
    const address = `/paper/${this.file.split('/').map(encodeURIComponent).join('/')}?kind=${encodeURIComponent(this.chosen)}`;
    const link = (format, text, more = '') => {
      const a = document.createElement('a');
      a.href = `${address}&format=${format}${more}`;
      a.textContent = text;
      a.className = 'button';
      return a;
    };
    const open = link('pdf', 'Открыть PDF');
    open.target = '_blank';
    open.rel = 'noopener';
    const store = Object.assign(document.createElement('button'), {type: 'button', className: 'main', textContent: 'Сохранить в папку'});
    store.addEventListener('click', () => this.print());
    this.note = Object.assign(document.createElement('p'), {className: 'note'});
    this.note.setAttribute('role', 'status');
    const tools = document.createElement('p');
    tools.className = 'papers';
    tools.append(store, open, link('pdf', 'Скачать PDF', '&download=1'), link('docx', 'Скачать DOCX'));
    this.pane.replaceChildren(tools, this.note);
  }

  // print saves the paper beside the file of the meeting.
  async print() {
    this.note.textContent = 'Сохраняется…';
    const answer = await fetch('/api/print', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({file: this.file, kinds: [this.chosen], formats: ['pdf', 'docx']}),
    });
    this.note.textContent = answer.ok
      ? 'Сохранено: ' + (await answer.json()).saved.join(', ')
      : (await answer.text()).trim();
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
