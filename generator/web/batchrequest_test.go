package web

import (
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/diag"
)

// wanted requests papers for everybody on a list, with values of the form, and returns the
// final message of the page.
func (p *page) wanted(list string, values map[string]string) string {
	p.Helper()
	all := map[string]string{"meeting": "m.toml", "kind": "invitation"}
	maps.Copy(all, values)
	parts := [][3]string{}
	for name, value := range all {
		parts = append(parts, [3]string{name, "", value})
	}
	if status, body := p.send("/tools/list", append(parts, [3]string{"@list", "список.csv", list})...); status != 200 {
		return body
	}
	parts = append(parts, [3]string{"list-version", "", version([]byte(list))},
		[3]string{"column:A", "", "organization"}, [3]string{"column:B", "", "name"})
	if status, body := p.send("/api/batch/start", parts...); status != 200 {
		return body
	}
	return p.batchUntil(func(b batch) bool { return !b.Running }).Result
}

// TestColumnsAsChosen: a batch uses the columns as somebody chose them, whatever their
// headings say, and messages about them name no keys.
func TestColumnsAsChosen(t *testing.T) {
	p := open(t,
		map[string]string{"m.toml": meeting + "\n[invitation]\nheading = \"О встрече\"\ntext = [\"Просим.\"]\n"})
	const list = "Кому (адресат);ФИО руководителя\nООО «Заря»;Громова Ольга Ивановна\n"
	_, mapping := p.send("/tools/list", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
		[3]string{"@list", "список.csv", list})
	for _, want := range []string{"На «ФИО руководителя» похожи два столбца",
		"Если нужен другой: у столбца A выберите «ФИО руководителя»"} {
		if !strings.Contains(mapping, want) {
			t.Errorf("%q is missing: %s", want, mapping)
		}
	}
	start := func(a, b string) (int, string) {
		return p.send("/api/batch/start", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
			[3]string{"column:A", "", a}, [3]string{"column:B", "", b}, [3]string{"name", "", "{name}"},
			[3]string{"list-version", "", version([]byte(list))})
	}
	if status, body := start("", "name"); status != 200 {
		t.Fatal(status, body)
	}
	p.batchUntil(func(b batch) bool { return !b.Running })
	if _, err := os.Stat(filepath.Join(p.dir, "письма", "Громова Ольга Ивановна.pdf")); err != nil {
		t.Error(err)
	}
	status, body := start("name", "name")
	if status != 422 || !strings.Contains(body, "ФИО руководителя») выбраны два") {
		t.Error(status, body)
	}
}

// TestListOfFolder: the page offers the lists of the folder and selects the one that was
// dropped on the program. It refuses files outside the folder and files of other types.
func TestListOfFolder(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting, "a/список.csv": "Организация\nООО «Заря»\n"})
	if _, body := p.get("/tools/" + url.PathEscape("a/список.csv")); !strings.Contains(body,
		`<option value="a/список.csv" selected>`) {
		t.Error(body)
	}
	for name, want := range map[string]int{"a/список.csv": 200, "a/нет.csv": 404, "../a.csv": 404, "m.toml": 404} {
		status, body := p.send("/tools/list", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
			[3]string{"file", "", name})
		if status != want || want == 200 && !strings.Contains(body, "Заря") {
			t.Error(name, status, body)
		}
	}
}

// TestBatchRequest checks everything that a form can ask of a batch.
func TestBatchRequest(t *testing.T) {
	joining := strings.Replace(meeting, "[council]\n", "[council]\ncluster = \"кластер «Образец»\"\n", 1)
	p := open(t, map[string]string{"m.toml": joining + `
[invitation]
heading = "О вступлении"
text = ["Просим."]
[application]
to = { name = "Иванов Иван Иванович" }
[consent]
operator = "Кластер"
address = "Смоленск"
`})
	list := "ООО «Первое»;Иванов Иван Иванович\n" +
		"ООО «Второе»;Петров Пётр Петрович\nООО «Третье»;Петрова Анна Ильинична\n"
	headed := "Организация;Руководитель\n" + list
	files := func(pattern string) int {
		found, err := filepath.Glob(filepath.Join(p.dir, pattern))
		if err != nil {
			t.Fatal(err)
		}
		return len(found)
	}
	for _, c := range []struct {
		name, list, want, pattern string
		values                    map[string]string
		count                     int
	}{
		{"dry", headed, "Проверено, ничего не записано: писем: 3", "письма/ООО*", map[string]string{"dry-run": "1"}, 0},
		{"a condition", headed, "Писем: 1", "письма/ООО*", map[string]string{"where": "name ~ Анна"}, 1},
		{"a wrong condition", headed, "город", "письма/ООО*", map[string]string{"where": "город = "}, 1},
		{"a limit", headed, "Писем: 2", "письма/ООО*", map[string]string{"limit": "2"}, 3},
		{"names", headed, "Писем: 3", "письма/№ *.pdf", map[string]string{"name": "№ {row}"}, 3},
		{"no headings", list, "Писем: 3", "письма/ООО*", map[string]string{"no-header": "1"}, 3},
		{"a wrong row", headed, "номер в таблице", "письма/ООО*", map[string]string{"header": "x"}, 3},
		{"a wrong encoding", headed, "неизвестная кодировка", "письма/ООО*",
			map[string]string{"encoding": "klingon"}, 3},
		{"a wrong number", headed, "сколько»: нужно целое число, а указано «-1».\n",
			"письма/ООО*", map[string]string{"limit": "-1"}, 3},
		{"a part", headed, "Писем: 1", "письма/report-*.csv", map[string]string{"shard": "2 / 3"}, 1},
		{"forms", headed, "Заявлений: 3", "заявления/ООО*.pdf",
			map[string]string{"kind": "application", "fillable": "1"}, 3},
		{"forms to print", headed, "без полей", "согласия/ООО*.pdf",
			map[string]string{"kind": "consent", "fillable": "1", "print": "1"}, 0},
		{"labels", headed + ";\n", "", "наклейки/Наклейки.docx",
			map[string]string{"kind": "label", "style": "label-105x37", "docx": "1", "skip": "3"}, 0},
		{"too many places", headed, "пропустить можно", "наклейки/Н*.pdf",
			map[string]string{"kind": "label", "skip": "99"}, 0},
		{"another sheet", headed, "", "конверты/ООО*",
			map[string]string{"kind": "envelope", "style": "../x"}, 0},
		{"unknown headings", "Кое-что;Ещё\n" + list, "Писем: 3", "письма/ООО*", nil, 3},
	} {
		said := p.wanted(c.list, c.values)
		if c.name == "dry" && files("письма") > 0 {
			t.Error("a folder was made")
		}
		if n := files(c.pattern); !strings.Contains(said, c.want) || n != c.count {
			t.Errorf("%s: %d files: %s", c.name, n, said)
		}
	}
}

// TestGroupedList checks that a column which the program makes of the rows above groups is
// not offered, and that the list is then read.
func TestGroupedList(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting +
		"\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"})
	list := "Кому пишем;Кто;E-mail\nООО «А»;Иванов Иван Иванович;a@x.ru\nООО «Б»;Петров Пётр Петрович;b@x.ru\n" +
		"ООО «Без имени»;;\nООО «В»;Петров Пётр Петрович;b@x.ru\n"
	_, columns := p.send("/tools/list", [3]string{"meeting", "", "m.toml"}, [3]string{"kind", "", "invitation"},
		[3]string{"@list", "l.csv", list})
	if !strings.Contains(columns, `name="column:A"`) || strings.Contains(columns, "column:строка") {
		t.Error(columns)
	}
	if said := p.wanted(list, nil); !strings.Contains(said, "Писем: 4") {
		t.Error(said)
	}
}

// TestMerge checks that parts of a batch from folders become one, and that no part is
// outside of the folder.
func TestMerge(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting +
		"\n[invitation]\nheading = \"О вступлении\"\ntext = [\"Просим.\"]\n"})
	list := "Организация;Руководитель\nООО «Первое»;Иванов Иван Иванович\nООО «Второе»;Петров Пётр Петрович\n"
	for part, name := range map[string]string{"1/2": "часть-1", "2/2": "часть-2"} {
		if said := p.wanted(list, map[string]string{"shard": part}); !strings.Contains(said, "Писем: 1") {
			t.Fatal(said)
		}
		if err := os.Rename(filepath.Join(p.dir, "письма"), filepath.Join(p.dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for parts, want := range map[string]string{"../x": "нет папки", "": "Назовите папки", "часть-1": "част",
		"часть-1, часть-3": "нет папки «часть-3»", "часть-1, часть-2": "Писем: 2"} {
		if _, body := p.send("/tools/merge", [3]string{"parts", "", parts}, [3]string{"print", "", "1"},
			[3]string{"duplex", "", "1"}, [3]string{"zip", "", "1"}); !strings.Contains(body, want) {
			t.Errorf("%s: %s", parts, body)
		}
	}
	for _, name := range []string{"часть-1 для печати.pdf", "часть-1.zip"} {
		if _, err := os.Stat(filepath.Join(p.dir, name)); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(filepath.Join(p.dir, "часть-3")); err == nil {
		t.Error("a folder was made")
	}
	if err := os.Symlink(t.TempDir(), filepath.Join(p.dir, "ссылка")); err != nil {
		t.Skip(err)
	}
	if status, body := p.send("/tools/merge", [3]string{"parts", "", "ссылка"}); status < 400 {
		t.Error(body)
	}
}

// TestColumnsIn parses columns that are described in words.
func TestColumnsIn(t *testing.T) {
	for _, f := range generator.ListFields() {
		columns, unused, err := columnsIn("В = " + f.Title + "; d – не нужен") // with a Russian letter
		if err != nil || columns[f.Key] != "B" || !slices.Equal(unused, []string{"D"}) {
			t.Errorf("%s: %v, %v, %v", f.Title, columns, unused, err)
		}
	}
	if columns, unused, err := columnsIn(" "); len(columns)+len(unused) != 0 || err != nil {
		t.Error(columns, unused, err)
	}
	for text, want := range map[string]string{"ИНН": "нужно вида", "B = чепуха": "не бывает", "B": "нужно вида",
		"B = inn, C = inn": "два столбца", "B = inn, C = name; в = address": "столбец B назван дважды",
		"B = inn, b = не нужен": "столбец B назван дважды"} {
		if _, _, err := columnsIn(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestPlainColumns: keys of the list and of the meeting have the names that the page has.
func TestPlainColumns(t *testing.T) {
	titles := fieldTitles()
	heading := labelOf(schemas()["meeting"], "", "invitation.heading", false)
	for text, want := range map[string]string{
		"нет столбца inn":            "нет столбца «" + titles["inn"] + "»",
		"укажите inn=B":              "укажите у столбца B выберите «" + titles["inn"] + "»",
		"нет invitation.heading":     "нет «" + heading + "»",
		"«name» и name.ru, a@name.x": "«name» и name.ru, a@name.x",
	} {
		if got := plainColumns(text); got != want || heading == "" {
			t.Errorf("%s: %s", text, got)
		}
	}
	list := generator.Problems{}.With(diag.Problem{File: "m.toml", Key: "invitation.heading",
		Message: "нет ключа invitation.heading"})
	if got := listProblems("a.csv", list); len(got) != 1 || strings.Contains(got[0].Text, "invitation") {
		t.Errorf("%+v", got)
	}
}
