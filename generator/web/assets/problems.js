// Problems beside their fields, and in a list with links.

export function showProblems(problems) {
  for (const p of document.querySelectorAll('.field > .problem')) { p.hidden = true; p.textContent = ''; }
  for (const i of document.querySelectorAll('[aria-invalid]')) i.removeAttribute('aria-invalid');
  const list = document.querySelector('#problems ol');
  list.replaceChildren(...problems.map(line));
  const box = document.querySelector('#problems');
  box.hidden = problems.length === 0;
  const errors = problems.filter(p => !p.warning).length;
  const words = [];
  if (errors) words.push(`Исправьте: ${errors}`);
  if (problems.length - errors) words.push(`Проверьте: ${problems.length - errors}`);
  document.querySelector('#problems-title').textContent = words.join(' · ');
  const count = document.querySelector('#count');
  count.textContent = words.join(' · ');
  count.classList.toggle('wrong', errors > 0);
  count.hidden = problems.length === 0;
}

// line shows a problem in the list, and beside its field.
function line(problem) {
  const item = document.createElement('li');
  item.className = problem.warning ? 'warning' : 'error';
  const id = problem.ids?.find(id => document.getElementById(id));
  const field = id && document.getElementById(id);
  let text = document.createElement('span');
  const inText = !problem.file && !field && problem.line;
  if (problem.file || field || inText) {
    text = document.createElement('a');
    const page = problem.file && '/edit/' + problem.file.split('/').map(encodeURIComponent).join('/');
    text.href = inText ? '#text' : page || '#' + id;
  }
  if (inText) {
    text.addEventListener('click', event => {
      event.preventDefault();
      document.dispatchEvent(new CustomEvent('line', {detail: problem}));
    });
  }
  text.textContent = problem.text;
  item.append(text);
  for (const [className, textContent] of [['remedy', problem.hint], ['line', problem.place]]) {
    if (textContent) item.append(Object.assign(document.createElement('span'), {className, textContent}));
  }
  if (field) {
    const slot = document.getElementById(id + '-p');
    if (slot) {
      slot.hidden = false;
      slot.classList.toggle('warning', problem.warning);
      const sentences = [problem.text, problem.hint].filter(Boolean).map(s => s + '.');
      slot.textContent = [slot.textContent, ...sentences].filter(Boolean).join(' ');
    }
    if (!problem.warning) document.getElementById(id + '-i')?.setAttribute('aria-invalid', 'true');
    if (!problem.file) text.addEventListener('click', event => { event.preventDefault(); show(field); });
  }
  return item;
}

// show unfolds the sections around a field and focuses it.
export function show(field) {
  for (let d = field.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
  for (const d of field.querySelectorAll(':scope > details')) d.open = true;
  if (document.body.dataset.view !== 'form') document.querySelector('#tab-form')?.click();
  const target = field.querySelector('input, textarea, select, button') || field;
  field.scrollIntoView({block: 'center'});
  target.focus({preventScroll: true});
}

// showVotes shows how quorum and votes were counted.
export function showVotes(votes) {
  const box = document.querySelector('#votes');
  if (!box) return;
  const shown = new Set([...box.querySelectorAll('details[open] > summary')].map(s => s.textContent));
  box.replaceChildren(...votes.map(vote => {
    const isLong = vote.lines.join('').length > 300; // a hundred names
    const part = document.createElement(isLong ? 'details' : 'div');
    const title = Object.assign(document.createElement(isLong ? 'summary' : 'strong'), {textContent: vote.title});
    if (isLong) title.textContent += ': ' + vote.lines.at(-1);
    part.append(title);
    if (isLong) part.open = shown.has(title.textContent);
    for (const text of vote.lines) part.append(Object.assign(document.createElement('div'), {textContent: text}));
    return part;
  }));
}
