package list

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/table"
)

// headingBlock is the rows of the headings: one, or several above each other. If to is
// before from, there are none, and the records begin at from.
type headingBlock struct {
	from, to int      // indices of the first and the last row
	titles   []string // joined from all rows
	under    []string // where the upper rows only group columns, the lower headings; else ""
	assumed  bool     // no heading is known: the row may be the first record
}

// findHeadings returns the requested row or the rows that are the headings.
func (l *List) findHeadings(top []row, o Options) (headingBlock, error) {
	if l.locate != nil { // the keys of TOML
		return headingBlock{titles: top[0].Texts()}, nil
	}
	if o.Header > 0 {
		at := slices.IndexFunc(top, func(r row) bool { return r.Number == o.Header })
		if at < 0 {
			return headingBlock{}, diag.Problem{Message: fmt.Sprintf("в строке %d нет заголовков", o.Header),
				Hint: "укажите строку, в которой стоят названия столбцов"}
		}
		b := headingBlock{from: at, to: at, titles: top[at].Texts()}
		return b.extendDown(top, o.Fields), nil
	}
	if len(top) == 0 {
		return headingBlock{}, diag.Problem{Message: "в файле нет ни одной заполненной строки",
			Hint: "проверьте, тот ли это файл и тот ли лист"}
	}
	near := top[:min(len(top), headingRows)]
	known := make([][]int, len(near)) // columns with known headings
	for i, r := range near {
		known[i] = knownFields(r.Texts(), o.Fields)
	}
	best, most, knownBest := -1, 0, 0
	for i := range near {
		if score := headingScore(near[i:], known[i:]); score > most {
			best, most, knownBest = i, score, len(known[i])
		}
	}
	if p, is := sideways(near, knownBest, o.Fields); is && !o.areNamed() {
		return headingBlock{}, p
	}
	if best < 0 {
		return l.unknownHeadings(top, o)
	}
	b := headingBlock{from: best, to: best, titles: top[best].Texts()}
	return b.extendDown(near, o.Fields).extendUp(near, o.Fields), nil
}

// noHeadings is the problem of a table without known headings. The cells are
// those of its first row.
func noHeadings(cells []table.Cell) diag.Problem {
	hint := "проверьте кодировку, разделитель и строку заголовков (если их нет, укажите это); " +
		"или назовите столбцы сами: name=A или organization=A"
	var seen []string
	for i, c := range cells {
		if text := printable.Excerpt(c.Text, 30); text != "" && len(seen) < 8 {
			seen = append(seen, fmt.Sprintf("%s «%s»", table.ColumnName(i), text))
		}
	}
	if len(seen) > 0 {
		hint += "; в первой строке таблицы: " + strings.Join(seen, ", ")
	}
	return diag.Problem{Message: "не узнан ни один заголовок", Hint: hint, Code: diag.CodeHeading}
}

// foldTitles folds the cells of a row of headings for comparison, without empty
// ones at the end.
func foldTitles(texts []string) []string {
	folded := make([]string, len(texts))
	for i, text := range texts {
		folded[i] = strings.Join(foldedWords(text), " ")
	}
	for len(folded) > 0 && folded[len(folded)-1] == "" {
		folded = folded[:len(folded)-1]
	}
	return folded
}

// extendDown joins the rows below that continue the headings. A heading above
// several columns («Руководитель» above «ФИО» and «Должность») leaves empty cells
// beside it; the row below fills them, and most of its headings are known.
func (b headingBlock) extendDown(top []row, fields []Field) headingBlock {
	for b.to+1 < len(top) && b.to-b.from < maxHeadingRows-1 {
		below := top[b.to+1]
		texts := below.Texts()
		filled := below.filled
		if top[b.to].Number+1 != below.Number || countGaps(b.titles, texts) == 0 || hasData(texts) ||
			filled >= max(len(b.titles), len(texts)) {
			return b
		}
		joined := b.join(b.titles, texts)
		isSure := func(text string) bool {
			return countKnown(fields, []string{text}) > 0 && (!isValueWord(text) || b.isAboveOnly(texts))
		}
		if !slices.ContainsFunc(texts, isSure) && !b.areKindsBelow(texts) ||
			countKnownBelow(fields, texts, joined.titles)*2 <= filled {
			return b
		}
		b = joined
		b.to++
	}
	return b
}

// areKindsBelow reports whether all cells of a row are words in small letters below headings over several columns:
// «полное» and «сокращённое» below «Наименование».
func (b headingBlock) areKindsBelow(texts []string) bool {
	return b.isAboveOnly(texts) && !slices.ContainsFunc(texts, func(text string) bool {
		text = strings.TrimSpace(text)
		return text != "" && (!startsWithLower(text) || strings.ContainsAny(text, " .,"))
	})
}

// isAboveOnly reports whether all cells of a row are below headings over several columns, and none below those of
// one column, of which there are some: «Директор» there is a heading.
func (b headingBlock) isAboveOnly(texts []string) bool {
	width := max(len(b.titles), len(texts))
	titles, below := padded(b.titles, width), padded(texts, width)
	hasSingle := false
	for i, title := range titles {
		isSingle := title != "" && (i+1 == width || titles[i+1] != "")
		if isSingle && below[i] != "" {
			return false
		}
		hasSingle = hasSingle || isSingle
	}
	return hasSingle
}

// countKnownBelow returns the number of cells of a row that are headings of known fields,
// alone or under those above: «Населённый пункт, улица, дом» under «Адрес».
func countKnownBelow(fields []Field, texts, joined []string) (count int) {
	for i, text := range texts {
		if strings.TrimSpace(text) != "" && countKnown(fields, []string{text, joined[i]}) > 0 {
			count++
		}
	}
	return count
}

// extendUp joins the rows above whose headings continue in the block: they stand
// over empty cells of it, or group columns that would have the same headings.
func (b headingBlock) extendUp(top []row, fields []Field) headingBlock {
	joined := b
	for joined.from > 0 && joined.to-joined.from < maxHeadingRows-1 {
		above := top[joined.from-1]
		texts := above.Texts()
		if above.Number+1 != top[joined.from].Number || hasData(texts) {
			break
		}
		continues := countGaps(joined.titles, texts) > 0 && countGaps(texts, joined.titles) > 0
		sameTitles := hasSameTitles(joined.titles)
		joined = joined.join(texts, joined.titles)
		joined.from--
		isOfOthers := slices.ContainsFunc(texts, isContact) // «Контактное лицо» above «ФИО»
		isBetter := (continues || sameTitles) && joined.countKnown(fields) >= b.countKnown(fields)
		if above.filled > 1 && (isBetter || isOfOthers) {
			b = joined
		}
	}
	return b
}

// maxHeadingRows is the most rows that headings take.
const maxHeadingRows = 4

// countGaps returns the number of columns in which only the second row has text.
func countGaps(row, other []string) (count int) {
	for i, text := range other {
		if strings.TrimSpace(text) != "" && (i >= len(row) || strings.TrimSpace(row[i]) == "") {
			count++
		}
	}
	return count
}

func hasData(texts []string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return dataWeight(text) > 0 })
}

func hasSameTitles(titles []string) bool {
	seen := map[string]bool{}
	for _, title := range foldTitles(titles) {
		if title != "" && seen[title] {
			return true
		}
		seen[title] = true
	}
	return false
}

func (b headingBlock) countKnown(fields []Field) int {
	texts := slices.Clone(b.titles)
	for i, under := range b.under {
		if under != "" && isKnown(fields, headingText(under, fields)) {
			texts[i] = under
		}
	}
	return len(knownFields(texts, fields))
}

// join returns the block with the headings of an upper row before those below.
func (b headingBlock) join(above, below []string) headingBlock {
	width := max(len(above), len(below))
	above, below = padded(above, width), padded(below, width)
	lowest := padded(b.under, width)
	titles, under, over := slices.Clone(below), make([]string, width), ""
	for i, lower := range below {
		switch {
		case above[i] != "" && lower != "":
			over = above[i]
		case above[i] != "":
			over, titles[i] = "", above[i]
			continue
		case lower == "" || over == "":
			continue
		}
		titles[i] = over + " " + lower
		if isNeutral(over) {
			under[i] = lower
			if lowest[i] != "" {
				under[i] = lowest[i]
			}
		}
	}
	b.titles, b.under = titles, under
	return b
}

func padded(texts []string, width int) []string {
	list := make([]string, width)
	for i, text := range texts {
		list[i] = strings.TrimSpace(text)
	}
	return list
}

// isNeutral reports whether a heading over several columns does not change their meaning: «Сведения об
// организации», but not «Учредитель».
func isNeutral(text string) bool {
	words := headingWords(text)
	if len(words) > 1 && strings.HasPrefix(words[0], "контакт") && !strings.HasPrefix(words[1], "данн") &&
		!strings.HasPrefix(words[1], "информац") {
		return false // the contact person
	}
	for _, word := range words {
		if !hasStem(neutralWords, word) && !hasStem(adjectives, word) && !slices.Contains(spelledName, word) {
			return false
		}
	}
	return true
}

// spelledName are the words of «ФИО» and «Ф.И.О.» above the parts of names.
var spelledName = strings.Fields("фио ф и о")

// isNumbering reports whether a row only numbers the columns: 1, 2, 3 …
func isNumbering(r table.Row) bool {
	last, count := 0, 0
	for _, c := range r.Cells {
		text := strings.Trim(c.Text, " .()")
		if text == "" {
			continue
		}
		number, err := strconv.Atoi(text)
		if err != nil || count == 0 && number > 2 || count > 0 && number != last+1 {
			return false
		}
		last = number
		count++
	}
	return count > 1
}
