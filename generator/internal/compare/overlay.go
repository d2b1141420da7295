package compare

import (
	"math"
	"strings"

	"protokol/generator/internal/reader"
)

// mark is where a page may look otherwise: the mark of a signature, or a field
// with something in it. Told says that it holds another value than was issued,
// and that this is in the report.
type mark struct {
	reader.Annotation
	told bool
}

// annotations compares what stands on top of a page and returns its marks, and
// the stamps that both have.
func (r *Report) annotations(paper, reprint *reader.PDF, page int) (marks []mark, stamps []reader.Annotation, err error) {
	ours, err := reprint.Annotations(page)
	if err != nil {
		return nil, nil, err
	}
	theirs, err := paper.Annotations(page)
	if err != nil {
		return nil, nil, err
	}
	issued := map[reader.Annotation][]reader.Annotation{}
	for _, a := range ours {
		issued[rounded(a)] = append(issued[rounded(a)], a)
	}
	for _, a := range theirs {
		known := issued[rounded(a)]
		if len(known) > 0 {
			issued[rounded(a)] = known[1:]
		}
		switch {
		case a.Signed && !a.Empty():
			marks = append(marks, mark{a, false})
		case len(known) > 0 && a.Value != known[0].Value:
			marks = append(marks, mark{a, true})
			r.remark(page+1, "%s", filled(a, known[0]))
		case len(known) > 0 && a.Value != "":
			marks = append(marks, mark{a, false})
		case len(known) > 0 && a.Stamp:
			stamps = append(stamps, a)
		case len(known) > 0, a.Signature: // what an empty place shows, the picture tells
		default:
			r.differ(page+1, "поверх листа добавлено: %s, %s", a.Kind, place(a))
		}
	}
	for _, a := range ours {
		if left := issued[rounded(a)]; len(left) > 0 {
			issued[rounded(a)] = left[1:]
			r.differ(page+1, "с листа пропало: %s, %s", a.Kind, place(a))
		}
	}
	return marks, stamps, nil
}

// rounded puts an annotation on whole points, so that numbers written in
// another way are the same, and so is a place that was signed or filled since.
func rounded(a reader.Annotation) reader.Annotation {
	a.Signed, a.Value = false, ""
	a.Left, a.Top, a.Right, a.Bottom = math.Round(a.Left), math.Round(a.Top), math.Round(a.Right), math.Round(a.Bottom)
	return a
}

// filled tells what a field holds since the form was issued.
func filled(now, issued reader.Annotation) string {
	field := "поле " + said(now.Field) + " "
	switch {
	case now.Value == reader.Ticked:
		return field + "отмечено"
	case issued.Value == reader.Ticked:
		return field + "больше не отмечено"
	case now.Value == "":
		return field + "очищено, было " + said(issued.Value)
	case issued.Value == "":
		return field + "заполнено: " + said(now.Value)
	}
	return field + "изменено: " + said(now.Value) + ", было " + said(issued.Value)
}

func said(text string) string { return quote(strings.Fields(text)) }
