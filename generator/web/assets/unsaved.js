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

  // leave records that a field has lost the focus: its value is complete.
  leave(path) {
    const entry = this.entries.get(path);
    if (entry?.stage === 'half' || entry?.stage === 'failed') entry.stage = 'typed';
  }

  // retry marks failed entries to be sent again.
  retry() { for (const entry of this.in('failed')) entry.stage = 'typed'; }

  // in returns the entries in a stage.
  in(...stages) { return [...this.entries.values()].filter(entry => stages.includes(entry.stage)); }

  // begin sends the current value of an entry. It reports whether there was anything to send.
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

  // failed records why the file does not have an entry. A value typed meanwhile is sent again,
  // but a question remains open.
  failed(entry, {message, again, conflict}) {
    if (conflict) {
      Object.assign(entry, {stage: 'asked', ...conflict,
        message: 'Это место изменили и в другой программе: выберите, что оставить.'});
    }
    else if (entry.stage === 'sent') Object.assign(entry, {stage: again ? 'failed' : 'refused', message});
  }

  // keep marks an entry to replace the value that the clerk has been shown.
  keep(entry) { Object.assign(entry, {stage: 'typed', version: entry.now}); }

  get size() { return this.entries.size; }

  drop(entry) { this.entries.delete(entry.path); }

  // moved updates the paths after a change by this page that renumbers elements of lists: a
  // path always refers to the form that is shown.
  moved(change) {
    const all = [...this.entries.values()];
    this.entries.clear();
    for (const entry of all) {
      entry.path = moved(entry.path, change);
      if (entry.path) this.entries.set(entry.path, entry);
    }
  }

  // rebase moves entries to another version after a change by this page alone: old values are
  // unchanged.
  rebase(from, to) {
    for (const entry of this.entries.values()) {
      if (entry.version === from) entry.version = to;
      if (entry.now === from) entry.now = to;
    }
  }
}

// moved returns the path of a value after a change, or null if the value was removed.
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
