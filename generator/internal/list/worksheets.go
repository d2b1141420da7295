package list

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// worksheet describes a worksheet of a workbook.
type worksheet struct {
	name   string
	hidden bool
}

// firstVisible says that nobody named the worksheet.
const firstVisible = "первый видимый"

// chosenWorksheet is a worksheet of a workbook that is read.
type chosenWorksheet struct {
	index   int
	decided string           // a line that describes the choice
	others  []otherWorksheet // the visible worksheets that are not read, if nobody has named the one
}

// otherWorksheet is a worksheet of a workbook that is not read.
type otherWorksheet struct {
	index int
	name  string
}

// chooseWorksheet returns the requested worksheet, or the first visible one.
func chooseWorksheet(worksheets []worksheet, requested string) (chosenWorksheet, error) {
	if len(worksheets) == 0 {
		return chosenWorksheet{}, diag.Problem{Message: "в книге нет ни одного листа",
			Hint: "проверьте, тот ли это файл"}
	}
	names := make([]string, len(worksheets))
	for i, s := range worksheets {
		names[i] = s.name
	}
	if requested != "" {
		i := slices.IndexFunc(names, func(name string) bool { return strings.EqualFold(name, requested) })
		if i < 0 {
			return chosenWorksheet{}, diag.Problem{Message: fmt.Sprintf("в книге нет листа «%s»", requested),
				Hint: suggest(requested, names, "есть: "+joinNames(names))}
		}
		return chosenWorksheet{index: i, decided: fmt.Sprintf("лист «%s» (так указано)", names[i])}, nil
	}
	visible := slices.IndexFunc(worksheets, func(s worksheet) bool { return !s.hidden })
	if visible < 0 {
		return chosenWorksheet{}, diag.Problem{Message: "все листы книги скрыты",
			Hint: "укажите лист сами; есть: " + joinNames(names)}
	}
	why := "единственный"
	if len(worksheets) > 1 {
		why = fmt.Sprintf(firstVisible+" из %d: %s", len(worksheets), joinNames(names))
	}
	chosen := chosenWorksheet{index: visible, decided: fmt.Sprintf("лист «%s» (%s)", names[visible], why)}
	for i, s := range worksheets {
		if i != visible && !s.hidden {
			chosen.others = append(chosen.others, otherWorksheet{i, s.name})
		}
	}
	return chosen, nil
}

// setWorksheet opens the worksheet that was chosen. The function opens any worksheet of the workbook,
// which is parsed once.
func (l *List) setWorksheet(s chosenWorksheet, open func(l *List, index int) error) error {
	l.Interpretation.Lines = append(l.Interpretation.Lines, s.decided)
	l.otherWorksheets, l.openWorksheet = s.others, open
	return open(l, s.index)
}

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
	message = fmt.Sprintf(message, joinNames(lists))
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
		where = "а список, похоже, на другом: " + joinNames(lists)
	}
	return diag.Problem{Severity: diag.Warning, Code: diag.CodeWorksheet,
		Message: "прочитан " + l.Interpretation.Lines[0] + ", " + where}
}

// openOnlyList opens the only other worksheet that is a list in place of the first visible one, if this has neither
// known headings nor recipients, as a title page. Otherwise the List is nil.
func (l *List) openOnlyList(src Source, o Options, problems diag.List) (*List, diag.List) {
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
	looked := l.otherWorksheets[:min(len(l.otherWorksheets), most)]
	for _, s := range looked {
		other := l.newOther()
		if l.openWorksheet(other, s.index) != nil {
			continue
		}
		if problems, err := other.readHeadings(o); err == nil && !problems.Failed() && other.isCertain() {
			lists = append(lists, "«"+s.name+"»")
		}
	}
	return lists, len(l.otherWorksheets) - len(looked)
}

// newOther returns an empty List for another worksheet.
func (l *List) newOther() *List {
	return &List{name: l.name, fields: l.fields, skipHidden: l.skipHidden,
		legalForm: absent, unit: absent, staffUnit: absent}
}

// countAddressed returns the number of the other worksheets that may have recipients, by their headings or values.
func (l *List) countAddressed(o Options) (count int) {
	for _, s := range l.otherWorksheets {
		other := l.newOther()
		if l.openWorksheet(other, s.index) != nil {
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
