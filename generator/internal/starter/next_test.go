package starter

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/meeting"
)

func TestNextNumber(t *testing.T) {
	for old, want := range map[string]string{"3": "4", "15-пр": "16-пр", "№ 009": "№ 010", "99": "100", "б/н": "б/н",
		"": "", "7/2026-з": "?", "КС-2/26": "?", "77010203040506": "?"} {
		got, ok := nextNumber(old)
		if !ok {
			got = "?"
		}
		if got != want {
			t.Errorf("after %q comes %q, want %q", old, got, want)
		}
	}
}

// TestFates checks that somebody has thought about every key of a meeting.
func TestFates(t *testing.T) {
	for _, field := range reflect.VisibleFields(reflect.TypeFor[meeting.Meeting]()) {
		if key := field.Tag.Get("toml"); key != "-" && !isKnown(key) {
			t.Errorf("what becomes of %s in the next meeting?", key)
		}
	}
}

func isKnown(key string) bool {
	_, known := fates[key]
	return known
}

const lastFile = `#:schema meeting.schema.json
# Наш совет.

number = "3" # сквозной
# во вторник
date = 2026-03-17
start = "10:00"

# Где.
place = 'зал № 1' # второй этаж
absent = [
  { name = "Лебедев С. А.", reason = "отпуск" }, # до мая
]
original = "в деле № 1 за 2026 год"
acquainted = ["Носов Пётр Ильич"]
attendance = { print = "number", present = 5 }

[council] # орган
name = "Совет"

[extract]
date = 2026-03-18
original = "в канцелярии"

# Вопросы.
[[agenda]]
title = "О ярмарке."
# заметка
[[agenda.decisions]]
text = "Провести."

# Ещё вопрос.
[[agenda]]
title = "О взносах."

# Люди.
[[people]]
name = "Соколова Елена Викторовна"
# конец
`

const nextFile = `#:schema meeting.schema.json
# Следующее заседание, по файлу протокола № 3.
# Что стояло в прошлый раз и нужно вписать заново, — после знака #.
# Убрано: absent, agenda.

# Наш совет.

number = "4" # сквозной
# во вторник
# date = 2026-03-17
# start = "10:00"

# Где.
place = 'зал № 1' # второй этаж
# original = "в деле № 1 за 2026 год"
# acquainted = ["Носов Пётр Ильич"]
# attendance = { print = "number", present = 5 }

[council] # орган
name = "Совет"

[extract]
# date = 2026-03-18
original = "в канцелярии"

# Вопросы.
[[agenda]]
# О чём вопрос: «О …», «Об …».
title = ""
# Что решили; голосование, обсуждение и прочее — в справочнике ключей.
decisions = [""]

# Люди.
[[people]]
name = "Соколова Елена Викторовна"
# конец
`

// TestNextFile checks what becomes of every kind of key and of the comments, in
// files of both systems.
func TestNextFile(t *testing.T) {
	windows := strings.NewReplacer("\n", "\r\n")
	for _, test := range [][2]string{{lastFile, nextFile},
		{"\uFEFF" + windows.Replace(lastFile), "\uFEFF" + windows.Replace(nextFile)}} {
		next := NextFile(Last{Source: []byte(test[0]), Number: "3"})
		if diff := cmp.Diff(test[1], string(next.Text)); diff != "" {
			t.Error(diff)
		}
		if got := strings.Join(next.Blank, " "); got != "date start original acquainted attendance extract.date" {
			t.Error("to be written anew:", got)
		}
	}
}

// TestNextWithoutAgendaTables checks that the questions come last when the last
// ones were a list, and that a number of several parts is asked for.
func TestNextWithoutAgendaTables(t *testing.T) {
	next := NextFile(Last{Open: []Task{{"1.2", `Купить "скотч".`, "Орлов П. И.", "", "01.04.2026"}},
		Source: []byte("number = \"7/2026\"\nagenda = [{ title = \"О\" }]\n[council]\nname = \"Совет 2026\"")})
	text := string(next.Text)
	for _, want := range []string{"\n# number = \"7/2026\"\nnumber = \"\"\n",
		"\nname = \"Совет 2026\"\n# Поручения протокола",
		"\n  [\"1.2\", \"Купить \\\"скотч\\\".\", \"Орлов П. И.\", \"01.04.2026\", \"\"],\n]\n\n[[agenda]]\n# О чём"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "agenda = [") || strings.Join(next.Years, " ") != "council.name" {
		t.Errorf("%v\n%s", next.Years, text)
	}
}

// TestSampleOfDate checks that the year in a sample of the date is no year to be checked.
func TestSampleOfDate(t *testing.T) {
	const last = "number = \"3\"\nplace = \"зал съезда 2025 года\"\n[header]\ndate = \"5 марта 2026 года\"\n"
	if next := NextFile(Last{Source: []byte(last)}); strings.Join(next.Years, " ") != "place" {
		t.Errorf("%v", next.Years)
	}
}

// TestNextEnd checks that no blank line is left at the end when the last section is removed.
func TestNextEnd(t *testing.T) {
	next := NextFile(Last{Source: []byte("number = \"7\"\n[[agenda]]\ntitle = \"О\"\n\n[council]\nname = \"Совет\"\n" +
		"\n[letter]\nheading = \"О\"\n")})
	if !strings.HasSuffix(string(next.Text), "\nname = \"Совет\"\n") {
		t.Errorf("%q", next.Text)
	}
}

// TestRowsOfTasks: rows of the table of tasks are written as Taplo formats them.
func TestRowsOfTasks(t *testing.T) {
	long := strings.Repeat("д", 70)
	next := NextFile(Last{Source: []byte("number = \"1\""),
		Open: []Task{{Point: "1", Text: "Дело."}, {Point: "2", Text: long}}})
	want := "rows = [\n  [\"1\", \"Дело.\", \"\", \"\", \"\"],\n  [\n    \"2\",\n    \"" + long + "\",\n" +
		"    \"\",\n    \"\",\n    \"\",\n  ],\n]\n"
	if text := string(next.Text); !strings.Contains(text, want) {
		t.Errorf("no %q in\n%s", want, text)
	}
}
