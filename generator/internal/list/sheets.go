package list

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// sheet is a sheet of a workbook with cells.
type sheet struct {
	name   string
	hidden bool
}

// firstVisible says that nobody named the sheet.
const firstVisible = "первый видимый"

// chooseSheet returns the index of the requested sheet, or of the first visible
// one, and a line that describes the choice.
func chooseSheet(sheets []sheet, requested string) (index int, decided string, err error) {
	if len(sheets) == 0 {
		return 0, "", diag.Problem{Message: "в книге нет ни одного листа", Hint: "проверьте, тот ли это файл"}
	}
	names := make([]string, len(sheets))
	for i, s := range sheets {
		names[i] = s.name
	}
	if requested != "" {
		i := slices.IndexFunc(names, func(name string) bool { return strings.EqualFold(name, requested) })
		if i < 0 {
			return 0, "", diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s»", requested),
				Hint: suggest(requested, names, "есть: "+joinNames(names))}
		}
		return i, fmt.Sprintf("лист «%s» (так указано)", names[i]), nil
	}
	visible := slices.IndexFunc(sheets, func(s sheet) bool { return !s.hidden })
	if visible < 0 {
		return 0, "", diag.Problem{Message: "все листы книги скрыты",
			Hint: "укажите лист сами; есть: " + joinNames(names)}
	}
	why := "единственный"
	if len(sheets) > 1 {
		why = fmt.Sprintf(firstVisible+" из %d: %s", len(sheets), joinNames(names))
	}
	return visible, fmt.Sprintf("лист «%s» (%s)", names[visible], why), nil
}
