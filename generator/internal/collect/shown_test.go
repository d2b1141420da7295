package collect

import (
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

// TestLooksLike checks which appearances show the value of a field, as programs
// draw them.
func TestLooksLike(t *testing.T) {
	long := strings.Repeat("Ёлочки «под ключ» № 7; ", 10)
	for _, test := range []struct {
		shown, value string
		want         bool
	}{
		{"ООО «Ёж»", "ООО «Ёж»", true},
		{"7 7 0 7", "7707", true},
		{"ООО Ёж", "ООО «Ёж»", true},                    // a font without quotation marks
		{"первое\nвто-\nрое", "первое\r\nвторое", true}, // lines broken
		{"", "ООО «Ёж»", true},                          // drawn by whoever opens the file
		{"ÎÎÎ «¨æ»", "ООО «Ёж»", true},                  // a font that does not say what its codes mean
		{"№ 1, 2026", "ООО «Ёж» № 1, дом, 2026", true},  // a font without Cyrillic letters
		{"Ёлочки «под ключ» № 7; Ёлочки", long, true},   // as much as fits
		{"ООО «Уж»", "ООО «Ёж»", false},                 //
		{"ООО «Ёж»", "ООО «Ёж» и партнёры", false},      // short enough to fit
		{"ООО «Ёж» и партнёры", "ООО «Ёж»", false},      //
		{"ООО «Ёж»", "", false},                         //
		{"7707083894", "7707083893", false},             //
		{"согласен", "не согласен", false},              //
		{"Ёлочки «под нос» № 7; Ёлочки", long, false},   //
		{"И\u0306од", "Йод", true},                      // letters in parts
		{"№ 1", "ООО «Ёж» № 2", false},                  //
		{"Ivanov", "Иванов", false},                     //
		{strings.Repeat("ж", 50), strings.Repeat("ж", 50), true},
	} {
		if got := looksLike(test.shown, test.value); got != test.want {
			t.Errorf("%q for %q: %v", test.shown, test.value, got)
		}
	}
}

// TestShownOtherwise checks that a form reports what its page shows differently, and
// that an answer that only the page shows is not lost.
func TestShownOtherwise(t *testing.T) {
	fields := tree{name: "ООО «Первое»", inn: "6732000017", root: 1, first: 100}.widgets()
	for i := range fields {
		fields[i].Shown = fields[i].Value
	}
	if f := formsOf("a.pdf", fields)[0]; f.Problems.Failed() {
		t.Fatal(f.Problems)
	}
	fields[1].Shown = "7707083893"
	fields[7].Shown = "первое.рф"
	same := reader.Widget{Field: reader.Field{Off: true}, Root: 1, Object: 300}
	same.Name, same.Kind, same.Checked = "applicant.postal_same", reader.CheckBox, true
	f := formsOf("a.pdf", append(fields, same))[0]
	for _, want := range []string{
		"ИНН «6732000017»: на листе видно другое, «7707083893»",
		"Сайт «первое.рф»: так на листе, а в данных поля ответа нет",
		"Почтовый адрес тот же: отметка есть либо только на листе, либо только в данных поля",
	} {
		if !strings.Contains(f.remarks(), want) {
			t.Errorf("not told: %s\n%s", want, f.remarks())
		}
	}
	if f.Answer("applicant.site") != "первое.рф" || !f.Problems.Failed() {
		t.Errorf("%v", f.answers)
	}
}

// TestUnseen checks that answers which no sheet shows are taken and named.
func TestUnseen(t *testing.T) {
	fields := tree{name: "ООО «Первое»", inn: "6732000017", root: 1, first: 100}.widgets()
	fields[1].Blank, fields[7].Blank = true, true // the second has no answer
	f := formsOf("a.pdf", fields)[0]
	const want = "на листе не видно ответов, они есть только в данных полей: ИНН"
	if f.Answer("applicant.inn") != "6732000017" || !strings.Contains(f.remarks(), want) ||
		strings.Contains(f.remarks(), "Сайт") || f.Problems.Failed() {
		t.Errorf("%q %s", f.Answer("applicant.inn"), f.remarks())
	}
}
