package word

import (
	"slices"
	"strconv"

	"protokol/generator/internal/fields"
)

// A note is printed once for every reference to it that is printed: a repetition prints a separate note for each
// item, with the facts of the item, and a reference that a condition omits also omits its note (ECMA-376-1, 17.11).

// noteKey names a note.
type noteKey struct {
	kind string // footnotes, endnotes
	id   string
}

// noteUse is where the text refers to a note.
type noteUse struct {
	lists   []fields.Path
	regions []int
}

// printedNote is a note of a paper.
type printedNote struct {
	id    string
	frame fields.Frame
}

// noteParts are the parts with the notes of references.
var noteParts = map[string]string{"footnoteReference": "footnotes", "endnoteReference": "endnotes"}

// noteReference compiles a reference to a note.
func (c *compiler) noteReference(e *element) {
	from, to, ok := e.valueSpan(c.src, "id")
	if !ok || c.part != c.template.pack.main {
		return
	}
	key := noteKey{noteParts[e.name], e.attr("id")}
	lists, regions := c.scopeOf(e)
	if use, again := c.template.notes[key]; again {
		lists, regions = common(lists, use.lists), regions[:min(len(regions), len(use.regions))]
	}
	if c.template.notes == nil {
		c.template.notes = map[noteKey]noteUse{}
	}
	c.template.notes[key] = noteUse{slices.Clone(lists), slices.Clone(regions)}
	c.replace(from, to, op{kind: noteID, note: key})
}

// common returns the lists that both places are in.
func common(a, b []fields.Path) []fields.Path {
	n := 0
	for n < min(len(a), len(b)) && slices.Equal(a[n], b[n]) {
		n++
	}
	return a[:n]
}

// note compiles a note. One without references stays.
func (c *compiler) note(e *element) {
	key := noteKey{c.part.kind, e.attr("id")}
	if c.template.lastNotes == nil {
		c.template.lastNotes = map[string]int{}
	}
	if id, err := strconv.Atoi(key.id); err == nil && id < 1<<30 { // of 32 bits
		c.template.lastNotes[key.kind] = max(c.template.lastNotes[key.kind], id)
	}
	use, referred := c.template.notes[key]
	from, to, ok := e.valueSpan(c.src, "id")
	if !referred || !ok {
		c.container(e)
		return
	}
	region := 0
	c.lists = use.lists
	if c.regions = use.regions; len(c.regions) > 0 {
		region = c.push(nil)
	}
	c.container(e)
	c.lists, c.regions = nil, nil
	c.replace(from, to, op{kind: ownNoteID, note: key})
	c.edits = append(c.edits, edit{op: op{kind: notes, note: key, region: region, from: e.start, to: e.end},
		bodyFrom: e.start, bodyTo: e.end})
}

// noteReference prints the id of a note, a new one in each repetition after the first, and after such a note.
func (e *execution) noteReference(o *op, frame fields.Frame) {
	id := o.note.id
	if e.seen[o] || e.freshNotes[o.note.kind] > 0 && len(e.notes[o.note]) == 0 {
		id = e.freshNote(o.note.kind)
	}
	e.seen[o] = true
	if e.notes == nil {
		e.notes = map[noteKey][]printedNote{}
	}
	if printed := e.notes[o.note]; id != o.note.id || len(printed) == 0 || printed[0].id != id {
		e.notes[o.note] = append(printed, printedNote{id, frame})
	}
	e.out = append(e.out, id...)
}

// freshNote returns an id above those of the template's notes: LibreOffice takes notes
// in the order of their ids.
func (e *execution) freshNote(kind string) string {
	if e.freshNotes == nil {
		e.freshNotes = map[string]int{}
	}
	e.freshNotes[kind]++
	return strconv.Itoa(e.template.lastNotes[kind] + e.freshNotes[kind])
}

// printNotes prints the notes that the paper refers to.
func (e *execution) printNotes(o *op) {
	for _, n := range e.notes[o.note] {
		if e.tooLarge {
			return
		}
		e.note = n.id
		e.rounds[o.region]++
		e.ops(o.body, n.frame)
	}
}

// noteOp executes an instruction about notes.
func (e *execution) noteOp(o *op, frame fields.Frame) {
	switch o.kind {
	case noteID:
		e.noteReference(o, frame)
	case ownNoteID:
		e.out = append(e.out, e.note...)
	case notes:
		e.printNotes(o)
	}
}
