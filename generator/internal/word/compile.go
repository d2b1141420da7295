package word

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/fields"
)

// program is a part of a template, ready to be filled.
type program struct {
	part *part
	ops  []op
}

// isLiteral reports whether a part is the same in every paper.
func (p *program) isLiteral() bool { return len(p.ops) == 1 && p.ops[0].kind == literal }

type opKind int

const (
	literal        opKind = iota // bytes of the template
	slot                         // a value
	branch                       // body if the condition holds, else other
	repeat                       // body for every item of the lists
	table                        // body, dropped if it has no rows
	cell                         // body, which must end with a paragraph
	holder                       // body, which must not be empty
	identity                     // an id that must be unique
	once                         // body, left out of repetitions
	listID                       // the id of a list whose numbering restarts
	nothing                      // a range that is left out
	insert                       // bytes that the template lacks
	imageAttr                    // an attribute of a picture that is replaced
	linkID                       // the id of the relationship of a hyperlink
	noteID                       // the id of a note, at a reference
	ownNoteID                    // the same at the note
	sequenceNumber               // of a caption
	notes                        // body for every reference to the note
)

// rank orders instructions of the same range, the outer first.
func (k opKind) rank() int {
	switch k {
	case cell, holder:
		return 0
	case table:
		return 1
	case repeat, branch, notes:
		return 2
	}
	return 3
}

// op is an instruction of a program.
type op struct {
	kind     opKind
	from, to int // of the template
	name     *name
	ask      *question
	lists    []fields.Path
	spare    int // repeat: the innermost lists that may be empty: a row of the item around is printed once
	between  []byte
	body     []op
	other    []op
	id       *identifier
	region   int
	columns  bool   // table: its cells repeat
	image    string // imageAttr: which
	box      [2]int // imageAttr: the size of the picture in the template
	link     *link
	note     noteKey
}

// name is a name in the template whose value is printed.
type name struct {
	path    fields.Path
	column  string // of a list of recipients, if the name is not a field
	filters fields.Filters
	place   place
	prefix  string // of the names of elements
	before  []byte // text around a value that replaces a whole field
	after   []byte
	lead    string // text around a value that is not empty
	trail   string
	address addressKind // the value is in the target of a hyperlink
	plain   bool        // the value is in text without markup
	unsure  bool        // «кого» may ask for the genitive or the accusative
}

// question is a condition.
type question struct {
	condition
	path  fields.Path // nil: the name may be a column of a list of recipients
	place place
}

// edit is a change of a range of the part. Edits do not overlap, but those with
// a body contain others.
type edit struct {
	op
	bodyFrom, bodyTo   int
	otherFrom, otherTo int
}

// compiler makes the program of a part.
type compiler struct {
	part       *part
	src        []byte
	template   *Template
	edits      []edit
	lists      []fields.Path // of the repetitions around the current place
	regions    []int         // the repetitions around the current place, by number
	scopes     []scope       // the repetitions inside paragraphs, the inner first
	numbered   []numbering
	sequences  []sequence
	bookmarks  map[string]*bookmark // by name
	begun      map[string]*bookmark // by id
	references []reference
	flats      map[*element]*paragraph
	fields     map[*element][]*wordField // by paragraph
	kept       map[*element]bool         // each w:t whose spaces count
	replaced   map[*element]bool         // each w:t whose field or control gets a value
	columns    bool                      // cells of the current table repeat
	before     string                    // the last paragraph with words, for places
}

// paragraph is a paragraph with the content of its braces.
type paragraph struct {
	flat
	tokens []token
}

func (c *compiler) program(root *element) *program {
	c.flats, c.fields = map[*element]*paragraph{}, readFields(root, c.src)
	c.replaced, c.bookmarks, c.begun = map[*element]bool{}, map[string]*bookmark{}, map[string]*bookmark{}
	root.each(func(e *element) bool {
		if e.name == "p" {
			f := flatten(c.src, e)
			c.flats[e] = &paragraph{f, tokens(f.text)}
			c.template.names += len(c.flats[e].tokens) + len(c.fields[e])
			c.ownWords(c.flats[e])
		}
		if e.name == "t" && len(e.kids) > 0 && bytes.IndexByte(c.src[e.open:e.close], '{') >= 0 {
			c.wrong(place{part: c.part, p: e.within("p"), from: e.start, to: e.end, words: "{"},
				"текст повреждён: элементы разметки внутри w:t", "откройте файл в Word и сохраните заново")
		}
		for _, a := range e.attrs {
			if strings.HasSuffix(a.Name.Space, "/relationships") {
				c.part.refers(a.Value)
			}
			if a.Name.Local == "id" || a.Name.Local == "paraId" || a.Name.Local == "textId" || a.Name.Local == "name" {
				c.template.used[a.Value] = true
			}
		}
		return true
	})
	if c.template.names > maxNames {
		return &program{part: c.part, ops: []op{{kind: literal, to: len(c.src)}}}
	}
	if c.part.isProperties() {
		c.properties(root)
	} else {
		c.container(root)
	}
	c.restart()
	c.renumber()
	c.resolveReferences()
	slices.SortStableFunc(c.edits, func(a, b edit) int {
		return cmp.Or(a.from-b.from, b.to-a.to, a.kind.rank()-b.kind.rank())
	})
	next := 0
	return &program{c.part, c.emit(0, len(c.src), &next)}
}

// ownWords adds the words of a paragraph that are not in braces to those of the
// template.
func (c *compiler) ownWords(p *paragraph) {
	from := 0
	for _, t := range p.tokens {
		c.template.own.WriteString(p.text[from:t.from] + " ")
		from = t.to
	}
	c.template.own.WriteString(p.text[from:] + "\n")
}

// emit returns the instructions for a range; next is the first edit in it.
func (c *compiler) emit(from, to int, next *int) (ops []op) {
	copyTo := func(end int) {
		if end > from {
			ops = append(ops, op{kind: literal, from: from, to: end})
		}
	}
	for *next < len(c.edits) && c.edits[*next].from < to {
		e := c.edits[*next]
		*next++
		if e.from < from {
			continue // inside a range that is replaced as a whole
		}
		copyTo(e.from)
		made := e.op
		if e.bodyTo > e.bodyFrom {
			made.body = c.emitPart(e.bodyFrom, e.bodyTo, next)
		}
		if e.otherTo > e.otherFrom {
			made.other = c.emitPart(e.otherFrom, e.otherTo, next)
		}
		for *next < len(c.edits) && c.edits[*next].from < e.to {
			*next++
		}
		if made.kind != nothing {
			ops = append(ops, made)
		}
		from = e.to
	}
	copyTo(to)
	return ops
}

// emitPart is emit for the body of an edit, which begins after its marker.
func (c *compiler) emitPart(from, to int, next *int) []op {
	for *next < len(c.edits) && c.edits[*next].from < from {
		*next++
	}
	return c.emit(from, to, next)
}

// remove removes a range.
func (c *compiler) remove(from, to int) {
	if to > from {
		c.edits = append(c.edits, edit{op: op{kind: nothing, from: from, to: to}})
	}
}

// replace replaces a range by an instruction.
func (c *compiler) replace(from, to int, o op) {
	o.from, o.to = from, to
	c.edits = append(c.edits, edit{op: o})
}

func (c *compiler) wrong(at place, message, hint string) {
	c.template.slip(at, diag.Error, message, hint)
}

func (c *compiler) warn(at place, message, hint string) {
	c.template.slip(at, diag.Warning, message, hint)
}

// container compiles the content of an element: paragraphs, tables, and elements that contain them.
func (c *compiler) container(e *element) {
	before := len(c.edits)
	c.blocks(e.kids)
	c.closeCell(e, before)
}

// visit compiles an element that is not a marker.
func (c *compiler) visit(e *element) {
	c.identify(e)
	switch e.name {
	case "p":
		c.paragraph(e)
	case "tr":
		c.row(e)
	case "tbl":
		c.table(e)
	case "sdt":
		if !c.control(e) {
			c.unnamed(e)
			c.container(e)
		}
	case "footnote", "endnote":
		c.note(e)
	default:
		c.container(e)
	}
}

// paragraph compiles a paragraph and what is anchored in it.
func (c *compiler) paragraph(p *element) {
	f := c.flats[p]
	if c.part.kind == "comments" {
		c.commentNames(p, f)
		return
	}
	c.merged(p)
	c.inside(p, f, 0, len(f.tokens))
	c.fillOtherTexts(p)
	for _, kid := range p.kids {
		c.anchored(kid)
	}
	c.sampleText(p, f)
	c.unpaired(p, f)
	if f.text != "" {
		c.before = f.text
	}
}

// unpaired reports the first brace without its pair that belongs to a name, or to the
// half of one: it would stay in the paper.
func (c *compiler) unpaired(p *element, f *paragraph) {
	other := map[string]bool{"": true} // words that are not names
	for _, s := range strayBraces(f.text, f.tokens) {
		if !s.touches && !other[s.word] {
			other[s.word] = fields.Find(s.word, c.lists) == nil
		}
		if s.far {
			c.wrong(c.place(p, s.at, s.at+1), "текст в скобках со слова «"+s.word+"» слишком длинный для имени",
				"уберите скобки; чтобы напечатать их, поставьте перед каждой \\")
			return
		}
		if s.touches || !other[s.word] {
			c.wrong(c.place(p, s.at, s.at+1), "скобка у слова «"+s.word+"» без пары",
				"обе скобки стоят в одном абзаце; чтобы напечатать саму скобку, поставьте перед ней \\")
			return
		}
	}
}

// anchored compiles the content of a run or another element of a paragraph apart from its text.
func (c *compiler) anchored(e *element) {
	switch e.name {
	case "p", "tbl":
		c.visit(e)
		return
	case "sdt":
		if c.control(e) {
			return
		}
		c.unnamed(e)
	}
	c.identify(e)
	if chartKinds[e.name] != "" {
		c.chart(e)
	}
	if e.name == "txbxContent" {
		c.container(e)
		return
	}
	for _, kid := range e.kids {
		c.anchored(kid)
	}
}
