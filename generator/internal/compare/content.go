package compare

import (
	"image"
	"math"
	"slices"
	"strings"

	"protokol/generator/internal/reader"
)

// Content compares a paper with the reprint of its source if they are printed
// by different rules, so that lines and pages may differ: all words in order,
// the annotations, pictures, filled areas, and invisible or coloured text.
func Content(paper, reprint *reader.PDF, repeated Repeated) (Report, error) {
	var r Report
	ours, theirs, err := readContents(reprint, paper, repeated)
	if err != nil {
		return r, err
	}
	for _, c := range plainChanges(theirs.words, ours.words) {
		r.differ(0, "%s", c.in("в начале документа"))
	}
	if err := r.sizes(paper, reprint); err != nil {
		return r, err
	}
	r.overlays(theirs.annotations, ours.annotations)
	if err := r.marks(paper, theirs.annotations, ours.annotations); err != nil {
		return r, err
	}
	r.painted("рисунков", theirs.painted.Pictures, ours.painted.Pictures)
	r.painted("закрашенных мест", theirs.painted.Fills, ours.painted.Fills)
	r.painted("невидимых или цветных надписей", theirs.painted.OddText, ours.painted.OddText)
	return r, nil
}

// sizes reports pages of a size that no page of the reprint has: words outside
// the page are still in its text, but invisible.
func (r *Report) sizes(paper, reprint *reader.PDF) error {
	known := map[[2]float64]bool{}
	for page := range reprint.Pages() {
		width, height, err := reprint.Size(page)
		if err != nil {
			return err
		}
		known[[2]float64{math.Round(width), math.Round(height)}] = true
	}
	for page := range paper.Pages() {
		width, height, err := paper.Size(page)
		if err != nil {
			return err
		}
		if !known[[2]float64{math.Round(width), math.Round(height)}] {
			r.differ(page+1, "размер листа %.0f × %.0f мм: по исходному файлу таких листов нет", width/mm, height/mm)
		}
	}
	return nil
}

func (r *Report) painted(what string, theirs, ours int) {
	if theirs > ours {
		r.differ(0, "на листах %s: %d, а по исходному файлу %d", what, theirs, ours)
	}
}

// overlay is an annotation with the page it is on, numbered from 0.
type overlay struct {
	reader.Annotation
	page int
}

// content is the content of all pages of a paper.
type content struct {
	words       []string
	annotations []overlay
	painted     reader.Painted
}

// readContents reads both papers page by page. The reprint says what that takes as long as the words of both are mostly
// the same.
func readContents(reprint, paper *reader.PDF, repeated Repeated) (ours, theirs content, err error) {
	known := map[string]int{}
	same, compared := 0, 0
	for page := range max(reprint.Pages(), paper.Pages()) {
		end := func() {}
		if 2*same >= compared {
			end = reprint.Predict()
		}
		if page < reprint.Pages() {
			err = ours.read(reprint, page, repeated)
		}
		if err == nil && page < paper.Pages() {
			err = theirs.read(paper, page, repeated)
		}
		if end(); err != nil {
			return ours, theirs, err
		}
		for ; compared < min(len(ours.words), len(theirs.words)); compared++ {
			known[ours.words[compared]]++
			if word := theirs.words[compared]; known[word] > 0 {
				known[word]--
				same++
			}
		}
	}
	return ours, theirs, nil
}

// read adds the content of a page.
func (c *content) read(paper *reader.PDF, page int, repeated Repeated) error {
	text, err := paper.Text(page)
	if err != nil {
		return err
	}
	c.words = append(c.words, repeated.body(c.words, strings.Fields(text), page, paper.Pages())...)
	annotations, err := paper.Annotations(page)
	if err != nil {
		return err
	}
	for _, a := range annotations {
		c.annotations = append(c.annotations, overlay{a, page})
	}
	painted, err := paper.Painted(page)
	c.painted.Add(painted)
	return err
}

// Repeated is what a reprint repeats on its pages.
type Repeated struct {
	Headers [][]string                   // the words of the headers of its tables
	Number  func(page, pages int) string // the text of a page number, from 1; nil for none
	First   bool                         // the first page has one, too
}

// body returns the words of a page, numbered from 0, without the page number and
// without the repeated header of a table.
func (r Repeated) body(before, words []string, page, pages int) []string {
	if r.Number != nil && (page > 0 || r.First) {
		number := strings.Fields(r.Number(page+1, pages))
		if n := len(words) - len(number); n >= 0 && slices.Equal(words[:len(number)], number) {
			words = words[len(number):]
		} else if n >= 0 && slices.Equal(words[n:], number) {
			words = words[:n]
		}
	}
	if page == 0 {
		return words
	}
	for _, header := range r.Headers {
		if len(words) >= len(header) && slices.Equal(words[:len(header)], header) && containsRun(before, header) {
			return words[len(header):]
		}
	}
	return words
}

// containsRun reports whether words contain a run of consecutive words.
func containsRun(words, run []string) bool {
	for i := 0; i+len(run) <= len(words); i++ {
		if slices.Equal(words[i:i+len(run)], run) {
			return true
		}
	}
	return false
}

// overlays compares the annotations of all pages, ignoring their positions.
func (r *Report) overlays(theirs, ours []overlay) {
	left := map[reader.Annotation]int{}
	for _, a := range ours {
		left[placeless(a.Annotation)]++
	}
	for _, a := range theirs {
		known := left[placeless(a.Annotation)] > 0
		left[placeless(a.Annotation)]--
		if !known && !a.Signature {
			r.differ(a.page+1, "поверх листа добавлено: %s, %s", a.Kind, place(a.Annotation))
		}
	}
}

// marks reports signatures and stamps that cover printed content: covered words
// are still in the text of the page, but invisible. An empty field that stands where
// the reprint has it is no mark if nothing is drawn in it: lines of signers may be close.
func (r *Report) marks(paper *reader.PDF, theirs, ours []overlay) error {
	issued := map[overlay]int{}
	for _, a := range ours {
		issued[overlay{rounded(a.Annotation), a.page}]++
	}
	for _, a := range theirs {
		if !a.Signature && !a.Stamp || a.Empty() {
			continue
		}
		bare, err := paper.Picture(a.page, dpi, reader.Bare)
		if err != nil {
			return err
		}
		area, field := pixels(a.Annotation), overlay{rounded(a.Annotation), a.page}
		if clean(bare, area) {
			continue
		}
		if a.Signature && !a.Signed && issued[field] > 0 {
			issued[field]--
			blank, err := isBlank(paper, a.page, bare, area)
			if err != nil {
				return err
			}
			if blank {
				continue
			}
		}
		r.differ(a.page+1, "отметка стоит поверх напечатанного, %s", place(a.Annotation))
	}
	return nil
}

// isBlank reports whether no annotation is drawn in an area of a page, on screen and in print.
func isBlank(paper *reader.PDF, page int, bare *image.RGBA, area image.Rectangle) (bool, error) {
	for _, view := range []reader.View{reader.Screen, reader.Print} {
		drawn, err := paper.Picture(page, dpi, view)
		if err != nil {
			return false, err
		}
		if part := drawn.SubImage(area).(*image.RGBA); !changed(part, bare, nil).Empty() {
			return false, nil
		}
	}
	return true, nil
}

// placeless returns an annotation without its rectangle, signature and value.
func placeless(a reader.Annotation) reader.Annotation {
	a.Signed, a.Value = false, ""
	a.Left, a.Top, a.Right, a.Bottom = 0, 0, 0, 0
	return a
}
