package trace

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/typography"
)

// checkCover checks that segments cover both texts in order and that equal ones
// are equal.
func checkCover(t *testing.T, old, text string) []segment {
	t.Helper()
	list := align(old, text)
	i, j := 0, 0
	for _, s := range list {
		if s.from != i || s.start != j || s.to < i || s.end < j || s.same && old[s.from:s.to] != text[s.start:s.end] {
			t.Fatalf("%q → %q: segment %+v at %d, %d", old, text, s, i, j)
		}
		i, j = s.to, s.end
	}
	if i != len(old) || j != len(text) {
		t.Fatalf("%q → %q: the segments end at %d, %d", old, text, i, j)
	}
	return list
}

// TestAlignExactly checks that unchanged letters keep their positions. All
// letters of the old text are different, so the position of each in the new
// text is known.
func TestAlignExactly(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	changes := [][2]string{
		{" ", "\u00a0"},
		{"\"", "«"},
		{"\"", "»"},
		{" - ", "\u00a0— "},
		{"...", "…"},
		{"  ", " "},
		{"N ", "№\u00a0"},
		{"№", "№\u00a0"},
		{"--", "—"},
		{"", "."},
	}
	for range 3000 {
		var old, text strings.Builder
		places := map[rune]int{} // of letters in the new text
		letter := rune('一')
		for range 1 + random.IntN(12) {
			for range 1 + random.IntN(4) { // at least one letter between changes
				places[letter] = text.Len()
				old.WriteRune(letter)
				text.WriteRune(letter)
				letter++
			}
			change := changes[random.IntN(len(changes))]
			old.WriteString(change[0])
			text.WriteString(change[1])
		}
		kept := map[rune]int{}
		for _, s := range checkCover(t, old.String(), text.String()) {
			if s.same {
				for at, r := range old.String()[s.from:s.to] {
					kept[r] = s.start + at
				}
			}
		}
		for r, place := range places {
			if at, found := kept[r]; !found || at != place {
				t.Fatalf("%q → %q: %c is at %d (%v), not at %d", old.String(), text.String(), r, at, found, place)
			}
		}
	}
}

// TestAlignTypography checks that all letters and digits of Russian text keep
// their positions when the typography is corrected.
func TestAlignTypography(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	words := []string{
		"в",
		"и",
		"о",
		"ст.",
		"9",
		"№5",
		"N",
		"5",
		"№",
		"12",
		"г.",
		"2017",
		"А.",
		"В.",
		"Иванов",
		"\"Ромашка\"",
		"слово",
		"-",
		"--",
		"...",
		"1",
		"250",
		"000",
		"руб.",
		"2017-2020",
		"годы",
		"\"ООО",
		"Пример\"",
		"IV",
		"квартал",
	}
	isLetter := func(s string) bool {
		return strings.Trim(s, "абвгдежзийклмнопрстуфхцчшщыьэюяАБВГДИОПР0123456789") == ""
	}
	for range 3000 {
		var typed []string
		for range 1 + random.IntN(14) {
			typed = append(typed, words[random.IntN(len(words))])
		}
		old := strings.Join(typed, pick(random, " ", "  "))
		text := typography.Typeset(old)
		letters := func(s string) (list []string) {
			for _, r := range s {
				if isLetter(string(r)) {
					list = append(list, string(r))
				}
			}
			return list
		}
		count := 0
		for _, s := range checkCover(t, old, text) {
			if s.same {
				count += len(letters(old[s.from:s.to]))
			}
		}
		if want := len(letters(old)); count != want {
			t.Errorf("%q → %q: %d of %d letters keep their places", old, text, count, want)
		}
	}
}

func pick(random *rand.Rand, choices ...string) string { return choices[random.IntN(len(choices))] }

// TestAlignUnrelated checks that unrelated texts are aligned in linear time,
// too.
func TestAlignUnrelated(t *testing.T) {
	start := time.Now()
	for _, n := range []int{1 << 12, 1 << 14} {
		checkCover(t, strings.Repeat("аб", n), strings.Repeat("вг", n/2))
		checkCover(t, strings.Repeat("абв", n), strings.Repeat("бав", n))
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

func FuzzAlign(f *testing.F) {
	f.Add("а \"б\" - в", "а «б» — в")
	f.Add("", "а")
	f.Fuzz(func(t *testing.T, old, text string) { checkCover(t, old, text) })
}
