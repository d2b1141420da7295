package compose

import (
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/meeting"
)

// Widths of columns that the file does not set minimize the height of the table, estimated from the number of
// letters. Layout measures the letters and widens columns that are narrower than their longest word.

const (
	uprightLetters   = 80  // of a line of a table on an upright page
	landscapeLetters = 120 // on a landscape page
	cellPadding      = 2   // letters at the sides of a cell
	measuredRows     = 100 // rows that are considered
	steps            = 16  // the part of the excess that is taken away at once
)

// fittingWidths returns the widths of columns in letters.
func fittingWidths(t *meeting.Table, landscape bool) []int {
	total := uprightLetters
	if landscape {
		total = landscapeLetters
	}
	cells := lettersOf(t)
	widths, least := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for i := range t.Columns {
		least[i] = longestWord(t, i) + cellPadding
		for _, row := range cells {
			widths[i] = max(widths[i], min(row[i], total))
		}
		widths[i] = max(widths[i]+cellPadding, least[i])
	}
	for excess := letters(widths) - total; excess > 0; excess = letters(widths) - total {
		if !shrink(widths, least, cells, (excess+steps-1)/steps) {
			break
		}
	}
	for trade(widths, least, cells) {
	}
	return widths
}

// lettersOf returns the numbers of letters of the cells, those of the header first.
func lettersOf(t *meeting.Table) [][]int {
	head := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = utf8.RuneCountInString(c.Title)
	}
	cells := [][]int{head}
	for _, row := range t.Rows[:min(len(t.Rows), measuredRows)] {
		letters := make([]int, len(t.Columns))
		for i := range min(len(row), len(letters)) {
			letters[i] = utf8.RuneCountInString(row[i])
		}
		cells = append(cells, letters)
	}
	return cells
}

func longestWord(t *meeting.Table, column int) (longest int) {
	add := func(text string) {
		for word := range strings.FieldsSeq(text) {
			longest = max(longest, utf8.RuneCountInString(word))
		}
	}
	add(t.Columns[column].Title)
	for _, row := range t.Rows[:min(len(t.Rows), measuredRows)] {
		if column < len(row) {
			add(row[column])
		}
	}
	return longest
}

// shrink takes letters from the column where that adds the fewest lines to the
// table, the widest of them. It reports false if no column can give any.
func shrink(widths, least []int, cells [][]int, by int) bool {
	best, fewest := -1, 0
	for i, width := range widths {
		if width <= least[i] {
			continue
		}
		widths[i] = max(width-by, least[i])
		lines := height(widths, cells)
		widths[i] = width
		if best < 0 || lines < fewest || lines == fewest && width > widths[best] {
			best, fewest = i, lines
		}
	}
	if best >= 0 {
		widths[best] = max(widths[best]-by, least[best])
	}
	return best >= 0
}

// trade moves letters between two columns if that makes the table lower.
func trade(widths, least []int, cells [][]int) bool {
	lines := height(widths, cells)
	for from := range widths {
		for to := range widths {
			for _, by := range [...]int{16, 8, 4, 2, 1} {
				if from == to || widths[from]-by < least[from] {
					continue
				}
				widths[from], widths[to] = widths[from]-by, widths[to]+by
				if height(widths, cells) < lines {
					return true
				}
				widths[from], widths[to] = widths[from]+by, widths[to]-by
			}
		}
	}
	return false
}

// height estimates the number of lines of a table. The lines of a row count squared, because one very high row is
// worse than some that are a little higher.
func height(widths []int, cells [][]int) (lines int) {
	for _, row := range cells {
		highest := 1
		for i, letters := range row {
			room := max(1, widths[i]-cellPadding)
			highest = max(highest, (letters+room-1)/room)
		}
		lines += highest * highest
	}
	return lines
}

func letters(widths []int) (total int) {
	for _, width := range widths {
		total += width
	}
	return total
}
