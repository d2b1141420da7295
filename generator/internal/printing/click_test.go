package printing

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/layout"
)

// place is the middle of a word on a page.
type place struct {
	page int
	x, y float64 // points from the left and the upper edge
}

// find returns the position of words within a run.
func find(t *testing.T, press *Press, paper *Paper, words string) place {
	t.Helper()
	for n, page := range paper.Layout.Pages {
		for _, line := range page.Lines {
			for i := range line.Runs {
				run := &line.Runs[i]
				at := strings.Index(run.Text, words)
				if at < 0 {
					continue
				}
				x := run.X
				for run.At(x, press.family) < at+len(words)/2 {
					x += 0.25
				}
				return place{n, x, line.Baseline - run.Size/3}
			}
		}
	}
	t.Fatalf("no run holds %q", words)
	return place{}
}

// click returns the span printed at a position and the offset in its text.
func click(press *Press, paper *Paper, p place) (span flow.Span, at int) {
	var origins layout.Origins
	for _, line := range paper.Layout.Pages[p.page].Lines {
		for i := range line.Runs {
			run := &line.Runs[i]
			if p.y > line.Baseline || p.y < line.Baseline-run.Size || p.x < run.X || p.x > run.X+run.Width {
				continue
			}
			at := run.At(p.x, press.family)
			for _, s := range origins.Of(run) {
				if s.Start <= at && at < s.End {
					return s, at
				}
			}
		}
	}
	return flow.Span{}, 0
}

// placesOf returns the texts on the pages of a paper whose origins name a key.
func placesOf(paper *Paper, key string) (list []string) {
	var origins layout.Origins
	for _, page := range paper.Layout.Pages {
		for _, line := range page.Lines {
			for i := range line.Runs {
				for _, s := range origins.Of(&line.Runs[i]) {
					if slices.Contains(s.Origin.Keys, key) {
						list = append(list, line.Runs[i].Text[s.Start:s.End])
					}
				}
			}
		}
	}
	return list
}

// TestClickFindsKey checks the way from a position on a page to the key and the
// offset in its value, and from a key to its positions.
func TestClickFindsKey(t *testing.T) {
	press := newPress(t, DefaultStyle)
	file := examples(t)[1]
	m, _ := read(t, press, file)
	all := papers(t, press, file)

	value := m.Agenda[0].Title
	words := "работы"
	span, at := click(press, all["notice"], find(t, press, all["notice"], words))
	if span.Origin == nil || span.Origin.Kind != document.Value || span.Origin.Keys[0] != "agenda[0].title" {
		t.Fatalf("a word of a title comes from %+v", span.Origin)
	}
	if inside := span.From + at - span.Start - strings.Index(value, words); inside < 0 || inside >= len(words) {
		t.Errorf("byte %d of %q is not in %q", span.From+at-span.Start, value, words)
	}

	name := strings.Fields(m.Invitation.To[0].Name)
	span, _ = click(press, all["invitation"], find(t, press, all["invitation"], name[2]))
	if span.Origin == nil || span.Origin.Kind != document.Computed ||
		!slices.Contains(span.Origin.Keys, "invitation.to[0].name") {
		t.Errorf("the name in a salutation comes from %+v", span.Origin)
	}
	if places := placesOf(all["invitation"], "invitation.to[0].name"); len(places) < 2 {
		t.Errorf("the addressee is at %q", places)
	}
	places := placesOf(all["invitation"], "invitation.number")
	if !slices.Equal(places, []string{*m.Invitation.Number}) {
		t.Errorf("the number is at %q", places)
	}
}
