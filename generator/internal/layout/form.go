package layout

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
