package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/russian"
)

// workplace is a column with an organization and a post in each cell, such as «Место работы, должность». The
// organization stays in it; posts move to a new column after those of the table.
type workplace struct{ from, to int }

// findWorkplace finds such a column and adds the one for posts, if the list has neither
// organizations nor posts.
func (l *List) findWorkplace() {
	if l.locate != nil || l.holds("organization") || l.holds("position") && !l.isWorkplace("position") {
		return
	}
	for i, c := range l.Columns[:l.physical] {
		if (c.Field == "" || c.Field == "position") && namesWorkplace(c.Title) {
			l.Columns[i].Field = "organization"
			l.workplace = &workplace{i, len(l.Columns)}
			l.Columns = append(l.Columns, Column{Letter: c.Letter, Title: c.Title, Field: "position", Hidden: c.Hidden})
			return
		}
	}
}

// isWorkplace reports whether the column of a field has such a heading.
func (l *List) isWorkplace(field string) bool {
	return slices.ContainsFunc(l.Columns[:l.physical], func(c Column) bool {
		return c.Field == field && namesWorkplace(c.Title)
	})
}

// namesWorkplace reports a heading that asks for an organization and a post.
func namesWorkplace(title string) bool {
	words := headingWords(title)
	isOf := func(stems string) func(string) bool {
		return func(word string) bool { return hasStem(strings.Fields(stems), word) }
	}
	const other = "фио фамили имя руководител директор телефон рекомендат рекомендов"
	place := slices.ContainsFunc(words, isOf("организац учрежден предприяти компани")) ||
		slices.ContainsFunc(words, isOf("место мест")) && slices.ContainsFunc(words, isOf("работы службы"))
	return place && slices.ContainsFunc(words, isOf("должност")) && !slices.ContainsFunc(words, isOf(other)) &&
		!slices.Contains(words, "кому")
}

// split divides the value of a record. A value that cannot be divided is kept and doubted.
func (w *workplace) split(record *Record) {
	value := record.values[w.from]
	if value == "" || isBlankMark(value) || record.values[w.to] != "" {
		return
	}
	body, post, ok := splitWorkplace(value)
	if !ok {
		record.addProblem(record.cellLocation(w.from), diag.Warning,
			fmt.Sprintf("«%s»: не понятно, где здесь организация, а где должность", printable.Excerpt(value, 60)),
			"разделите их запятой или по столбцам «Организация» и «Должность»")
		return
	}
	record.values[w.from], record.values[w.to] = body, post
}

// splitWorkplace divides a text into the name of an organization and a post, which may be before it, «директор ООО
// «А»», or after a comma or a dash: «ООО «А», директор».
func splitWorkplace(text string) (body, post string, ok bool) {
	signs := slices.DeleteFunc(workplaceSigns.FindAllStringIndex(text, -1), func(at []int) bool {
		return isInQuotes(text, at[0])
	})
	parts := func(at []int) (left, right string) {
		return strings.TrimSpace(text[:at[0]]), strings.TrimRight(text[at[1]:], " )")
	}
	for i, at := range slices.Backward(signs) {
		from := 0 // of the part before the sign
		if i > 0 {
			from = signs[i-1][1]
		}
		left, right := parts(at)
		isOpen := strings.Count(left, "(") > strings.Count(left, ")")
		if isJob(right) && !isJob(left) && !isJob(text[from:at[0]]) && !isOpen {
			return left, right, true
		}
	}
	for _, at := range signs {
		if left, right := parts(at); isJob(left) && !isJob(right) && looksLikeBody(right) {
			return right, left, true
		}
	}
	if isJob(text) || beginsWithPost(text) {
		return "", text, true
	}
	return text, "", looksLikeBody(text) && len(signs) == 0
}

// isJob reports a post, or a word in small letters for who somebody is at work: «слесарь».
func isJob(text string) bool {
	return looksLikePost(text) || startsWithLower(text) && !isNobody(text) && russian.NamesRole(text)
}

// isInQuotes reports whether a place of a text is in quotes: the comma of «А, Б».
func isInQuotes(text string, at int) bool {
	before := text[:at]
	return strings.Count(before, "«") > strings.Count(before, "»") ||
		strings.Count(before, "„") > strings.Count(before, "“") || strings.Count(before, `"`)%2 == 1
}

// workplaceSigns find the separators between an organization and a post.
var workplaceSigns = regexp.MustCompile(`[,;\n(]\s*| [–—-] `)
