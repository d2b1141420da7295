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

// listSheet is the sheet of papers whose lists need more room.
type listSheet struct {
	sheet *style.Sheet
	room  resolve.ListRoom
}

// listed returns the sheet with room for the numbers of the lists of a document. It is
// the same for the same room, since the printer of DOCX caches what depends on it.
func (p *Press) listed(doc *document.Document, sheet *style.Sheet, ruler layout.Ruler) *style.Sheet {
	key := listSheet{sheet, resolve.RoomForLists(doc, sheet, ruler.Unbreakable)}
	if key.room == (resolve.ListRoom{}) {
		return sheet
	}
	made, ok := p.lists.Load(key)
	if !ok {
		made, _ = p.lists.LoadOrStore(key, key.room.Of(sheet))
	}
	return made.(*style.Sheet)
}

// fit gives the columns of tables their widths and the numbers of lists their room.
// The error is a compose.MeetingError when a table is wider than its page.
func (p *Press) fit(doc *document.Document, sheet *style.Sheet) (*document.Document, *style.Sheet, error) {
	ruler := layout.NewRuler(p.family)
	defer ruler.Release()
	sheet = p.listed(doc, sheet, ruler)
	fitted, wide := resolve.FitTables(doc, sheet, ruler.Unbreakable, p.rules != 0 && p.rules < columnRules)
	if len(wide) == 0 {
		return fitted, sheet, nil
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
	return nil, nil, compose.MeetingError{List: problems}
}
