// Questions about a file that was changed or removed by another program. They do not take
// the focus: whoever is typing must not answer by a space.
const box = document.querySelector('#conflict');
let shown = '';

// close removes the question.
export function close() {
  box.hidden = true;
  shown = '';
}

// ask shows a text with buttons, given as pairs of labels and functions.
export function ask(question, choices) {
  if (shown === question) return;
  shown = question;
  const text = Object.assign(document.createElement('p'), {textContent: question});
  box.replaceChildren(text);
  for (const [textContent, act] of choices) {
    const button = Object.assign(document.createElement('button'), {type: 'button', textContent});
    button.onclick = () => { close(); act(); };
    box.append(button, ' ');
  }
  box.hidden = false;
  document.activeElement.scrollIntoView({block: 'nearest', behavior: 'instant'}); // above the question
}
