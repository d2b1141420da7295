package layout

import (
	"slices"
	"strings"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// begin starts a section.
func (s *setter) begin(b *flow.Section) {
	old := s.section
	if old != nil {
		same := b.Page.Width == old.Page.Width && b.Page.Height == old.Page.Height
		s.newPage = s.newPage || b.Start != flow.Continuous || !same
	}
	s.section = b
	s.left, s.right = 0, b.Page.TextWidth()
	s.startSection(old)
}

// sectionPage is a page of a paper with sections.
type sectionPage struct {
	section *flow.Section
	number  int
	first   bool // of its section
	blank   bool // an empty page is before it
}

// sectionSetter lays out the pages of a paper with sections.
type sectionSetter struct {
	*setter
	pages    []sectionPage
	heights  map[*flow.Block]float64 // of headers and footers, by their first block
	crowded  bool                    // see Result.Crowded
	repeated int                     // number of lines, rules and pictures of headers and footers so far
}

// maxRepeated limits the content of headers and footers on all pages: that of a small file could fill the memory.
const maxRepeated = 200_000

// maxPasses limits how often a paper is laid out because of the page numbers in its
// text.
const maxPasses = 3

// sections lays out a paper whose pages have headers, footers and margins by
// section.
func sections(paper *flow.Paper, family *font.Family, cache *Cache) *Result {
	for pass := 1; ; pass++ {
		made, again := sectionsOnce(paper, family, cache)
		if !again || pass == maxPasses || paper.IsEnded() {
			return made
		}
	}
}

// sectionsOnce lays out a paper, without pages if they would be Crowded, and reports
// whether page numbers in its text had been unknown.
func sectionsOnce(paper *flow.Paper, family *font.Family, cache *Cache) (result *Result, again bool) {
	s := newSetter(paper, family, 0)
	defer s.release()
	s.cache = cache
	s.noted = s.separators()
	root := &Element{Role: "Document"}
	s.blocks(root, paper.Blocks)
	if s.section == nil {
		s.section = &flow.Section{Page: paper.Page}
	}
	if len(s.strips) == 0 {
		s.strips = []strip{{section: s.section}}
	}
	set := &sectionSetter{setter: s, heights: map[*flow.Block]float64{}}
	var spans []span
	s.strips, spans = distribute(s.strips, 0, paper, s.misfits, set.next)
	result = &Result{Structure: root, Crowded: set.crowded}
	if set.crowded {
		return result, false
	}
	for i, span := range spans {
		result.Pages = append(result.Pages, fill(s.strips, span, set.area(set.pages[i])))
		if span.to > span.from {
			s.misfits.addDivided(s.strips[span.to-1])
		}
	}
	again = s.cutter.numbered && set.renumber(result.Pages)
	for i := range result.Pages {
		set.marginals(&result.Pages[i], i)
		if set.repeated > maxRepeated {
			return &Result{Structure: root, Crowded: true}, false
		}
	}
	result.Misfits, result.Beyond = *s.misfits, beyondSheets(result.Pages)
	result.Pages = set.withBlanks(result.Pages)
	result.Size = result.Pages[0].Size
	return result, again
}

// beyondSheets returns the lines of pages of which letters reach beyond the edges of the sheet,
// up to some length.
func beyondSheets(pages []Page) string {
	const most = 100 // bytes, with which no further line is added
	var list []string
	for i := range pages {
		for j := range pages[i].Lines {
			if l := &pages[i].Lines[j]; pages[i].isBeyond(l) {
				text := ""
				for _, r := range l.Runs {
					text += r.Text
				}
				if list = append(list, strings.TrimSpace(text)); len(strings.Join(list, " ")) >= most {
					return strings.Join(list, " ")
				}
			}
		}
	}
	return strings.Join(list, " ")
}

// isBeyond reports whether letters of a line reach beyond the edges of the sheet.
func (p *Page) isBeyond(l *Line) bool {
	for j := range l.Runs {
		r := &l.Runs[j]
		if r.Kind != Letters || strings.TrimSpace(r.Text) == "" {
			continue
		}
		x1, y1 := l.OnPage(r.X, l.Baseline)
		x2, y2 := l.OnPage(r.X+r.Width, l.Baseline)
		if min(x1, x2) < -1 || max(x1, x2) > p.Size.Width+1 || min(y1, y2) < -1 || max(y1, y2) > p.Size.Height+1 {
			return true
		}
	}
	return false
}

// withBlanks adds the empty pages before sections that begin on odd or even ones.
func (s *sectionSetter) withBlanks(pages []Page) (list []Page) {
	for i := range pages {
		if s.pages[i].blank {
			list = append(list, Page{Size: pages[i].Size})
		}
		list = append(list, pages[i])
	}
	return list
}

// count returns the number of pages, empty ones included.
func (s *sectionSetter) count() int {
	n := len(s.pages)
	for i := range s.pages {
		if s.pages[i].blank {
			n++
		}
	}
	return n
}

// next notes the page that begins with a strip and returns its size and margins.
func (s *sectionSetter) next(begin *strip) flow.Page {
	one := sectionPage{section: begin.section, number: 1, first: true}
	if n := len(s.pages); n > 0 {
		last := s.pages[n-1]
		one.number, one.first = last.number+1, last.section != one.section
	}
	if one.first && one.section.First > 0 {
		one.number = one.section.First
	}
	if one.first && len(s.pages) > 0 && wrongSide(one.section.Start, one.number) {
		one.blank = true
		one.number++
	}
	s.pages = append(s.pages, one)
	return s.area(one)
}

// wrongSide reports whether a section may not begin on a page with a number.
func wrongSide(start flow.SectionStart, number int) bool {
	return start == flow.OddPage && number%2 == 0 || start == flow.EvenPage && number%2 == 1
}

// choose returns the header or footer of a page.
func (p sectionPage) choose(m flow.Marginals) []flow.Block {
	switch {
	case p.first && p.section.TitlePg:
		return m.First
	case p.section.EvenOdd && p.number%2 == 0:
		return m.Even
	}
	return m.Default
}

// area returns the size of a page and its margins, which give way to high headers
// and footers.
func (s *sectionSetter) area(p sectionPage) flow.Page {
	page := p.section.Page
	if p.section.Mirror && p.number%2 == 0 {
		page.Left, page.Right = page.Right, page.Left
	}
	head := s.height(p, p.choose(p.section.Heads))
	if head > 0 {
		head += p.section.HeadAt
	}
	if !p.section.Fixed {
		page.Top = max(page.Top, head)
	}
	if h := s.height(p, p.choose(p.section.Feet)); h > 0 {
		page.Bottom = max(page.Bottom, p.section.FootAt+h)
	}
	s.crowded = s.crowded || page.Top+page.Bottom >= page.Height || head > page.Height
	return page
}

// height returns the height of a header or footer.
func (s *sectionSetter) height(p sectionPage, blocks []flow.Block) float64 {
	if len(blocks) == 0 {
		return 0
	}
	h, known := s.heights[&blocks[0]]
	if !known {
		h = stackHeight(s.marginal(p, blocks))
		s.heights[&blocks[0]] = h
	}
	return h
}

// marginal sets a header or footer.
func (s *sectionSetter) marginal(p sectionPage, blocks []flow.Block) []strip {
	s.cutter.page, s.cutter.pages, s.cutter.numerals = p.number, s.count(), p.section.Number
	inner := s.within(0, p.section.Page.TextWidth())
	inner.blocks(&Element{}, blocks)
	s.cutter.page, s.cutter.pages, s.cutter.numerals = 0, 0, nil
	return inner.strips
}

// marginals adds the header and the footer of a page, which are not content
// (ISO 14289-1, 7.8).
func (s *sectionSetter) marginals(page *Page, i int) {
	p := s.pages[i]
	p.frame(page)
	for at, blocks := range [][]flow.Block{p.choose(p.section.Heads), p.choose(p.section.Feet)} {
		if len(blocks) == 0 {
			continue
		}
		var whole strip
		strips := s.marginal(p, blocks)
		whole.stack(strips)
		size := page.Size
		size.Top = p.section.HeadAt
		if at == 1 {
			size.Top = page.Size.Height - p.section.FootAt - stackHeight(strips)
		}
		behind, made := Page{Size: size}, Page{Size: size}
		for _, f := range whole.floats { // Word draws watermarks behind the text
			behind.place(f)
		}
		for j := range behind.Pictures {
			behind.Pictures[j].Behind = true
		}
		for j := range behind.Fills {
			behind.Fills[j].Behind = true
		}
		whole.floats = nil
		made.settle(whole)
		for _, one := range []*Page{&behind, &made} {
			one.detach()
			s.repeated += len(one.Lines) + len(one.Rules) + len(one.Fills) + len(one.Pictures)
		}
		behind.join(*page)
		behind.join(made)
		page.Lines, page.Rules, page.Fills, page.Pictures = behind.Lines, behind.Rules, behind.Fills, behind.Pictures
	}
}

// settle puts the content of a strip on a page, with its footnotes and floats.
func (p *Page) settle(whole strip) {
	inner := Page{Size: p.Size}
	inner.take(whole)
	inner.shift(p.Size.Left, p.Size.Top)
	if len(whole.notes) > 0 {
		inner.foot(whole.notes)
	}
	behind := Page{Size: p.Size}
	for _, f := range whole.floats {
		behind.place(f)
	}
	p.join(behind)
	p.join(inner)
}

// foot puts footnotes at the bottom of the text.
func (p *Page) foot(notes []strip) {
	above := notes[0].separator()
	whole := strip{rules: []Rule{{X2: noteLength, Width: noteRule, Y1: above.line, Y2: above.line}}}
	if notes[0].carried {
		whole.rules[0].X2 = p.Size.TextWidth()
	}
	var text strip
	text.stack(notes)
	whole.put(text, above.height)
	under, y := Page{Size: p.Size}, p.Size.Height-p.Size.Bottom-notesHeight(notes, true)
	under.take(whole)
	under.shift(p.Size.Left, y)
	p.join(under)
	p.placeInside(whole.floats, p.Size.Left, y)
}

// detach makes everything on a page an artifact.
func (p *Page) detach() {
	for i := range p.Lines {
		for j := range p.Lines[i].Runs {
			p.Lines[i].Runs[j].Element = nil
		}
	}
	for i := range p.Pictures {
		p.Pictures[i].Element = nil
	}
}

// align moves the content of a page down where there is free height below it
// (ECMA-376-1, 17.6.23).
func (s *strip) align(down flow.Align, free float64) {
	switch down {
	case flow.Center:
		free /= 2
	case flow.Right:
	default:
		return
	}
	page := Page{Lines: s.lines, Rules: s.rules, Fills: s.fills, Pictures: s.pictures}
	page.shift(0, free)
	for i := range s.floats {
		s.floats[i].top += free
	}
}

// moved returns a copy of a strip that is shifted to the right.
func (s strip) moved(by float64) strip {
	s = s.filled()
	page := Page{Lines: slices.Clone(s.lines), Rules: slices.Clone(s.rules), Fills: slices.Clone(s.fills),
		Pictures: slices.Clone(s.pictures)}
	for i := range page.Lines {
		page.Lines[i].Runs = slices.Clone(page.Lines[i].Runs)
	}
	page.shift(by, 0)
	s.lines, s.rules, s.fills, s.pictures = page.Lines, page.Rules, page.Fills, page.Pictures
	s.floats = slices.Clone(s.floats)
	for i := range s.floats {
		f := &s.floats[i]
		if f.left += by; !f.earlier {
			f.right += by
		}
	}
	return s
}

// fallen returns a strip at the top of a page or column, where there is no space above it.
func (s strip) fallen() strip {
	if len(s.floats) == 0 {
		return s
	}
	s.floats = slices.Clone(s.floats)
	for i := range s.floats {
		if f := &s.floats[i]; f.top == 0 {
			f.rise = 0
		}
	}
	return s
}
