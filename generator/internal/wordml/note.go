package wordml

import (
	"strconv"
	"strings"

	"protokol/generator/internal/flow"
)

func (d *Document) readFootnotes(p *part) {
	d.footnotes, d.separators = d.readNotes(p, "footnote"), [2]*node{}
	for _, k := range p.root.kids {
		switch k.attr("type") {
		case "separator":
			d.separators[0] = k
		case "continuationSeparator":
			d.separators[1] = k
		}
	}
}

func (d *Document) readEndnotes(p *part) { d.endnotes = d.readNotes(p, "endnote") }

// separators are the lines between text and notes (ECMA-376-1, 17.11.1 and 17.11.23).
var separators = map[string]bool{"separator": true, "continuationSeparator": true}

// readNotes returns notes by their IDs, without those that are separators.
func (d *Document) readNotes(p *part, name string) map[string]*node {
	list, other := map[string]*node{}, false
	for _, k := range p.root.kids {
		kind := k.attr("type")
		switch {
		case k.name != name:
		case kind == "" || kind == "normal":
			list[k.attr("id")] = k
		case k.hasText() || kind != "continuationNotice" && !k.holds(separators):
			other = true
		}
	}
	d.ownSeparator = d.ownSeparator || other && len(list) > 0
	if d.notesPart == nil {
		d.notesPart = map[string]*part{}
	}
	d.notesPart[name] = p
	return list
}

// noteState is the state that notes share.
type noteState struct {
	foot, end int          // footnotes and endnotes with numbers so far
	mark      string       // of the note that is being lowered
	inside    bool         // of a note
	columns   bool         // the section has several columns
	atEnd     []flow.Block // endnotes
}

// noteMark lowers the reference to a note, and the note. Endnotes have separate numbers, in Roman numerals
// (ECMA-376-1, 17.11.4 and 17.11.18).
func (p *paragraph) noteMark(n *node, props *runProps) {
	kind := strings.TrimSuffix(n.name, "Reference")
	list := p.footnotes
	if kind == "endnote" {
		list = p.endnotes
	}
	note, state := list[n.attr("id")], &p.lowering.notes
	if note == nil || state.inside {
		p.lose("сноска, которой нет в файле")
		return
	}
	if kind == "footnote" && state.columns {
		p.approximate("сноска в колонках печатается под всеми колонками, и страницы делятся иначе")
	}
	mark := n.attr("customMarkFollows")
	own := mark == "1" || mark == "true"
	if state.mark = ""; !own || p.earlier { // its own takes no number (17.11.14)
		state.mark = state.next(kind)
	}
	if !own {
		p.text(p.generated(state.mark), props)
	}
	blocks := p.noteBlocks(note, p.notesPart[kind])
	if kind == "endnote" {
		state.atEnd = append(state.atEnd, blocks...)
		return
	}
	p.notes = append(p.notes, blocks...)
	if n := len(p.runs); n > 0 && p.runs[n-1].Kind == flow.Letters {
		p.runs[n-1].Notes = len(p.notes)
	}
}

// next returns the number of the next note.
func (s *noteState) next(kind string) string {
	if kind == "endnote" {
		s.end++
		return formatNumber(s.end, "lowerRoman")
	}
	s.foot++
	return strconv.Itoa(s.foot)
}

// noteBlocks lowers the content of a note.
func (c *container) noteBlocks(note *node, of *part) []flow.Block {
	c.spend(costOfNote)
	l := c.lowering
	outer, fields, pending := l.part, l.fields, l.places.pending
	l.part, l.fields, l.places.pending, l.notes.inside = of, nil, nil, true
	inner := &container{lowering: l, width: c.width, nested: true}
	inner.blocks(note.kids)
	blocks := inner.finish()
	l.part, l.fields, l.places.pending, l.notes.inside = outer, fields, pending, false
	return blocks
}

// separate lowers the separators of footnotes: each is a paragraph, or several, which are as high as others
// (ECMA-376-1, 17.11.23). A file without them has those of Word.
func (c *container) separate() {
	if len(c.footnotes) == 0 || c.evenSeparators {
		return
	}
	for i, n := range c.separators {
		if n == nil {
			n = &node{kids: []*node{{name: "p"}}}
		}
		c.out.Flow.Separators[i] = c.noteBlocks(n, c.notesPart["footnote"])
	}
}

// endnoteLine is the length of the line above endnotes, pt.
const endnoteLine = 144

// notesAtEnd returns the endnotes below a line, at the end of the text.
func (c *container) notesAtEnd() []flow.Block {
	list := c.lowering.notes.atEnd
	if len(list) == 0 {
		return nil
	}
	line := &flow.Paragraph{Font: flow.Font{Size: 10}, Pitch: flow.Multiple, Spacing: 1, KeepNext: true,
		Right: max(0, c.width-endnoteLine), Borders: &flow.Borders{Bottom: flow.Border{Kind: flow.Single, Width: 0.5}}}
	return append([]flow.Block{line}, list...)
}
