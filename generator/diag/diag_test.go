package diag

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestProblemError(t *testing.T) {
	for _, test := range []struct {
		problem Problem
		want    string
	}{
		{Problem{Message: "пусто"}, "пусто"},
		{Problem{File: "a.toml", Message: "пусто"}, "a.toml: пусто"},
		{Problem{File: "a.toml", Line: 2, Column: 5, Key: "date", Message: "пусто", Hint: "впишите"},
			"a.toml:2:5: date: пусто"},
		{Problem{Severity: Warning, Key: "date", Message: "давно"}, "предупреждение: date: давно"},
	} {
		if got := test.problem.Error(); got != test.want {
			t.Errorf("%+v: %q, want %q", test.problem, got, test.want)
		}
	}
}

// TestSorted checks the order: files as first mentioned, then lines, then
// columns. Duplicates are dropped.
func TestSorted(t *testing.T) {
	at := func(file string, line, column int, message string) Problem {
		return Problem{File: file, Line: line, Column: column, Message: message}
	}
	list := List{
		at("b", 9, 1, "и"),
		at("a", 1, 1, "г"),
		at("b", 2, 5, "б"),
		at("b", 2, 1, "а"),
		at("a", 1, 1, "г"),
		at("b", 2, 5, "в"),
	}
	want := "b:2:1: а\nb:2:5: б\nb:2:5: в\nb:9:1: и\na:1:1: г"
	if got := list.Sorted().Error(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if list[0].Message != "и" {
		t.Error("the list itself was sorted")
	}
}

// TestSeverity checks that warnings are failures only if they are strict.
func TestSeverity(t *testing.T) {
	warnings := List{{Severity: Warning, Message: "странно"}}
	if warnings.Failed() || !warnings.Strict().Failed() || warnings.Failed() {
		t.Error("a warning failed, or Strict changed the list itself")
	}
	report := Report{List: warnings}
	if report.Err() != nil || report.Strict().Err() == nil {
		t.Error("a report is an error when it holds one")
	}
	more := report.With(Problem{Message: "неверно"})
	var got Report
	if err := fmt.Errorf("check: %w", more.Err()); !errors.As(err, &got) || len(got.List) != 2 ||
		len(report.List) != 1 {
		t.Errorf("%v", got)
	}
}

// TestWrite checks the line of a problem, the caret below its position, and the
// hint.
func TestWrite(t *testing.T) {
	long := strings.Repeat("а", 60) + "ЗДЕСЬ" + strings.Repeat("б", 60)
	for _, test := range []struct {
		name    string
		problem Problem
		source  string
		want    string
	}{
		{"a value", Problem{Line: 2, Column: 8, Width: 3, Hint: "впишите"}, "a = 1\nдата = «?»\r\n",
			"    2 | дата = «?»\n      |        ^^^\nподсказка: впишите\n"},
		{"no width", Problem{Line: 1, Column: 1}, "a", "    1 | a\n      | ^\n"},
		{"wider than the line", Problem{Line: 1, Column: 2, Width: 99}, "abc", "    1 | abc\n      |  ^^\n"},
		{"behind the end", Problem{Line: 1, Column: 99}, "abc", "    1 | abc\n      |    ^\n"},
		{"a byte order mark", Problem{Line: 1, Column: 1}, "\uFEFFabc", "    1 | abc\n      | ^\n"},
		{"tabs", Problem{Line: 1, Column: 3}, "\t\tb", "    1 |   b\n      |   ^\n"},
		{"control characters", Problem{Line: 1, Column: 6}, "a\x1b[2Jb\u202Ec\u200b",
			"    1 | a�[2Jb�c�\n      |      ^\n"},
		{"invalid UTF-8", Problem{Line: 1, Column: 2}, "a\xffb", "    1 | a�b\n      |  ^\n"},
		{"an empty line", Problem{Line: 2, Column: 1}, "a\n\nb", "    2 | \n      | ^\n"},
		{"a line that is not there", Problem{Line: 9, Column: 1}, "a\n", ""},
		{"no place", Problem{Hint: "впишите"}, "a\n", "подсказка: впишите\n"},
		{"the middle of a long line", Problem{Line: 1, Column: 61, Width: 5}, long,
			"    1 | …" + strings.Repeat("а", 48) + "ЗДЕСЬ" + strings.Repeat("б", 43) + "…\n" +
				"      | " + strings.Repeat(" ", 49) + "^^^^^\n"},
		{"its end", Problem{Line: 1, Column: 125}, long,
			"    1 | …" + long[len(long)-2*96:] + "\n" +
				"      | " + strings.Repeat(" ", 96) + "^\n"},
	} {
		test.problem.File, test.problem.Message = "a.toml", "неверно"
		var b strings.Builder
		if err := (Report{List{test.problem}, map[string][]byte{"a.toml": []byte(test.source)}}).Print(&b); err != nil {
			t.Fatal(err)
		}
		want := test.problem.Error() + "\n" + test.want
		if diff := cmp.Diff(want, b.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestWriteMany checks that problems after the hundredth are only counted.
func TestWriteMany(t *testing.T) {
	var b strings.Builder
	list := make(List, 102)
	for i := range list {
		list[i].Message = "неверно"
	}
	if err := list.Write(&b, nil); err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(b.String(), "неверно"); got != 100 || !strings.HasSuffix(b.String(), "\n\nи ещё: 2\n") {
		t.Errorf("%d problems, then %q", got, b.String()[b.Len()-30:])
	}
	if err := list.Write(failing{}, nil); err == nil {
		t.Error("a full disk is not reported")
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("full") }

// TestNearest checks that words with a missing, additional, different or
// swapped letter are near, and that words that differ in more than a third of
// the letters are not.
func TestNearest(t *testing.T) {
	keys := []string{"date", "place", "people", "chair", "secretary", "Иванов Иван"}
	for word, want := range map[string]string{
		"date": "date", "dte": "date", "datte": "date", "dade": "date", "adte": "date",
		"palce": "place", "secretray": "secretary", "chiar": "chair",
		"Иваноф Иван": "Иванов Иван",
		"dt":          "", "hair dryer": "", "": "", "я": "",
		"peple": "people", // closer than place
	} {
		if got := Nearest(word, keys); got != want {
			t.Errorf("%q is near %q, want %q", word, got, want)
		}
	}
	if got := Nearest("bat", []string{"cat", "hat"}); got != "cat" {
		t.Errorf("of two as near the first is taken, not %q", got)
	}
}

func TestOptionError(t *testing.T) {
	for want, err := range map[string]OptionError{
		"where: нет такого столбца":         {Option: "where", Message: "нет такого столбца"},
		"where, знак 5: нет такого столбца": {Option: "where", Place: "знак 5", Message: "нет такого столбца"},
	} {
		if got := err.Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
