package list

import (
	"encoding/xml"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/diag"
)

// comment is what somebody noted at a cell. Such notes change who is meant («уволен,
// теперь Ильин»), but are not values.
type comment struct {
	cell string // B2
	row  int
	text string
}

// readComments reads the comments of a worksheet (ECMA-376, part 1, 18.7). Those
// of a damaged part are ignored.
func (b *workbook) readComments(worksheet string) (list []comment) {
	links, err := b.readRelationships(worksheet)
	part := links.target("", "comments")
	if err != nil || part == "" || b.archive[part] == nil {
		return nil
	}
	var found struct {
		Comments []struct {
			Cell string `xml:"ref,attr"`
			Text struct {
				Inner []byte `xml:",innerxml"`
			} `xml:"text"`
		} `xml:"commentList>comment"`
	}
	if b.decode(part, &found) != nil {
		return nil
	}
	for _, c := range found.Comments {
		row, err := strconv.Atoi(strings.TrimLeft(c.Cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		if err == nil {
			list = append(list, comment{c.Cell, row, characters(c.Text.Inner)})
		}
	}
	return list
}

// characters returns the text of a piece of XML in one line.
func characters(inner []byte) string {
	var b strings.Builder
	decoder := xml.NewDecoder(strings.NewReader(string(inner)))
	for {
		token, err := decoder.Token()
		if err != nil {
			return strings.Join(strings.Fields(Clean(b.String())), " ")
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}

// unreadComments reports comments at cells below the headings, and sorts all by row.
func (l *List) unreadComments() diag.List {
	slices.SortStableFunc(l.comments, func(a, b comment) int { return a.row - b.row })
	count, first := 0, comment{}
	for _, c := range l.comments {
		if c.row < l.firstRow || c.text == "" {
			continue
		}
		if count++; count == 1 || c.row < first.row {
			first = c
		}
	}
	if count == 0 {
		return nil
	}
	return diag.List{unreadComments(count, first)}
}

// doubtComments reports the comments at the cells of a row: they may say that somebody else
// is meant.
func (l *List) doubtComments(record *Record, r row) {
	doubt := func(cell, text string) {
		record.addProblem(record.Location(""), diag.Warning,
			fmt.Sprintf("к ячейке %s есть примечание: «%s»", cell, truncate(text, 60)),
			"если оно что-то меняет, исправьте саму ячейку")
	}
	for i, c := range r.cells {
		if c.comment != "" {
			doubt(columnLetters(i)+strconv.Itoa(r.number), c.comment)
		}
	}
	at, _ := slices.BinarySearchFunc(l.comments, r.number, func(c comment, row int) int { return c.row - row })
	for _, c := range l.comments[at:] {
		if c.row != r.number {
			break
		}
		if c.text != "" {
			doubt(c.cell, c.text)
		}
	}
}

func unreadComments(count int, first comment) diag.Problem {
	return diag.Problem{Severity: diag.Warning,
		Message: fmt.Sprintf("к ячейкам есть примечания: %d, первое — к %s: «%s»; они не прочитаны", count, first.cell,
			truncate(first.text, 60)),
		Hint: "если они что-то меняют, исправьте сами ячейки"}
}
