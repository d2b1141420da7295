package list

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

const (
	// headingRows is the number of rows in which headings are searched. Titles and approval marks may be above
	// them.
	headingRows = 30
	// sampledRows is the number of rows below the headings that show what the columns
	// hold.
	sampledRows = 170
)

// readHeadings finds the rows of the headings and assigns fields to the columns.
func (l *List) readHeadings(o Options) (diag.List, error) {
	top, err := l.firstRows(max(headingRows+sampledRows, min(o.Header+2, 1000)))
	if err != nil {
		return nil, err
	}
	if o.Header < 0 {
		l.Interpretation.add("заголовков нет (так указано)")
		return l.readWithoutHeadings(o, top, 0), nil
	}
	found, err := l.findHeadings(top, o)
	if err != nil {
		return nil, err
	}
	if found.to < found.from {
		l.firstRow = top[found.from].Number
		l.Interpretation.add("заголовков нет: адресаты — со строки %d", l.firstRow)
		return l.readWithoutHeadings(o, top, found.from), nil
	}
	if err := l.checkTitlePage(found, top[found.to+1:], o); err != nil {
		return nil, err
	}
	l.firstRow = top[found.to].Number + 1
	first, last := top[found.from].Number, top[found.to].Number
	switch {
	case found.to > found.from+1:
		l.Interpretation.add("заголовки занимают строки с %d по %d", first, last)
	case found.to > found.from:
		l.Interpretation.add("заголовки занимают две строки: %d и %d", first, last)
	case l.locate == nil:
		l.Interpretation.add("заголовки столбцов — в строке %d", first)
	}
	rest := top[found.to+1:]
	if len(rest) > 0 && isNumbering(rest[0].Row) {
		l.firstRow = rest[0].Number + 1
		l.Interpretation.add("в строке %d номера столбцов, она пропущена", rest[0].Number)
		rest = rest[1:]
	}
	for _, r := range top[found.from : found.to+1] {
		l.headings = append(l.headings, foldTitles(r.Texts()))
	}
	l.setTitles(found.titles, found.under)
	problems := l.assignFields(o, rest)
	if found.assumed {
		problems = append(problems, doubtHeadings(top[found.to]))
	}
	return slices.Concat(problems, l.unreadAbove(top[:found.from]), l.doubtTitle(o, top[:found.from])), nil
}

// doubtTitle reports an organization in the title of a list of people that has no column of organizations, unless the
// letters go to their homes: «СНТ «Заря»» above «ФИО» and «Участок».
func (l *List) doubtTitle(o Options, above []row) diag.List {
	if o.areNamed() || o.Exact || !l.holds("name") && !l.holds("surname") ||
		slices.ContainsFunc([]string{"organization", "organization_short", "position", "address", "postal_address"},
			l.holds) || slices.ContainsFunc(l.Columns, namesHome) {
		return nil
	}
	for _, r := range slices.Backward(above) {
		title := strings.TrimSpace(strings.Join(r.Texts(), ""))
		if body := sectionBody(title); r.filled == 1 && body != "" && isOfField("organization", body) {
			return diag.List{{Severity: diag.Warning, Code: diag.CodeColumn,
				Message: fmt.Sprintf("над таблицей «%s», а столбца организаций нет: письма без организации?",
					printable.Excerpt(body, 60)),
				Hint: "если все они оттуда, добавьте столбец «Организация»"}}
		}
	}
	return nil
}

// namesHome reports a heading of flats, houses or plots.
func namesHome(c Column) bool {
	return slices.ContainsFunc(headingWords(c.Title), func(word string) bool {
		return hasStem(strings.Fields("кв квартир помещен дом участок участк улица"), word)
	})
}

// readWithoutHeadings assigns fields to columns without headings. The records begin at an
// index.
func (l *List) readWithoutHeadings(o Options, top []row, from int) diag.List {
	width := 0
	for _, r := range top[from:] {
		width = max(width, len(r.Cells))
	}
	l.setTitles(make([]string, width), nil)
	return append(l.assignFields(o, top[from:]), l.unreadAbove(top[:from])...)
}

// checkTitlePage refuses headings that may be the words of a title page, such as
// «Директор» above the name of who signs, if the workbook has other worksheets. Several headings above people and
// organizations are those of a list.
func (l *List) checkTitlePage(found headingBlock, below []row, o Options) error {
	if !l.table.Guessed || o.Header != 0 || o.areNamed() {
		return nil
	}
	known := knownFields(found.titles, o.Fields)
	for _, i := range known {
		if !isValueWord(found.titles[i]) {
			return nil
		}
	}
	const fewest = 2 // rows
	if len(known) > 1 && len(below) >= fewest && !slices.ContainsFunc(below[:fewest], isNoRecipient) {
		return nil
	}
	title := printable.Excerpt(strings.Join(found.titles, " "), 60)
	return diag.Problem{Message: "на первом листе не видно списка: из заголовков узнан только «" + title +
		"», а им бывает и подпись", Hint: "назовите лист со списком"}
}

// isNoRecipient reports a row without a person and an organization.
func isNoRecipient(r row) bool {
	texts := r.Texts()
	return !slices.ContainsFunc(texts, mentionsPerson) ||
		!slices.ContainsFunc(texts, func(text string) bool { return isOfField("organization", text) })
}

// unreadAbove reports rows above the headings that look like records: they belong
// to another table.
func (l *List) unreadAbove(above []row) diag.List {
	var rows []int
	isTable := false // headings were above
	for i, r := range above {
		isTable = isTable || len(knownFields(above[i].Texts(), l.fields)) > 1
		if (r.filled > 2 || isTable && r.filled > 1) && hasData(r.Texts()) {
			rows = append(rows, r.Number)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return diag.List{{Severity: diag.Warning, Message: "не прочитаны строки выше заголовков: " + joinRows(rows),
		Hint: "если это адресаты, укажите строку заголовков или сохраните их отдельным списком"}}
}

// setTitles sets the headings of the columns. Under are the lowest of several
// headings above each other.
func (l *List) setTitles(titles, under []string) {
	for i := len(l.Columns); i < len(titles); i++ {
		l.Columns = append(l.Columns, Column{Letter: table.ColumnName(i)})
	}
	for i, title := range titles {
		l.Columns[i].Title = headingText(title, l.fields)
		if i < len(under) {
			l.Columns[i].under = headingText(under[i], l.fields)
		}
	}
}

// absent is the position of a known field without a column. Storing it makes
// the frequent lookups of such fields fast.
const absent = -1

// assignFields assigns fields to the columns and describes the result in
// Interpretation. The sample is the first rows below the headings.
func (l *List) assignFields(o Options, sample []row) diag.List {
	columns, problems := assignFields(o, l.Columns, sample)
	l.Columns, l.physical = columns, len(columns)
	l.profile = l.learn(sample)
	for _, c := range columns {
		l.states = append(l.states, newStateHeading(c.Title))
	}
	l.splitCombined()
	l.findWorkplace()
	l.readShortNames(o, sample)
	l.readByValues(o, sample)
	l.readPairs(o, sample)
	l.splitEither(o, sample)
	l.findLegalForms(o, sample)
	l.findUnit(sample)
	l.findAddressParts(o)
	problems = append(problems, l.assumeAddressees(o, sample)...)
	l.addSections(sample)
	problems = append(problems, l.dropDates(o, sample)...)
	known := l.indexColumns(o.Fields)
	l.Interpretation.match(o.Fields, l.Columns)
	if known == 0 && !problems.Failed() {
		return append(problems, noKnownHeading(l.Columns, l.firstRow-1))
	}
	l.ofPeople = l.listsPeople()
	l.findKind()
	l.findNewer(o)
	l.findOthers(o, sample)
	l.doubtAddressees(o, sample)
	problems = append(problems, l.doubtOrganizations(o, sample)...)
	l.learnAddresses(sample)
	problems = append(problems, l.doubtColumns(sample)...)
	return append(problems, l.unreadColumns(o, sample, problems)...)
}

// indexColumns notes the positions of columns by their fields and headings, and counts those with a field.
func (l *List) indexColumns(fields []Field) (known int) {
	columns := l.Columns
	l.positions = map[string]int{}
	for i, c := range slices.Backward(columns) {
		if c.Title != "" && i < l.physical {
			l.lastTitled = max(l.lastTitled, i+1)
		}
		if folded := strings.Join(foldedWords(c.Title), " "); folded != "" {
			l.positions[folded] = i
		}
	}
	for _, field := range fields {
		i, ok := l.position(field.Key)
		if !ok || columns[i].Field != "" && columns[i].Field != field.Key { // «name» above given names
			l.positions[field.Key] = absent
		}
	}
	for i, c := range columns {
		if c.Field != "" {
			known++
			l.positions[c.Field] = i
		}
	}
	for _, c := range columns { // by headings as they are written, too, which is how templates name them
		if i, ok := l.position(c.Title); ok {
			l.positions[c.Title] = i
		}
	}
	return known
}

// firstRows returns copies of the first rows that are not blank.
func (l *List) firstRows(count int) ([]row, error) {
	rows, err := l.table.Rows()
	if err != nil {
		return nil, err
	}
	var top []row
	for len(top) < count {
		r, err := rows.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		r.Cells = slices.Clone(r.Cells)
		clearMergedAbove(r.Cells, r.Number)
		if filled := countFilled(r.Cells); filled > 0 {
			top = append(top, row{r, filled})
		}
	}
	return top, nil
}

// clearMergedAbove clears cells whose text was copied from a merged cell above
// the row: a heading that spans two rows is one heading, and not a value.
func clearMergedAbove(cells []table.Cell, row int) {
	for i, c := range cells {
		if c.MergedFrom > 0 && c.MergedFrom < row {
			cells[i] = table.Cell{}
		}
	}
}

func countFilled(cells []table.Cell) (count int) {
	for _, c := range cells {
		if strings.TrimSpace(c.Text) != "" {
			count++
		}
	}
	return count
}
