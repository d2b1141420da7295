package printing

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/input"
	"protokol/generator/internal/tomlfile"
)

// isFull is whether slow tests take every case and not a sample.
var isFull = os.Getenv("PROTOKOL_TESTS") == "full" && !isRace

// sampled is which share of the mutations a quick run tries: one of so many.
const sampled = 5

// mutation is a meeting in which one value is another.
type mutation struct {
	key   string
	files map[string][]byte
}

// mutations are those of every text, number, date and time of the files of a meeting,
// or a sample of them.
func mutations(t *testing.T, file string, whole *input.File) (list []mutation) {
	t.Helper()
	for _, name := range []string{file, filepath.Join(filepath.Dir(file), "council.toml")} {
		src, err := os.ReadFile(name)
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		parsed, problems := tomlfile.Parse(filepath.ToSlash(name), src)
		if problems.Failed() {
			t.Fatal(problems)
		}
		parsed.Values(func(key string, value any) {
			at := parsed.Locate(diag.Problem{Key: key})
			merged, ok := mergedKey(whole, key, at)
			if !ok || strings.HasSuffix(key, "file") {
				return // the meeting says something else, or there is nothing to print
			}
			if n, isNumber := value.(int64); n == 1 && isNumber && strings.HasSuffix(key, "annex") {
				return // the annex before the first is none
			}
			for _, changed := range changes(src, at, value) {
				list = append(list, mutation{merged, map[string][]byte{filepath.ToSlash(name): changed}})
			}
		})
	}
	if isFull {
		return list
	}
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:(len(list)+sampled-1)/sampled]
}

// mergedKey is the key of a text in a meeting: people of the council's file stand
// before those of the meeting's.
func mergedKey(whole *input.File, key string, at diag.Problem) (merged string, ok bool) {
	same := func(key string) bool {
		found := whole.Locate(diag.Problem{Key: key})
		return found.File == at.File && found.Line == at.Line && found.Column == at.Column
	}
	if same(key) {
		return key, true
	}
	if rest, isPerson := strings.CutPrefix(key, "people["); isPerson {
		_, step, _ := strings.Cut(rest, "]")
		for i := range whole.People {
			if key := fmt.Sprintf("people[%d]%s", i, step); same(key) {
				return key, true
			}
		}
	}
	return "", false
}

// changes are the files in which the value at a place is another.
func changes(src []byte, at diag.Problem, value any) [][]byte {
	lines := bytes.SplitAfter(src, []byte("\n"))
	start := len(bytes.Join(lines[:at.Line-1], nil)) + len(string([]rune(string(lines[at.Line-1]))[:at.Column-1]))
	switch v := value.(type) {
	case string:
		if strings.TrimSpace(v) == "" {
			return nil
		}
		return [][]byte{longer(src, start)}
	case bool:
		return nil // turns whole sentences on and off
	}
	return otherNumbers(src, start)
}

// otherNumbers change the last digit of the number, date or time at a byte.
func otherNumbers(src []byte, start int) (list [][]byte) {
	last := start + len(number.Find(src[start:])) - 1
	for _, step := range []int{-1, 1} {
		if digit := int(src[last]) + step; digit >= '0' && digit <= '9' {
			changed := bytes.Clone(src)
			changed[last] = byte(digit)
			list = append(list, changed)
		}
	}
	return list
}

var number = regexp.MustCompile(`^[\d.:-]*\d`)

// longer puts a letter behind the text whose quotes begin at a byte, or into the
// patronymic of a full name: templates choose other words for another gender.
func longer(src []byte, start int) []byte {
	quote := src[start : start+1]
	if bytes.HasPrefix(src[start:], bytes.Repeat(quote, 3)) {
		quote = bytes.Repeat(quote, 3)
	}
	end := start + len(quote)
	for !bytes.HasPrefix(src[end:], quote) {
		if src[end] == '\\' && quote[0] == '"' {
			end++
		}
		end++
	}
	for end > 0 && (src[end-1] == '\n' || src[end-1] == ' ') {
		end--
	}
	if fullName.Match(src[start:end]) {
		end -= len("ович")
	}
	return slices.Concat(src[:end], []byte("ж"), src[end:])
}

var fullName = regexp.MustCompile(`\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(ович|евич|овна|евна)$`)
