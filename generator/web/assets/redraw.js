// Replaces the form by a newly rendered one.

// An element that has just received the focus may not be in the window yet: scrolling takes
// time.
let focused = {id: '', since: 0};
document.querySelector('#fields').addEventListener('focusin', ({target: {id}}) => {
  if (id !== focused.id) focused = {id, since: performance.now()}; // ms
});

// isSeen reports whether an element is in the window, or about to be.
function isSeen(element) {
  const {top, bottom} = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight || element.id === focused.id && performance.now() - focused.since < 1000;
}

// redraw replaces the old form by a new one and keeps what is open, the scroll position and
// the focus, unless a change asks for another focus. Typed values are restored by refill.
export function redraw(fields, html, {focus, refill, drawn}) {
  const open = new Set([...fields.querySelectorAll('details[open]')].map(d => d.id));
  const active = document.activeElement ?? document.body;
  const kept = focus || (fields.contains(active) && active.id && {id: active.id});
  const place = active.selectionStart;
  const seen = focus || isSeen(active);
  const names = [...fields.querySelectorAll('[data-new]')].filter(input => input.value);
  fields.innerHTML = html;
  for (const d of fields.querySelectorAll('details')) if (open.has(d.id)) d.open = true;
  for (const {id, value} of names) {
    const now = document.getElementById(id);
    if (now) now.value = value;
  }
  refill();
  drawn();
  if (!kept) return;
  const target = kept.id ? document.getElementById(kept.id) : find(fields, kept);
  if (!target) return;
  openAround(target);
  target.focus({preventScroll: Boolean(kept.id)});
  if (seen) { // what is above may have grown, and the window may still be scrolling to what had the focus before
    scrollTo({top: scrollY, behavior: 'instant'});
    target.scrollIntoView({block: 'nearest', behavior: 'instant'});
  }
  if (kept.id && place != null && target.setSelectionRange) {
    try { target.setSelectionRange(place, place); } catch { /* not a text */ }
  }
}

// find returns what to focus after a change of the form.
function find(fields, {path, selector}) {
  const text = JSON.stringify(path);
  const box = [...fields.querySelectorAll('[data-item], .field')]
    .find(e => (e.dataset.item || e.dataset.path) === text);
  if (!box) return null;
  for (const d of box.querySelectorAll(':scope > details')) d.open = true;
  return box.querySelector(selector || 'input, textarea, select') || box.querySelector('button');
}

function openAround(element) {
  for (let d = element.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
}
