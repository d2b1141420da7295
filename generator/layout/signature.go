package layout

import (
	"protokol/generator/document"
	"protokol/generator/style"
)

// signatureLine sets a signature: the position wraps at its own width, the
// name ends at the right margin on the position's last line (ГОСТ Р 7.0.97,
// 5.22). Signatures that follow one another stay on one page.
func (s *setter) signatureLine(e *Element, b document.Signature, first, follows bool) {
	look := s.sheet.Signature
	st := s.style(look.Style)
	st.Align, st.KeepLines, st.KeepNext = style.Left, true, follows
	st.Before = look.Between
	if first {
		st.Before = look.Before
	}
	room := frame{right: min(s.width, look.Position*mm)}
	lines := breakLines(words(b.Position, s.family, st.Size, lookOf(st, e)), room, style.Left)
	name := words([]document.Inline{document.Text{Value: b.Name}}, s.family, st.Size, lookOf(st, e))
	_, width := fit(name, s.width)
	signed := setLine(name, width, 0, s.width, style.Right, true)
	if len(lines) == 0 {
		lines = []Line{{}}
	}
	last := &lines[len(lines)-1]
	if n := len(last.Runs); n > 0 {
		last.Runs[n-1].Text += " " // for those who hear the line or copy it
	}
	last.Runs = append(last.Runs, signed.Runs...)
	strips := s.linesToStrips(lines, st)
	for i := range strips {
		strips[i].signature = true
	}
	s.push(strips)
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
