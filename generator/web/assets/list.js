// The list of meetings. The state of each is requested row by row.
import './alive.js';

if (location.hash) history.replaceState(null, '', location.pathname + location.search);

for (const slot of document.querySelectorAll('[data-state]')) {
  if (slot.textContent) continue;
  try {
    const answer = await fetch('/api/row?file=' + encodeURIComponent(slot.dataset.state));
    if (!answer.ok) continue;
    const state = await answer.json();
    slot.textContent = state.text;
    slot.classList.add(state.kind);
  } catch { break; } // the program has ended
}
