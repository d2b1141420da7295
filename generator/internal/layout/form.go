package layout

// boxRule is the thickness of the sides of a box, pt.
const boxRule = 0.5

// Height and depth of a box, in ems: those of letters in Times.
const boxTop, boxBottom = 0.9, 0.22

// frames returns the rules around boxed runs and comb cells, and below text
// fields.
func frames(lines []Line) (rules []Rule) {
	for _, l := range lines {
		for _, r := range l.Runs {
			switch {
			case r.Boxed:
				rules = append(rules, box(r.X, r.X+r.Width, l.Baseline, r.Size)...)
			case r.Kind == FormField && r.Element.Field.Kind == CombField:
				em := r.Element.Field.Size
				for i := range r.Element.Field.Most {
					left := r.X + (float64(i)*combStep+combAir)*em
					rules = append(rules, box(left, left+em, l.Baseline, em)...)
				}
			case r.Kind == FormField && r.Element.Field.Ruled:
				rules = append(rules, Rule{X1: r.X, Y1: l.Baseline + 1, X2: r.X + r.Width, Y2: l.Baseline + 1,
					Width: boxRule})
			}
		}
	}
	return rules
}

// box returns the rules of a box for letters of a size.
func box(left, right, baseline, size float64) []Rule {
	top, bottom := baseline-boxTop*size, baseline+boxBottom*size
	line := func(x1, y1, x2, y2 float64) Rule { return Rule{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: boxRule} }
	return []Rule{line(left, top, right, top), line(left, bottom, right, bottom),
		line(left, top, left, bottom), line(right, top, right, bottom)}
}
