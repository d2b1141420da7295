package compare

import (
	"maps"
	"slices"
	"strings"
	"time"

	"protokol/generator/internal/reader"
)

// places compares the cells and the list numbers of the words of a DOCX, and the properties of the file. Other
// rules may print these differently, and where words differ, numbers and cells differ as a result.
func (r *Report) places(paper, reprint *reader.Words, otherRules bool) {
	for _, name := range slices.Sorted(maps.Keys(paper.Properties)) {
		is, was := paper.Properties[name], reprint.Properties[name]
		if made, err := time.Parse(time.RFC3339, is); err == nil {
			issued, err := time.Parse(time.RFC3339, was)
			if err == nil && !made.Before(issued) {
				continue // saved again
			}
		}
		if is != was {
			r.differ(0, "в свойствах файла другое: %s — %s", name, said(is))
		}
	}
	if otherRules || len(r.Differences) > 0 {
		return
	}
	if !slices.Equal(paper.Cells, reprint.Cells) {
		r.differ(0, "слова те же, но в таблицах стоят в других ячейках: %s", said(strings.Join(around(paper.Cells,
			reprint.Cells), " | ")))
	}
	if !slices.Equal(paper.Columns, reprint.Columns) {
		r.differ(0, "слова те же, но столбцы таблиц сдвинуты: ячейки стоят не под теми, что в исходном файле, или "+
			"на каждом листе повторяются другие строки")
	}
	if i := firstChange(paper.Notes, reprint.Notes); i >= 0 {
		r.differ(0, "сноски не те: %s, а по исходному файлу %s", noteAt(paper.Notes, i), noteAt(reprint.Notes, i))
	}
	if i := firstChange(paper.Spots, reprint.Spots); i >= 0 && len(paper.Spots) == len(reprint.Spots) {
		what := "рисунок стоит"
		if field := paper.Spots[i].Field; field != "" {
			what = "поле формы стоит"
		}
		r.differ(0, "%s не на том месте, что в исходном файле", what)
	}
	if i := firstChange(paper.Numbers, reprint.Numbers); i >= 0 {
		r.differ(0, "номера списков не те: %s, а по исходному файлу %s", numberAt(paper.Numbers, i),
			numberAt(reprint.Numbers, i))
	}
}

// firstChange returns the index of the first difference, or -1.
func firstChange[T comparable](theirs, ours []T) int {
	for i := range max(len(theirs), len(ours)) {
		if i >= len(theirs) || i >= len(ours) || theirs[i] != ours[i] {
			return i
		}
	}
	return -1
}

// around returns some of the cells at the first difference.
func around(theirs, ours []string) []string {
	const some = 4
	i := firstChange(theirs, ours)
	return theirs[min(i, len(theirs)):min(i+some, len(theirs))]
}

func noteAt(list []reader.Note, i int) string {
	const longest = 300 // bytes, of which some are shown
	if i >= len(list) {
		return "ничего"
	}
	return list[i].Where + " " + said(list[i].Text[:min(len(list[i].Text), longest)])
}

func numberAt(list []reader.Number, i int) string {
	if i >= len(list) {
		return "ничего"
	}
	return quote([]string{list[i].Label, list[i].Word})
}
