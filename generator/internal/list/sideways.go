package list

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

// sideways is the problem of a table whose headings are in its first column, one below the other, so that every
// recipient is a column. Known is the number of headings that its best row has. It reports false for other tables.
func sideways(top []row, known int, fields []Field) (diag.Problem, bool) {
	const columns = 2 // there may be numbers before the headings
	for at := range columns {
		texts, widest := make([]string, len(top)), 0
		for i, r := range top {
			if at < len(r.Cells) {
				texts[i] = strings.TrimRight(r.Cells[at].Text, " :")
				widest = max(widest, r.filled)
			}
		}
		var titles []string
		for _, i := range knownFields(texts, fields) {
			if !isValueWord(texts[i]) && dataWeight(texts[i]) == 0 {
				titles = append(titles, "«"+printable.Excerpt(texts[i], 30)+"»")
			}
		}
		if len(titles) < 2 || len(titles) <= known || widest < 2 {
			continue
		}
		return diag.Problem{
			Message: fmt.Sprintf("таблица лежит на боку: заголовки %s стоят в столбце %s друг под другом",
				printable.Join(titles[:min(len(titles), 5)]), table.ColumnName(at)),
			Hint: "получатель — это строка: выделите таблицу, скопируйте, вставьте на новый лист через " +
				"«Специальная вставка → Транспонировать» и сохраните",
		}, true
	}
	return diag.Problem{}, false
}
