// Package sample finds the facts of a meeting in a finished paper and turns the paper into a template: values
// become names in braces, the text about each item of a list becomes a repetition.
//
// It takes the paper as a tree of blocks with texts and knows nothing of markup. Doubtful text is left unchanged,
// or decided and reported.
//
//	sample.go  blocks, the template, remarks
//	normal.go  texts without differences of typing
//	match.go   values in the text of a paragraph
//	token.go   paragraphs → words and values
//	merge.go   the same paragraph about several items → one
//	series.go  lists and their items
//	anchor.go  blocks that are about an item
//	region.go  blocks that are about one item after another
//	group.go   the blocks about each item → a repetition
//	plural.go  words about one or several people, ordinals
//	variant.go words and signs that are not the same for all items
//	joined.go  the people of a list in one sentence
//	choose.go  which of several names is meant
//	spread.go  values that go on in the next paragraphs
//	rest.go    text that may be about the meeting and was not found
//	agreement.go words of the paper that agree with values
package sample

import (
	"slices"
	"strings"

	"protokol/generator/internal/fields"
)

// Kind is the kind of a block.
type Kind int

const (
	Paragraph Kind = iota
	Table          // of rows
	Row            // of containers
	Container      // of paragraphs and tables: a cell, the body
)

// Block is a part of a paper.
type Block struct {
	Kind Kind
	Text string // of a paragraph
	Kids []*Block

	IsMerged bool // of a cell: it goes on in the rows below
}

// Node is a part of the template.
type Node struct {
	Block *Block // it is made from; nil for a repetition and a condition
	Spans []Span // of a paragraph: what is replaced
	Kids  []*Node

	Marker  string   // «для каждого вопроса», «если …»: Kids are between it and «конец»
	Dropped []*Block // all blocks that the repetition replaces

	tokens []token
	in     []*instance // items that have the line
	all    []*instance // of a repetition
	series *series
	plain  *Node   // the only paragraph of a repetition, as if it were about no item
	joined *series // whose items a paragraph names one after another
}

// Span is a part of the text of a paragraph that is replaced.
type Span struct {
	From, To int
	Text     string
}

// Remark is something that must be checked.
type Remark struct {
	Node    *Node  // nil: the whole paper
	Words   string // in the paragraph, as the template has them
	Message string
	Hint    string
}

// Template is the template made from a paper.
type Template struct {
	Root    *Node
	Loose   []*Node // paragraphs outside the body
	Remarks []Remark
	Names   int // number of names
}

// finder turns a paper into a template.
type finder struct {
	root    *Block
	frame   fields.Frame
	facts   []value // of the meeting
	outside *scope  // of what is repeated around no block
	remarks []Remark
	names   int
	inLists []value // of the items of lists, for remarks
	listed  *wordIndex
	short   []value               // of them, those that are one word
	places  []place               // facts without cases
	tokens  map[tokensKey][]token // of short paragraphs
	about   aboutText             // of the last paragraph that was asked for
	found   map[string]bool
	normals map[*Block]normal
	surname map[string][]string  // the people with a surname, in all its cases
	series  map[*scope][]*series // the lists of scopes
	deep    map[*scope][]string  // all texts of an item
	flat    map[*scope][]*series // the lists of their items, flattened
	row     string               // the text of the table row
	head    *Block               // the first row of the table
	cells   bool                 // the blocks are the cells of a row
	rows    *fields.Field        // the list whose items have rows of their own
	column  string               // the text of its cell above
	after   string               // the next paragraph
	before  string               // the last paragraph with words
}

// Find finds the facts of a meeting. Root is the body; loose are paragraphs in
// headers, footers, notes and text boxes, in which nothing is repeated. The error is that of the frame.
func Find(root *Block, loose []*Block, frame fields.Frame) (*Template, error) {
	f := &finder{root: root, frame: frame, found: map[string]bool{}, surname: map[string][]string{},
		series: map[*scope][]*series{}, flat: map[*scope][]*series{}, deep: map[*scope][]string{},
		tokens: map[tokensKey][]token{}}
	f.facts = values(frame.Writings(nil))
	scope := &scope{values: f.facts, frame: frame}
	f.outside = scope
	for _, s := range f.allSeries(scope) {
		for _, item := range s.items {
			f.inLists = append(f.inLists, item.values...)
			f.addSurnames(item.values)
			for _, inner := range f.allSeries(&item.scope) {
				for _, deep := range inner.items {
					f.addTexts(deep.values)
				}
			}
		}
	}
	f.short, f.places = f.singles(), f.findPlaces()
	scope.values, scope.index = slices.Concat(f.facts, f.staying()), nil
	f.inLists = distinct(f.inLists)
	f.listed = newWordIndex(f.inLists)
	t := &Template{Root: &Node{Block: root, Kids: f.blocks(root.Kids, scope)}}
	f.finish(t.Root, nil)
	for _, b := range loose {
		n := f.paragraph(b, scope)
		f.finish(n, nil)
		t.Loose = append(t.Loose, n)
	}
	f.absent()
	t.Remarks, t.Names = f.remarks, f.names
	return t, frame.Err()
}

// MaxSteps is how many steps of work a frame should allow. They take two to four seconds, with what is not counted:
// reading the meeting takes two milliseconds for each person. A record of a meeting of 150 people with 60 questions
// takes a quarter of them, a list of 700 people a third.
const MaxSteps = 5_000_000

// What takes steps: bytes of a text that is divided into words, bytes that are searched for a value, pairs of words
// of a paragraph that are told apart, pairs of words that are compared, pairs of lines.
const (
	stepsPerByte = 1
	bytesPerStep = 100
	toldPerStep  = 100
	pairsPerStep = 4
	stepsPerPair = 3
)

func (f *finder) remark(n *Node, words, message, hint string) {
	f.remarks = append(f.remarks, Remark{n, words, message, hint})
}

// NamesItem reports whether a repetition prints a fact of its items, so that a
// table row with it repeats itself.
func (n *Node) NamesItem() bool {
	if n.series == nil || n.Marker != n.series.marker {
		return false
	}
	for _, kid := range n.Kids {
		if kid.names(n.series) {
			return true
		}
	}
	return false
}

// IsBelow reports whether a node repeats over a list inside the items of another
// repetition's list: decisions of questions.
func (n *Node) IsBelow(other *Node) bool {
	if n.series == nil || other.series == nil {
		return false
	}
	inner, outer := n.series.path, other.series.path
	return len(inner) > len(outer) && slices.Equal(inner[:len(outer)], outer)
}

func (n *Node) names(s *series) bool {
	for _, span := range n.Spans {
		if strings.HasPrefix(span.Text, "{"+s.path.List().Of.Name+".") {
			return true
		}
	}
	for _, kid := range n.Kids {
		if kid.names(s) {
			return true
		}
	}
	return false
}
