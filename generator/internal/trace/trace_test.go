package trace

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"protokol/generator/document"
)

// show returns a text with the origins of its parts: [value key from-to],
// {computed keys}, (generated), the template's own words as they are.
func show(text string, spans []document.Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		if s.Start != at {
			return fmt.Sprintf("a span begins at %d, not at %d", s.Start, at)
		}
		at = s.End
		part := text[s.Start:s.End]
		switch s.Origin.Kind {
		case document.Value:
			fmt.Fprintf(&b, "[%s|%s %d-%d]", part, s.Origin.Keys[0], s.From, s.To)
		case document.Computed:
			fmt.Fprintf(&b, "{%s|%s}", part, strings.Join(s.Origin.Keys, ","))
		case document.Template:
			b.WriteString(part)
		case document.Unknown:
			b.WriteString("?" + part + "?")
		default:
			fmt.Fprintf(&b, "(%s)", part)
		}
	}
	if at != len(text) {
		return fmt.Sprintf("spans end at %d of %d", at, len(text))
	}
	return b.String()
}

// read returns the result of show for a marked text, corrected by f.
func read(t *testing.T, r *Recorder, marked string, f func(string) string) string {
	t.Helper()
	text, source, ok := r.Read(marked)
	if !ok {
		t.Fatalf("not read: %+q", marked)
	}
	if f != nil {
		text = f(text)
	}
	return show(text, document.Spans(source, text))
}

func upperFirst(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

func TestRead(t *testing.T) {
	r := New()
	name, post := r.Value("name", "Иван"), r.Part("post", "директор", 200)
	quotes := strings.NewReplacer(`"А`, "«А", `Б"`, "Б»", " - ", "\u00a0— ", "№5", "№\u00a05").Replace
	for _, test := range []struct {
		marked, want string
		f            func(string) string
	}{
		{"слова", "слова", nil},
		{name, "[Иван|name 0-8]", nil},
		{name + ", " + post, "[Иван|name 0-8], [директор|post 200-216]", nil},
		{r.Computed(name+" – "+post+".", "people[0]"),
			"[Иван|name 0-8]{ – |people[0]}[директор|post 200-216]{.|people[0]}", nil},
		{r.Computed("20 ноября", "date", "time"), "{20 ноября|date,time}", nil},
		{Unmarked("от " + name), "?от ?[Иван|name 0-8]", nil},
		{Unmarked(Literal("от") + " " + name), "от? ?[Иван|name 0-8]", nil},
		{r.Value("k", "Иван", "chair"), "[Иван|k 0-8]", nil},
		{r.Computed("а "+r.Words("б"), "k"), "{а |k}б", nil},
		{"Слово " + name, "Слово [Иван|name 0-8]", nil},
		{r.Value("k", "\uFEFFа 中\uFF01"), "[\uFEFFа 中\uFF01|k 0-12]", nil}, // letters with the first byte of marks
		{r.Value("k", "a\n\n  b"), "[a |k 0-2][b|k 5-6]",
			func(s string) string { return strings.Join(strings.Fields(s), " ") }},
		{"\n    " + r.Value("k", "аб") + "\n  ", "[аб|k 0-4]", strings.TrimSpace},
		{r.Value("k", `"А Б" - в`), "[«|k 0-1][А Б|k 1-6][»|k 6-7][\u00a0|k 7-8][—|k 8-9][ в|k 9-12]", quotes},
		{"№" + r.Value("k", "5 - 6"), "№\u00a0[5|k 0-1][\u00a0|k 1-2][—|k 2-3][ 6|k 3-5]", quotes},
	} {
		if got := read(t, r, test.marked, test.f); got != test.want {
			t.Errorf("%s\n  read as %s\n  want    %s", Strip(test.marked), got, test.want)
		}
	}
}

// TestBlank checks that text without letters is returned unchanged, so that a
// template can test for it.
func TestBlank(t *testing.T) {
	r := New()
	for _, text := range []string{"", " ", "\n"} {
		if r.Value("k", text) != text || r.Computed(text, "k") != text {
			t.Errorf("%q is marked", text)
		}
	}
	var none *Recorder
	if got := none.Value("k", "а") + none.Computed("б", "k"); got != "аб" {
		t.Errorf("without a recorder: %q", got)
	}
	if text, source, ok := none.Read("аб"); text != "аб" || source != nil || !ok {
		t.Errorf("without a recorder: %q, %v, %v", text, source, ok)
	}
}

func TestApply(t *testing.T) {
	r := New()
	stop := func(text string) string { return text + "." }
	noStop := func(text string) string { return strings.TrimSuffix(text, ".") }
	value := r.Value("k", "слово дело.")
	for _, test := range []struct {
		marked, want string
		f            func(string) string
	}{
		{value, "[Слово дело.|k 0-20]", upperFirst},
		{value, "[слово дело|k 0-19]", noStop},
		{"и " + value, "И [слово дело.|k 0-20]", upperFirst},
		{value + " ок", "[слово дело.|k 0-20] ок.", stop},
		{r.Part("k", "дело", 11), "[Дело|k 11-19]", upperFirst},
		{r.Computed("дело "+value, "c"), "{Дело |c}[слово дело|k 0-19]",
			func(s string) string { return noStop(upperFirst(s)) }},
	} {
		applied := Apply(test.marked, test.f)
		if Strip(applied) != test.f(Strip(test.marked)) {
			t.Errorf("%q became %q", Strip(test.marked), Strip(applied))
		}
		if got := read(t, r, applied, nil); got != test.want {
			t.Errorf("%s\n  became %s\n  want   %s", Strip(test.marked), got, test.want)
		}
	}
}

func TestSlice(t *testing.T) {
	r := New()
	marked := "а" + r.Value("k", "бвг") + "д"
	for _, test := range []struct {
		from, to int
		want     string
	}{{0, 10, "а[бвг|k 0-6]д"}, {4, 8, "[вг|k 2-6]"}, {0, 2, "а"}, {6, 10, "[г|k 4-6]д"}, {2, 2, ""}} {
		if got := read(t, r, Slice(marked, test.from, test.to), nil); got != test.want {
			t.Errorf("%d to %d: %s, want %s", test.from, test.to, got, test.want)
		}
	}
}

// TestForged checks that markers that this package did not write are rejected.
func TestForged(t *testing.T) {
	r := New()
	value := r.Value("k", "слово")
	for _, marked := range []string{
		"\uFDD0", "\uFDD1", "а\uFDD2", "\uFDE0", "\uFDEF", "\uFDD0\uFDE9слово\uFDD1",
		value[:len(value)-3], value + "\uFDD1",
		"\uFDD0" + strings.Repeat("\uFDEF", 40) + "а\uFDD1",
		strings.Repeat("\uFDD0\uFDE0", 100) + strings.Repeat("\uFDD1", 100),
		"\uFDD0\uFDE0\uFDD2а\uFDD1",
	} {
		if text, _, ok := r.Read(marked); ok {
			t.Errorf("%+q is read as %q", marked, text)
		}
	}
	var none *Recorder
	if _, _, ok := none.Read(value); ok {
		t.Error("marks are read without a recorder")
	}
	if got := r.Value("k", value); read(t, r, got, nil) != "[слово|k 0-10]" {
		t.Errorf("a value with marks in it: %+q", got)
	}
}

func FuzzRead(f *testing.F) {
	r := New()
	f.Add(r.Value("k", "слово"))
	f.Add(r.Computed(r.Part("k", "а", 300)+" б", "c"))
	f.Fuzz(func(t *testing.T, marked string) {
		text, source, ok := r.Read(marked)
		if !ok || !utf8.ValidString(marked) {
			return
		}
		if HasMarkers(text) {
			t.Fatalf("marks stay in %+q", text)
		}
		spaced, _ := singleSpaces(text, nil)
		if got := show(spaced, document.Spans(source, spaced)); strings.Contains(got, "span") &&
			!strings.Contains(text, "span") {
			t.Fatalf("%+q: %s", marked, got)
		}
	})
}
