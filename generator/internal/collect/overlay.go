package collect

import (
	"fmt"
	"maps"
	"slices"

	"protokol/generator/diag"
	"protokol/generator/internal/reader"
)

// overwritten is a form that somebody filled with the text tool of a viewer.
var overwritten = diag.Problem{
	Message: "поля формы пусты, а поверх них написано: такие надписи — не ответы",
	Hint:    "впишите ответы в таблицу сами или попросите заполнить поля формы",
}

// overlays warns of additions over the pages of the forms: texts, notes and strikeouts (ISO 32000-1, 12.5.6.6).
// Stamps and ink are mostly signatures.
func overlays(pdf *reader.PDF, groups []*group) (problems diag.List, err error) {
	pages := map[int]bool{}
	for _, g := range groups {
		for _, a := range g.fields {
			pages[a.Page] = true
		}
	}
	for _, page := range slices.Sorted(maps.Keys(pages)) {
		list, err := pdf.Annotations(page)
		if err != nil {
			return nil, err
		}
		if i := slices.IndexFunc(list, reader.Annotation.Overwrites); i >= 0 {
			problems = append(problems, diag.Problem{Severity: diag.Warning,
				Message: fmt.Sprintf("на листе %d поверх формы есть %s: в таблицу это не взято", page+1, list[i].Kind),
				Hint:    "сверьте ответы с файлом"})
		}
	}
	return problems, nil
}
