package compare

import (
	"math"
	"strings"

	"protokol/generator/internal/reader"
)

// exemption is an area where a page may look different: the appearance of a signature or a filled field. Reported
// means that the change of the field's value is already in the report.
type exemption struct {
	reader.Annotation
	reported bool
}

// annotations compares the annotations of a page. It returns the exempt areas, the stamps that both papers have, and
// whether either has some annotations.
func (r *Report) annotations(
	paper, reprint *reader.PDF,
	page int,
) (exempt []exemption, stamps []reader.Annotation, some bool, err error) {
	ours, err := reprint.Annotations(page)
	if err != nil {
		return nil, nil, false, err
	}
	theirs, err := paper.Annotations(page)
	if err != nil {
		return nil, nil, false, err
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
			exempt = append(exempt, exemption{a, false})
		case len(known) > 0 && a.Value != known[0].Value:
			exempt = append(exempt, exemption{a, true})
			r.answer(page+1, a, known[0])
		case len(known) > 0 && a.Value != "":
			exempt = append(exempt, exemption{a, false})
		case len(known) > 0 && a.Stamp:
			stamps = append(stamps, a)
		case len(known) > 0:
		case a.Signature && a.Empty(): // a place for an invisible signature
		default:
			r.differ(page+1, "поверх листа добавлено: %s, %s", a.Kind, place(a))
		}
	}
	unseen := 0 // signatures without a mark
	for _, a := range theirs {
		if a.Signed && a.Empty() {
			unseen++
		}
	}
	for _, a := range ours {
		if left := issued[rounded(a)]; len(left) > 0 {
			issued[rounded(a)] = left[1:]
			if a.Signature && unseen > 0 { // its field is among those of the form
				unseen--
				r.remark(page+1, "на месте отметки подписано без отметки, %s", place(a))
				continue
			}
			r.differ(page+1, "с листа пропало: %s, %s", a.Kind, place(a))
		}
	}
	return exempt, stamps, len(ours)+len(theirs) > 0, nil
}

// rounded returns an annotation with a rectangle of whole points, unsigned and
// empty, so that one compares equal after rewriting, signing and filling.
func rounded(a reader.Annotation) reader.Annotation {
	a.Signed, a.Value = false, ""
	a.Left, a.Top, a.Right, a.Bottom = math.Round(a.Left), math.Round(a.Top), math.Round(a.Right), math.Round(a.Bottom)
	return a
}

// answer reports the value of a field that changed since the form was issued.
func (r *Report) answer(page int, now, issued reader.Annotation) {
	r.remark(page, "%s", filled(now, issued))
	r.Answers = r.Answers || issued.Value != ""
}

// filled describes how the value of a field changed since the form was issued.
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

// Added returns what was laid over a page, numbered from 0, that no paper is printed
// with: notes, drawings, covers. Links, fields, stamps and signatures are not.
func Added(page int, list []reader.Annotation) []Finding {
	var r Report
	for _, a := range list {
		if !a.Link && !a.Widget && !a.Stamp {
			r.differ(page+1, "поверх листа добавлено: %s, %s", a.Kind, place(a))
		}
	}
	return r.Differences
}
