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

// box returns the rules of a box for letters of a size.
func box(left, right, baseline, size float64) []Rule {
	top, bottom := baseline-boxTop*size, baseline+boxBottom*size
	return []Rule{{left, top, right, top, boxRule}, {left, bottom, right, bottom, boxRule},
		{left, top, left, bottom, boxRule}, {right, top, right, bottom, boxRule}}
}
