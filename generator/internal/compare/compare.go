// Package compare tells how the pages of one PDF differ from those of another:
// a paper that went through people's hands, and the same paper printed anew
// from its source.
//
// Words are compared to say what was changed. Pictures of the pages are
// compared to say that nothing else was: words can be painted over without
// touching the text. What only stands on top of a page counts as a change of
// it, but for the place of a signature on clean paper and for what was filled
// into the fields of a form.
//
//	compare.go   pages, sizes
//	content.go   what papers printed by different rules say
//	overlay.go   what stands on top of a page
//	words.go     the words of a page, in order
//	docx.go      the words of a DOCX
//	pictures.go  the pictures of a page
package compare

import (
	"fmt"
	"math"

	"protokol/generator/internal/reader"
)

// Report is what the comparison found, in the order of the pages.
type Report struct {
	Differences []Finding
	Remarks     []Finding // worth a look, but no change of a page
}

// Finding is one thing found on a page, in words for the user.
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

// Pages compares a paper with the reprint of its source. It fails when a page
// of either cannot be read; what it had found by then is in the report.
func Pages(paper, reprint *reader.PDF) (Report, error) {
	var r Report
	paper.Like(reprint)
	if paper.Pages() != reprint.Pages() {
		r.differ(0, "страниц %d, а по исходному файлу %d", paper.Pages(), reprint.Pages())
	}
	for page := range min(paper.Pages(), reprint.Pages()) {
		if err := r.page(paper, reprint, page); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r *Report) differ(page int, format string, args ...any) {
	r.Differences = append(r.Differences, Finding{page, fmt.Sprintf(format, args...)})
}

func (r *Report) remark(page int, format string, args ...any) {
	r.Remarks = append(r.Remarks, Finding{page, fmt.Sprintf(format, args...)})
}

// page compares one page, numbered from 0.
func (r *Report) page(paper, reprint *reader.PDF, page int) error {
	same, err := r.size(paper, reprint, page)
	if err != nil {
		return err
	}
	found := len(r.Differences)
	if err := r.words(paper, reprint, page); err != nil {
		return err
	}
	marks, stamps, err := r.annotations(paper, reprint, page)
	if err != nil || !same {
		return err
	}
	if err := r.stamps(reprint, page, stamps); err != nil {
		return err
	}
	// Changed words look different too: that need not be said.
	return r.pictures(paper, reprint, page, marks, len(r.Differences) > found)
}

const mm = 72 / 25.4 // points in a millimetre

// size compares sheets: within half a point they are one.
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

// place says where on the sheet something stands.
func place(a reader.Annotation) string {
	return fmt.Sprintf("%.0f–%.0f мм от левого края, %.0f–%.0f мм от верхнего", a.Left/mm, a.Right/mm, a.Top/mm, a.Bottom/mm)
}
