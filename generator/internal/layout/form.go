package layout

import (
	"protokol/generator/document"
	"protokol/generator/internal/font"
)

// foot sets what stands at the foot of the page the text ends on. It stays with
// what stands above it and never stands alone.
func (s *setter) foot(e *Element, b document.Foot) {
	inner := setter{sheet: s.sheet, family: s.family, hand: s.hand, width: s.width}
	inner.blocks(e, b.Blocks, 0)
	whole := strip{ends: true, foot: true, height: stackHeight(inner.strips)}
	whole.stack(inner.strips)
	if n := len(s.strips); n > 0 {
		s.strips[n-1].glued = true
	}
	s.push([]strip{whole})
}

// nbsp is a quarter of an em, as wide as half a digit.
const nbsp = "\u00a0"

// boxes sets a row of boxes as text: each an em wide with a digit in the
// middle, a quarter of an em between them. Word draws borders around the same
// letters.
func (t *typesetter) boxes(b document.Boxes, l look) {
	if b.Field.Name != "" {
		t.comb(b, l)
		return
	}
	if b.Postal {
		t.postal(b, l)
		return
	}
	for i, sign := range b.Signs() {
		if i > 0 {
			t.text(nbsp, l)
		}
		if sign == "" {
			sign = nbsp + nbsp
		}
		first := len(t.all)
		t.text(nbsp+sign+nbsp, l)
		for j := first; j < len(t.all); j++ {
			t.all[j].Boxed = true
		}
	}
}

// postalStep is from one digit of an index to the next, in ems: of 10 mm, as
// high as a digit is (ГОСТ Р 51506, код на конверте: цифры 5 × 10 мм через 4 мм).
const postalStep = 0.9

// postal sets the digits of an index. A place without one stays empty.
func (t *typesetter) postal(b document.Boxes, l look) {
	for _, sign := range b.Signs() {
		if sign < "0" || sign > "9" {
			sign = nbsp
		}
		t.push(t.fragment(Run{Mark: PostalDigit, Text: sign, Width: t.size * postalStep}, font.Index(l.bold, l.italic), l))
	}
}

// boxRule is how thick the sides of a box are, pt.
const boxRule = 0.5

// A box is as high as the letters of Times go up and down, in ems.
const boxTop, boxBottom = 0.9, 0.22

// frames are the rules around the runs that stand in boxes, around the places
// of a comb, and below places for words.
func frames(lines []Line) (rules []Rule) {
	for _, l := range lines {
		for _, r := range l.Runs {
			switch {
			case r.Boxed:
				rules = append(rules, box(r.X, r.X+r.Width, l.Baseline, r.Size)...)
			case r.Mark == FormField && r.Element.Field.Kind == CombField:
				em := r.Element.Field.Size
				for i := range r.Element.Field.Most {
					left := r.X + (float64(i)*combStep+combAir)*em
					rules = append(rules, box(left, left+em, l.Baseline, em)...)
				}
			case r.Mark == FormField && r.Element.Field.Ruled:
				rules = append(rules, Rule{r.X, l.Baseline + 1, r.X + r.Width, l.Baseline + 1, boxRule})
			}
		}
	}
	return rules
}

// box is the rules of one box for letters of a size.
func box(left, right, baseline, size float64) []Rule {
	top, bottom := baseline-boxTop*size, baseline+boxBottom*size
	return []Rule{{left, top, right, top, boxRule}, {left, bottom, right, bottom, boxRule},
		{left, top, left, bottom, boxRule}, {right, top, right, bottom, boxRule}}
}
