package tomlfile

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/google/go-cmp/cmp"

	"protokol/generator/diag"
	"protokol/generator/internal/golden"
	"protokol/generator/internal/printable"
)

// settings is a struct with a field of every kind that binds.
type settings struct {
	Name    string            `toml:"name"`
	Number  *string           `toml:"number"`
	Count   int               `toml:"count"`
	Size    float64           `toml:"size"`
	Bold    bool              `toml:"bold"`
	Words   []string          `toml:"words"`
	Item    item              `toml:"item"`
	Items   []item            `toml:"items"`
	Titles  map[string]string `toml:"titles"`
	Secret  string            `toml:"-"`
	Private string
	Even    even `toml:"even"`
}

type item struct {
	Text string `toml:"text,short"`
	Page int    `toml:"page"`
}

// even has a spelling of its own.
type even int

func (e *even) UnmarshalTOML(value any) error {
	n, ok := value.(int64)
	if !ok || n%2 != 0 {
		return errors.New("нужно чётное число")
	}
	*e = even(n)
	return nil
}

func TestBind(t *testing.T) {
	file, problems := Parse("a.toml", []byte("\uFEFF"+`
name = "Ёжи`+"\u0306"+`к" # letters and their marks are put together
number = ""
count = -15
size = 12
bold = true
words = ["а", "б"]
item = "коротко"
items = [{ text = "один", page = 1 }, "два"]
even = 4
titles.ru = "Да"
titles."по-английски" = "Yes"
`))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got settings
	if problems := file.Bind(&got); len(problems) > 0 {
		t.Fatal(problems)
	}
	empty := ""
	want := settings{Name: "Ёжйк", Number: &empty, Count: -15, Size: 12, Bold: true, Words: []string{"а", "б"},
		Item: item{Text: "коротко"}, Items: []item{{"один", 1}, {Text: "два"}}, Even: 4,
		Titles: map[string]string{"ru": "Да", "по-английски": "Yes"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !file.Has("count") || file.Has("place") || file.String("name") != "Ёжйк" || file.String("count") != "" {
		t.Error("top-level keys are not found")
	}
}

// bound is all that is wrong with a file when it is read and bound.
func bound(src string) string {
	file, problems := Parse("a.toml", []byte(src))
	if file != nil {
		problems = append(problems, file.Bind(new(settings))...)
	}
	var b strings.Builder
	for _, p := range problems.Sorted() {
		b.WriteString(strings.TrimPrefix(p.Error(), "a.toml:"))
		if p.Hint != "" {
			b.WriteString(" (" + p.Hint + ")")
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// TestWindowsLines: a text of several lines means the same with line ends of Windows.
func TestWindowsLines(t *testing.T) {
	src := "name = \"\"\"\nПервая строка\nвторая\"\"\"\nother = '''а\nб'''\n"
	for _, src := range []string{src, strings.ReplaceAll(src, "\n", "\r\n")} {
		file, problems := Parse("a.toml", []byte(src))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if got := []string{file.String("name"), file.String("other")}; got[0] != "Первая строка\nвторая" ||
			got[1] != "а\nб" {
			t.Errorf("%q", got)
		}
	}
}

// TestMacLines: a file with line ends of old Macs gets one problem, not one a line.
func TestMacLines(t *testing.T) {
	_, problems := Parse("a.toml", []byte("name = \"А\"\rcount = 1\rsize = 2.5\r"))
	if len(problems) != 1 || !strings.Contains(problems[0].Message, "старых Mac") || problems[0].Hint == "" {
		t.Errorf("%v", problems)
	}
}

// TestProblems: testdata/problems.txt has sources, in Go's quotes, and after
// each what is wrong with it.
func TestProblems(t *testing.T) {
	const name = "testdata/problems.txt"
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for line := range strings.Lines(string(text)) {
		if line == "\n" || line[0] == '#' {
			b.WriteString(line)
		}
		src, err := strconv.Unquote(strings.TrimSpace(line))
		if err != nil {
			continue // an answer
		}
		b.WriteString(line)
		for answer := range strings.Lines(bound(src)) {
			b.WriteString("\t" + strings.TrimSuffix(answer, "\n") + "\n")
		}
	}
	golden.Compare(t, name, []byte(b.String()))
}

// TestBounds: what no meeting comes near is refused before memory and stack
// have to hold it.
func TestBounds(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"a large file", strings.Repeat("#", MaxSize+1), "1:1: файл больше 1 МБ"},
		{"the largest file", "name = 'a' " + strings.Repeat("#", MaxSize-11), ""},
		{"deep brackets", "words = " + strings.Repeat("[", maxDepth+1), "вложены глубже 100 уровней"},
		{"deep tables", "item = " + strings.Repeat("{a=", maxDepth+1), "вложены глубже 100 уровней"},
		{"brackets in a string", `name = "` + strings.Repeat("[", maxDepth+1) + `"`, ""},
		{"brackets in a long string", `name = '''` + strings.Repeat("[\n", maxDepth+1) + `'''`, ""},
		{"brackets in a comment", "# " + strings.Repeat("[", maxDepth+1) + "\nname = 'a'", ""},
		{"a dotted key", strings.Repeat("a.", maxDepth+1) + "b = 1", "вложены глубже 100 уровней"},
		{"dots of numbers", "size = 1.5\n#" + strings.Repeat(".", maxDepth+1), ""},
		{"a long key", strings.Repeat("a", maxKey+1) + " = 1", "есть ключ длиннее 1000 знаков"},
		{"many values", "words = [" + strings.Repeat("'',", maxPlaces+1) + "]", "больше 200000 ключей и значений"},
		{"many controls", "name = '" + strings.Repeat("\x01", maxControls+10) + "'", "управляющий символ U+0001"},
	} {
		got := bound(test.src)
		if test.want == "" && got != "" || !strings.Contains(got, test.want) {
			t.Errorf("%s: %.200s, want %q", test.name, got, test.want)
		}
		if n := strings.Count(got, "\n") + 1; n > maxControls+1 {
			t.Errorf("%s: %d problems", test.name, n)
		}
	}
}

// TestLocate: a problem stands at the value of its key, at the key when there
// is not a value, or at the nearest table around it.
func TestLocate(t *testing.T) {
	file, problems := Parse(
		"a.toml",
		[]byte("name = \"Ёжик, еж\"\n[item]\npage = 1\n[[items]]\ntext = 'a'\n[[items]]\ntitles.ru = 'b'\n"),
	)
	if problems.Failed() {
		t.Fatal(problems)
	}
	for _, test := range []struct {
		problem diag.Problem
		want    string
	}{
		{diag.Problem{Key: "name"}, "1:8+10"},
		{diag.Problem{Key: "name", Offset: 6, Width: 2}, "1:15+2"}, // a part of the text
		{diag.Problem{Key: "name", Offset: 6, Width: 99}, "1:15+2"},
		{diag.Problem{Key: "name", Offset: 99}, "1:8+10"},
		{diag.Problem{Key: "item"}, "2:2+4"},
		{diag.Problem{Key: "item.text"}, "2:2+4"},
		{diag.Problem{Key: "items"}, "4:3+5"},
		{diag.Problem{Key: "items[1]"}, "6:3+5"},
		{diag.Problem{Key: "items[1].page"}, "6:3+5"},
		{diag.Problem{Key: "items[1].titles"}, "7:1+6"},
		{diag.Problem{Key: "items[1].titles.ru"}, "7:13+3"},
		{diag.Problem{Key: "other.key"}, "1:1+0"},
		{diag.Problem{}, "1:1+0"},
	} {
		p := file.Locate(test.problem)
		if got := fmt.Sprintf("%d:%d+%d", p.Line, p.Column, p.Width); got != test.want || p.File != "a.toml" {
			t.Errorf("%+v stands at %s of %s, want %s", test.problem, got, p.File, test.want)
		}
	}
}

// TestMerge: what a file says wins, tables are merged by their keys, lists by
// the names in them; every problem goes to the file with the slip.
func TestMerge(t *testing.T) {
	over, _ := Parse(
		"over.toml",
		[]byte("name = 'свой'\nitem.page = 'x'\nwords = ['а']\n[[items]]\nname = 'Б'\ntext = 1\n[[items]]\nname = 'В'"),
	)
	base, _ := Parse(
		"base.toml",
		[]byte(
			"name = 'общий'\ncount = '1'\nitem.text = 'т'\nwords = ['б', 1]\nitems = [{ name = 'А', page = 'y' }, { name = "+
				"'Б' }]",
		),
	)
	over.Merge(base, "items", "words")
	type row struct {
		Name string `toml:"name"`
		Text string `toml:"text"`
		Page int    `toml:"page"`
	}
	var got struct {
		Name  string   `toml:"name"`
		Count int      `toml:"count"`
		Item  item     `toml:"item"`
		Words []string `toml:"words"`
		Items []row    `toml:"items"`
	}
	problems := over.Bind(&got)
	var names []string
	for _, r := range got.Items {
		names = append(names, r.Name)
	}
	if got.Name != "свой" || got.Item.Text != "т" || fmt.Sprint(got.Words, names) != "[а] [А Б В]" {
		t.Errorf("%+v", got)
	}
	var places []string
	for _, p := range problems {
		places = append(places, fmt.Sprintf("%s:%d:%d %s", p.File, p.Line, p.Column, p.Key))
	}
	want := []string{
		"base.toml:2:9 count",
		"over.toml:2:13 item.page",
		"base.toml:5:31 items[0].page",
		"over.toml:6:8 items[1].text",
	}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestQuote: any text is written so that it reads the same.
func TestQuote(t *testing.T) {
	for _, text := range []string{"", "Ёжик", `"\\`, "a\nb\r\t", "\x00\x1b[31m\x7f", "\u202E\u200b\u2028\ufeff",
		"\U000E0041", "и\u0306"} {
		quoted := Quote(text)
		for _, r := range quoted {
			if printable.Unsafe(r) {
				t.Errorf("%q is %q", text, quoted)
			}
		}
		var got struct{ A string }
		if _, err := toml.Decode("A = "+quoted, &got); err != nil || got.A != text {
			t.Errorf("%q is %s, which reads as %q, %v", text, quoted, got.A, err)
		}
	}
	if got := Quote("a\xffb"); got != "\"a\ufffdb\"" {
		t.Errorf("no UTF-8: %s", got)
	}
	for key, want := range map[string]string{"place": "place", "no_vote-2": "no_vote-2", "слово": "слово", "": `""`,
		"a.b": `"a.b"`, "a b": `"a b"`} {
		if got := Key(key); got != want {
			t.Errorf("key %q is %s, want %s", key, got, want)
		}
	}
}
