// The pages of a paper: only changed ones are replaced; lines lead to their fields.
import {show} from './problems.js';

export class Sheets {
  constructor(box) {
    this.box = box;
    this.zoom = Number(sessionStorage.getItem('zoom')) || 1;
    this.pages = [];
    this.problems = [];
    this.marks = []; // over the pages
    this.faces = new Set(); // of the user, by their address
    this.box.addEventListener('click', event => this.open(event));
    addEventListener('resize', () => this.mark());
    this.scale(1);
  }

  // known holds the digests of the pages that need not be sent again.
  known() { return this.pages.map(p => p.digest); }

  // setProblems marks problems, unless they are marked.
  setProblems(problems) {
    if (JSON.stringify(problems) === JSON.stringify(this.problems)) return;
    this.problems = problems;
    this.mark();
  }

  // update shows a paper.
  update(preview) {
    for (const {family, weight, style, url} of preview.faces || []) {
      if (this.faces.has(url)) continue;
      this.faces.add(url);
      document.fonts.add(new FontFace(family, `url(${url})`, {weight, style}));
    }
    const old = new Map(this.pages.map(p => [p.digest, p]));
    this.pages = preview.pages.map(page => {
      const had = old.get(page.digest);
      if (had) return had;
      const element = document.createElement('div');
      element.className = 'sheet';
      element.style.aspectRatio = `${page.width} / ${page.height}`;
      element.innerHTML = page.svg || '';
      return {digest: page.digest, element, runs: runsOf(element)};
    });
    const elements = this.pages.map(p => p.element);
    if (preview.note) {
      elements.unshift(Object.assign(document.createElement('p'), {className: 'note', textContent: preview.note}));
    }
    const kept = new Set(elements);
    for (const e of [...this.box.children]) if (!kept.has(e)) e.remove(); // first, so that no other page moves
    elements.forEach((e, i) => {
      if (this.box.children[i] !== e) this.box.insertBefore(e, this.box.children[i] || null);
    });
    this.point(this.key, true);
  }

  // scale changes the size of the pages.
  scale(by) {
    this.zoom = Math.min(4, Math.max(0.5, this.zoom * by));
    sessionStorage.setItem('zoom', this.zoom);
    this.box.style.setProperty('--zoom', this.zoom);
    this.mark();
  }

  // open shows the field of a line that was clicked.
  open(event) {
    if (String(getSelection())) return; // somebody copies text
    const keys = event.target.closest?.('[data-key]')?.dataset.key.split(' ') || [];
    for (const key of keys) {
      const field = fieldOf(key.replaceAll('%20', ' '));
      if (field) return show(field);
    }
  }

  // point shows the place of a field on the page.
  point(key, scroll) {
    this.key = key;
    const at = this.mark();
    if (!scroll || !at) return;
    const box = this.box.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom) this.box.scrollTop += at.top - box.top - box.height / 3;
  }

  // mark draws the place of the field and of problems over the pages, and returns that of
  // the field.
  mark() {
    for (const m of this.marks) m.remove();
    const keys = this.problems.filter(p => p.key).map(p => [p.key, p.warning ? 'doubt' : 'wrong']);
    if (this.key) keys.push([this.key, 'here']);
    // Places are read before anything is drawn.
    const all = keys.flatMap(([key, name]) => this.cover(key.replaceAll(' ', '%20'), name));
    for (const {element, mark} of all) element.append(mark);
    this.marks = all.map(({mark}) => mark);
    return all.find(({name}) => name === 'here')?.at;
  }

  // cover marks the runs of a key: those that show its value, or else those computed from it,
  // such as the outcome of votes.
  cover(key, name) {
    const made = [];
    const says = run => run.dataset.key.split(' ', 1)[0] === key;
    const some = this.pages.some(({runs}) => runs.get(key)?.some(says));
    for (const {element, runs} of this.pages) for (const run of runs.get(key) || []) {
      if (some && !says(run)) continue;
      const from = element.getBoundingClientRect();
      for (const at of run.getClientRects()) {
        const mark = document.createElement('span');
        mark.className = 'mark ' + name;
        const set = (side, value, whole) => mark.style.setProperty(side, 100 * value / whole + '%');
        set('left', at.left - from.left, from.width);
        set('top', at.top - from.top, from.height);
        set('width', at.width, from.width);
        set('height', at.height, from.height);
        made.push({element, mark, name, at});
      }
    }
    return made;
  }
}

// runsOf lists the runs of a page by the keys that they come from.
function runsOf(page) {
  const runs = new Map();
  for (const run of page.querySelectorAll('[data-key]')) {
    for (const key of run.dataset.key.split(' ')) {
      if (runs.has(key)) runs.get(key).push(run); else runs.set(key, [run]);
    }
  }
  return runs;
}

// fieldOf finds the field of a key, or of what is around it.
export function fieldOf(key) {
  const fields = [...document.querySelectorAll('#fields .field')];
  for (; key; key = around(key)) {
    const found = fields.find(f => f.dataset.key === key);
    if (found) return found;
  }
  return null;
}

// around is a key without its last step.
function around(key) {
  let quoted = false, end = 0;
  for (let i = 0; i < key.length; i++) {
    if (key[i] === '"' && key[i - 1] !== '\\') quoted = !quoted;
    else if ((key[i] === '.' || key[i] === '[') && !quoted) end = i;
  }
  return key.slice(0, end);
}
