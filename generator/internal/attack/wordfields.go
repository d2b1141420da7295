package attack

import "strings"

// OnWordFields returns attacks on a DOCX that has the text in a run of its own, by fields: by words in a field that
// shows nothing, by codes that programs interpret differently, and by fields without an end.
func OnWordFields(text string) []WordAttack {
	c := &concealment{text: text, run: "<w:r><w:t>" + text + "</w:t></w:r>"}
	const set = "Word заполняет сам, стоит «SET»"
	one := fieldText("1")
	for name, result := range map[string]string{
		"a sign": `<w:r><w:sym w:char="041F"/></w:r>`, "a hyphen": "<w:r><w:noBreakHyphen/></w:r>",
		"a drawing": "<w:r><w:drawing/></w:r>", "two figures": one + one, "a figure and a space": fieldText("1 "),
		"a field without a code": "<w:r>" + fieldMark("begin") + fieldMark("separate") + "</w:r>" + fieldText("900") +
			"<w:r>" + fieldMark("end") + "</w:r>",
		"a simple field":         `<w:fldSimple w:instr="">` + one + "</w:fldSimple>",
		"the end of a line":      "<w:r><w:br/></w:r>",
		"the end of a paragraph": "</w:p><w:p>", "words to be deleted": "<w:del w:id=\"900\"><w:r/></w:del>",
		"a control": "<w:sdt><w:sdtContent>" + one + "</w:sdtContent></w:sdt>",
	} {
		c.says("field of "+name, set, c.replaced(c.run+complexField(` SET keep "1" `, result)))
	}
	for name, code := range map[string]string{
		"a space of another kind": "\u00a0SET keep \"1\"", "a wide space": "\u2003SET keep \"1\" ",
		"a space behind": "SET keep \"1\"\u00a0", "a line": "\nSET keep \"1\"",
	} {
		c.says("field behind "+name, set, c.replaced(c.run+complexField(code, one)))
	}
	c.says("field of pieces that drop spaces", set, c.replaced(c.run+strings.Replace(complexField(`SE`, one),
		"</w:instrText>", `</w:instrText><w:instrText> T keep "1"</w:instrText>`, 1)))
	c.says("field that is an element", set, c.replaced(c.run+`<w:fldSimple w:instr=' SET keep "1" '>`+one+
		"</w:fldSimple>"))
	const page = "Word заполняет сам, стоит «PAGE»"
	c.says("number with a hyphen", page, c.replaced(c.run+complexField("PAGE", "<w:r><w:noBreakHyphen/></w:r>")))
	c.says("number behind another space", page, c.replaced(c.run+complexField("\u00a0PAGE ", one)))
	c.says("field without a code", "поле без кода", c.replaced(complexField("", c.run)))
	const broken = "поле без начала или без конца"
	open := func(code string) string {
		return strings.TrimSuffix(complexField(code, ""), "<w:r>"+fieldMark("end")+"</w:r>")
	}
	c.says("field without an end", broken, c.replaced(open(` SET keep "1" `)+c.run))
	c.says("field without an end before words", broken, c.replaced(open(` IF 1=1 "а" "б" `)+c.run))
	c.says("field without a beginning", broken, c.replaced(c.run+"<w:r>"+fieldMark("end")+"</w:r>"))
	c.says("field with two results", broken, c.replaced(complexField("PAGE", "<w:r>"+fieldMark("separate")+"</w:r>")))
	code := "<w:r><w:instrText>900</w:instrText></w:r>"
	c.says("code of no field", "код поля вне поля", c.replaced(code+c.run))
	c.says("code in a result", "код поля вне поля", c.replaced(complexField("PAGE", code)+c.run))
	c.says("field of another mark", broken, c.replaced(c.run+"<w:r>"+fieldMark("Begin")+"</w:r>"))
	c.says("field across an element", broken, c.replaced(`<w:fldSimple w:instr="PAGE">`+open("PAGE")+"</w:fldSimple>"+
		c.run+"<w:r>"+fieldMark("end")+"</w:r>"))
	return c.list
}

func fieldText(words string) string {
	return `<w:r><w:t xml:space="preserve">` + words + "</w:t></w:r>"
}

func fieldMark(kind string) string { return `<w:fldChar w:fldCharType="` + kind + `"/>` }

// complexField returns a complex field (ECMA-376-1, 17.16.18).
func complexField(code, result string) string {
	return "<w:r>" + fieldMark("begin") + "</w:r><w:r><w:instrText>" + code + "</w:instrText></w:r><w:r>" +
		fieldMark("separate") + "</w:r>" + result + "<w:r>" + fieldMark("end") + "</w:r>"
}
