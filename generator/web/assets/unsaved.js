// What was typed and is not in the file yet. An entry lives from the first letter until
// the program answers that the file has it, or the clerk gives it up. Nothing else ends
// it: neither a form that is drawn anew, nor an error, nor another program.
//
// Stages of an entry:
//
//   typed    is to be sent
//   half     half a date, which is sent when its field is left
//   sent     is under way
//   failed   the program did not answer, or could not write; is sent again
//   refused  the file cannot have such a value; the clerk corrects it
//   asked    somebody else has changed the same value; the clerk chooses
//
// An entry has the version of the file that the form showed when its typing began: the
// program writes the value only if nobody else has changed it since. One that is asked
// about has also the version that has what the question shows, "now".
export class Unsaved {
  entries = new Map(); // by their paths as JSON

  // type records what a field has now.
  type(path, value, version, half = false) {
    let entry = this.entries.get(path);
    if (!entry) this.entries.set(path, entry = {path, version});
    entry.value = value;
    if (entry.stage !== 'asked') entry.stage = half ? 'half' : 'typed';
  }

  // leave says that a field is left: what it has is whole.
  leave(path) {
    const entry = this.entries.get(path);
    if (entry?.stage === 'half' || entry?.stage === 'failed') entry.stage = 'typed';
  }

  // retry has what failed sent again.
  retry() { for (const entry of this.in('failed')) entry.stage = 'typed'; }

  // in lists entries in a stage.
  in(...stages) { return [...this.entries.values()].filter(entry => stages.includes(entry.stage)); }

  // begin sends what an entry has now. It reports whether there is anything to be sent.
  begin(entry) {
    if (this.entries.get(entry.path) !== entry || entry.stage !== 'typed') return false;
    entry.stage = 'sent';
    return true;
  }

  // saved ends an entry that the file has, unless its field was changed meanwhile.
  saved(entry, version) {
    if (entry.stage === 'sent') this.entries.delete(entry.path);
    else entry.version = version;
  }

  // failed records why the file does not have an entry. What was typed meanwhile is tried
  // anew, but a question stays.
  failed(entry, {message, again, conflict}) {
    if (conflict) {
      Object.assign(entry, {stage: 'asked', ...conflict,
        message: 'Это место изменили и в другой программе: выберите, что оставить.'});
    }
    else if (entry.stage === 'sent') Object.assign(entry, {stage: again ? 'failed' : 'refused', message});
  }

  // keep has an entry written in the place of what the clerk has seen there.
  keep(entry) { Object.assign(entry, {stage: 'typed', version: entry.now}); }

  get size() { return this.entries.size; }

  drop(entry) { this.entries.delete(entry.path); }

  // moved follows a change of this page by which elements of lists may have got other
  // numbers: a path is always one of the form that is shown.
  moved(change) {
    const all = [...this.entries.values()];
    this.entries.clear();
    for (const entry of all) {
      entry.path = moved(entry.path, change);
      if (entry.path) this.entries.set(entry.path, entry);
    }
  }

  // rebase follows a change of this page, and of nobody else, that made a version of
  // another: what was there is there as it was.
  rebase(from, to) {
    for (const entry of this.entries.values()) {
      if (entry.version === from) entry.version = to;
      if (entry.now === from) entry.now = to;
    }
  }
}

// moved returns the path of a value after a change, or null if the value is gone.
function moved(text, {do: what, path: at, to}) {
  const path = JSON.parse(text);
  const last = at.length - 1;
  if (at.slice(0, last).some((step, i) => path[i] !== step)) return text;
  const [from, n] = [at[last], path[last]];
  if (what === 'remove' && n === from) return null;
  if (typeof from !== 'number' || typeof n !== 'number') return text;
  if (what === 'insert' && n >= from) path[last]++;
  else if (what === 'remove' && n > from) path[last]--;
  else if (what === 'move' && n === from) path[last] = to;
  else if (what === 'move' && n > from && n <= to) path[last]--;
  else if (what === 'move' && n < from && n >= to) path[last]++;
  return JSON.stringify(path);
}
