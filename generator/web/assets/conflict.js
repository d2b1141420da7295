// Questions about a file that was changed or removed by another program.
const box = document.querySelector('#conflict');
let aboutMissing = false;

// close takes the question away.
export function close() {
  box.hidden = true;
  aboutMissing = false;
}

// found takes away the question about a file that was missing.
export function found() { if (aboutMissing) close(); }

// ask shows a text with buttons: their labels, and what they do.
function ask(question, choices) {
  const text = Object.assign(document.createElement('p'), {textContent: question});
  box.replaceChildren(text);
  for (const [textContent, act] of choices) {
    const button = Object.assign(document.createElement('button'), {type: 'button', textContent});
    button.onclick = () => { close(); act(); };
    box.append(button, ' ');
  }
  box.hidden = false;
}

// askChanged asks what to do with a value that was changed elsewhere, too.
export function askChanged(theirs, writeMine, keepTheirs) {
  aboutMissing = false;
  ask(theirs ? `Это место изменили в другой программе. Теперь в файле: «${theirs}».`
    : 'Файл изменили в другой программе или в другом окне.',
  [['Записать моё', writeMine], ['Оставить, как в файле', keepTheirs]]);
  box.querySelector('button').focus();
}

// askMissing offers to write a file again that is no longer there, unless there is
// another question.
export function askMissing(file, writeAgain) {
  if (!box.hidden) return;
  aboutMissing = true;
  ask(`Файл ${file} переименовали, перенесли или удалили. Верните его на место, ` +
    'откройте под новым именем из списка заседаний или запишите снова.', [['Записать снова', writeAgain]]);
}
