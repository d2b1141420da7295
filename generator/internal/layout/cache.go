package layout

import (
	"hash/maphash"
	"strings"
	"sync"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
	"protokol/generator/internal/memo"
)

// Cache keeps the lines of paragraphs, so that a paper laid out again after a small
// change breaks only the paragraphs that have changed. The result is the same as
// without. A Cache is safe for concurrent use; a nil one keeps nothing.
type Cache struct {
	mu    sync.Mutex
	seed  maphash.Seed
	texts *memo.Recent[uint64, *brokenText]
}

// maxCached is the number of paragraphs of about 200 pages. Twice as many may be kept.
const maxCached = 4000

// NewCache returns an empty Cache.
func NewCache() *Cache { return NewCacheOf(maxCached) }

// NewCacheOf returns an empty Cache for a number of paragraphs.
func NewCacheOf(most int) *Cache {
	return &Cache{seed: maphash.MakeSeed(), texts: memo.NewRecent[uint64, *brokenText](most)}
}

// Pages is like the function Pages.
func (c *Cache) Pages(paper *flow.Paper, family *font.Family) *Result {
	return laidOut(paper, family, c)
}

// brokenText is a paragraph of text only, with its lines. The runs of the lines have neither elements nor pieces of
// the flow, which belong to one paper.
type brokenText struct {
	conditions
	runs  []textRun
	lines []Line
	from  [][]origins // by line and run
	saving
}

// conditions are the values that lines depend on in addition to the texts.
type conditions struct {
	family    *font.Family
	room      frame // without its dictionary
	align     flow.Align
	hyphenate bool
	shorter   bool // see limits
	loose     bool // see flow.Paper.LooseBrackets
}

// textRun contains the properties of a run that lines depend on.
type textRun struct {
	kind  flow.Kind
	text  string
	font  flow.Font
	boxed bool
	rigid bool
}

// origins are the indices of the runs of the flow that a run of a line comes from,
// -1 for none: for its first piece and those appended later.
type origins struct {
	first int
	more  []int
}

func conditionsOf(s *setter, p *flow.Paragraph, room frame) conditions {
	room.known = nil
	return conditions{family: s.family, room: room, align: p.Align, hyphenate: p.Hyphenate,
		shorter: s.limits.of(p).shorter, loose: s.cutter.loose}
}

// isText reports whether lines depend on nothing but the conditions and the text
// runs: no links, fields, pictures, labels, tabs, numbers of pages, effects.
func isText(p *flow.Paragraph) bool {
	for i := range p.Runs {
		r := &p.Runs[i]
		if r.Kind != flow.Letters && r.Kind != flow.LineBreak || r.Link != nil || r.Field != nil || r.Effects != nil ||
			r.Label || r.Image != nil || r.Stop != nil || r.Number != nil {
			return false
		}
	}
	return len(p.Runs) > 0
}

// lines returns the lines of a paragraph, broken by the function if they are not known.
func (c *Cache) lines(s *setter, e *Element, p *flow.Paragraph, room frame, broken func() []Line) []Line {
	if len(s.limits.fixed[p]) > 0 || !isText(p) {
		return broken()
	}
	want := conditionsOf(s, p, room)
	key := c.key(want, p)
	if known := c.find(key); known != nil && known.is(want, p) {
		s.note(p, known.saving)
		return known.linesOf(e, p)
	}
	s.divider.saving = saving{}
	lines := broken()
	if kept := newBrokenText(want, p, lines); kept != nil {
		kept.saving = s.divider.saving
		c.keep(key, kept)
	}
	return lines
}

// key includes the conditions, because many paragraphs have the same text at other places.
func (c *Cache) key(of conditions, p *flow.Paragraph) uint64 {
	var h maphash.Hash
	h.SetSeed(c.seed)
	maphash.WriteComparable(&h, of)
	for i := range p.Runs {
		h.WriteString(p.Runs[i].Text)
		h.WriteByte(0)
	}
	return h.Sum64()
}

func (c *Cache) find(key uint64) *brokenText {
	c.mu.Lock()
	defer c.mu.Unlock()
	known, _ := c.texts.Find(key)
	return known
}

func (c *Cache) keep(key uint64, text *brokenText) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.texts.Keep(key, text, 1)
}

// is reports whether a paragraph has the same lines.
func (t *brokenText) is(want conditions, p *flow.Paragraph) bool {
	if t.conditions != want || len(t.runs) != len(p.Runs) {
		return false
	}
	for i := range p.Runs {
		if textOf(&p.Runs[i]) != t.runs[i] {
			return false
		}
	}
	return true
}

func textOf(r *flow.Run) textRun { return textRun{r.Kind, r.Text, r.Font, r.Boxed, r.Rigid} }

// newBrokenText copies a paragraph and its lines, which refer to a paper. It is nil
// for lines that refer to anything but the runs of the paragraph.
func newBrokenText(of conditions, p *flow.Paragraph, lines []Line) *brokenText {
	t := &brokenText{conditions: of, lines: make([]Line, len(lines)), from: make([][]origins, len(lines))}
	for i := range p.Runs {
		one := textOf(&p.Runs[i])
		one.text = strings.Clone(one.text)
		t.runs = append(t.runs, one)
	}
	index := func(r *flow.Run) int {
		for i := range p.Runs {
			if &p.Runs[i] == r {
				return i
			}
		}
		return -1
	}
	for i := range lines {
		line := lines[i]
		line.Runs = append([]Run(nil), line.Runs...)
		from := make([]origins, len(line.Runs))
		for j := range line.Runs {
			r := &line.Runs[j]
			if r.Image != nil || r.Effects != nil || r.piece.run == nil {
				return nil
			}
			r.Text, r.Element = strings.Clone(r.Text), nil
			from[j].first = index(r.piece.run)
			r.piece.run = nil
			r.pieces = append([]piece(nil), r.pieces...)
			for k := range r.pieces {
				from[j].more = append(from[j].more, index(r.pieces[k].run))
				r.pieces[k].run = nil
			}
		}
		t.lines[i], t.from[i] = line, from
	}
	return t
}

// linesOf returns the lines for a paragraph of a paper. Later changes by the layout do not affect the cached lines.
func (t *brokenText) linesOf(e *Element, p *flow.Paragraph) []Line {
	lines := make([]Line, len(t.lines))
	count := 0
	for i := range t.lines {
		count += len(t.lines[i].Runs)
	}
	all := make([]Run, 0, count)
	at := func(i int) *flow.Run {
		if i < 0 {
			return nil // a hyphen at the end of a line
		}
		return &p.Runs[i]
	}
	for i, line := range t.lines {
		start := len(all)
		all = append(all, line.Runs...)
		line.Runs = all[start:len(all):len(all)]
		for j := range line.Runs {
			r, from := &line.Runs[j], &t.from[i][j]
			r.Element, r.piece.run = e, at(from.first)
			if len(from.more) > 0 {
				r.pieces = append([]piece(nil), r.pieces...)
				for k := range r.pieces {
					r.pieces[k].run = at(from.more[k])
				}
			}
		}
		lines[i] = line
	}
	return lines
}
