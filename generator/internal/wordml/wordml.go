// Package wordml lowers WordprocessingML to a flow, so that a Word paper is laid
// out and printed by the same engine as the papers of our own templates.
//
// Every construct has one of three answers: it is laid out as Word does, it is
// approximated and the report names it with its paragraph, or its content would
// be lost and the report says so. No content is dropped silently.
//
//	wordml.go       papers and options
//	package.go      the package of an untrusted file, with limits
//	node.go         elements, their attributes and what they contain
//	xml.go          XML → nodes
//	namespaces.go   qualified names → names
//	entities.go     entities in texts
//	elements.go     every element that is known, and its answer
//	report.go       what is approximated or lost
//	values.go       units, colours, on and off
//	settings.go     settings, theme, compatibility
//	runprops.go     properties of runs
//	paraprops.go    properties of paragraphs
//	styles.go       the cascade of styles
//	numbering.go    numbers and bullets of lists
//	sections.go     pages, headers and footers
//	blocks.go       paragraphs, tables and what contains them
//	paragraph.go    one paragraph
//	inline.go       runs and what contains them
//	words.go        the origins of texts
//	text.go         the letters of runs: fonts, capitals, symbols
//	links.go        links and bookmarks
//	field.go        fields
//	formfield.go    form fields, and others whose result is not saved
//	note.go         footnotes and endnotes
//	embedded.go     fonts inside the file
//	drawing.go      pictures and text boxes
//	paint.go        lines and colours of shapes
//	group.go        groups of shapes and canvases
//	vml.go          drawings of Word 2003 and earlier
//	vmlshape.go     their places, lines and colours
//	vmlgroup.go     their groups
//	wordart.go      their letters in shapes
//	frame.go        text frames and tables with text around them
//	table.go        tables
//	tablewidths.go  widths of columns, indents of tables
//	merged.go       vertically merged cells
//	tabletags.go    tables of data and tables for layout
//	partial.go      what is laid out only in part
//	partialdrawing.go  the same of drawings
//	partialtable.go  the same of tables
//	partialvalues.go  the same of values of attributes
//	cells.go        cells: borders, margins, shading
//	lists.go        paragraphs with numbers → lists
//	cost.go         limits of the size of a paper
//	similar.go      elements that similar papers share
//	shared.go       the same of blocks
package wordml

import (
	"cmp"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/picture"
)

// Paper is a lowered paper.
type Paper struct {
	Flow     *flow.Paper
	Pictures map[string]*picture.Picture
	Title    string // of the properties of the file; may be empty
	Author   string
	Report   Report

	wholeEnds bool     // words may not be divided between pages
	shared    []func() // they keep what similar papers may take
}

// Faces finds families for the names of fonts.
type Faces interface{ Find(name string) Face }

// Face is the family that replaces a font.
type Face struct {
	Family  uint8
	Finding string  // for the report; may be empty
	Exact   bool    // it is the font itself
	Own     bool    // the number of the family is valid in this paper only
	Lacks   [4]bool // its styles that are shown in another, as font.Index numbers them
}

// Options are the inputs of lowering in addition to the file.
type Options struct {
	Parts  map[string][]byte       // content of parts that is not that of the file
	Ranges map[string][]flow.Range // where the words of parts come from; nil if nobody asks
	Places map[string][]Place      // to sign, by part, in order; may be nil
	Faces  Faces
	Images *picture.Cache
	Ended  func() bool // reports whether the paper is of no use any more and may be incomplete; may be nil

	Similar *Similar // what it has in common with others; may be nil

	// Earlier says that, as by rules before 10, notes with marks of their own take numbers, and no tab follows an empty
	// label.
	Earlier bool

	// OwnWidths says that, as by rules before 11, fixed columns have their widths whatever the table asks for, and
	// parts of the width of the text do not include the margins of cells beyond it.
	OwnWidths bool

	// GridWidths says that, as by rules before 15, columns that ask for no width have the one that was saved if others
	// ask for theirs.
	GridWidths bool

	// OwnBullets says that, as by rules before 11, bullets of fonts that are not there are the characters themselves.
	OwnBullets bool

	// PartIndents says that, as by rules before 16, the indent of a table is read as a length whatever its type is.
	PartIndents bool

	// LooseLabels says that, as by rules before 15, justification changes the space after the number of a paragraph.
	LooseLabels bool

	// EvenSeparators says that, as by rules before 15, the lines above footnotes take the same space in all papers.
	EvenSeparators bool

	// ShowHidden says that, as by rules before 13, hidden drawings are printed, except those of DrawingML in hidden
	// runs, and the numbers of hidden paragraphs are.
	ShowHidden bool
}

// lowering is the state of lowering one paper.
type lowering struct {
	*Document
	out      *Paper
	families map[string]Face
	embedded map[string]bool // fonts inside the file, once they are read
	faces    Faces
	replaced map[string][]byte // content of parts that is not that of the file
	ranges   map[string][]flow.Range
	toSign   map[string][]Place
	left     *int // nodes that its parts may still have, headers as often as they are used
	headers  headers
	part     *part // that is being lowered
	counters map[string]*counter
	images   *picture.Cache
	fields   []*field
	notes    noteState
	block    int // paragraphs so far
	depth    int // of nested tables and boxes
	effects  map[flow.Effects]*flow.Effects
	heads    int // level of the last heading
	places   places
	bodyNode *node
	costs    costs
	ended    func() bool
	floated  bool // there is text beside a drawing, a frame or a table
	like     *reference
	peculiar int     // how often something was met that may be different in similar papers
	noted    []noted // since the element began that is traced
	tracing  int     // such elements inside each other
	earlier  bool    // see Options

	ownWidths, ownBullets, showHidden, evenSeparators, looseLabels, gridWidths, partIndents bool // see Options
}

// Lower lowers the document, which it does not change: it may be called concurrently.
func (d *Document) Lower(o Options) (*Paper, error) {
	left := maxNodes
	d, err := d.with(o.Parts, &left)
	if err != nil {
		return nil, err
	}
	l := &lowering{Document: d, replaced: o.Parts, ranges: o.Ranges, toSign: o.Places, left: &left,
		headers:  newHeaders(),
		families: map[string]Face{}, counters: map[string]*counter{}, images: o.Images, faces: o.Faces,
		costs:     newCosts(d.size),
		ended:     o.Ended,
		earlier:   o.Earlier,
		ownWidths: o.OwnWidths, ownBullets: o.OwnBullets, showHidden: o.ShowHidden,
		evenSeparators: o.EvenSeparators, looseLabels: o.LooseLabels, gridWidths: o.GridWidths,
		partIndents: o.PartIndents,
		effects:     map[flow.Effects]*flow.Effects{},
		out:         &Paper{Pictures: map[string]*picture.Picture{}, Title: d.title, Author: d.author}}
	main, err := l.readMain(o)
	if err != nil {
		return nil, err
	}
	body := main.root.kid("body")
	if body == nil {
		return nil, Refusal("в документе нет текста")
	}
	l.part, l.bodyNode = main, body
	l.partlyDocument(main.root)
	l.out.Flow = &flow.Paper{Word: true, Ended: o.Ended}
	l.out.Flow.Blocks, err = l.body(body)
	if err = cmp.Or(err, l.tooLarge()); err != nil {
		return nil, err
	}
	for _, f := range l.fields {
		if !f.result || f.own {
			l.lose("поле " + f.name() + " без конца: текст после него не виден")
		}
	}
	l.out.Flow.Page = firstPage(l.out.Flow.Blocks)
	return l.out, nil
}

func firstPage(blocks []flow.Block) flow.Page {
	for _, b := range blocks {
		if s, ok := b.(*flow.Section); ok {
			return s.Page
		}
	}
	return flow.Page{}
}
