package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

func control(properties, content string) string {
	return `<w:sdt><w:sdtPr>` + properties + `</w:sdtPr><w:sdtContent>` + content + `</w:sdtContent></w:sdt>`
}

// section is a control that repeats, with items.
func section(tag string, items ...string) string {
	if tag != "" {
		tag = `<w:tag w:val="` + tag + `"/>`
	}
	var content strings.Builder
	for _, item := range items {
		content.WriteString(control(`<w:id w:val="7"/><w15:repeatingSectionItem/>`, item))
	}
	return control(tag+`<w15:repeatingSection/>`, content.String())
}

// TestRepeatingSection: a control that repeats does so over the list in its tag, or
// over the list that its names need.
func TestRepeatingSection(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"by names":      {section("", p("{участник | инициалы}")), "П.И. Образцов\nА.В. Примерова"},
		"by its tag":    {section("вопросы", p("{вопрос.номер}")+p("{вопрос}")), "1\nО ремонте\n2\nРазное"},
		"by a genitive": {section("для каждого вопроса", p("{вопрос}")), "О ремонте\nРазное"},
		"more items":    {section("вопросы", p("{вопрос}"), p("старое"), p("старое")), "О ремонте\nРазное"},
		"nested": {section("вопросы", p("{вопрос}")+section("", p("{решение}"))),
			"О ремонте\nНачать ремонт\nСобрать средства\nРазное"},
		"rows": {table(section("", row("{участник | фамилия}"))), "Образцов\nПримерова"},
		"cell": {table(row(section("", p("{участник | фамилия}")), "x")), "Образцов\nПримерова\nx"},
		"in a row": {table(row("{вопрос}", section("", p("{решение}")))),
			"О ремонте\nНачать ремонт\nСобрать средства\nРазное"},
		"empty":   {p("а") + section("выборы", p("{избрание.кого избирали}")) + p("б"), "а\nб"},
		"no list": {section("", p("{номер}")), "12-п"},
	} {
		if got := filled(t, c.body, nil, "word/document.xml"); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	body := section("вопросы", p("{вопрос}"))
	paper, _, _ := open(t, body, nil).Fill(frame(t, rich, compose.Request{}))
	if got := written(t, paper, "word/document.xml"); strings.Count(got, `<w:id w:val="7"/>`) != 1 {
		t.Errorf("ids of items repeat: %s", between(got))
	}
}

// TestDateControl: a date is written as its control says.
func TestDateControl(t *testing.T) {
	for format, want := range map[string]string{"dd.MM.yyyy": "12.03.2026", "d MMMM yyyy 'года'": "12 марта 2026 года",
		"HH:mm": "12 марта 2026 г."} {
		date := control(`<w:tag w:val="дата"/><w:date><w:dateFormat w:val="`+format+`"/></w:date>`, p("x"))
		if got := strings.ReplaceAll(filled(t, date, nil, "word/document.xml"), "\u00a0", " "); got != want {
			t.Errorf("%s: %q, want %q", format, got, want)
		}
	}
}

// TestUnfilledControls: a control that shows its prompt, or belongs to another program,
// is reported.
func TestUnfilledControls(t *testing.T) {
	for _, c := range []struct{ body, want string }{
		{control(`<w:showingPlcHdr/>`, p("Место для ввода текста.")), "подсказка элемента управления «Место для ввода"},
		{control(`<w:tag w:val="x1"/><w:showingPlcHdr/>`, p("Введите")), "подсказка элемента управления"},
		{control(`<w:tag w:val="od:xpath=n"/>`, p("x")), "для другой программы"},
		{control(`<w:showingPlcHdr/>`, p("{номер}")), ""},
		{control(`<w:tag w:val="goog_rdk_0"/>`, p("x")), ""},
		{control(`<w:showingPlcHdr/><w:picture/>`, p("")), ""},
	} {
		slips := open(t, c.body, nil).Slips(nil)
		if (c.want != "") != (len(slips) == 1) || c.want != "" && !strings.Contains(slips[0].Message, c.want) {
			t.Errorf("%s: %v", c.body, slips)
		}
	}
}
