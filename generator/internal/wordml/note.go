package wordml

import (
	"strconv"
	"strings"

	"protokol/generator/internal/flow"
)

func (d *Document) readFootnotes(p *part) { d.footnotes = d.readNotes(p, "footnote") }
func (d *Document) readEndnotes(p *part)  { d.endnotes = d.readNotes(p, "endnote") }

// readNotes returns notes by their IDs, without those that are separators.
func (d *Document) readNotes(p *part, name string) map[string]*node {
	list := map[string]*node{}
	for _, k := range p.root.kids {
		if kind := k.attr("type"); k.name == name && (kind == "" || kind == "normal") {
			list[k.attr("id")] = k
		}
	}
	if d.notesPart == nil {
		d.notesPart = map[string]*part{}
	}
	d.notesPart[name] = p
	return list
}

func (l *lowering) notesCount() int { return l.notes }

// noteMark lowers the reference to a footnote, and the footnote.
func (p *paragraph) noteMark(n *node, props *runProps) {
	kind := strings.TrimSuffix(n.name, "Reference")
	note := p.footnotes[n.attr("id")]
	if kind == "endnote" {
		note = p.endnotes[n.attr("id")]
		p.approximate("концевая сноска печатается внизу страницы")
	}
	if note == nil || p.inNote {
		p.lose("сноска, которой нет в файле")
		return
	}
	p.lowering.notes++
	if mark := n.attr("customMarkFollows"); mark != "1" && mark != "true" {
		p.text(strconv.Itoa(p.lowering.notes), props)
	}
	outer, fields, pending := p.part, p.lowering.fields, p.places.pending
	p.places.pending = nil
	p.lowering.part, p.lowering.fields, p.lowering.inNote = p.notesPart[kind], nil, true
	c := &container{lowering: p.lowering, width: p.width, nested: true}
	c.blocks(note.kids)
	p.notes = append(p.notes, c.finish()...)
	p.lowering.part, p.lowering.fields, p.lowering.inNote = outer, fields, false
	p.places.pending = pending
}

var _ flow.Block = flow.PageBreak{}
