package list

import (
	"slices"
	"strings"
)

// headingScore returns the number of known headings in the first of some rows, or 0 if it is not a row of headings:
// a row of data may contain the word «Директор». The columns with known headings are those of each row.
func headingScore(rows []row, columns [][]int) int {
	texts, known := rows[0].Texts(), columns[0]
	if rows[0].filled == 1 && strings.HasSuffix(strings.TrimSpace(strings.Join(texts, "")), ":") &&
		slices.ContainsFunc(rows[1:], func(r row) bool { return r.filled > 1 }) {
		return 0 // «Председатель комиссии:» above the person
	}
	titles := map[string]bool{}
	for _, i := range known {
		titles[foldCell(texts[i])] = true
	}
	sure, data := 0, 0
	for _, i := range known {
		switch {
		case recurs(rows[1:], columns[1:], foldCell(texts[i]), i, titles):
			data++
		case !isValueWord(texts[i]):
			sure++
		}
	}
	for _, text := range texts {
		data += dataWeight(text)
	}
	if sure == 0 && (data > 0 || len(known) < 2 && rows[0].filled > 1) || sure > 0 && data >= 2*len(known) {
		return 0
	}
	return len(known)*2 - min(data, 1) // a row without data is the better one
}

// knownFields returns the indices of the texts that are headings of known fields,
// one for each field.
func knownFields(texts []string, fields []Field) (indices []int) {
	seen := map[string]bool{}
	for i, text := range texts {
		if len(text) > maxHeading || strings.TrimSpace(text) == "" {
			continue
		}
		h := newHeading(headingText(text, fields))
		best, key := match{}, ""
		for _, f := range fields {
			if found := f.match(h); found.stems > 0 && (key == "" || found.better(best)) {
				best, key = found, f.Key
			}
		}
		if key != "" && !seen[key] {
			seen[key] = true
			indices = append(indices, i)
		}
	}
	return indices
}

// isValueWord reports whether a heading may as well be a value.
func isValueWord(text string) bool {
	words := headingWords(text)
	return len(words) > 0 && hasStem(valueWords, words[0]) && len(words) < 3
}

// recurs reports whether the text of a heading occurs again in its column, in a row
// below that has none of the other headings: then it is a value.
func recurs(below []row, known [][]int, text string, column int, titles map[string]bool) bool {
	for i, r := range below {
		if column < len(r.Cells) && foldCell(r.Cells[column].Text) == text && countTitles(r, titles) < 2 &&
			len(known[i]) < 2 { // not the headings of another table
			return true
		}
	}
	return false
}

// countTitles returns how many of the first cells of a row are among the headings.
func countTitles(r row, titles map[string]bool) (count int) {
	const most = 200
	for _, c := range r.Cells[:min(len(r.Cells), most)] {
		if titles[foldCell(c.Text)] {
			count++
		}
	}
	return count
}

// foldCell folds a cell for comparison. A long one is not a heading.
func foldCell(text string) string {
	if len(text) > maxHeading {
		return ""
	}
	return strings.ToLower(strings.TrimSpace(text))
}
