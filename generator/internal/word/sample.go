package word

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"protokol/generator/internal/fields"
	"protokol/generator/internal/sample"
)

// Draft is a template made from a finished paper.
type Draft struct {
	File   []byte
	Slips  []Slip // doubts, at places of Template
	Names  int    // number of names in braces
	Opened *Template
}

const errLargeSample Refusal = "бумага слишком велика, чтобы найти в ней всё, что есть в файле заседания: оставьте " +
	"в образце одно заседание, а повторяющееся сократите до двух-трёх строк"

// FromSample makes a template with a name from a finished paper about the meeting of a frame. The template is
// filled for the same meeting and compared with the paper; differences are among the slips.
func FromSample(name string, file []byte, newFrame func() (fields.Frame, error)) (*Draft, error) {
	paper, err := Open(name, file)
	if err != nil {
		return nil, err
	}
	frame, err := newFrame()
	if err != nil {
		return nil, err
	}
	s := &sampling{paper: paper, blocks: map[*sample.Block]*element{}, parts: map[*sample.Block]*part{}}
	root, loose := s.read()
	made, err := sample.Find(root, loose, frame.Limited(sample.MaxSteps, errLargeSample))
	if err != nil {
		return nil, err
	}
	d := &Draft{Names: made.Names}
	if d.File, err = s.write(made); err != nil {
		return nil, err
	}
	if d.Opened, err = Open(name, d.File); err != nil {
		return nil, err
	}
	if frame, err = newFrame(); err != nil {
		return nil, err
	}
	d.Slips = s.place(d.Opened, made.Remarks)
	filled, slips, absent := d.Opened.Fill(frame)
	if err := frame.Err(); err != nil {
		return nil, err
	}
	d.Slips = append(append(d.Slips, slips...), absent...)
	if filled != nil {
		d.Slips = append(d.Slips, s.compare(d.Opened, filled)...)
	}
	return d, nil
}

// sampling turns a paper into a template.
type sampling struct {
	paper  *Template
	blocks map[*sample.Block]*element
	parts  map[*sample.Block]*part
	order  []*sample.Block // paragraphs with text, in the order of the paper
	edits  map[*part][]change
	starts map[*part][]start

	placed map[*sample.Block]spot // where paragraphs of the template are
	nodes  map[*sample.Node]spot
	parsed map[*part]*element
	kept   map[*element]bool
}

// change is a replacement of a range of a part.
type change struct {
	from, to int
	text     string
}

// start is the place of a paragraph in a part of the paper.
type start struct {
	at    int
	block *sample.Block
}

// spot is a place in a part of the template.
type spot struct {
	part string
	at   int
}

// read returns the body as blocks, and paragraphs of other parts and text boxes.
func (s *sampling) read() (root *sample.Block, loose []*sample.Block) {
	s.parsed = map[*part]*element{}
	s.starts = map[*part][]start{}
	for _, p := range s.paper.pack.texts() {
		total := 0
		tree, _ := parse(p.data, &total) // it was parsed before
		s.parsed[p] = tree
		taken := map[*element]bool{}
		if p == s.paper.pack.main {
			body := tree.kids[0].kid("body")
			if body == nil {
				body = tree
			}
			root = s.container(p, body, taken)
		}
		tree.each(func(e *element) bool {
			if p.hasText(e) && !taken[e] {
				loose = append(loose, s.paragraph(p, e))
			}
			return true
		})
		slices.SortFunc(s.starts[p], func(a, b start) int { return a.at - b.at })
		for _, m := range s.starts[p] {
			s.order = append(s.order, m.block)
		}
	}
	return root, loose
}

func (s *sampling) paragraph(p *part, e *element) *sample.Block {
	b := &sample.Block{Kind: sample.Paragraph, Text: p.text(e).text}
	s.blocks[b], s.parts[b] = e, p
	s.starts[p] = append(s.starts[p], start{e.start, b})
	return b
}

// container reads what is in the body, in a cell or in a control.
func (s *sampling) container(p *part, e *element, taken map[*element]bool) *sample.Block {
	b := &sample.Block{Kind: sample.Container}
	s.blocks[b], s.parts[b] = e, p
	for _, kid := range e.kids {
		switch kid.name {
		case "p":
			taken[kid] = true
			b.Kids = append(b.Kids, s.paragraph(p, kid))
		case "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "smartTag", "customXml":
			inner := s.container(p, kid, taken)
			switch kid.name {
			case "tbl":
				inner.Kind = sample.Table
			case "tr":
				inner.Kind = sample.Row
			case "tc":
				start := kid.kid("tcPr", "vMerge")
				inner.IsMerged = start != nil && start.attr("val") == "restart"
			}
			b.Kids = append(b.Kids, inner)
		}
	}
	return b
}

// write writes the template.
func (s *sampling) write(made *sample.Template) ([]byte, error) {
	s.edits, s.placed = map[*part][]change{}, map[*sample.Block]spot{}
	s.nodes, s.kept = map[*sample.Node]spot{}, map[*element]bool{}
	s.collect(made.Root)
	for _, n := range made.Loose {
		s.collect(n)
	}
	for _, list := range s.edits {
		slices.SortStableFunc(list, func(a, b change) int { return cmp.Or(a.from-b.from, a.to-b.to) })
	}
	p := &Paper{template: s.paper, parts: map[string][]byte{}}
	for _, one := range s.paper.pack.texts() {
		w := &sampleWriter{sampling: s, part: one, src: one.data, tailed: map[*element]bool{}}
		if one == s.paper.pack.main {
			w.body(made.Root)
		} else {
			w.copy(0, len(one.data))
		}
		p.parts[one.name] = w.out.Bytes()
	}
	for _, n := range made.Loose {
		s.nodes[n] = s.placed[n.Block]
	}
	s.spotNodes(made.Root, spot{})
	return p.bytes(nil, nil, nil)
}

// collect makes the changes of paragraphs.
func (s *sampling) collect(n *sample.Node) {
	if n.Block != nil && n.Block.Kind == sample.Paragraph {
		p := s.parts[n.Block]
		f := p.text(s.blocks[n.Block])
		at := 0
		for _, span := range n.Spans {
			s.braces(p, &f, at, span.From)
			s.replace(p, &f, span)
			at = max(at, span.To)
		}
		s.braces(p, &f, at, len(f.text))
	}
	for _, kid := range n.Kids {
		s.collect(kid)
	}
}

// replace puts a name into the run of the first letter of its value.
func (s *sampling) replace(p *part, f *flat, span sample.Span) {
	if span.From == span.To {
		s.insert(p, f, span)
		return
	}
	for k, one := range f.pieces(span.From, span.To) {
		text := ""
		if k == 0 {
			text = string(escape(nil, span.Text))
		}
		if k == 0 && one.isElement {
			text = string(bytes.Join([][]byte{[]byte("<w:t>"), []byte(text), []byte("</w:t>")}, nil))
		}
		s.edits[p] = append(s.edits[p], change{one.from, one.to, text})
		s.preserve(p, one)
	}
}

// insert puts a marker between two characters.
func (s *sampling) insert(p *part, f *flat, span sample.Span) {
	for i := range f.atoms {
		a := &f.atoms[i]
		if a.isElement || span.From < a.from || span.From > a.to {
			continue
		}
		if span.From == a.to && i+1 < len(f.atoms) && !f.atoms[i+1].isElement && strings.HasPrefix(span.Text,
			"{если") {
			continue
		}
		at := a.raw[span.From-a.from]
		s.edits[p] = append(s.edits[p], change{at, at, string(escape(nil, span.Text))})
		s.preserve(p, piece{atom: a})
		return
	}
}

// braces protects braces of the paper.
func (s *sampling) braces(p *part, f *flat, from, to int) {
	for i := from; i < to; i++ {
		if f.text[i] != '{' && f.text[i] != '}' {
			continue
		}
		for _, one := range f.pieces(i, i+1) {
			s.edits[p] = append(s.edits[p], change{one.from, one.from, `\`})
		}
	}
}

func (s *sampling) preserve(p *part, one piece) {
	if p.isProperties() || one.isElement || one.in.attr("space") == "preserve" || s.kept[one.in] {
		return
	}
	s.kept[one.in] = true
	at := one.in.open - 1
	s.edits[p] = append(s.edits[p], change{at, at, ` xml:space="preserve"`},
		change{one.in.open, one.raw[0], ""}, change{one.raw[len(one.raw)-1], one.in.close, ""})
}
