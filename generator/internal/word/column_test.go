package word_test

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/word"
)

// cellOf is a record of a list of recipients.
func cellOf(heading string) (string, bool) {
	cell, ok := map[string]string{"Пометка": "", "Сумма": "12 500,50", "Срок": "15.06.2026", "Посёлок": "г. Ельня",
		"Фирма": "ООО «Ель»"}[heading]
	return cell, ok
}

// TestColumnConditions: conditions ask about cells of the list of recipients, which they compare as numbers, dates or
// texts. By rules before 17 they printed both branches.
func TestColumnConditions(t *testing.T) {
	for _, c := range []struct{ template, want string }{
		{p("{если Посёлок}а {Посёлок}{иначе}б{конец}"), "а г.\u00a0Ельня"},
		{p("{если Пометка}а {Пометка}{иначе}б{конец}"), "б"},
		{p("{если нет Пометка}а{иначе}б{конец}"), "а"},
		{p("{если Посёлок = г. Ельня}а{иначе}б{конец}"), "а"},
		{p("{если Посёлок ≠ г. Ельня}а{иначе}б{конец}"), "б"},
		{p("{если Фирма = ООО \"Ель\"}а{иначе}б{конец}"), "а"},
		{p("{если Сумма &gt; 9 000}а{иначе}б{конец}"), "а"},
		{p("{если Сумма = 12500,5}а{иначе}б{конец}"), "а"},
		{p("{если Пометка &gt; 5}а{иначе}б{конец}"), "б"},
		{p("{если Срок ≤ 15.06.2026}а{иначе}б{конец}"), "а"},
		{p("{если Срок &lt; 01.06.2026}а{иначе}б{конец}"), "б"},
		{p("{если Пометка}") + p("а {Пометка}") + p("{иначе}") + p("б") + p("{конец}"), "б"},
		{`<w:tbl><w:tblPr/><w:tblGrid/><w:tr>` + tc(p("{если Посёлок}")) + `</w:tr><w:tr>` + tc(p("а")) +
			`</w:tr><w:tr>` + tc(p("{конец}")) + `</w:tr></w:tbl>`, "а"},
	} {
		tpl := open(t, c.template, nil)
		paper, slips, absent := tpl.Fill(frame(t, source, compose.Request{Column: cellOf}))
		if paper == nil || len(absent) > 0 {
			t.Errorf("%s: %v %v", c.template, slips, absent)
		} else if got := strings.TrimSpace(paper.Text()); got != c.want {
			t.Errorf("%s: %q, want %q", c.template, got, c.want)
		}
	}
	tpl, err := word.OpenBy("бланк.docx", pack(t, p("{если Пометка}а{иначе}б{конец}"), nil), 16)
	if err != nil {
		t.Fatal(err)
	}
	paper, slips, _ := tpl.Fill(frame(t, source, compose.Request{Column: cellOf}))
	if paper == nil || paper.Text() != "аб\n" {
		t.Errorf("rules 16: %v", slips)
	}
}

// TestColumnComparisons: what cannot be compared by size is reported, with the cell or the place in the template, and
// so is a column that the list does not have.
func TestColumnComparisons(t *testing.T) {
	for _, c := range []struct{ template, want string }{
		{"{если Сумма &gt; много}а{конец}", "«много» — не число и не дата: больше и меньше это не бывает"},
		{"{если Посёлок &gt; 5}а{конец}", "letter.to[0].Посёлок: в столбце «Посёлок» — не число и не дата: больше и " +
			"меньше это не бывает"},
		{"{если Страна}а{конец}", "нет имени {Страна}"},
		{"{если Страна &gt; 5}а{конец}", "нет имени {Страна}"},
	} {
		tpl := open(t, p(c.template), nil)
		paper, slips, absent := tpl.Fill(frame(t, source, compose.Request{Column: cellOf}))
		found := append(tpl.Problems(slips), tpl.Absent(absent, "letter")...)
		if paper != nil || len(found) != 1 || !strings.Contains(found[0].Key+": "+found[0].Message, c.want) {
			t.Errorf("%s: %v", c.template, found)
		}
	}
	if slips := open(t, p("{если Посёлок}а{конец}"), nil).Slips(nil); len(slips) != 1 {
		t.Errorf("without a list: %v", slips)
	}
}

// TestHiddenColumns: a name of the meeting that a column of the list has, too, is told once; names of items of a list
// that repeats are not.
func TestHiddenColumns(t *testing.T) {
	body := p("{Город} {город} {если Место = а}а{конец} {дата}") + p("{для каждого вопроса}") + p("{№}") + p("{конец}")
	found := open(t, body, nil).HiddenColumns(func(heading string) bool {
		return slices.Contains([]string{"город", "место", "№"}, strings.ToLower(heading))
	})
	const want = "{Город} берётся из файла заседания, а столбец «Город» списка здесь не печатается"
	if len(found) != 2 || found[0].Severity != diag.Warning || !strings.Contains(found[0].Message, want) ||
		!strings.Contains(found[1].Message, "{Место}") {
		t.Errorf("%+v", found)
	}
}
