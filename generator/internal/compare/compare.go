// Package compare finds the differences between a paper that others could change and the same paper printed again
// from its source.
//
// Comparing the words shows what was changed. Comparing the rendered pages shows
// that nothing else was: words can be painted over without touching the text.
// Annotations count as changes, except signatures on blank paper and the values of
// form fields.
//
//	compare.go     pages, sizes
//	content.go     papers printed by different rules
//	typography.go  words without what other rules print otherwise
//	overlay.go     annotations
//	fields.go      form fields and what they show
//	numbers.go     numbers in them
//	formats.go     numbers and codes that scripts show
//	dates.go       dates and times that scripts show
//	scripts.go     these scripts
//	words.go       the words of a page, in order
//	docx.go        the words of a DOCX
//	pictures.go    rendered pages
package compare

import (
	"fmt"
	"math"
	"time"

	"protokol/generator/internal/flow"
	"protokol/generator/internal/reader"
)

// Report contains the findings in page order.
type Report struct {
	Differences []Finding
	Remarks     []Finding // worth checking, but not changes of a page
	Answers     bool      // answers that were printed in a form were changed or cleared
}

// Finding is a finding on a page, in words for the user.
type Finding struct {
	Page int // from 1; 0 for the whole paper
	Text string
}

func (f Finding) String() string {
	if f.Page == 0 {
		return f.Text
	}
	return fmt.Sprintf("страница %d: %s", f.Page, f.Text)
}

// In a paper that differs from its reprint, further pages take time and prove nothing more.
const (
	mostCompared = 30 // further pages
	mostLooked   = 8  // of these that are drawn
	mostDrawn    = 4  // pages that differ

	mostTime = 800 * time.Millisecond // for further pages
)

// Known is what is known of a paper before its pages are compared with those of its reprint.
type Known struct {
	Alike     []bool // pages that look alike: only their sizes are compared
	Differs   bool   // the paper has other differences
	Unlayered bool   // neither file has layers: what has no annotations looks in print as on screen (ISO 32000-2, 8.11)
}

// Pages compares a paper with the reprint of its source. If a page of either cannot be read, the report contains the
// findings made before it.
func Pages(paper, reprint *reader.PDF, known Known) (Report, error) {
	var r Report
	differs := known.Differs
	if paper.Pages() != reprint.Pages() {
		r.differ(0, "страниц %d, а по исходному файлу %d", paper.Pages(), reprint.Pages())
	}
	compared, left, unlike, undrawn := 0, 0, 0, 0
	var over func() bool
	for page := range min(paper.Pages(), reprint.Pages()) {
		if page < len(known.Alike) && known.Alike[page] {
			if _, err := r.size(paper, reprint, page); err != nil {
				return r, err
			}
			continue
		}
		if differs = differs || len(r.Differences) > 0; differs {
			compared++
		}
		if differs && over == nil {
			over = paper.Further(mostTime)
		}
		if compared > mostCompared || differs && over() {
			left++
			continue
		}
		var views []reader.View
		if unlike < mostDrawn && compared <= mostLooked {
			views = []reader.View{reader.Screen, reader.Print}
		} else {
			undrawn++
		}
		found := len(r.Differences)
		if err := r.page(paper, reprint, page, views, known.Unlayered); err != nil {
			return r, err
		}
		if len(r.Differences) > found {
			unlike++
		}
	}
	if undrawn > 0 {
		r.differ(0, "отличия уже найдены, поэтому только по словам, а не по виду, сверены ещё листы: %d", undrawn)
	}
	if left > 0 {
		r.differ(0, "отличия уже найдены, поэтому не сверены ещё листы: %d", left)
	}
	return r, nil
}

func (r *Report) differ(page int, format string, args ...any) {
	r.Differences = append(r.Differences, Finding{page, fmt.Sprintf(format, args...)})
}

func (r *Report) remark(page int, format string, args ...any) {
	r.Remarks = append(r.Remarks, Finding{page, fmt.Sprintf(format, args...)})
}

// page compares one page, numbered from 0, with some views of it. Unlayered is as in Known.
func (r *Report) page(paper, reprint *reader.PDF, page int, views []reader.View, unlayered bool) error {
	defer reprint.Predict()()
	same, err := r.size(paper, reprint, page)
	if err != nil {
		return err
	}
	found := len(r.Differences)
	if err := r.words(paper, reprint, page); err != nil {
		return err
	}
	exempt, stamps, some, err := r.annotations(paper, reprint, page)
	if err != nil || !same || len(views) == 0 {
		return err
	}
	if unlayered && !some {
		views = []reader.View{reader.Bare}
	}
	if err := r.stamps(reprint, page, stamps); err != nil {
		return err
	}
	// Changed words also look different: reporting that adds nothing.
	return r.pictures(paper, reprint, page, views, exempt, len(r.Differences) > found)
}

const mm = flow.PointsPerMM

// size compares page sizes with a tolerance of half a point.
func (r *Report) size(paper, reprint *reader.PDF, page int) (same bool, err error) {
	w1, h1, err := paper.Size(page)
	if err != nil {
		return false, err
	}
	w2, h2, err := reprint.Size(page)
	if err != nil {
		return false, err
	}
	if same = math.Abs(w1-w2) < 0.5 && math.Abs(h1-h2) < 0.5; !same {
		r.differ(page+1, "размер листа %.0f × %.0f мм, а по исходному файлу %.0f × %.0f мм", w1/mm, h1/mm, w2/mm, h2/mm)
	}
	return same, nil
}

// place describes the position of an annotation on the page.
func place(a reader.Annotation) string {
	return fmt.Sprintf("%.0f–%.0f мм от левого края, %.0f–%.0f мм от верхнего",
		a.Left/mm, a.Right/mm, a.Top/mm, a.Bottom/mm)
}
