package svg

import (
	"cmp"
	"strconv"
	"strings"
	"unicode/utf8"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
	"protokol/generator/internal/layout"
)

// Face is a face as CSS names it.
type Face struct {
	Family       string
	Bold, Italic bool
}

// FaceOf returns the name of a face of a family.
func FaceOf(family *font.Family, index int) Face {
	face := family.At(index)
	return Face{Family: face.Family, Bold: face.Bold, Italic: face.ItalicAngle != 0}
}

// attributes returns the attributes that select a face. Its name needs no quotes:
// it consists of words.
func (f Face) attributes() string {
	list := ` font-family="` + string(appendEscaped(nil, f.Family)) + `"`
	if f.Bold {
		list += ` font-weight="bold"`
	}
	if f.Italic {
		list += ` font-style="italic"`
	}
	return list
}

// textTag begins an element with text. Chromium keeps spaces only if the element
// itself says so.
const textTag = `<text xml:space="preserve"`

// line draws a line of text and the marks of its runs.
func (p *painter) line(line *layout.Line) {
	if line.Turn != flow.NoTurn {
		frame := "0 -1 1 0 "
		if line.Turn == flow.TurnDown {
			frame = "0 1 -1 0 "
		}
		p.buf = append(append(p.buf, `<g transform="matrix(`...), frame...)
		p.buf = append(appendNumber(p.buf, line.AtX), ' ')
		p.buf = append(appendNumber(p.buf, line.AtY), `)">`...)
		defer func() { p.buf = append(p.buf, "</g>\n"...) }()
	}
	if line.Cut { // an inner drawing shows nothing outside of its area
		p.buf = append(p.buf, `<svg width="100%"`...)
		p.attribute("height", line.Baseline+line.Depth, "")
		p.buf = append(p.buf, '>')
		defer func() { p.buf = append(p.buf, "</svg>\n"...) }()
	}
	open := false
	for i := range line.Runs {
		r := &line.Runs[i]
		if open && (r.Kind != layout.Letters || r.Scale != line.Runs[i-1].Scale) {
			p.buf, open = append(p.buf, "</text>\n"...), false
		}
		switch r.Kind {
		case layout.Letters:
			if !open {
				open = true
				p.text(line.Baseline, r.Scale)
			}
			p.run(r, i == len(line.Runs)-1 && !line.Divided && !line.Joined)
		case layout.EmptyBox, layout.CheckedBox, layout.CrossedBox, layout.PostalDigit:
			p.symbol(r, line.Baseline)
		case layout.WritingLine:
			p.writingLine(r, line.Baseline)
		case layout.FormField:
			p.field(r, line.Baseline)
		case layout.TabStop, layout.Image: // drawn as rules and pictures
		default:
			panic("svg: unknown kind of run")
		}
	}
	if open {
		p.buf = append(p.buf, "</text>\n"...)
	}
}

// text begins an element with text, whose letters may be wider by a scale. Browsers differ
// in what textLength does, so that the whole element is transformed.
func (p *painter) text(baseline, scale float64) {
	p.buf = append(p.buf, textTag...)
	if scale > 0 {
		p.buf = append(appendNumber(append(p.buf, ` transform="scale(`...), scale), " 1)\""...)
	}
	p.attribute("y", baseline, "")
	p.buf = append(p.buf, '>')
}

// run draws the text of a run as parts of one origin. A space at the end of a line
// keeps words apart when lines are copied.
func (p *painter) run(r *layout.Run, spaced bool) {
	link := r.Element != nil && r.Element.Role == flow.LinkOf && r.Element.Target != ""
	if link {
		p.quoted("<a target=\"_blank\" rel=\"noopener noreferrer\" href", r.Element.Target)
		p.buf = append(p.buf, '>')
	}
	spans, at, x := p.origins.Of(r), 0, r.X
	for len(spans) > 0 {
		s := spans[0]
		n := 1
		for n < len(spans) && continues(&s, &spans[n]) {
			s.End, s.To = spans[n].End, spans[n].To
			n++
		}
		spans = spans[n:]
		if len(s.Origin.Keys) == 0 || s.Start < at {
			continue
		}
		x = p.part(r, x, at, s.Start, nil, false)
		x = p.part(r, x, s.Start, s.End, &s, spaced && s.End == len(r.Text))
		at = s.End
	}
	p.part(r, x, at, len(r.Text), nil, spaced)
	if link {
		p.buf = append(p.buf, "</a>"...)
	}
}

// continues reports whether a span continues another one in the same value, which
// corrected spaces divide.
func continues(s, next *flow.Span) bool {
	return s.Origin == next.Origin && s.Origin.Kind == document.Value && s.End == next.Start && s.To == next.From
}

// part draws the bytes of a run from from to to and returns their right edge.
func (p *painter) part(r *layout.Run, x float64, from, to int, s *flow.Span, spaced bool) float64 {
	if from >= to {
		return x
	}
	text, scale := r.Text[from:to], cmp.Or(r.Scale, 1)
	p.buf = append(p.buf, "<tspan"...)
	p.attribute("x", x/scale, "")
	p.buf = append(p.buf, p.faces[r.Face]...)
	p.attribute("font-size", r.Size, "")
	if r.Gap != 0 && strings.ContainsAny(text, " \u00a0") {
		p.attribute("word-spacing", r.Gap/scale, "")
	}
	if s != nil {
		p.origin(s)
	}
	p.buf = appendLetters(append(p.buf, '>'), text)
	if spaced {
		p.buf = append(p.buf, ' ')
	}
	p.buf = append(p.buf, "</tspan>"...)
	if to == len(r.Text) {
		return r.X + r.Width
	}
	return x + r.TextWidth(text, p.family.At(r.Face))
}

// appendLetters appends the text that draws a text: browsers show no soft hyphens,
// and the faces have no non-breaking ones.
func appendLetters(b []byte, text string) []byte {
	if strings.Contains(text, "\u2011") || strings.Contains(text, "\u00ad") {
		text = strings.Map(font.Substitute, text)
	}
	return appendEscaped(b, text)
}

// origin appends the attributes for the origin of a text.
func (p *painter) origin(s *flow.Span) {
	if len(s.Origin.Keys) == 0 {
		return
	}
	p.buf = append(p.buf, ` data-key="`...)
	for i, key := range s.Origin.Keys {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		if strings.IndexByte(key, ' ') >= 0 {
			key = strings.ReplaceAll(key, " ", "%20")
		}
		p.buf = appendEscaped(p.buf, key)
	}
	p.buf = append(p.buf, '"')
	if s.Origin.Kind == document.Value {
		p.buf = strconv.AppendInt(append(p.buf, ` data-from="`...), int64(s.From), 10)
		p.buf = strconv.AppendInt(append(p.buf, `" data-to="`...), int64(s.To), 10)
		p.buf = append(p.buf, '"')
	}
}

// symbol draws a shape with the character that it stands for, which can be selected.
func (p *painter) symbol(r *layout.Run, baseline float64) {
	p.buf = append(p.buf, "<g"...)
	if spans := p.origins.Of(r); len(spans) > 0 {
		p.origin(&spans[0])
	}
	p.buf = append(p.buf, '>')
	p.shape(r, r.X, baseline)
	p.buf = append(append(p.buf, textTag...), ` fill="none"`...)
	p.attribute("x", r.X, "")
	p.attribute("y", baseline, "")
	p.buf = append(p.buf, p.faces[r.Face]...)
	p.attribute("font-size", r.Size, "")
	p.buf = append(appendEscaped(append(p.buf, '>'), r.Text), "</text></g>\n"...)
}

// plain draws a text in the regular face and the fallback faces behind it.
func (p *painter) plain(text string, x, baseline, size float64) {
	p.buf = append(p.buf, textTag...)
	p.attribute("x", x, "")
	p.attribute("y", baseline, "")
	p.attribute("font-size", size, "")
	p.buf = append(p.buf, '>')
	for text != "" {
		r, _ := utf8.DecodeRuneInString(text)
		index, _ := p.family.Find(r, 0)
		end := strings.IndexFunc(text, func(r rune) bool { i, _ := p.family.Find(r, 0); return i != index })
		if end < 0 {
			end = len(text)
		}
		p.buf = append(append(append(p.buf, "<tspan"...), p.faces[index]...), '>')
		p.buf = append(appendLetters(p.buf, text[:end]), "</tspan>"...)
		text = text[end:]
	}
	p.buf = append(p.buf, "</text>\n"...)
}
