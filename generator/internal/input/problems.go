package input

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/tomlfile"
)

// explained is the set of keys whose problems an earlier problem explains: a
// value of the wrong type is not also missing.
type explained struct {
	wrong map[string]bool // the keys with a problem
	above map[string]bool // the tables and lists around them
	all   bool            // a section of the file is misspelled, and all that it says is missing
}

// misspelled adds the key that an unknown one probably is: it is not also missing.
func (e *explained) misspelled(key, near string) {
	at := strings.LastIndexByte(key, '.')
	e.wrong[key[:at+1]+near] = true
	e.all = e.all || at < 0 && slices.Contains([]string{"council", "people", "agenda"}, near)
}

// newExplained returns the keys of the problems found when the values were bound, and
// of those unread, for which the file has other values than it says.
func newExplained(found, unread diag.List) explained {
	e := explained{wrong: map[string]bool{}, above: map[string]bool{}}
	for _, p := range unread {
		if p.Severity == diag.Error && p.Key != "" {
			e.wrong[p.Key] = true
		}
	}
	for _, p := range found {
		e.wrong[p.Key] = true
		if strings.HasPrefix(p.Hint, tomlfile.WholeFileHint) {
			e.wrong[p.Key[strings.LastIndexByte(p.Key, '.')+1:]] = true
		}
		list, _, _ := strings.Cut(p.Key, "[")
		e.all = e.all || list == "people" && !strings.Contains(p.Key, ".") // nobody is named
		if near, is := strings.CutPrefix(p.Hint, tomlfile.NearHint); is {
			e.misspelled(p.Key, near)
		}
		for i := range p.Key {
			if isStep(p.Key[i]) {
				e.above[p.Key[:i]] = true
			}
		}
	}
	return e
}

// has reports whether there is a problem at a key, around it or inside it.
func (e explained) has(key string) bool {
	if e.all || e.wrong[key] || e.above[key] {
		return true
	}
	for i := range key {
		if isStep(key[i]) && e.wrong[key[:i]] {
			return true
		}
	}
	return false
}

// isStep reports whether a character ends a step of a dotted path.
func isStep(c byte) bool { return c == '.' || c == '[' }

// maxProblems limits the problems of a meeting: a damaged file may have one for every byte.
const maxProblems = 100

// limit keeps the first problems and counts the rest. It keeps at least one error if there is one.
func limit(problems diag.List) diag.List {
	const kept = maxProblems - 1
	left := len(problems) - kept
	if left <= 1 {
		return problems
	}
	short := slices.Clone(problems[:kept])
	severity := diag.Warning
	if problems.Failed() && !short.Failed() {
		isError := func(p diag.Problem) bool { return p.Severity == diag.Error }
		short[kept-1] = problems[slices.IndexFunc(problems, isError)]
	}
	if short.Failed() {
		severity = diag.Error
	}
	rest := problems[len(problems)-1] // its place keeps the summary at the end
	rest.Severity, rest.Key, rest.Code = severity, "", ""
	rest.Message, rest.Hint = fmt.Sprintf("и ещё замечаний: %d", left), "исправьте показанные и проверьте снова"
	return append(short, rest)
}
