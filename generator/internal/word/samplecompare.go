package word

import (
	"strconv"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/sample"
)

// wordAt is a word of a paper and the paragraph it is in.
type wordAt struct {
	text  string
	shown string
	block *sample.Block
}

// compare compares a filled template with the paper it was made from, word by word. Paragraphs may be divided
// differently.
func (s *sampling) compare(t *Template, p *Paper) (slips []Slip) {
	var theirs, ours []wordAt
	for _, b := range s.order {
		theirs = append(theirs, wordsOf(b.Text, b)...)
	}
	for _, one := range t.pack.texts() {
		src := p.parts[one.name]
		if src == nil {
			src = one.data
		}
		filled := &part{kind: one.kind, data: src}
		total := 0
		root, err := parse(src, &total)
		if err != nil {
			continue
		}
		root.each(func(e *element) bool {
			if filled.hasText(e) {
				ours = append(ours, wordsOf(filled.text(e).text, nil)...)
			}
			return true
		})
	}
	at := newPlaces(t)
	for _, d := range differences(theirs, ours) {
		slips = append(slips, s.different(at, theirs, ours, d))
	}
	if len(slips) > maxDifferences {
		more := len(slips) - maxDifferences
		slips = append(slips[:maxDifferences], Slip{Severity: diag.Warning, place: place{part: t.pack.main},
			Message: "по бланку выходит другое ещё в местах: " + strconv.Itoa(more)})
	}
	return slips
}

// maxDifferences limits the differences that are reported.
const maxDifferences = 60

// wordsOf returns the words of a paragraph.
func wordsOf(text string, b *sample.Block) (list []wordAt) {
	for _, w := range sample.Words(text) {
		list = append(list, wordAt{w.Normal, w.Shown, b})
	}
	return list
}

// difference is a run of words of the paper that differs in the filled template.
type difference struct{ from, to, ours, oursTo int }

// differences compares two lists of words: the longest common subsequence by the
// algorithm of Myers, within limits.
func differences(a, b []wordAt) (list []difference) {
	same := commonWords(a, b)
	i, j := 0, 0
	for _, pair := range append(same, [2]int{len(a), len(b)}) {
		if pair[0] > i || pair[1] > j {
			list = append(list, difference{i, pair[0], j, pair[1]})
		}
		i, j = pair[0]+1, pair[1]+1
	}
	return list
}

// commonWords returns the pairs of a long common subsequence: common words at both
// ends, then the shortest edit script (E. Myers, 1986).
func commonWords(a, b []wordAt) (pairs [][2]int) {
	n, m := len(a), len(b)
	limit := min(n+m, 4000)
	trace := [][]int32{}
	at := make([]int32, 2*limit+3)
	for d := 0; d <= limit; d++ {
		for k := -d; k <= d; k += 2 {
			var x int32
			if k == -d || k != d && at[limit+k-1]+1 <= at[limit+k+1] {
				x = at[limit+k+1]
			} else {
				x = at[limit+k-1] + 1
			}
			if d == 0 {
				x = 0
			}
			for int(x) < n && int(x)-k < m && a[x].text == b[int(x)-k].text {
				x++
			}
			at[limit+k] = x
			if int(x) >= n && int(x)-k >= m {
				return backtrack(append(trace, clip(at, limit, d)), a, b, k)
			}
		}
		trace = append(trace, clip(at, limit, d))
	}
	return nil
}

// clip returns the part of a row that a step of d edits has used.
func clip(at []int32, limit, d int) []int32 {
	return append([]int32(nil), at[limit-d:limit+d+1]...)
}

func backtrack(trace [][]int32, a, b []wordAt, k int) (pairs [][2]int) {
	x, y := len(a), len(b)
	for d := len(trace) - 1; d > 0; d-- {
		before := func(k int) int {
			if i := k + d - 1; i >= 0 && i < len(trace[d-1]) {
				return int(trace[d-1][i])
			}
			return -1
		}
		prev := k - 1
		if k == -d || k != d && before(k-1)+1 <= before(k+1) {
			prev = k + 1
		}
		px := before(prev)
		py := px - prev
		for x > px && y > py && x > 0 && y > 0 && a[x-1].text == b[y-1].text {
			x, y = x-1, y-1
			pairs = append(pairs, [2]int{x, y})
		}
		x, y, k = px, py, prev
	}
	for x > 0 && y > 0 {
		x, y = x-1, y-1
		pairs = append(pairs, [2]int{x, y})
	}
	for i, j := 0, len(pairs)-1; i < j; i, j = i+1, j-1 {
		pairs[i], pairs[j] = pairs[j], pairs[i]
	}
	return pairs
}

// different makes a slip of a difference.
func (s *sampling) different(at *places, theirs, ours []wordAt, d difference) Slip {
	slip := Slip{Severity: diag.Warning, Hint: "исправьте бланк здесь, если в бумаге должно быть как в образце"}
	in, out := shownWords(theirs[d.from:d.to]), shownWords(ours[d.ours:d.oursTo])
	switch {
	case in == "":
		slip.Message = "по бланку выходит лишнее: «" + out + "»"
	case out == "":
		slip.Message = "по бланку пропадает: «" + in + "»"
	default:
		slip.Message = "в образце «" + in + "», а по бланку выходит «" + out + "»"
	}
	if len(theirs) > 0 {
		slip.place = at.find(s.placed[theirs[min(d.from, len(theirs)-1)].block], "")
	}
	return slip
}

func shownWords(list []wordAt) string {
	var words []string
	for _, w := range list[:min(len(list), 14)] {
		words = append(words, w.shown)
	}
	if len(list) > 14 {
		words = append(words, "…")
	}
	return strings.Join(words, " ")
}
