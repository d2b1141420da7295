package layout

import (
	"slices"
	"strings"

	"protokol/generator/document"
	"protokol/generator/internal/font"
	"protokol/generator/style"
)

// settle returns a copy of the document in which the position of every
// signature is broken into lines no wider than the sheet allows. It is done on
// the tree, because Word has no paragraph whose text wraps early and whose tab
// still reaches the margin: from compatibility mode 15 on, a tab stop past the
// right indent is ignored.
func settle(doc *document.Document, sheet *style.Sheet, family *font.Family) *document.Document {
	settled := *doc
	settled.Blocks = slices.Clone(doc.Blocks)
	st := sheet.Styles[sheet.Signature.Style]
	for i, block := range settled.Blocks {
		if b, ok := block.(document.Signature); ok {
			b.Position = breakPosition(b.Position, sheet.Signature.Position*mm, st, family)
			settled.Blocks[i] = b
		}
	}
	return &settled
}

// breakPosition breaks a plain text into lines; one with marks inside is left
// to its author.
func breakPosition(position []document.Inline, width float64, st style.Style, family *font.Family) []document.Inline {
	if len(position) != 1 {
		return position
	}
	if _, plain := position[0].(document.Text); !plain {
		return position
	}
	found := unbroken(words(position, family, st.Size, lookOf(st, nil)), width)
	var broken []document.Inline
	for i, line := range breakLines(found, frame{right: width}, style.Left) {
		if i > 0 {
			broken = append(broken, document.Break{})
		}
		broken = append(broken, document.Text{Value: line.Text()})
	}
	return broken
}

// unbroken joins the parts of a hyphenated word, unless they exceed the width:
// a line ended by hand inside a word would not flow back when it is edited.
func unbroken(found []word, width float64) []word {
	var joined []word
	for _, w := range found {
		if n := len(joined); n > 0 && joined[n-1].space == 0 && !joined[n-1].ends && joined[n-1].width+w.width <= width {
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

// signatureLine sets a signature: the name ends at the right margin on the
// last line of the position (ГОСТ Р 7.0.97, 5.22). What follows it at once
// stays on its page.
func (s *setter) signatureLine(e *Element, b document.Signature, first, follows bool) {
	look := s.sheet.Signature
	st := s.style(look.Style)
	st.Align, st.KeepLines, st.KeepNext = style.Left, true, follows
	st.Before = look.Between
	if first {
		st.Before = look.Before
	}
	lines := breakLines(s.words(b.Position, st.Size, lookOf(st, e)), frame{right: s.width}, style.Left)
	name := s.words([]document.Inline{document.Text{Value: b.Name}}, st.Size, lookOf(st, e))
	_, width := fit(name, s.width)
	signed := setLine(name, width, 0, s.width, style.Right, true)
	if len(lines) == 0 {
		lines = []Line{{}}
	}
	last := &lines[len(lines)-1]
	if n := len(last.Runs); n > 0 {
		last.Runs[n-1].Text += " " // for those who hear the line or copy it
	}
	if b.Field != "" {
		last.Runs = append(last.Runs, s.signatureField(e, b, lines, s.width-width, st))
	}
	last.Runs = append(last.Runs, signed.Runs...)
	strips := s.linesToStrips(lines, st)
	for i := range strips {
		strips[i].signature = true
	}
	s.push(strips)
}

// An electronic signature shows itself in a frame between the position and the
// name (ГОСТ Р 7.0.97, 5.23): as wide as its words ask for, not higher than the
// space that stands free above the line. All in points.
const (
	fieldWidth  = 215
	fieldNarrow = 100 // less is too little for the words
	fieldHeight = 48
	fieldDepth  = 5 // below the baseline
	fieldAir    = 8 // beside the position and the name, and above
)

// signatureField is the place where the signature goes: lines are those of the
// position, right is where the name begins. When both are too long to leave
// room between them, the place is above the name.
func (s *setter) signatureField(e *Element, b document.Signature, lines []Line, right float64, st style.Style) Run {
	left := 0.0
	for _, line := range lines {
		if n := len(line.Runs); n > 0 {
			left = max(left, line.Runs[n-1].X+line.Runs[n-1].Width)
		}
	}
	left, right = left+fieldAir, right-fieldAir
	height, baseline := s.lineHeight(st)
	free := st.Before + float64(len(lines)-1)*height + baseline - fieldAir
	rise := -float64(fieldDepth)
	if right-left < fieldNarrow {
		right, rise = s.width, baseline
	}
	field := e.add("Form")
	// The words are true before and after: who signs may not change them, for
	// that breaks the signatures that are there (ISO 32000-1, 12.8.2.2).
	field.Field = &Field{Name: b.Field, Kind: SignatureField, Rise: rise, Tooltip: "Электронная подпись: " +
		strings.ReplaceAll(document.InlineText(b.Position), "\n", " ") + ", " + b.Name}
	width := min(right-left, fieldWidth)
	middle := (s.width - width) / 2 // so that the places of several signatures stand below one another
	return Run{X: min(max(middle, left), right-width), Width: width, Size: min(free-rise, fieldHeight), Element: field, Mark: FormField}
}

func lookOf(st style.Style, e *Element) look { return look{st.Bold, st.Italic, e} }

// signature is the index of the first signature's strip, or -1.
func (s *setter) signature() int {
	for i := range s.strips {
		if s.strips[i].signature {
			return i
		}
	}
	return -1
}

// bindSignature glues whole paragraphs before the first signature to it until
// at least the given number of lines stands with it, and returns how many
// paragraphs that took. A paragraph longer than half a page is not moved
// whole: its last lines are bound and the rest may stay behind.
func (s *setter) bindSignature(lines int) (paragraphs int) {
	at := s.signature()
	if at <= 0 || lines == 0 {
		return 0
	}
	limit := s.sheet.Page.TextHeight() * mm / 2
	height, bound := 0.0, 0
	for i := at - 1; i >= 0 && !s.strips[i+1].newPage; i-- {
		begins := i == 0 || s.strips[i-1].ends
		s.strips[i].glued = true
		height += s.strips[i].height
		bound++
		if begins {
			paragraphs++
		}
		if bound >= lines && (begins || height > limit) {
			break
		}
	}
	return paragraphs
}
