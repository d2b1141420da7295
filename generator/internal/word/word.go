// Package word fills an office's own Word template with the facts of a meeting.
//
// A template is an ordinary DOCX with names in braces; see package fields for the names. It is prepared once: each
// part with names becomes a program of literal bytes, names, conditions and repetitions, which Fill executes for
// every paper. Everything else is copied byte for byte.
//
//	word.go      templates and papers
//	package.go   untrusted packages: limits, what is refused
//	markup.go    XML → elements with their places
//	plainxml.go  texts without CDATA and comments
//	text.go      the text of a paragraph, over any number of runs
//	token.go     text → names, conditions, repetitions
//	compile.go   parts → programs
//	resolve.go   names → facts, or slips
//	marker.go    paragraphs, rows and cells that begin and end blocks
//	repeat.go    blocks between markers
//	row.go       table rows that repeat themselves
//	inline.go    conditions and repetitions inside a paragraph
//	style.go     styles: prompts, numbered paragraphs
//	control.go   content controls
//	unnamed.go   content controls that are not filled
//	section.go   content controls that repeat
//	mergefield.go  fields of Word
//	instruction.go what a field does
//	storedfield.go fields with stored text
//	sequence.go    numbers of captions
//	contents.go  tables of contents
//	reference.go references to bookmarks
//	link.go      targets of hyperlinks, relationships
//	othertext.go equations, watermarks
//	chart.go     charts and diagrams
//	property.go  properties of the file
//	authorship.go  those about its author and date
//	mailmerge.go settings of a mail merge
//	identity.go  values that must be unique in repetitions
//	numbering.go lists that restart
//	note.go      footnotes and endnotes, one for each reference
//	commentnames.go  names in comments of the template
//	fill.go      program + facts → markup
//	ranges.go    origins of its words
//	stop.go      full stops at the ends of values
//	unique.go    new ids
//	image.go     pictures that are replaced
//	grid.go      the columns of a table whose cells repeat
//	prepare.go   data that all papers of a template share
//	write.go     the package of a paper
//	place.go     places for messages
//	remarks.go   problems → comments of Word
//	sample.go    a finished paper → a template
//	sampleplace.go   places in the template
//	samplewrite.go   writing it
//	samplecompare.go the template filled again ↔ the paper
package word

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/picture"
)

// Template is a prepared template. It is safe for concurrent use.
type Template struct {
	Name string // as the user named it
	File []byte
	pack *archived

	// KeepStops prints values with the full stops at their ends, whatever follows them, as rules before 9 did.
	KeepStops bool

	rules int      // of the paper; 0 for the current ones
	core  *part    // says when a paper was made
	dated sync.Map // core with a date, by the date

	parts []*program
	slips []Slip
	facts []place         // names of facts of the meeting, each once
	names int             // number of them
	own   strings.Builder // the words between the names

	regions   int // number of repetitions
	notes     map[noteKey]noteUse
	lastNotes map[string]int // greatest ids of notes, by kind of part
	lists     *lists
	used      map[string]bool // ids
	charts    map[*part]bool  // whose texts have been read
	styles    styles
	writing   *writing
}

// Slip is a problem of a template at a place in it.
type Slip struct {
	Severity diag.Severity
	Message  string
	Hint     string
	code     string // of diag, for programs
	place    place
	key      string // of an absent fact, in the meeting's file
}

// Open reads and prepares a template. Problems without a place in the text, such
// as a damaged file, are errors; slips of the template are found by Slips.
func Open(name string, file []byte) (*Template, error) { return OpenBy(name, file, 0) }

// authorRules are the first rules by which the file of a paper does not say who made the template, and table rows
// below an item repeat with it.
const authorRules = 8

// contentRules are the first rules by which the file of a paper does not say what the template was about, and the
// title of a picture may be a name.
const contentRules = 10

// safeRules are the first rules by which fields must not start other programs.
const safeRules = 11

// columnRules are the first rules by which conditions ask about columns of lists of recipients.
const columnRules = 17

// precedes reports whether the paper is made by rules before the given ones.
func (t *Template) precedes(rules int) bool { return t.rules != 0 && t.rules < rules }

// OpenBy prepares the template of a paper of some rules; 0 are the current ones.
func OpenBy(name string, file []byte, rules int) (*Template, error) {
	p, err := openPack(file)
	if err != nil {
		return nil, err
	}
	t := &Template{Name: name, File: file, pack: p, rules: rules, used: map[string]bool{},
		charts: map[*part]bool{}}
	if !t.precedes(authorRules) {
		if t.core, err = p.dropAuthorship(t.precedes(contentRules)); err != nil {
			return nil, err
		}
	}
	if err := t.prepareNumbering(); err != nil {
		return nil, err
	}
	t.styles = t.readStyles()
	total := 0
	for _, part := range p.texts() {
		if plain := plainXML(part.data); !bytes.Equal(plain, part.data) {
			part.change(plain)
		}
		root, err := parse(part.data, &total)
		if err != nil {
			return nil, Refusal("часть " + part.name + " не читается: " + err.Error())
		}
		if part == p.main && (len(root.kids) == 0 || root.kids[0].kid("body") == nil) {
			return nil, Refusal("в файле нет документа Word: откройте бланк в Word и сохраните снова")
		}
		c := &compiler{part: part, src: part.data, template: t}
		t.parts = append(t.parts, c.program(root))
	}
	if t.names > maxNames {
		return nil, Refusal("имён в скобках больше десяти тысяч: это не бланк")
	}
	return t, t.prepareWriting()
}

// maxNames limits the names of a template.
const maxNames = 10_000

// Slips returns what is wrong with the template. Names that are not known may be
// columns of a list of recipients; known is nil without one.
func (t *Template) Slips(column func(heading string) bool) (list []Slip) {
	for _, s := range t.slips {
		if s.place.column != "" && column != nil && column(s.place.column) {
			continue
		}
		list = append(list, s)
	}
	return headingsOnly(list)
}

// Problems returns slips as problems of the template's file.
func (t *Template) Problems(slips []Slip) (list diag.List) {
	for _, s := range slips {
		list = append(list, diag.Problem{Severity: s.Severity, File: t.Name, Message: s.place.String() + ": " +
			s.Message,
			Hint: s.Hint})
	}
	return list
}

// slip records a slip once for a text box that the template stores twice, the second time for
// old programs.
func (t *Template) slip(at place, severity diag.Severity, message, hint string) {
	if at.p != nil && at.p.within("Fallback") != nil && slices.ContainsFunc(t.slips, func(s Slip) bool {
		return s.Message == message && s.place.String() == at.String()
	}) {
		return
	}
	switch n := len(t.slips); {
	case n == maxSlips:
		t.slips = append(t.slips, Slip{Message: fmt.Sprintf("замечаний больше %d", maxSlips),
			place: place{part: at.part}, Hint: "исправьте те, что названы, и проверьте бланк ещё раз"})
	case n < maxSlips:
		t.slips = append(t.slips, Slip{Severity: severity, Message: message, Hint: hint, place: at})
	}
}

// maxSlips limits the slips of a template: more would not be read.
const maxSlips = 1000

// Words returns the template's own words, without its names.
func (t *Template) Words() string { return t.own.String() }

// Paper is a filled template.
type Paper struct {
	Created time.Time // as its file says, unless zero

	template *Template
	parts    map[string][]byte // changed parts by name
	images   []*picture.Picture
	ranges   map[string][]document.Range

	relations map[string][]string // that the paper adds, by part
}

// Parts returns the content of the parts that filling changed or added, by their
// names.
func (p *Paper) Parts() map[string][]byte {
	if len(p.relations) == 0 {
		return p.parts
	}
	all := maps.Clone(p.parts)
	for name := range p.relations {
		all[linksOf(name)] = p.links(name)
	}
	for i, picture := range p.images {
		all[p.template.imageName(i+1, picture)] = picture.File
	}
	return all
}

// Fill fills the template. Slips are those of the template for this meeting,
// absent are facts that the meeting does not give. The paper is nil if there are
// errors among them, and if the work of the frame has ended.
func (t *Template) Fill(frame fields.Frame) (p *Paper, slips, absent []Slip) {
	if slips = t.Slips(frame.HasColumn); failed(slips) {
		return nil, slips, nil
	}
	e := &execution{template: t, missing: map[missingFact]bool{}}
	p = &Paper{template: t, parts: make(map[string][]byte, len(t.parts)+1), ranges: map[string][]document.Range{}}
	for _, part := range t.parts {
		if !part.isLiteral() {
			p.parts[part.part.name] = e.run(part, frame)
			p.ranges[part.part.name] = e.ranges
		}
	}
	p.images, p.relations = e.images, e.relations
	if e.numbers != nil {
		p.parts[t.pack.numbering] = t.numbered(e.numbers)
	}
	if failed(e.slips) || frame.Err() != nil {
		p = nil
	}
	return p, slips, headingsOnly(e.slips)
}

// Template returns the template of a paper.
func (p *Paper) Template() *Template { return p.template }

// Text returns the words of a paper in the order of its parts, a line for each
// paragraph.
func (p *Paper) Text() string {
	var b strings.Builder
	for _, part := range p.template.parts {
		data := p.parts[part.part.name]
		if data == nil {
			data = part.part.data
		}
		total := 0
		root, err := parse(data, &total)
		if err != nil {
			continue // no words that could be compared
		}
		root.each(func(e *element) bool {
			if e.name == "p" {
				f := flatten(data, e)
				b.WriteString(f.text + "\n")
			}
			return true
		})
	}
	return b.String()
}

func failed(slips []Slip) bool {
	return slices.ContainsFunc(slips, func(s Slip) bool { return s.Severity == diag.Error })
}

// Absent returns absent facts as problems with keys of the meeting's file. Facts
// of a list of recipients are those of the addressee of a letter of a kind.
func (t *Template) Absent(slips []Slip, kind string) (list diag.List) {
	for _, s := range slips {
		key := s.key
		if s.place.column != "" {
			key = kind + ".to[0]." + s.place.column
		}
		list = append(list, diag.Problem{Severity: s.Severity, Key: key, Hint: s.Hint, Code: s.code, Template: t.Name,
			Message: s.Message + " (" + t.Name + ", " + s.place.String() + ")"})
	}
	return list
}
