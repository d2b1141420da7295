package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// fieldRuns returns a complex field with a result.
func fieldRuns(code, result string) string {
	char := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	return char("begin") + `<w:r><w:instrText xml:space="preserve">` + code + `</w:instrText></w:r>` +
		char("separate") + `<w:r><w:t>` + result + `</w:t></w:r>` + char("end")
}

// TestMergeSwitches: what the switches of a merge field ask for is printed
// (ECMA-376-1, 17.16.4).
func TestMergeSwitches(t *testing.T) {
	for code, want := range map[string]string{
		`MERGEFIELD место \* Upper`:                                 "ЗАЛ",
		`MERGEFIELD вид \* FirstCap \* MERGEFORMAT`:                 "Заседания",
		`MERGEFIELD орган \* Caps`:                                  "Совет Дома",
		`MERGEFIELD дата \@ "dd.MM.yyyy"`:                           "12.03.2026",
		`MERGEFIELD дата \@ "d MMMM yyyy 'года'"`:                   "12 марта 2026 года",
		`MERGEFIELD дата \@ "MMMM yy, dddd"`:                        "март 26, четверг",
		`MERGEFIELD дата \@dd.MM.yyyy`:                              "12.03.2026",
		`MERGEFIELD "место" \b "п. " \f ";"`:                        "п. зал;",
		`MERGEFIELD тема \b "Тема: "`:                               "",
		`MERGEFIELD "председатель | кому"`:                          "П.И. Образцову",
		`MERGEFIELD председатель | кому \* MERGEFORMAT`:             "П.И. Образцову",
		`MERGEFIELD  номер  \m`:                                     "12-п",
		`MERGEFIELD &quot;номер_протокола&quot; \* CHARFORMAT \# 0`: "12-п",
	} {
		field := fieldRuns(code, "«старое»")
		if got := filled(t, `<w:p>`+field+`</w:p>`, nil, "word/document.xml"); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	simple := `<w:fldSimple w:instr=" MERGEFIELD дата \@ &quot;dd.MM.yyyy&quot; "><w:r><w:t>x</w:t></w:r></w:fldSimple>`
	simple = `<w:p><w:hyperlink>` + simple + `</w:hyperlink></w:p>`
	if got := filled(t, simple, nil, "word/document.xml"); got != "12.03.2026" {
		t.Errorf("simple field: %q", got)
	}
}

// TestMergeRows: a row that names a list in merge fields or in tags of controls
// repeats itself.
func TestMergeRows(t *testing.T) {
	sdt := func(tag, content string) string {
		return `<w:sdt><w:sdtPr><w:tag w:val="` + tag + `"/></w:sdtPr><w:sdtContent>` + content +
			`</w:sdtContent></w:sdt>`
	}
	const want = "Образцов Пётр Ильич\nПримерова Анна Викторовна"
	for name, cells := range map[string]string{
		"merge field":    tc(`<w:p>` + fieldRuns("MERGEFIELD участник.имя", "x") + `</w:p>`),
		"cell control":   sdt("участник.имя", tc(p("x"))),
		"block control":  tc(sdt("участник.имя", p("x"))),
		"inline control": tc(`<w:p>` + sdt("{участник}", `<w:r><w:t>x</w:t></w:r>`) + `</w:p>`),
	} {
		if got := filled(t, `<w:tbl><w:tr>`+cells+`</w:tr></w:tbl>`, nil, "word/document.xml"); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// TestSharedRun: a merge field in a run with other text leaves that text.
func TestSharedRun(t *testing.T) {
	body := `<w:p><w:r><w:t>№ </w:t><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD номер</w:instrText>` +
		`<w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/><w:t>.</w:t></w:r></w:p>`
	if got := filled(t, body, nil, "word/document.xml"); got != "№12-п." && got != "№ 12-п." {
		t.Errorf("%q", got)
	}
}

// TestMergeSlips: fields that only Word can compute are errors, never old words.
func TestMergeSlips(t *testing.T) {
	nested := strings.Replace(fieldRuns(" IF @ = &quot;а&quot; &quot;да&quot; ", "да"), "@",
		`</w:instrText></w:r>`+fieldRuns("MERGEFIELD город", "а")+`<w:r><w:instrText>`, 1)
	for body, want := range map[string]string{
		nested: "поле IF считает Word при слиянии от поля MERGEFIELD город",
		fieldRuns(`MERGEFIELD дата \@ "HH:mm"`, "x"):      "пишет время",
		fieldRuns(`MERGEFIELD город \@ "dd.MM.yyyy"`, ""): "сюда не подходит",
		fieldRuns(`MERGEFIELD номер \* Ordinal`, "x"):     `ключ \* Ordinal поля MERGEFIELD номер`,
		fieldRuns("NEXT", ""):                             "поле слияния NEXT",
		fieldRuns("ADDRESSBLOCK", ""):                     "поле слияния ADDRESSBLOCK",
		`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MERGEFIELD номер</w:instrText></w:r></w:p><w:p>` +
			`<w:r><w:fldChar w:fldCharType="end"/></w:r>`: "разорвано",
	} {
		tpl := open(t, `<w:p>`+body+`</w:p>`, nil)
		_, slips, _ := tpl.Fill(frame(t, rich, compose.Request{}))
		if len(slips) != 1 || !strings.Contains(slips[0].Message, want) {
			t.Errorf("%s: %v, want %s", body, slips, want)
		}
	}
}

// TestUnbound: Word prints what a control is bound to instead of its text, so a
// filled one is no longer bound; a date and a choice are forgotten.
func TestUnbound(t *testing.T) {
	control := func(tag, properties, text string) string {
		return `<w:p><w:sdt><w:sdtPr>` + tag + properties + `</w:sdtPr><w:sdtContent><w:r><w:t>` + text +
			`</w:t></w:r></w:sdtContent></w:sdt></w:p>`
	}
	const binding = `<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>`
	for _, c := range []struct{ body, gone, kept string }{
		{control(`<w:tag w:val="номер"/>`, binding, "x"), "dataBinding", "w:tag"},
		{control("", binding, "{номер}"), "dataBinding", ">7<"},
		{control(`<w:tag w:val="дата"/>`, `<w:date w:fullDate="2020-01-01T00:00:00Z"/>`, "x"), "fullDate", "<w:date/>"},
		{control(`<w:tag w:val="место"/>`, `<w:dropDownList w:lastValue="1"><w:listItem w:value="1"/></w:dropDownList>`,
			"x"), "lastValue", "<w:listItem"},
		{control("", binding, "x"), "{1}{", "dataBinding"},
	} {
		got := fill(t, c.body)
		if strings.Contains(got, c.gone) || !strings.Contains(got, c.kept) {
			t.Errorf("%s: %s", c.body, got)
		}
	}
}

// TestControlTitles: LibreOffice loses tags and keeps titles. A title in braces is a
// name; one without braces is reported.
func TestControlTitles(t *testing.T) {
	control := func(title, content string) string {
		return `<w:p><w:sdt><w:sdtPr><w:alias w:val="` + title + `"/></w:sdtPr><w:sdtContent>` + content +
			`</w:sdtContent></w:sdt></w:p>`
	}
	if got := text(fill(t, control("{номер}", run("x")))); got != "7\n" {
		t.Errorf("a title in braces: %q", got)
	}
	for _, c := range []struct{ body, want string }{
		{control("номер", run("x")), "называется «номер», а метки (тега) у него нет"},
		{control("номер", run("{номер}")), ""}, {control("Прочее", run("x")), ""},
	} {
		slips := open(t, c.body, nil).Slips(nil)
		if (c.want != "") != (len(slips) == 1) || c.want != "" && !strings.Contains(slips[0].Message, c.want) {
			t.Errorf("%s: %v", c.body, slips)
		}
	}
}

// TestCheckBox: a check box whose tag is a condition is checked if it holds.
func TestCheckBox(t *testing.T) {
	box := func(tag string) string {
		return `<w:p><w:sdt><w:sdtPr><w:tag w:val="` + tag + `"/><w14:checkbox><w14:checked w14:val="0"/>` +
			`<w14:checkedState w14:val="2611"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☐</w:t></w:r>` +
			`</w:sdtContent></w:sdt></w:p>`
	}
	for tag, want := range map[string]string{"место": `1 ☑`, "тема": `0 ☐`, "{если вопросы &gt; 1}": `1 ☑`,
		"{если нет место}": `0 ☐`} {
		got := fill(t, box(tag))
		sign := strings.TrimSpace(text(got))
		if !strings.Contains(got, `w14:val="`+want[:1]+`"`) || sign != want[2:] {
			t.Errorf("%s: %s", tag, got)
		}
	}
}
