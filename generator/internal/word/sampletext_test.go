package word_test

import (
	"strings"
	"testing"

	"protokol/generator/diag"
)

// TestSampleText: places to type that have no braces are reported, not errors.
func TestSampleText(t *testing.T) {
	marked := func(words string) string {
		return `<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">` + words + `</w:t></w:r>`
	}
	for _, c := range []struct{ body, want string }{
		{p("№ [номер] от &lt;дата&gt;"), "[номер] останется как есть; <дата> останется как есть"},
		{p("«ФИО», [Ф.И.О.]"), "«ФИО» останется как есть; [Ф.И.О.] останется как есть"},
		{p("[указать тему], [фамилия, имя, отчество]"),
			"[указать тему] останется как есть; [фамилия, имя, отчество] останется как есть"},
		{p("ООО «Ромашка» [1], [см. приложение], a &lt; b &gt; c, «Дата выхода»"), ""},
		{p("$номер$, %дата%, #место#, ‹номер› ｛дата｝"), "$номер$ останется как есть; %дата% останется как есть; " +
			"#место# останется как есть; ‹номер› останется как есть; ｛дата｝ останется как есть"},
		{p("{{{номер}}} и {{номер}}"), "скобки вокруг {{номер}} останутся в бумаге"},
		{p("${номер}"), "знак $ перед {номер} останется в бумаге"},
		{p("5 % и 7 %, 100%, a@b и c@d, №{номер}, почта@{место}"), ""},
		{p("{дата | иначе «дата»} [{номер}]"), ""},
		{`<w:p>` + bare("Вёл ") + marked("Иванов") + marked(" И.И.") + bare(" в {место}") + marked("{город}") +
			`</w:p>`,
			"выделенное цветом «Иванов И.И.» останется как есть"},
		{`<w:p>` + fieldRuns("MERGEFIELD дата", "«Дата»") + bare(" ") + strings.ReplaceAll(
			fieldRuns("MERGEFIELD номер", "«Номер»"), "<w:t>", `<w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>`) +
			`<w:fldSimple w:instr="MERGEFIELD место">` + bare("«Место»") + `</w:fldSimple></w:p>`, ""},
		{`<w:p><w:sdt><w:sdtPr><w:tag w:val="дата"/></w:sdtPr><w:sdtContent>` + bare("[дата]") + marked("«Дата»") +
			`</w:sdtContent></w:sdt></w:p>`, ""},
	} {
		var found []string
		for _, s := range open(t, c.body, nil).Slips(nil) {
			if found = append(found, s.Message); s.Severity != diag.Warning {
				t.Error(s.Message)
			}
		}
		if got := strings.Join(found, "; "); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
