package list

import (
	"fmt"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

// unreadWorksheets warns of the worksheets of a workbook that are lists, too, if nobody has named
// the one to read: «Вяземский район», «Гагаринский район».
func (l *List) unreadWorksheets(o Options) diag.List {
	lists, rest := l.otherLists(o)
	if len(lists) == 0 {
		return nil
	}
	message := "на листе %s тоже список, он не прочитан: тем, кто в нём, писем не будет"
	if len(lists) > 1 {
		message = "на листах %s тоже списки, они не прочитаны: тем, кто в них, писем не будет"
	}
	message = fmt.Sprintf(message, printable.Join(lists))
	if rest > 0 {
		message += fmt.Sprintf("; не просмотрено листов: %d", rest)
	}
	return diag.List{{Severity: diag.Warning, Code: diag.CodeWorksheet, Message: message,
		Hint: "если письма нужны и им, сделайте их отдельно"}}
}

// wrongWorksheet says which worksheet was read if it is no list, and which one may be.
func (l *List) wrongWorksheet(o Options) diag.Problem {
	where := "список может быть на другом"
	if lists, _ := l.otherLists(o); len(lists) > 0 {
		where = "а список, похоже, на другом: " + printable.Join(lists)
	}
	return diag.Problem{Severity: diag.Warning, Code: diag.CodeWorksheet,
		Message: "прочитан " + l.Interpretation.Lines[0] + ", " + where}
}

// openOnlyList opens the only other worksheet that is a list in place of the first visible one, if this has neither
// known headings nor recipients, as a title page. Otherwise the List is nil.
func (l *List) openOnlyList(src table.Source, o Options, problems diag.List) (*List, diag.List) {
	if problems[len(problems)-1].Code != diag.CodeHeading {
		return nil, nil
	}
	top, err := l.firstRows(headingRows)
	if err != nil || firstAddressee(top) >= 0 {
		return nil, nil
	}
	lists, rest := l.otherLists(o)
	if len(lists) != 1 || rest > 0 || l.countAddressed(o) != 1 {
		return nil, nil
	}
	first := l.Interpretation.Lines[0]
	o.Worksheet = strings.Trim(lists[0], "«»")
	opened, more := Open(src, o)
	if opened == nil {
		return nil, nil
	}
	opened.Interpretation.Lines[0] = "лист " + lists[0] + " (единственный со списком)"
	return opened, append(more, diag.Problem{File: src.Name, Severity: diag.Warning, Code: diag.CodeWorksheet,
		Message: fmt.Sprintf("прочитан лист %s: только на нём есть список; не прочитан %s", lists[0], first),
		Hint:    "если нужен другой лист, укажите его"})
}

// otherLists returns the quoted names of the other worksheets that are lists, and the number of those that are not
// looked into.
func (l *List) otherLists(o Options) (lists []string, rest int) {
	const most = 12
	looked := l.table.Others[:min(len(l.table.Others), most)]
	for _, s := range looked {
		other := l.openOther(s)
		if other == nil {
			continue
		}
		if problems, err := other.readHeadings(o); err == nil && !problems.Failed() && other.isCertain() {
			lists = append(lists, "«"+s.Name+"»")
		}
	}
	return lists, len(l.table.Others) - len(looked)
}

// openOther opens another worksheet as a List, which is nil if it cannot be read.
func (l *List) openOther(w table.Worksheet) *List {
	t, err := l.table.Worksheet(w)
	if err != nil {
		return nil
	}
	other := &List{name: l.name, fields: l.fields, skipHidden: l.skipHidden,
		legalForm: absent, unit: absent, staffUnit: absent}
	other.read(t)
	return other
}

// countAddressed returns the number of the other worksheets that may have recipients, by their headings or values.
func (l *List) countAddressed(o Options) (count int) {
	for _, s := range l.table.Others {
		other := l.openOther(s)
		if other == nil {
			continue
		}
		top, err := other.firstRows(headingRows)
		problems, unread := other.readHeadings(o)
		isRead := unread == nil && !problems.Failed() && other.columnOf("organization", "name", "surname") >= 0
		if isRead || err == nil && firstAddressee(top) >= 0 {
			count++
		}
	}
	return count
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
