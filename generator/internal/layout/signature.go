package layout

import (
	"slices"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// Wrap breaks a text into lines of some width. It breaks words at hyphens only
// when they are wider than a line: Word does not join a hyphenated word again
// when the text is edited.
func Wrap(text string, f flow.Font, width float64, family *font.Family) []string {
	found := (&cutter{family: family}).cut([]flow.Run{{Text: text, Font: f}}, nil)
	var lines []string
	for _, line := range breakLines(unbroken(found, width), frame{right: width}, flow.Left) {
		lines = append(lines, line.Text())
	}
	return lines
}

// unbroken joins the parts of hyphenated words up to the width.
func unbroken(found []word, width float64) []word {
	var joined []word
	for _, w := range found {
		if n := len(joined); n > 0 && joined[n-1].hyphenated() && joined[n-1].width+w.width <= width {
			last := &joined[n-1]
			last.fragments = append(slices.Clone(last.fragments), w.fragments...)
			last.width += w.width
			last.space, last.spaces, last.ends = w.space, w.spaces, w.ends
			continue
		}
		joined = append(joined, w)
	}
	return joined
}

// hyphenated reports whether a word continues after a hyphen.
func (w *word) hyphenated() bool { return w.space == 0 && !w.ends }

// signatureLine sets a signature: the name ends at the right margin, on the last
// line of the position (ГОСТ Р 7.0.97, 5.22).
func (s *setter) signatureLine(e *Element, b *flow.Signature) {
	p := &b.Position
	lines := breakLines(s.words(p.Runs, e), frame{right: s.right}, flow.Left)
	name := s.words(b.Name, e)
	_, width := fit(name, s.right)
	var signed Line
	if len(name) > 0 {
		signed = setLine(name, width, 0, s.right, flow.Right)
	}
	if len(lines) == 0 {
		lines = []Line{{}}
	}
	last := &lines[len(lines)-1]
	if n := len(last.Runs); n > 0 {
		last.Runs[n-1].Text += " " // separates the texts when the line is copied or read aloud
	}
	if b.Field != nil {
		last.Runs = append(last.Runs, s.signatureField(e, b, lines, s.right-width))
	}
	last.Runs = append(last.Runs, signed.Runs...)
	strips := s.linesToStrips(lines, p)
	for i := range strips {
		strips[i].signature = true
	}
	s.push(strips)
}

// Size of the frame of an electronic signature between the position and the name
// (ГОСТ Р 7.0.97, 5.23): as wide as its text, at most as high as the free space
// above the line. Points.
const (
	fieldWidth  = 215
	fieldNarrow = 100 // minimum for the text
	fieldHeight = 48
	fieldDepth  = 5 // below the baseline
	fieldAir    = 8 // margin beside the position and the name, and above
)

// signatureField returns the place of the signature. Lines are those of the
// position, right is the left edge of the name. When there is no room between
// them, the place is above the name.
func (s *setter) signatureField(e *Element, b *flow.Signature, lines []Line, right float64) Run {
	left := 0.0
	for _, line := range lines {
		if n := len(line.Runs); n > 0 {
			left = max(left, line.Runs[n-1].X+line.Runs[n-1].Width)
		}
	}
	left, right = left+fieldAir, right-fieldAir
	height, baseline := s.lineHeight(b.Position.Font, s.spacingOf(&b.Position))
	free := b.Position.Before + float64(len(lines)-1)*height + baseline - fieldAir
	rise := -float64(fieldDepth)
	if right-left < fieldNarrow {
		right, rise = s.right, baseline
	}
	field := e.add(flow.Form)
	field.Field = &Field{Field: b.Field, Rise: rise}
	width := min(right-left, fieldWidth)
	middle := (s.right - width) / 2 // aligns the places of several signatures
	return Run{Kind: FormField, X: min(max(middle, left), right-width), Width: width, Size: min(free-rise, fieldHeight),
		Element: field}
}

// signature returns the index of the strip of the first signature, or -1.
func (s *setter) signature() int {
	for i := range s.strips {
		if s.strips[i].signature {
			return i
		}
	}
	return -1
}

// text returns the end of the text above a signature, without the words that
// introduce it: «С уважением,» and the mark of attachments of a letter.
func (s *setter) text(signature int) int {
	for i := signature; i > 0; i-- {
		if p := s.strips[i-1].paragraph; p == nil || !p.Introduces {
			return i
		}
	}
	return 0
}

// bindSignature keeps whole paragraphs before the first signature with it, until
// at least the given number of lines is on its page, and returns the number of
// paragraphs and rows of tables. Of a paragraph longer than half a page only the last lines are
// kept.
func (s *setter) bindSignature(lines int) (paragraphs int) {
	at := s.signature()
	if at <= 0 || lines == 0 {
		return 0
	}
	limit := s.paper.Page.TextHeight() / 2
	height, bound, end := 0.0, 0, s.text(at)
	for i := at - 1; i >= 0 && !s.strips[i+1].newPage; i-- {
		begins := i == 0 || s.strips[i-1].ends
		s.strips[i].glued = true
		height += s.strips[i].height
		if i < end {
			bound++
		}
		if begins {
			paragraphs++
		}
		if bound >= lines && (begins || height > limit) {
			break
		}
	}
	return paragraphs
}
