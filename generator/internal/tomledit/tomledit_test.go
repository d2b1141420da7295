package tomledit

import (
	"strings"
	"testing"
)

const sample = `# Файл заседания
date = 2026-03-12   # четверг
start = "12:00"
present = ["Иванов И. И.", "Петров П. П."] # двое

# Орган
[council]
name = 'Совет "А"'
rules.quorum = "5" # половина

[council.emblem]
file = "герб.png"

# Первый
[[agenda]]
title = "О плане"
speakers = [
  "Иванов И. И.", # докладчик
  # а это о втором
  "Петров П. П.",
]

[[agenda.decisions]]
text = """
Утвердить
план."""
[agenda.vote]
for = 5

# Второй
[[agenda]]
title = "Разное"
decisions = ["Принять к сведению.", { text = "Поручить.", due = 2026-04-01 }]

[letter]
to = [{ name = "Сидоров С. С.", position = "директор" }]
`

func TestApply(t *testing.T) {
	for _, c := range []struct {
		change   Change
		old, new string // the text that changes
	}{
		{Change{Set, Path{"start"}, "13:30", 0}, `"12:00"`, `"13:30"`},
		{Change{Set, Path{"date"}, Literal("2026-03-13"), 0}, `2026-03-12 `, `2026-03-13 `},
		{Change{Set, Path{"place"}, "зал", 0}, "# двое\n", "# двое\nplace = \"зал\"\n"},
		{Change{Set, Path{"council", "genitive"}, "Совета", 0}, "# половина\n", "# половина\ngenitive = \"Совета\"\n"},
		{Change{Set, Path{"council", "rules", "tie"}, "chair", 0}, "# половина\n",
			"# половина\nrules.tie = \"chair\"\n"},
		{Change{Set, Path{"agenda", 0, "vote", "against"}, int64(1), 0}, "for = 5\n", "for = 5\nagainst = 1\n"},
		{Change{Set, Path{"agenda", 1, "vote", "for"}, int64(4), 0}, "2026-04-01 }]\n",
			"2026-04-01 }]\n\n[agenda.vote]\nfor = 4\n"},
		{Change{Set, Path{"agenda", 1, "decisions", 1, "control"}, "Иванов", 0}, "2026-04-01 }",
			`2026-04-01, control = "Иванов" }`},
		{Change{Set, Path{"agenda", 0, "speakers", 1}, "Орлов О. О.", 0}, "\"Петров П. П.\",\n]",
			"\"Орлов О. О.\",\n]"},
		{Change{Set, Path{"agenda", 0, "decisions", 0, "text"}, "Да.\nНет.", 0}, "\"\"\"\nУтвердить\nплан.\"\"\"",
			`"Да.\nНет."`},
		{Change{Set, Path{"forms", "Черных И. П.", "dative"}, "Черных И. П.", 0}, "\"директор\" }]\n",
			"\"директор\" }]\n\n[forms.\"Черных И. П.\"]\ndative = \"Черных И. П.\"\n"},
		{Change{Remove, Path{"start"}, nil, 0}, "start = \"12:00\"\n", ""},
		{Change{Remove, Path{"present", 0}, nil, 0}, `"Иванов И. И.", "Петров`, `"Петров`},
		{Change{Remove, Path{"present", 1}, nil, 0}, `, "Петров П. П."]`, `]`},
		{Change{Remove, Path{"agenda", 0, "speakers", 0}, nil, 0}, "  \"Иванов И. И.\", # докладчик\n", ""},
		{Change{Remove, Path{"letter", "to", 0}, nil, 0},
			"to = [{ name = \"Сидоров С. С.\", position = \"директор\" }]\n", ""},
		{Change{Remove, Path{"council", "emblem"}, nil, 0}, "[council.emblem]\nfile = \"герб.png\"\n", ""},
		{Change{Insert, Path{"present", 2}, "Орлов О. О.", 0}, `П. П."] #`, `П. П.", "Орлов О. О."] #`},
		{Change{Insert, Path{"agenda", 0, "speakers", 0}, "Орлов О. О.", 0}, "  \"Иванов И. И.\", # д",
			"  \"Орлов О. О.\",\n  \"Иванов И. И.\", # д"},
		{Change{Insert, Path{"agenda", 1}, map[string]any{"title": "О бюджете"}, 0}, "# Второй\n",
			"[[agenda]]\ntitle = \"О бюджете\"\n\n# Второй\n"},
		{Change{Insert, Path{"agenda", 2}, map[string]any{"title": "О бюджете"}, 0}, "2026-04-01 }]\n",
			"2026-04-01 }]\n\n[[agenda]]\ntitle = \"О бюджете\"\n"},
		{Change{Insert, Path{"people", 0}, map[string]any{"name": "Орлов О. О."}, 0}, "\"директор\" }]\n",
			"\"директор\" }]\n\n[[people]]\nname = \"Орлов О. О.\"\n"},
		{Change{Move, Path{"present", 0}, nil, 1}, `"Иванов И. И.", "Петров П. П."]`,
			`"Петров П. П.", "Иванов И. И."]`},
	} {
		for _, end := range []string{"\n", "\r\n"} {
			lines := func(s string) string { return strings.ReplaceAll(s, "\n", end) }
			want := strings.Replace(lines(sample), lines(c.old), lines(c.new), 1)
			if want == lines(sample) {
				t.Fatalf("%q is not in the sample", c.old)
			}
			got, err := Apply([]byte(lines(sample)), c.change)
			if err != nil {
				t.Errorf("%v: %v", c.change, err)
			} else if string(got) != want {
				t.Errorf("%v:\n%s", c.change, got)
			}
		}
	}
}

func TestMoveTables(t *testing.T) {
	got, err := Apply([]byte(sample), Change{Operation: Move, Path: Path{"agenda", 1}, To: 0})
	if err != nil {
		t.Fatal(err)
	}
	first, second := strings.Index(string(got), "# Второй"), strings.Index(string(got), "# Первый")
	if first < 0 || second < first || !strings.HasPrefix(string(got), sample[:strings.Index(sample, "# Первый")]) {
		t.Errorf("moved:\n%s", got)
	}
}

func TestRemoveTables(t *testing.T) {
	got, err := Apply([]byte(sample), Change{Operation: Remove, Path: Path{"agenda", 0}})
	if err != nil {
		t.Fatal(err)
	}
	from, to := strings.Index(sample, "# Первый"), strings.Index(sample, "\n# Второй")
	want := sample[:from] + sample[to:]
	if strings.ReplaceAll(string(got), "\n", "") != strings.ReplaceAll(want, "\n", "") {
		t.Errorf("removed:\n%s", got)
	}
}

// TestEmpty begins with nothing.
func TestEmpty(t *testing.T) {
	src := []byte(nil)
	for _, c := range []Change{
		{Set, Path{"agenda", 0, "title"}, "x", 0},
		{Insert, Path{"agenda", 0}, map[string]any{}, 0},
		{Set, Path{"agenda", 0, "title"}, "О плане", 0},
		{Set, Path{"council", "rules", "quorum"}, "5", 0},
		{Set, Path{"council", "name"}, "Совет", 0},
		{Set, Path{"date"}, Literal("2026-01-02"), 0},
		{Set, Path{"agenda", 0, "vote", "for"}, int64(3), 0},
		{Insert, Path{"agenda", 0, "decisions", 0}, map[string]any{"text": "Да"}, 0},
		{Remove, Path{"agenda", 0, "vote", "for"}, nil, 0},
	} {
		made, err := Apply(src, c)
		if err != nil {
			if len(src) > 0 {
				t.Errorf("%v: %v", c, err)
			}
			continue
		}
		src = made
	}
	want := `date = 2026-01-02

[[agenda]]
title = "О плане"

[agenda.vote]

[[agenda.decisions]]
text = "Да"

[council]
name = "Совет"

[council.rules]
quorum = "5"
`
	if strings.TrimLeft(string(src), "\n") != want {
		t.Errorf("got\n%s", src)
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []Change{
		{Set, nil, "x", 0},
		{Set, Path{"agenda", 7, "title"}, "x", 0},
		{Set, Path{"agenda", "x"}, "x", 0},
		{Set, Path{"start", "x"}, "x", 0},
		{Set, Path{"date"}, Literal("x = 1"), 0},
		{Set, Path{"start"}, "\xff", 0},
		{Remove, Path{"end"}, nil, 0},
		{Insert, Path{"agenda", 9}, map[string]any{}, 0},
		{Move, Path{"agenda", 0}, nil, 5},
		{Move, Path{"agenda", -1}, nil, 0},
		{"?", Path{"agenda", 0}, nil, 0},
	} {
		if got, err := Apply([]byte(sample), c); err == nil {
			t.Errorf("%v made\n%s", c, got)
		}
	}
	if _, err := Apply([]byte("a = "), Change{Set, Path{"a"}, "x", 0}); err == nil {
		t.Error("an invalid file was changed")
	}
	old := map[string]any{"a": int64(1), "b": "old"}
	made, err := ApplyDecoded([]byte("a = 1\nb = 'new'\n"), old, Change{Set, Path{"a"}, int64(2), 0})
	if err != nil || made.Prove() == nil {
		t.Error("values of another file were taken:", err)
	}
}

// TestEqual checks that only values of the same types and contents are equal.
func TestEqual(t *testing.T) {
	values := []any{int64(1), 1.0, "1", Literal("1"), true, []any{}, []any{int64(1)}, []any{1.0}, []any{int64(1), "1"},
		map[string]any{}, map[string]any{"a": int64(1)}, map[string]any{"b": int64(1)}, map[string]any{"a": []any{"1"}},
		map[string]any{"a": []any{Literal("1")}}, map[string]any{"a": []any{"1"}, "b": ""}}
	for i, a := range values {
		for j, b := range values {
			if equal(a, b) != (i == j) {
				t.Errorf("%#v, %#v", a, b)
			}
		}
	}
}

// Apply returns the file with a change. A file that is not valid TOML, and a
// change that cannot be made or proved, are errors.
func Apply(src []byte, c Change) ([]byte, error) {
	before, err := Values(src)
	if err != nil {
		return nil, err
	}
	made, err := ApplyDecoded(src, before, c)
	if err != nil {
		return nil, err
	}
	return made.Text, made.Prove()
}
