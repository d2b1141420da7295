package compose

import (
	"fmt"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Keys returns the keys of the file that a fact comes from. It must be called
// before the markers of the fact are removed.
func (d *Data) Keys(marked string) []string { return d.b.origins.Keys(marked) }

// Mark marks a text as computed from the values of keys.
func (d *Data) Mark(text string, keys []string) string { return d.b.origins.Computed(text, keys...) }

// Spans returns the origins of a text that was corrected from a fact, whose unmarked parts
// come from rest.
func (d *Data) Spans(fact, text string, rest document.Source) []document.Span {
	return d.b.origins.Spans(fact, text, rest)
}

// Origin returns an origin with keys of the file.
func (d *Data) Origin(kind document.OriginKind, keys []string) *document.Origin {
	return d.b.origins.Origin(kind, keys)
}

// KnownKey returns a key of the meeting as the user knows it: that of a row of a list.
func (d *Data) KnownKey(key string) string { return d.b.origins.Known(key) }

// ColumnKey returns the key of a cell of the list of recipients.
func (d *Data) ColumnKey(heading string) string { return rowKey(heading) }

// Clock returns a time in the notation of the file.
func (d *Data) Clock(key string, c *meeting.Clock) string { return d.b.clock(key, c) }

// Paper returns the section of the file that the paper has in [papers], or nil.
func (d *Data) Paper() *meeting.Paper { return d.b.meeting.Papers[d.b.Kind] }

// Somebody returns a person who is not one of the people of the file, by the key of
// the name. It returns false for a body or another text.
func (d *Data) Somebody(key string, p meeting.Person) (Subject, bool) {
	s := subject{Person: p, key: strings.TrimSuffix(key, ".name")}
	if p.Name == "" || d.b.read(s).Kind != russian.OnePerson {
		return Subject{}, false
	}
	return Subject{Key: key, b: d.b, s: s}, true
}

// Paragraph is a paragraph of a letter.
type Paragraph struct {
	Key  string // of the text in the file
	Text string
}

// Paragraphs returns the paragraphs of the letter that the file has. A list is replaced by its items, with their
// numbers.
func (d *Data) Paragraphs() (list []Paragraph) {
	l := d.Section()
	if l == nil {
		return nil
	}
	b := d.b
	view := Letter{Facts: d.Facts}
	if len(l.Decisions) > 0 {
		view.Decisions = b.cited(b.Kind+".decisions", l.Decisions)
	}
	for i, text := range l.Text {
		key := fmt.Sprintf("%s.text[%d]", b.Kind, i)
		if tableHere.alone(text) {
			b.wrong(key, "{таблица} в текст бланка Word не встанет",
				"уберите её из текста и впишите в бланк строку {письмо.таблица.ячейка 1}")
			continue
		}
		passage := b.passage(key, text, view)
		if passage.Text != "" {
			list = append(list, Paragraph{key, passage.Text})
		}
		for _, line := range d.lines(passage) {
			list = append(list, Paragraph{key, line})
		}
	}
	return list
}

// lines returns the items of the list of a passage.
func (d *Data) lines(p Passage) (lines []string) {
	for _, point := range p.Points {
		lines = append(lines, point.paragraphs()...)
	}
	for _, o := range p.Lines {
		lines = append(lines, d.b.phrase("presider", o))
	}
	for _, q := range p.Agenda {
		lines = append(lines, string(q.Number)+". "+q.Title)
	}
	return lines
}

// paragraphs returns a point with its lines and the points below it.
func (p Point) paragraphs() []string {
	list := append([]string{strings.TrimSpace(p.Label + " " + p.Text.Text + p.Text.Stop)}, p.Lines...)
	for _, inner := range p.Points {
		list = append(list, inner.paragraphs()...)
	}
	return list
}

// Enclosures returns the entries of the attachment mark of a letter in words.
func (d *Data) Enclosures() (list []Paragraph) {
	l := d.Section()
	if l == nil {
		return nil
	}
	for i, e := range d.b.enclosures(d.b.Kind, l.Attachments) {
		list = append(list, Paragraph{element(d.b.Kind+".attachments", i), d.b.phrase("enclosure", e)})
	}
	return list
}
