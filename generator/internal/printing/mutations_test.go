package printing

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/input"
	"protokol/generator/internal/tomlfile"
)

// isFull reports whether slow tests check all cases instead of a sample.
var isFull = os.Getenv("PROTOKOL_TESTS") == "full" && !isRace

// mutants returns how many of a number of mutations of an example are tried: in the
// gate a tenth, in a quick run a thirtieth, but enough to see some.
func mutants(all int) int {
	switch {
	case isFull:
		return all
	case effort.Gate():
		return min(all, max(20, all/10))
	}
	return min(all, max(16, all/30))
}

// TestMutations checks that a change of a value changes only the text whose
// origin names its key, apart from line breaks.
func TestMutations(t *testing.T) {
	press := newPress(t, DefaultStyle)
	for i, file := range examples(t) {
		if !effort.Takes(i, 4, 1) {
			continue
		}
		whole, problems := readMutant(press, file, nil)
		if problems.Failed() {
			t.Fatal(problems)
		}
		before := map[string]original{}
		for _, kind := range tracedKinds {
			sheets, err := press.Sheets(t.Context(), kind, whole.Meeting, Origin{})
			if err != nil {
				t.Fatal(err)
			}
			before[kind] = original{makeKind(t, press, whole, kind), sheets}
		}
		tried, changed := 0, 0
		for _, m := range mutations(t, file, whole) {
			mutant, problems := readMutant(press, file, m.files)
			if problems.Failed() {
				continue // a name that others refer to, a word of a choice
			}
			tried++
			for _, kind := range tracedKinds {
				if before[kind].paper != nil && mutates(t, press, kind, m.key, mutant, before[kind]) {
					changed++
				}
			}
		}
		t.Logf("%s: %d changes of a value, %d seen", file, tried, changed)
		if tried < 10 || changed < 4 {
			t.Errorf("%s: %d changes of a value, %d seen", file, tried, changed)
		}
	}
}

// original is a paper of the original meeting with the sheet counts of its
// enclosures.
type original struct {
	paper  *Paper
	sheets map[string]int
}

// mutates reports whether a change of a key changes a paper, and checks that it
// changes no other text.
func mutates(t *testing.T, press *Press, kind, key string, mutant *input.File, before original) bool {
	t.Helper()
	check := func(place string, old, now []printed) {
		if old, now := joined(old, key), joined(now, key); old != now {
			t.Errorf("%s, %s: a change of %s changes more than names it:\n%s", kind, place, key, difference(old, now))
		}
	}
	r := request(kind, mutant)
	r.Sheets = before.sheets
	doc, _, err := press.Templates.Document(t.Context(), r, mutant.Meeting)
	if errors.As(err, new(compose.MeetingError)) {
		return false // the change was noticed
	}
	if err != nil {
		t.Fatal(err)
	}
	old, now := inTree(before.paper.Document), inTree(doc)
	if joined(old, "") == joined(now, "") {
		return false // and the same pages are made of the same tree
	}
	check("tree", old, now)
	check("pages", onPages(before.paper), onPages(makeKind(t, press, mutant, kind)))
	return true
}

// joined returns the text of a paper without the text from a key. Page and item
// numbers are omitted, because there may be more of them.
func joined(list []printed, without string) string {
	var b strings.Builder
	for _, p := range list {
		if p.origin != nil && (p.origin.Kind == document.Generated || names(p.origin.Keys, without)) {
			continue
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// names reports whether keys include another one: the key of a list or a table
// includes everything in it, and a text may replace a table with no other
// values.
func names(keys []string, other string) bool {
	within := func(key, table string) bool {
		rest, found := strings.CutPrefix(key, table)
		return found && table != "" && (rest == "" || rest[0] == '.' || rest[0] == '[')
	}
	return slices.ContainsFunc(keys, func(key string) bool { return within(key, other) || within(other, key) })
}

// difference returns the texts after their common prefix.
func difference(a, b string) string {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	around := func(r []rune) string { return string(r[max(0, n-20):min(len(r), n+30)]) }
	return fmt.Sprintf("  was %q\n  is  %q", around(x), around(y))
}

// mutation is a meeting with one changed value.
type mutation struct {
	key   string
	files map[string][]byte
}

// mutations returns a mutation, or a sample of them, for every string, number,
// date and time in the files of a meeting.
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
		others := map[string][]string{}
		parsed.Values(func(key string, value any) {
			if text, isText := value.(string); isText && choosing.MatchString(key) {
				others[listOf(key)] = append(others[listOf(key)], text)
			}
		})
		parsed.Values(func(key string, value any) {
			at := parsed.Locate(diag.Problem{Key: key})
			merged, ok := mergedKey(whole, key, at)
			if !ok || strings.HasSuffix(key, "file") {
				return // another meeting
			}
			if n, isNumber := value.(int64); n == 1 && isNumber && strings.HasSuffix(key, "annex") {
				return // the annex before the first is none
			}
			for _, changed := range append(changes(src, at, value), chosen(src, at, value, others[listOf(key)])...) {
				list = append(list, mutation{merged, map[string][]byte{filepath.ToSlash(name): changed}})
			}
		})
	}
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list[:mutants(len(list))]
}

// mergedKey returns the key of a value in the merged meeting, where the people
// of the council's file precede those of the meeting's.
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

// choosing matches keys whose values choose other values: people, decisions, parts of
// a head.
var choosing = regexp.MustCompile(`(^|\.)(speakers|co_speakers|heard\[\d+\]\.who|for|against|abstained|` +
	`decisions|order|chair|secretary|responsible|absent|invited|to|questions)(\[\d+\])?$`)

var index = regexp.MustCompile(`\[\d+\]`)

// listOf returns a key without the indices, which elements of lists have in common.
func listOf(key string) string { return index.ReplaceAllString(key, "") }

// chosen returns copies of a file in which the string at a position is another one that
// the file has in such a place.
func chosen(src []byte, at diag.Problem, value any, others []string) (list [][]byte) {
	was, isText := value.(string)
	lines := bytes.SplitAfter(src, []byte("\n"))
	for _, other := range others {
		line := string(lines[at.Line-1])
		start := len(string([]rune(line)[:at.Column-1]))
		rest, ok := strings.CutPrefix(line[start:], `"`+was+`"`)
		isTwice := strings.HasPrefix(line, "speakers") && strings.Contains(line, other) // and named once
		if ok && isText && other != was && !isTwice {
			changed := []byte(line[:start] + `"` + other + `"` + rest)
			list = append(list, slices.Concat(slices.Concat(lines[:at.Line-1]...), changed,
				slices.Concat(lines[at.Line:]...)))
		}
	}
	return list
}

// changes returns copies of a file with another value at a position.
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

// otherNumbers changes the last digit of the number, date or time at an offset.
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

// longer adds a letter to the string at an offset or, for a full name, to the
// patronymic, because templates use other words for another gender.
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

// readMutant reads a meeting with changed files.
func readMutant(press *Press, file string, files map[string][]byte) (*input.File, diag.List) {
	open := func(name string) ([]byte, error) {
		if src, ok := files[filepath.ToSlash(name)]; ok {
			return src, nil
		}
		return os.ReadFile(name)
	}
	src, err := open(file)
	if err != nil {
		return nil, diag.List{{Message: err.Error()}}
	}
	return input.Read(filepath.ToSlash(file), src, press.Reading(open))
}
