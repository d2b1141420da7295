package compose

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
)

// onOriginal are patterns of keys that only the original prints: what its office notes for itself, and what extracts
// have keys of their own for.
var onOriginal = []string{"agreed.*", "acquainted", "copies.*", "executor.*", "approval.*", "original", "people.gender",
	"words.title", "words.annex", "council.emblem.caption", "annexes.*"}

// lostInExtract returns the patterns of the keys that the protocol of a meeting prints and its extract of all items
// neither prints nor reports.
func lostInExtract(t *testing.T, m *meeting.Meeting) (lost []string) {
	protocol, _, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
	if err != nil {
		t.Fatal(err)
	}
	items := make([]int, len(m.Agenda))
	for i := range items {
		items[i] = i + 1
	}
	extract, problems, err := load(t).Document(t.Context(), Request{Kind: "extract", Items: items}, m)
	if err != nil {
		t.Fatal(err)
	}
	all, printed := printedKeys(protocol), printedKeys(extract)
	m.EachValue(func(key string, v reflect.Value) {
		told := func(p diag.Problem) bool { return rootOf(p.Key) == rootOf(key) }
		if all.has(key, v) && !printed.has(key, v) && !slices.ContainsFunc(problems, told) {
			lost = append(lost, pattern(key))
		}
	})
	return lost
}

// TestExtractIsWhole: an extract of all items prints what the protocol does or warns of it; with include it prints it.
func TestExtractIsWhole(t *testing.T) {
	for _, form := range []string{"council", "brief", "full"} {
		for name, source := range map[string]func(string) *meeting.Meeting{"usual": everyKey, "own": everyWord} {
			for _, include := range [][]string{nil, meeting.ExtractParts} {
				m := source(form)
				m.Extract = &meeting.Extract{Include: include}
				lost := slices.DeleteFunc(lostInExtract(t, m),
					func(key string) bool { return matches(onOriginal, key) })
				if len(lost) > 0 {
					t.Errorf("%s, %s head, include %v: neither printed nor reported: %s", form, name, include, lost)
				}
			}
		}
	}
}

// TestExtractParts: an extract has the parts of the protocol that the file names. Without the key an extract warns of
// them, and a check of a file that has the section does, too.
func TestExtractParts(t *testing.T) {
	m := bare()
	m.Preamble, m.Closing = []string{"Открыл Первый."}, []string{"Закрыл Второй."}
	request := Request{Kind: "extract", Items: []int{1}}
	for _, c := range []struct {
		extract *meeting.Extract
		printed string // the first letters of what is printed
		warns   string
		checks  string
	}{
		{nil, "", "preamble closing", ""},
		{&meeting.Extract{}, "", "preamble closing", "preamble closing"},
		{&meeting.Extract{Include: []string{}}, "", "", ""},
		{&meeting.Extract{Include: []string{"closing"}}, "З", "", ""},
		{&meeting.Extract{Include: []string{"preamble", "closing"}}, "ОЗ", "", ""},
	} {
		m.Extract = c.extract
		text, printed := compose(t, request, m), ""
		for _, words := range []string{"Открыл Первый.", "Закрыл Второй."} {
			if strings.Contains(text, words) {
				printed += words[:len("О")]
			}
		}
		_, list, err := load(t).Document(t.Context(), request, m)
		if err != nil {
			t.Fatal(err)
		}
		checked, err := load(t).Check(t.Context(), m, nil)
		if err != nil {
			t.Fatal(err)
		}
		warns, checks := partsOf(list), partsOf(checked)
		if printed != c.printed || warns != c.warns || checks != c.checks {
			t.Errorf("%+v: printed %q, warned of %q, in a check of %q", c.extract, printed, warns, checks)
		}
	}
}

// partsOf returns the parts of extracts that problems are about.
func partsOf(list diag.List) string {
	var keys []string
	for _, p := range list {
		if slices.Contains(meeting.ExtractParts, p.Key) {
			keys = append(keys, p.Key)
		}
	}
	return strings.Join(keys, " ")
}
