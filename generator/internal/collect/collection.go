package collect

import (
	"fmt"
	"slices"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
)

// Collection is the set of all forms read.
type Collection struct {
	Forms []*Form // in the order they were added, each once
	seen  map[string]*Form
	twice list.Duplicates
}

// Add adds a form. A form with the same answers as an earlier one is dropped, one
// of the same organization is kept; both are reported.
func (h *Collection) Add(f *Form) {
	content := fmt.Sprint(f.answers)
	if before := h.seen[content]; before != nil {
		f.Problems = slices.DeleteFunc(f.Problems, func(p diag.Problem) bool { // reported with the first
			return slices.ContainsFunc(before.Problems, func(q diag.Problem) bool { return q.Message == p.Message })
		})
		f.double("то же самое, что в файле «%s»; взято один раз", before, "")
		return
	}
	if h.seen == nil {
		h.seen = map[string]*Form{}
	}
	h.seen[content] = f
	h.Forms = append(h.Forms, f)
	if f.Kind != Application {
		return
	}
	row, key := h.twice.Find(
		len(h.Forms),
		f.Answer("applicant.inn"),
		f.Answer("applicant.kpp"),
		f.Answer("applicant.name"),
	)
	switch key {
	case "inn":
		f.double(
			"тот же ИНН, что в файле «%s»",
			h.Forms[row-1],
			"если это одна организация, оставьте в таблице одну строку",
		)
	case "organization":
		f.double(
			"похоже, это та же организация, что в файле «%s»",
			h.Forms[row-1],
			"если это одна организация, оставьте в таблице одну строку",
		)
	}
}

func (f *Form) double(message string, before *Form, hint string) {
	f.Problems = append(
		f.Problems,
		diag.Problem{Severity: diag.Warning, File: f.File, Message: fmt.Sprintf(message, before.File), Hint: hint},
	)
}

// Of returns the forms of one kind.
func (h *Collection) Of(kind *Kind) (forms []*Form) {
	for _, f := range h.Forms {
		if f.Kind == kind {
			forms = append(forms, f)
		}
	}
	return forms
}
