package style

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"protokol/templates"
)

func source(t testing.TB, name string) []byte {
	t.Helper()
	src, err := fs.ReadFile(templates.Files, "styles/"+name+".toml")
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// TestShipped checks that the built-in sheets comply with the norm.
func TestShipped(t *testing.T) {
	for _, name := range []string{"gost-2025", "gost-2016", "council"} {
		s, problems := Read(name, source(t, name))
		if len(problems) > 0 {
			t.Fatalf("%s: %v", name, problems)
		}
		if s.Name != name {
			t.Errorf("%s calls itself %s", name, s.Name)
		}
		// ГОСТ Р 7.0.97: left ≥ 20, right ≥ 10, top and bottom ≥ 20 mm; page
		// numbers ≥ 10 mm from the edge; 12 to 14 pt; spacing 1 to 1.5.
		if p := s.Page; p.Left < 20 || p.Right < 10 || p.Top < 20 || p.Bottom < 20 || s.PageNumber.FromTop < 10 {
			t.Errorf("%s: margins %+v, number at %v", name, p, s.PageNumber.FromTop)
		}
		for kind := range s.Pages {
			if p := s.For(kind).Page; p.Left < 20 || p.Right < 10 || p.Top < 20 || p.Bottom < 20 {
				t.Errorf("%s: margins of %s %+v", name, kind, p)
			}
		}
		checkCorners(t, s)
		// Requisites and wide tables may be smaller.
		small := []string{"executor", "prepared", "letterhead-contacts", "hint", "smallest-cell", "smallest-head"}
		for style, st := range s.Styles {
			if st.Size < 11 && !slices.Contains(small, style) || st.Size < 9 || st.Size > 14 || st.Line < 1 ||
				st.Line > 1.5 {
				t.Errorf("%s: %s has %v pt, spacing %v", name, style, st.Size, st.Line)
			}
		}
		if s.Signature.Lines < 3 {
			t.Errorf("%s: %d lines go with a signature", name, s.Signature.Lines)
		}
	}
}

// checkCorners checks that lines of requisites in a corner are at most 75 mm long, by the
// edition of 2025 80 mm (ГОСТ Р 7.0.97, requisites in a corner).
func checkCorners(t *testing.T, s *Sheet) {
	t.Helper()
	const column = 80 // of a corner letterhead in the templates
	limit := 80.0
	if s.Name == "gost-2016" {
		limit = 75
	}
	for style, width := range map[string]float64{
		"letterhead": column, "letterhead-parent": column, "letterhead-contacts": column,
		"letter-heading": s.For("letter").Page.TextWidth(), "paper-heading": s.Page.TextWidth(),
		"approval": s.Page.TextWidth(), "annex-mark": s.Page.TextWidth(),
	} {
		if st := s.Styles[style]; width-st.Indent-st.Right > limit {
			t.Errorf("%s: lines of %s are up to %v mm long", s.Name, style, width-st.Indent-st.Right)
		}
	}
}

// TestErrors checks the position of every kind of error.
func TestErrors(t *testing.T) {
	for _, test := range []struct{ old, new, want string }{
		{"left = 30", "leftt = 30", "page.leftt: неизвестный ключ"},
		{"left = 30", `left = "30"`, "page.left: здесь нужно число, а стоит текст"},
		{"left = 30", "left = 190", "page: между полями остаётся меньше 50 мм"},
		{"left = 30", "left = -1", "page: поле страницы меньше нуля"},
		{`align = "justify"`, `align = "both"`, "styles.body.align: неизвестное выравнивание «both»"},
		{"line = 1.5", "line = 15", "styles.body.line: множитель интервала"},
		{"size = 14", "size = 0", "styles.body.size: размер шрифта"},
		{"first_line = 12.5", "first_line = 160", "styles.body: для строки остаётся меньше 20 мм"},
		{`title = "Подпись"`, `title = "Пункт"`, "styles.signature.title: название «Пункт» уже у стиля point"},
		{`title = "Подпись"`, `title = "Подпись, строка"`,
			"styles.signature.title: в названии стиля не бывает запятой"},
		{"[styles.signature]", "[styles.signatur]", "signature.style: нет стиля «signature»"},
		{"[styles.title]", "[styles.titel]", "styles: нет стиля «title»"},
		{`frame = "lines"`, `frame = "line"`, "tables.form.frame: неизвестные линии «line»"},
		{"letter = { left = 20,", "letter = { left = 190,", "pages.letter: между полями остаётся меньше 50 мм"},
		{"dash = [", "dush = [", "lists.dush: неизвестный вид списка"},
		{"{ label = 0, text = 10,", "{ label = 20, text = 10,", "lists.decimal[0]: text не может быть левее label"},
		{"position = 90", "position = 0", "signature: нужны position больше нуля"},
		{"size = 12", "size = 1", "page_number: нужны size"},
		{"[page]", "[page", "название раздела не закрыто скобкой"},
	} {
		src := bytes.Replace(source(t, "gost-2025"), []byte(test.old), []byte(test.new), 1)
		s, problems := Read("sheet.toml", src)
		if s != nil || !strings.Contains(problems.Error(), test.want) || problems[0].Line == 0 {
			t.Errorf("%s → %s:\n%v\nwant %s", test.old, test.new, problems, test.want)
		}
	}
}

// TestLabelErrors checks the errors of sheets of labels.
func TestLabelErrors(t *testing.T) {
	for _, test := range []struct{ old, new, want string }{
		{"columns = 3", "columns = 9", "labels.columns: в столбце наклеек остаётся для строки меньше 20 мм"},
		{"columns = 3", "columns = -3", "labels.columns: в столбце наклеек остаётся для строки меньше 20 мм"},
		{"row_height = 37", "row_height = 370", "tables.labels.row_height: высота строки не бывает"},
		{"row_height = 37", "", "labels: нужна высота наклейки: tables.labels.row_height"},
		{"[tables.labels]", "[tables.label]", "labels: нужна высота наклейки"},
		{`styles = ["label", `, `styles = ["labels", `, "labels.styles: нет стиля «labels»"},
		{`styles = ["label", "label-small", "label-smallest"]`, "", "labels.styles: не сказано, какими стилями"},
		{"bottom = 4", "bottom = -4", "tables.labels: толщина и поля не бывают меньше нуля"},
	} {
		src := bytes.Replace(source(t, "label-70x37"), []byte(test.old), []byte(test.new), 1)
		s, problems := Read("sheet.toml", src)
		if s != nil || !strings.Contains(problems.Error(), test.want) || problems[0].Line == 0 {
			t.Errorf("%s → %s:\n%v\nwant %s", test.old, test.new, problems, test.want)
		}
	}
}

func TestHas(t *testing.T) {
	s, _ := Read("gost-2025", source(t, "gost-2025"))
	if err := s.Has([]string{"body", "title"}); err != nil {
		t.Error(err)
	}
	if err := s.Has([]string{"boby"}); err == nil || !strings.Contains(err.Error(), "«body»") {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(source(f, "council"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if s, problems := Read("x", src); s == nil && !problems.Failed() {
			t.Fatal("neither a sheet nor an error")
		}
	})
}
