package layout

import (
	"regexp"
	"slices"
	"strings"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/font"
)

// Signer is a person who is expected to sign a Word paper.
type Signer struct{ Position, Name, Field string }

// signLine is a place to sign on paper: a line of underscores.
var signLine = regexp.MustCompile(`_{5,}`)

// minGap is the least free space between a position and a name that is a place for
// a signature, pt.
const minGap = 50

// SignHere adds fields for electronic signatures to the lines of a Word paper that
// have a position, a place to sign and a name, and to lines with the position of a
// signer and a place to sign. Tables of data have none.
func (r *Result) SignHere(signers []Signer, family *font.Family) {
	s := &signing{signers: signers, family: family, skipLeaders: r.SkipLeaders,
		data: map[*Element]bool{}, used: map[string]bool{}}
	s.signStated(r.Pages)
	s.findData(r.Structure, false)
	for i := range r.Pages {
		s.page(&r.Pages[i])
	}
}

// signing is the state of SignHere.
type signing struct {
	signers []Signer
	family  *font.Family
	data    map[*Element]bool // elements in tables of data
	used    map[string]bool   // names of fields
	number  int

	stated map[*Line]bool // lines with places of signatures that the template names
	done   []Signer       // who signs there

	skipLeaders bool
}

// findData finds the elements in tables of data.
func (s *signing) findData(e *Element, inside bool) {
	if inside = inside || e.Role == flow.TableOf; inside {
		s.data[e] = true
	}
	for _, kid := range e.Kids {
		s.findData(kid, inside)
	}
}

// sameRow is the distance of baselines of one visual line, pt.
const sameRow = 2

// page adds the fields of a page. Cells of a row of a table are lines of their own.
func (s *signing) page(page *Page) {
	taken := make([]bool, len(page.Lines))
	var row []*Line
	for i := range page.Lines {
		if taken[i] {
			continue
		}
		row = row[:0]
		for j := i; j < len(page.Lines); j++ {
			distance := page.Lines[j].Baseline - page.Lines[i].Baseline
			if !taken[j] && distance > -sameRow && distance < sameRow {
				taken[j] = true
				row = append(row, &page.Lines[j])
			}
		}
		if len(row) == 1 && row[0].isPlain() {
			continue
		}
		var pieces []rowPiece
		for _, line := range row {
			pieces = append(pieces, s.pieces(line)...)
		}
		slices.SortStableFunc(pieces, func(a, b rowPiece) int { return int(10 * (a.x - b.x)) })
		s.row(pieces)
	}
}

// isPlain reports whether a line is one text without separators, in which nobody signs.
func (l *Line) isPlain() bool {
	return len(l.Runs) == 0 || len(l.Runs) == 1 && separators(l.Runs[0].Text) == nil
}

// rowPiece is a part of a visual line: words, or a place to sign.
type rowPiece struct {
	x, width float64
	text     string
	here     bool // a line of underscores
	dotted   bool // after a tab with dots
	size     float64
	line     *Line
	element  *Element
}

// pieces returns the parts of a line; words near each other are one part.
func (s *signing) pieces(line *Line) (list []rowPiece) {
	if s.stated[line] {
		return nil
	}
	dotted := false
	for i := range line.Runs {
		r := &line.Runs[i]
		if s.data[r.Element] || r.Kind == FormField || r.Element == nil && s.skipLeaders {
			return nil
		}
		if r.Element == nil || r.Kind != Letters || strings.TrimSpace(r.Text) == "" {
			// the leader of a tab, or in a header
			dotted = dotted || r.Element == nil && r.Kind == Letters && !strings.HasPrefix(r.Text, "_")
			continue
		}
		cut := s.cut(r, line)
		if len(cut) > 0 {
			cut[0].dotted, dotted = dotted, false
		}
		list = append(list, cut...)
	}
	return list
}

// cut divides a run at lines of underscores, and at wide spaces.
func (s *signing) cut(r *Run, line *Line) (list []rowPiece) {
	face := s.family.At(r.Face)
	add := func(from, to int, here bool) {
		text := r.Text[from:to]
		if trimmed := strings.TrimLeft(text, " \u00a0"); !here {
			from += len(text) - len(trimmed)
			text = strings.TrimRight(trimmed, " \u00a0")
		}
		if text != "" {
			list = append(list, rowPiece{x: r.X + r.TextWidth(r.Text[:from], face), width: r.TextWidth(text, face),
				text: text, here: here, size: r.Size, line: line, element: r.Element})
		}
	}
	at := 0
	for _, m := range separators(r.Text) {
		add(at, m[0], false)
		if strings.HasPrefix(r.Text[m[0]:], "_") {
			add(m[0], m[1], true)
		}
		at = m[1]
	}
	add(at, len(r.Text), false)
	return list
}

// wide matches the separators between the parts of a line.
var wide = regexp.MustCompile(signLine.String() + `|[ \x{a0}]{8,}`)

// separators returns the ranges of a text that separate its parts.
func separators(text string) [][]int {
	if !strings.Contains(text, "_____") && !strings.Contains(text, "    ") && !strings.Contains(text, "\u00a0\u00a0") {
		return nil
	}
	return wide.FindAllStringIndex(text, -1)
}

// row adds the field of a visual line.
func (s *signing) row(pieces []rowPiece) {
	if !signable(pieces) {
		return
	}
	pieces = joined(pieces)
	for i, p := range pieces {
		if !p.here && (i == 0 || pieces[i-1].here || !p.isFarFrom(&pieces[i-1])) {
			continue
		}
		before, after := "", ""
		if i > 0 && !pieces[i-1].here && !isName(pieces[i-1].text) {
			before = pieces[i-1].text
		}
		if p.here {
			if i+1 < len(pieces) {
				after = pieces[i+1].text
			}
			if who, ok := s.who(before, after, isName(after)); ok {
				s.place(p, p.x, p.x+p.width, who)
			}
			continue
		}
		if !s.signs(before, p.text) || p.dotted && !s.signsBehindDots(before, p.text) {
			continue
		}
		if who, ok := s.who(before, p.text, true); ok {
			s.place(pieces[i-1], pieces[i-1].x+pieces[i-1].width+fieldAir, p.x-fieldAir, who)
		}
	}
}

// isFarFrom reports whether there is room to sign between a part of a line and the one before.
func (p *rowPiece) isFarFrom(before *rowPiece) bool { return p.x-before.x-before.width >= minGap }

// signable reports whether there is room to sign in a visual line.
func signable(pieces []rowPiece) bool {
	for i, p := range pieces {
		if p.here || i > 0 && p.isFarFrom(&pieces[i-1]) {
			return true
		}
	}
	return false
}

// joined joins words that are nearer to each other than a wide space.
func joined(pieces []rowPiece) (list []rowPiece) {
	for _, p := range pieces {
		if n := len(list); n > 0 && !p.here && !list[n-1].here && p.x-list[n-1].x-list[n-1].width < 2*p.size {
			last := &list[n-1]
			if p.x-last.x-last.width > 0.1*p.size {
				last.text += " "
			}
			last.text, last.width = last.text+p.text, p.x+p.width-last.x
			continue
		}
		list = append(list, p)
	}
	return list
}

// isPosition reports whether a text can be the position of a person who signs.
func isPosition(text string) bool {
	return len([]rune(text)) > 3 && !strings.HasSuffix(text, ":") && !strings.ContainsAny(text, "0123456789№")
}

// who returns the signer of a line with a place to sign. It is named if the name is one.
func (s *signing) who(position, name string, named bool) (Signer, bool) {
	if named && slices.ContainsFunc(s.done, func(known Signer) bool { return sameName(known.Name, name) }) {
		return Signer{}, false
	}
	for _, known := range s.signers {
		if s.used[known.Field] {
			continue
		}
		if named && sameName(known.Name, name) ||
			!named && samePosition(letters(position), letters(known.Position)) {
			return known, true
		}
	}
	if strings.ContainsAny(position, "0123456789№") {
		position = ""
	}
	return Signer{Position: strings.Trim(plain(position), " :,"), Name: strings.Trim(plain(name), "/() ,;")}, named
}

// samePosition reports whether a line begins with the position of a signer, perhaps
// shortened, or ends with it.
func samePosition(line, position string) bool {
	return len([]rune(line)) >= 5 && position != "" &&
		(strings.HasPrefix(position, line) || strings.HasPrefix(line, position) || strings.HasSuffix(line, position))
}

func plain(text string) string { return strings.TrimSpace(strings.ReplaceAll(text, "\u00a0", " ")) }

// letters returns the letters of a name or position, for comparison.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \u00a0./(),:;", r) {
			return -1
		}
		return r
	}, strings.ToLower(text))
}

// signHeight is the height of a field for a signature, pt.
const signHeight = 28

// place adds a field to the line of a part, from left to right.
func (s *signing) place(p rowPiece, left, right float64, who Signer) {
	name := who.Field
	for name == "" || s.used[name] {
		s.number++
		name = "signer" + string(rune('0'+s.number/10%10)) + string(rune('0'+s.number%10))
	}
	s.used[name] = true
	about := strings.TrimSpace(strings.Join([]string{plain(who.Position), plain(who.Name)}, " "))
	s.frame(p, left, right, signHeight,
		&flow.Field{Name: name, Kind: SignatureField, Tooltip: "Электронная подпись: " + about})
}

// frame adds the frame of a field to the line of a part.
func (s *signing) frame(p rowPiece, left, right, height float64, widget *flow.Field) {
	field := p.element.add(flow.Form)
	field.Field = &Field{Field: widget, Size: p.size, Rise: signatureRise}
	width := min(right-left, fieldWidth)
	p.line.Runs = append(p.line.Runs, Run{Kind: FormField, X: (left + right - width) / 2, Width: width,
		Size: height, Element: field})
}
