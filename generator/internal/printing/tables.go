package printing

import (
	"fmt"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/layout"
	"protokol/generator/internal/resolve"
	"protokol/generator/style"
)

// fit gives the columns of tables their widths. The error is a
// compose.MeetingError when a table is wider than its page.
func (p *Press) fit(doc *document.Document, sheet *style.Sheet) (*document.Document, error) {
	ruler := layout.NewRuler(p.family)
	defer ruler.Release()
	fitted, wide := resolve.FitTables(doc, sheet, ruler.Unbreakable)
	if len(wide) == 0 {
		return fitted, nil
	}
	var problems diag.List
	for _, table := range wide {
		hint := "положите таблицу на альбомный лист (landscape = true у таблицы или у приложения), " +
			"сократите слова или разделите таблицу на две"
		if table.Landscape {
			hint = "сократите слова или разделите таблицу на две"
		}
		problems = append(problems, diag.Problem{Key: table.Key, Hint: hint, Message: fmt.Sprintf(
			"таблица не помещается на лист, не разорвав слова и числа; самый широкий столбец — тот, где «%s»",
			table.Title)})
	}
	return nil, compose.MeetingError{List: problems}
}
