package table

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// worksheet describes a worksheet of a workbook.
type worksheet struct {
	name   string
	hidden bool
}

// chooseWorksheet opens the requested worksheet, or the first visible one.
func chooseWorksheet(worksheets []worksheet, requested string, open func(index int) (*Table, error)) (*Table, error) {
	if len(worksheets) == 0 {
		return nil, diag.Problem{Message: "в книге нет ни одного листа", Hint: "проверьте, тот ли это файл"}
	}
	names := make([]string, len(worksheets))
	for i, s := range worksheets {
		names[i] = s.name
	}
	if requested != "" {
		i := slices.IndexFunc(names, func(name string) bool { return strings.EqualFold(name, requested) })
		if i < 0 {
			return nil, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s»", requested),
				Hint: diag.Suggest(requested, names, "есть: "+printable.Join(names))}
		}
		t, err := open(i)
		if err != nil {
			return nil, err
		}
		t.describe("лист «%s» (так указано)", names[i])
		return t, nil
	}
	visible := slices.IndexFunc(worksheets, func(s worksheet) bool { return !s.hidden })
	if visible < 0 {
		return nil, diag.Problem{Message: "все листы книги скрыты",
			Hint: "укажите лист сами; есть: " + printable.Join(names)}
	}
	t, err := open(visible)
	if err != nil {
		return nil, err
	}
	if len(worksheets) == 1 {
		t.describe("лист «%s» (единственный)", names[visible])
		return t, nil
	}
	t.describe("лист «%s» (первый видимый из %d: %s)", names[visible], len(worksheets), printable.Join(names))
	t.Guessed, t.worksheet = true, open
	for i, s := range worksheets {
		if i != visible && !s.hidden {
			t.Others = append(t.Others, Worksheet{s.name, i})
		}
	}
	return t, nil
}
