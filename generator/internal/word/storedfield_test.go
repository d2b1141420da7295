package word_test

import (
	"strings"
	"testing"
)

// TestStoredFields: a field that shows what the file stores under the name of a fact is
// reported, unless its result is filled.
func TestStoredFields(t *testing.T) {
	form := `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="номер"/></w:ffData></w:fldChar></w:r>` +
		`<w:r><w:instrText> FORMTEXT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
		`<w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
	simple := func(code, result string) string {
		return `<w:p><w:fldSimple w:instr="` + code + `"><w:r><w:t>` + result + `</w:t></w:r></w:fldSimple></w:p>`
	}
	for _, c := range []struct{ body, want string }{
		{form, "поле FORMTEXT «номер» не заполняется"},
		{simple(" DOCPROPERTY номер ", "5"), "поле DOCPROPERTY «номер» не заполняется"},
		{simple(` DOCVARIABLE &quot;дата&quot; `, "5"), "поле DOCVARIABLE «дата» не заполняется"},
		{simple(" DOCPROPERTY номер ", "{номер}"), ""}, {simple(" DOCPROPERTY Company ", "5"), ""},
		{strings.Replace(form, `w:val="номер"`, `w:val="ТекстовоеПоле1"`, 1), ""},
	} {
		slips := open(t, c.body, nil).Slips(nil)
		if (c.want != "") != (len(slips) == 1) || c.want != "" && !strings.Contains(slips[0].Message, c.want) {
			t.Errorf("%s: %v", c.body, slips)
		}
	}
}
