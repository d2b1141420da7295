package compare

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/printable"
	"protokol/generator/internal/reader"
)

func (r *Report) words(paper, reprint *reader.PDF, page int) error {
	ours, err := reprint.Text(page)
	if err != nil {
		return err
	}
	theirs, err := paper.Text(page)
	if err != nil {
		return err
	}
	for _, c := range changes(strings.Fields(theirs), strings.Fields(ours)) {
		r.differ(page+1, "%s", c)
	}
	return nil
}

// change is the replacement of a run of words by another.
type change struct {
	after        []string // the words before it, for the message
	theirs, ours []string
}

func (c change) String() string { return c.in("в начале страницы") }

// in describes a change; start is used if there are no words before it.
func (c change) in(start string) string {
	where := start
	if len(c.after) > 0 {
		where = "после слов " + quote(c.after)
	}
	switch {
	case len(c.ours) == 0:
		return fmt.Sprintf("%s стоит %s, чего нет в исходном файле", where, quote(c.theirs))
	case len(c.theirs) == 0:
		return fmt.Sprintf("%s нет %s, что есть в исходном файле", where, quote(c.ours))
	}
	return fmt.Sprintf("%s стоит %s, а по исходному файлу %s", where, quote(c.theirs), quote(c.ours))
}

// quote quotes words, not too many.
func quote(words []string) string {
	const most, longest = 12, 60
	shown := slices.Clone(words[:min(len(words), most)])
	for i, w := range shown {
		shown[i] = printable.Short(w, longest)
	}
	if len(words) > most {
		shown = append(shown, fmt.Sprintf("… (всего слов: %d)", len(words)))
	}
	return "«" + strings.Join(shown, " ") + "»"
}

// context is the number of words shown before a change.
const context = 3

// maxTable limits the table of the comparison: 16 million cells of 2 bytes.
const maxTable = 16 << 20

// changes compares words by their longest common subsequence.
func changes(theirs, ours []string) []change { return changesIn(theirs, ours, theirs, ours) }

// changesIn is changes for words that are compared by keys.
func changesIn(theirs, ours, theirKeys, ourKeys []string) (list []change) {
	start := 0
	for start < min(len(theirs), len(ours)) && theirKeys[start] == ourKeys[start] {
		start++
	}
	end := 0
	for end < min(len(theirs), len(ours))-start && theirKeys[len(theirs)-1-end] == ourKeys[len(ours)-1-end] {
		end++
	}
	a, b := theirKeys[start:len(theirs)-end], ourKeys[start:len(ours)-end]
	found := func(i0, i, j0, j int) change {
		at := start + j0
		return change{ours[max(0, at-context):at], theirs[start+i0 : start+i], ours[at : start+j]}
	}
	if len(a)+len(b) == 0 {
		return nil
	}
	if len(a)*len(b) > maxTable || len(a) == 0 || len(b) == 0 {
		return []change{found(0, len(a), 0, len(b))}
	}
	table := common(a, b)
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
			continue
		}
		i0, j0 := i, j
		for (i < len(a) || j < len(b)) && (i == len(a) || j == len(b) || a[i] != b[j]) {
			if j == len(b) || i < len(a) && table[i+1][j] >= table[i][j+1] {
				i++
			} else {
				j++
			}
		}
		list = append(list, found(i0, i, j0, j))
	}
	return list
}

// common returns the length of the longest common subsequence of every pair of
// tails.
func common(a, b []string) [][]uint16 {
	table := make([][]uint16, len(a)+1)
	cells := make([]uint16, (len(a)+1)*(len(b)+1))
	for i := range table {
		table[i] = cells[i*(len(b)+1) : (i+1)*(len(b)+1)]
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}
