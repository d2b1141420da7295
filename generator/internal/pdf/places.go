package pdf

import (
	"protokol/generator/internal/cos"
	"protokol/generator/internal/layout"
)

// findPlaces finds where on the pages the elements are to which links lead.
func (s *structure) findPlaces(pages []layout.Page) {
	if !s.linked {
		return
	}
	s.places = map[string]*bookmark{}
	for i := range pages {
		for _, line := range pages[i].Lines {
			for _, run := range line.Runs {
				_, baseline := line.OnPage(run.X, line.Baseline)
				top := pages[i].Size.Height - baseline + run.Size
				for n := s.nodes[run.Element]; n != nil && !n.placed; n = n.parent {
					n.placed = true // and so is what it is in
					s.addPlaces(n.Element, i, top)
				}
			}
		}
	}
}

// addPlaces notes the position of an element, unless it began before.
func (s *structure) addPlaces(e *layout.Element, page int, top float64) {
	for _, name := range e.Places {
		if s.places[name] == nil {
			s.places[name] = &bookmark{element: e, page: page, top: top}
		}
	}
}

// target returns the entries of a link to a place; one that no page shows is at the
// beginning of the paper.
func (s *structure) target(name string, pages []cos.Ref) cos.Entries {
	to := s.places[name]
	if to == nil {
		to = &bookmark{element: s.root, whole: true}
	}
	o := outlineWriter{pages: pages}
	if s.profile.isPDF2() {
		o.element = func(b *bookmark) cos.Ref { return s.nodes[b.element].ref }
	}
	return o.target(to)
}
