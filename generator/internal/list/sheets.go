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

// chosenSheet is a sheet of a workbook that is read.
type chosenSheet struct {
	index   int
	decided string       // a line that describes the choice
	others  []otherSheet // the visible sheets that are not read, if nobody has named the one
}

// otherSheet is a sheet of a workbook that is not read.
type otherSheet struct {
	index int
	name  string
}

// chooseSheet returns the requested sheet, or the first visible one.
func chooseSheet(sheets []sheet, requested string) (chosenSheet, error) {
	if len(sheets) == 0 {
		return chosenSheet{}, diag.Problem{Message: "в книге нет ни одного листа", Hint: "проверьте, тот ли это файл"}
	}
	names := make([]string, len(sheets))
	for i, s := range sheets {
		names[i] = s.name
	}
	if requested != "" {
		i := slices.IndexFunc(names, func(name string) bool { return strings.EqualFold(name, requested) })
		if i < 0 {
			return chosenSheet{}, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s»", requested),
				Hint: suggest(requested, names, "есть: "+joinNames(names))}
		}
		return chosenSheet{index: i, decided: fmt.Sprintf("лист «%s» (так указано)", names[i])}, nil
	}
	visible := slices.IndexFunc(sheets, func(s sheet) bool { return !s.hidden })
	if visible < 0 {
		return chosenSheet{}, diag.Problem{Message: "все листы книги скрыты",
			Hint: "укажите лист сами; есть: " + joinNames(names)}
	}
	why := "единственный"
	if len(sheets) > 1 {
		why = fmt.Sprintf(firstVisible+" из %d: %s", len(sheets), joinNames(names))
	}
	chosen := chosenSheet{index: visible, decided: fmt.Sprintf("лист «%s» (%s)", names[visible], why)}
	for i, s := range sheets {
		if i != visible && !s.hidden {
			chosen.others = append(chosen.others, otherSheet{i, s.name})
		}
	}
	return chosen, nil
}

// setSheet opens the sheet that was chosen. The function opens any sheet of the workbook,
// which is parsed once.
func (l *List) setSheet(s chosenSheet, open func(l *List, index int) error) error {
	l.Interpretation.Lines = append(l.Interpretation.Lines, s.decided)
	l.otherSheets, l.openSheet = s.others, open
	return open(l, s.index)
}

// unreadSheets warns of the sheets of a workbook that are lists, too, if nobody has named
// the one to read: «Вяземский район», «Гагаринский район».
func (l *List) unreadSheets(o Options) diag.List {
	lists, rest := l.otherLists(o)
	if len(lists) == 0 {
		return nil
	}
	message := "на листе %s тоже список, он не прочитан: тем, кто в нём, писем не будет"
	if len(lists) > 1 {
		message = "на листах %s тоже списки, они не прочитаны: тем, кто в них, писем не будет"
	}
	message = fmt.Sprintf(message, joinNames(lists))
	if rest > 0 {
		message += fmt.Sprintf("; не просмотрено листов: %d", rest)
	}
	return diag.List{{Severity: diag.Warning, Code: diag.CodeSheet, Message: message,
		Hint: "если письма нужны и им, сделайте их отдельно"}}
}

// wrongSheet says which sheet was read if it is no list, and which one may be.
func (l *List) wrongSheet(o Options) diag.Problem {
	where := "список может быть на другом"
	if lists, _ := l.otherLists(o); len(lists) > 0 {
		where = "а список, похоже, на другом: " + joinNames(lists)
	}
	return diag.Problem{Severity: diag.Warning, Code: diag.CodeSheet,
		Message: "прочитан " + l.Interpretation.Lines[0] + ", " + where}
}

// openOnlyList opens the only other sheet that is a list in place of the first visible one, if this has neither known
// headings nor recipients, as a title page. Otherwise the List is nil.
func (l *List) openOnlyList(src Source, o Options, problems diag.List) (*List, diag.List) {
	if problems[len(problems)-1].Code != diag.CodeHeading {
		return nil, nil
	}
	top, err := l.firstRows(headingRows)
	if err != nil || firstAddressee(top) >= 0 {
		return nil, nil
	}
	lists, rest := l.otherLists(o)
	if len(lists) != 1 || rest > 0 {
		return nil, nil
	}
	first := l.Interpretation.Lines[0]
	o.Worksheet = strings.Trim(lists[0], "«»")
	opened, more := Open(src, o)
	if opened == nil {
		return nil, nil
	}
	return opened, append(more, diag.Problem{File: src.Name, Severity: diag.Warning, Code: diag.CodeSheet,
		Message: fmt.Sprintf("прочитан лист %s: только на нём есть список; не прочитан %s", lists[0], first),
		Hint:    "если нужен другой лист, укажите его"})
}

// otherLists returns the quoted names of the other sheets that are lists, and the number of those that are not
// looked into.
func (l *List) otherLists(o Options) (lists []string, rest int) {
	const most = 12
	looked := l.otherSheets[:min(len(l.otherSheets), most)]
	for _, s := range looked {
		other := &List{name: l.name, fields: l.fields, skipHidden: l.skipHidden,
			legalForm: absent, unit: absent, staffUnit: absent}
		if l.openSheet(other, s.index) != nil {
			continue
		}
		if problems, err := other.readHeadings(o); err == nil && !problems.Failed() && other.isCertain() {
			lists = append(lists, "«"+s.name+"»")
		}
	}
	return lists, len(l.otherSheets) - len(looked)
}

// isCertain reports whether a list has recipients by its headings, with another known column,
// and a row.
func (l *List) isCertain() bool {
	known := 0
	for _, titles := range l.headings {
		known = max(known, len(knownFields(titles, l.fields)))
	}
	if known < 2 || len(l.columnDoubts) > 0 || l.columnOf("organization", "name", "surname") < 0 {
		return false
	}
	for _, err := range l.Records() {
		return err == nil
	}
	return false
}
