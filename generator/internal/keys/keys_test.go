package keys

import (
	"strings"
	"testing"

	"protokol/generator/internal/input"
)

func read(t *testing.T) Reference {
	t.Helper()
	r, err := Read(input.Schemas().Meeting)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFind checks that keys are found by name, path, section and Russian words.
func TestFind(t *testing.T) {
	r := read(t)
	for _, test := range []struct {
		word, first string
		atMost      int
	}{
		{"due", "agenda.decisions.due", 1},
		{"agenda.decisions.points.due", "agenda.decisions.due", 1},
		{"[[agenda.decisions]]", "agenda.decisions", 20},
		{"council.rules", "council.rules", 12},
		{"срок", "agenda.decisions.due", 3},
		{"сроки", "agenda.decisions.due", 3},
		{"председателя", "chair", 30},
		{"равенство голосов", "council.rules.tie", 4},
		{"КВОРУМ", "quorum", 12},
		{"приглашенные", "invited", 12},
	} {
		found, near := r.Find(test.word)
		if len(found) == 0 || len(found) > test.atMost || near != "" {
			t.Errorf("%s: %d keys, near %q", test.word, len(found), near)
			continue
		}
		paths := make([]string, len(found))
		for i, k := range found {
			paths[i] = k.Path()
		}
		if !strings.Contains(" "+strings.Join(paths, " ")+" ", " "+test.first+" ") {
			t.Errorf("%s: no %s among %v", test.word, test.first, paths)
		}
	}
}

// TestAboutFirst checks that keys about a word stand before those that only mention it.
func TestAboutFirst(t *testing.T) {
	r := read(t)
	for word, first := range map[string]string{
		"место": "place", "председатель": "chair", "шапка": "header", "номер": "number",
	} {
		if found, _ := r.Find(word); len(found) == 0 || found[0].Path() != first {
			t.Errorf("%s: first %v, want %s", word, found[0].Path(), first)
		}
	}
}

// TestNearest checks what is suggested for words that are not there.
func TestNearest(t *testing.T) {
	r := read(t)
	for word, want := range map[string]string{"decsions": "decisions", "голосавание": "голосование",
		"абракадабра": "", "мандат": "", "преседатель": "председатель", " ": ""} {
		if found, near := r.Find(word); len(found) > 0 || near != want {
			t.Errorf("%q: %d keys, near %q, want %q", word, len(found), near, want)
		}
	}
}

// TestReference checks that no key lacks a meaning or a kind of value, and that
// tables in several places stand once.
func TestReference(t *testing.T) {
	r := read(t)
	names := map[string]int{}
	for _, table := range r {
		names[table.Name]++
		for _, k := range table.Keys {
			if k.Text == "" || k.Type == "" {
				t.Errorf("%s: meaning %q, values %q", k.Path(), k.Text, k.Type)
			}
		}
	}
	for name, n := range names {
		if n != 1 {
			t.Errorf("%s stands %d times", name, n)
		}
	}
	text := r.String()
	for _, want := range []string{"\n[letter], [invitation], [notice] — ", "[[agenda.decisions.points]]",
		"[forms.…]", "\n  due "} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestExampleAtMinimum checks that the example of a number is one that the schema allows.
func TestExampleAtMinimum(t *testing.T) {
	found, _ := read(t).Find("elections.cumulative")
	if len(found) != 1 || !strings.Contains(found[0].Entry(), "пример: cumulative = 2\n") {
		t.Errorf("%d keys: %+v", len(found), found)
	}
}

// TestEntry shows an entry as users read it.
func TestEntry(t *testing.T) {
	found, _ := read(t).Find("council.rules.tie")
	const want = `tie  в [council.rules]
  Равенство голосов: chair — решает голос председательствующего, lost — решение не принято (по умолчанию).
  значение: одно из: "chair", "lost"
  пример: tie = "chair"
`
	if len(found) != 1 || found[0].Entry() != want {
		t.Errorf("%d keys:\n%s", len(found), found[0].Entry())
	}
	found, _ = read(t).Find("agenda.title")
	entry := found[0].Entry()
	if !strings.Contains(entry, "; обязателен\n") || !strings.Contains(entry, "\n  печатают: протокол, ") {
		t.Error(entry)
	}
}
