package opc

import "bytes"

// others are the first bytes of files that people mistake for DOCX, and what to do with them.
var others = []struct{ begins, message string }{
	{"\xD0\xCF\x11\xE0", "это старый .doc или файл с паролем: сохраните его в Word как .docx без пароля"},
	{"%PDF-", "это PDF, а не DOCX: нужен документ Word, из которого он сделан"},
	{`{\rtf`, "это RTF, а не DOCX: откройте его в Word или LibreOffice и сохраните как .docx"},
	{"<", "это веб-страница или XML, а не DOCX: откройте файл в Word или LibreOffice и сохраните как .docx"},
	{"MIME-Version:", "это веб-страница, а не DOCX: откройте её в Word и сохраните как .docx"},
}

// contents are names in archives that are not DOCX.
var contents = []struct{ holds, message string }{
	{"mimetypeapplication/vnd.oasis.opendocument.text",
		"это документ ODT, а не DOCX: откройте его в LibreOffice и сохраните как «Документ Word 2007–365 (.docx)»"},
	{"mimetypeapplication/vnd.oasis.opendocument",
		"это таблица или рисунок LibreOffice, а не DOCX: нужен документ Word"},
	{"xl/workbook.", "это таблица Excel, а не DOCX: нужен документ Word"},
	{"ppt/presentation.xml", "это презентация, а не DOCX: нужен документ Word"},
}

// Other says, in words for people, what a file that is not a DOCX is and what to do with it. It returns "" for a
// file that may be one.
func Other(file []byte) string {
	text := bytes.TrimPrefix(file, []byte("\xEF\xBB\xBF"))
	for _, o := range others {
		if bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte(o.begins)) {
			return o.message
		}
	}
	for _, c := range contents {
		if !bytes.Contains(file, []byte("word/")) && bytes.Contains(file, []byte(c.holds)) {
			return c.message
		}
	}
	return ""
}
