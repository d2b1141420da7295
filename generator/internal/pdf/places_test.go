package pdf

import (
	"fmt"
	"testing"
	"time"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
)

// TestManyPlaces: an element with many places and many links is at the top of its first
// piece, found in a time that does not grow with their product.
func TestManyPlaces(t *testing.T) {
	const count = 30_000
	root := &layout.Element{Role: "Document"}
	p := &layout.Element{Role: flow.P}
	root.Kids = []*layout.Element{p}
	pages := []layout.Page{{}, {}}
	for i := range count {
		p.Places = append(p.Places, fmt.Sprint(i))
		link := &layout.Element{Role: flow.LinkOf}
		p.Kids = append(p.Kids, link)
		page := &pages[i*2/count]
		page.Lines = append(page.Lines, layout.Line{Baseline: float64(-i), Runs: []layout.Run{{Element: link}}})
	}
	s := newStructure(root, A3a)
	s.linked = true
	begun := time.Now()
	s.findPlaces(pages)
	if spent := time.Since(begun); spent > 5*time.Second {
		t.Error("it takes", spent)
	}
	for _, name := range p.Places {
		if at := s.places[name]; at == nil || at.page != 0 || at.top != 0 || at.element != p {
			t.Fatalf("place %s is at %+v", name, at)
		}
	}
}
