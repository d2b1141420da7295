package collect

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

// tree is the fields of one application as programs number its objects: the
// answers of an applicant, on pages.
type tree struct {
	name, inn string // of the applicant
	rename    func(key string) string
	page      int
	root      int // of the hierarchy; 0 if the fields have none
	first     int // object
}

// questions is enough of the form to be recognized.
var questions = []string{
	"name", "inn", "ogrn", "address", "head.position", "head.name", "email", "site", "staff", "offer", "date",
}

func (f tree) widgets() (list []reader.Widget) {
	for i, q := range questions {
		w := reader.Widget{Page: f.page, Root: f.root, Object: f.first + i}
		if f.root == 0 {
			w.Root = w.Object
		}
		w.Kind, w.Name = reader.TextField, "applicant."+q
		if f.rename != nil {
			w.Name = f.rename(w.Name)
		}
		w.Value = map[string]string{
			"name": f.name, "inn": f.inn, "head.name": "Ёж Пётр Ильич", "head.position": "директор",
			"ogrn": "1026701421438", "address": "214000, г. Смоленск, ул. Ленина, д. 1", "email": "a@b.ru",
		}[q]
		list = append(list, w)
	}
	return list
}

// found describes forms by applicant and ИНН.
func found(forms []*Form) string {
	var list []string
	for _, f := range forms {
		list = append(list, f.Answer("applicant.name")+" "+f.Answer("applicant.inn"))
	}
	return strings.Join(list, "; ")
}

// TestJoined checks that all forms of a joined file are found for every way in
// which programs rename fields.
func TestJoined(t *testing.T) {
	under := func(root string) func(string) string {
		return func(key string) string { return root + strings.TrimPrefix(key, "applicant") }
	}
	for name, test := range map[string]struct {
		rename func(string) string // of the second form
		root   int                 // of the second form; the first has 1
	}{
		"qpdf":                    {under("applicant+1"), 2},
		"pdftk":                   {func(key string) string { return "1." + key }, 2},
		"pypdf, two roots":        {nil, 2},
		"pypdf, a name on top":    {func(key string) string { return "второй файл.pdf." + key }, 2},
		"MuPDF":                   {under("applicant [129]"), 2},
		"pdfcpu":                  {func(key string) string { return "0." + key }, 2},
		"iText":                   {func(key string) string { return key + "#1" }, 1},
		"one root":                {func(key string) string { return key + "_2" }, 1},
		"SAMBox, random letters":  {func(key string) string { return key + "1hxk3q9z4" }, 1},
		"PDFBox, a name for root": {under("dummyFieldName1"), 2},
		"no hierarchy":            {func(key string) string { return key + " копия" }, 0},
	} {
		first := tree{name: "ООО «Первое»", inn: "6732000017", root: 1, first: 100}
		second := tree{name: "АО «Второе»", inn: "7707083893", root: test.root, first: 200, page: 1}
		second.rename = test.rename
		if test.root == 0 {
			first.root = 0
		}
		want := "ООО «Первое» 6732000017; АО «Второе» 7707083893"
		forms := formsOf("a.pdf", append(first.widgets(), second.widgets()...))
		if got := found(forms); got != want {
			t.Errorf("%s: %s", name, got)
			continue
		}
		for i, f := range forms {
			for _, p := range f.Problems {
				if p.Severity == 0 || !strings.HasPrefix(p.Message, fmt.Sprintf("лист %d: ", i+1)) {
					t.Errorf("%s: %v", name, p)
				}
			}
		}
		second.page = 0 // two pages on one sheet
		if got := found(formsOf("a.pdf", append(first.widgets(), second.widgets()...))); got != want {
			t.Errorf("%s, on one sheet: %s", name, got)
		}
	}
}

// TestPagesOfOneForm checks that pages with one hierarchy are one form. So are
// consecutive pages without a common question, with a warning.
func TestPagesOfOneForm(t *testing.T) {
	whole := tree{name: "ООО «Первое»", inn: "6732000017", root: 1, first: 100}.widgets()
	for name, test := range map[string]struct {
		root int // of the second page
		told bool
	}{"one hierarchy": {1, false}, "two of them": {2, true}} {
		pages := slices.Clone(whole)
		for i := 5; i < len(pages); i++ {
			pages[i].Page, pages[i].Root = 1, test.root
		}
		forms := formsOf("a.pdf", pages)
		if got := found(forms); got != "ООО «Первое» 6732000017" || forms[0].Answer("applicant.head.name") == "" {
			t.Errorf("%s: %s", name, got)
			continue
		}
		if told := strings.Contains(fmt.Sprint(forms[0].Problems), "с двух листов"); told != test.told {
			t.Errorf("%s: %v", name, forms[0].Problems)
		}
	}
	// The first page of one form and the second of another are not a form.
	other := tree{name: "АО «Второе»", inn: "7707083893", root: 2, first: 200, page: 1}.widgets()
	if got := found(formsOf("a.pdf", append(slices.Clone(whole[:5]), other...))); got !=
		"ООО «Первое» 6732000017; АО «Второе» 7707083893" {
		t.Errorf("half a form: %s", got)
	}
}

// TestSharedFields checks forms that were joined so that their fields are the
// same: each page shows its own answers.
func TestSharedFields(t *testing.T) {
	first := tree{name: "ООО «Первое»", inn: "6732000017", root: 1, first: 100}.widgets()
	second := slices.Clone(first)
	for i := range second {
		second[i].Page = 1
		first[i].Shown, second[i].Shown = first[i].Value, first[i].Value
	}
	second[0].Shown, second[1].Shown, second[6].Shown = "АО «Второе»", "7 7 0 7 0 8 3 8 9 3", ""
	forms := formsOf("a.pdf", append(slices.Clone(first), second...))
	if got := found(forms); got != "ООО «Первое» 6732000017; АО «Второе» 7707083893" {
		t.Fatal(got)
	}
	if forms[0].Problems.Failed() || !forms[1].Problems.Failed() || forms[1].Answer("applicant.email") != "" {
		t.Errorf("%v; %v", forms[0].Problems, forms[1].Problems)
	}
	// Without appearances the answers of the second are lost, which is an error.
	for i := range first {
		first[i].Shown, second[i].Shown = "", ""
	}
	var all Collection
	for _, f := range formsOf("a.pdf", append(first, second...)) {
		all.Add(f)
		if f.page == 1 && !f.Problems.Failed() {
			t.Errorf("lost in silence: %v", f.Problems)
		}
	}
	if len(all.Forms) != 1 {
		t.Errorf("%d forms", len(all.Forms))
	}
}

// TestRepeatedQuestion checks a form with a question that occurs twice, as in
// custom templates: different answers are an error.
func TestRepeatedQuestion(t *testing.T) {
	fields := tree{name: "ООО «Первое»", inn: "6732000017", root: 1, first: 100}.widgets()
	again := fields[0]
	again.Page, again.Object, again.Value = 1, 300, ""
	if forms := formsOf("a.pdf", append(fields, again)); len(forms) != 1 || forms[0].Problems.Failed() {
		t.Errorf("left empty: %v", forms)
	}
	again.Value = "АО «Другое»"
	forms := formsOf("a.pdf", append(fields, again))
	if len(forms) != 1 || !forms[0].Problems.Failed() || forms[0].Answer("applicant.name") != "ООО «Первое»" {
		t.Errorf("another answer: %v", found(forms))
	}
}

// TestForeignForms checks that other forms with some equal field names are not
// recognized.
func TestForeignForms(t *testing.T) {
	for _, names := range [][]string{
		{"form1.name", "form1.address", "form1.email", "form1.date"}, {"name", "inn", "kpp", "date"},
		{"applicants.name", "applicants.inn"}, {"topmostSubform[0].Page1[0].name[0]"},
		{"x.subject.name", "x.subject.address", "x.date", "x.car"},
	} {
		var widgets []reader.Widget
		for i, name := range names {
			w := reader.Widget{Root: 1, Object: 10 + i}
			w.Name, w.Kind, w.Value = name, reader.TextField, "ответ"
			widgets = append(widgets, w)
		}
		if groups := split(widgets); len(groups) > 0 {
			t.Errorf("%v is a form of ours", names)
		}
	}
}

// TestJoinedDOCX checks that both forms in a DOCX are found.
func TestJoinedDOCX(t *testing.T) {
	var fields []reader.Field
	for _, form := range []tree{{name: "ООО «Первое»", inn: "6732000017"}, {name: "АО «Второе»", inn: "7707083893"}} {
		for _, w := range form.widgets() {
			fields = append(fields, w.Field)
		}
	}
	if got := found(formsOf("a.docx", asWidgets(fields))); got != "ООО «Первое» 6732000017; АО «Второе» 7707083893" {
		t.Error(got)
	}
}
