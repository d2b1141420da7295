package input

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/tomlfile"
)

// signatures are the first bytes of files that people give in place of one about
// a meeting.
var signatures = []struct{ begin, what, hint, code string }{
	{"%PDF-", "документ PDF", "", diag.CodePaper},
	{"PK\x03\x04", "", "", ""}, // see zipped
	{"\xD0\xCF\x11\xE0", "документ старого Word или Excel", "", ""},
	{"{\\rtf", "документ RTF", "", ""},
	{"\x89PNG", "рисунок PNG", "", ""},
	{"\xFF\xD8\xFF", "рисунок JPEG", "", ""},
	{"<", "страница HTML или XML", "", ""},
}

// foreign recognizes a file that is not TOML by its first bytes.
func foreign(name string, src []byte) (diag.Problem, bool) {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	for _, s := range signatures {
		if !bytes.HasPrefix(src, []byte(s.begin)) {
			continue
		}
		if s.what == "" {
			s.what, s.code = zipped(src)
		}
		if s.hint == "" {
			s.hint = "проверьте имя файла"
		}
		return diag.Problem{File: name, Message: "это " + s.what + ", а нужен файл заседания .toml", Hint: s.hint,
			Code: s.code}, true
	}
	return diag.Problem{}, false
}

// maxMimetype is the length of the beginning of an OpenDocument package that holds its
// type, not compressed (OpenDocument 1.3, part 2, 3.3).
const maxMimetype = 128

// zipped recognizes packages of office documents by the names of their parts.
func zipped(src []byte) (what, code string) {
	switch {
	case bytes.Contains(src, []byte("word/document.xml")):
		return "документ DOCX", diag.CodePaper
	case bytes.Contains(src, []byte("xl/workbook.xml")):
		return "таблица XLSX", diag.CodeList
	}
	for begin, what := range map[string]string{"text": "документ ODT", "spreadsheet": "таблица ODS"} {
		if bytes.Contains(src[:min(len(src), maxMimetype)], []byte("application/vnd.oasis.opendocument."+begin)) {
			return what, ""
		}
	}
	return "архив ZIP", ""
}

// without recognizes a file without values: it is empty or consists of comments.
func without(name string, src []byte) (diag.Problem, bool) {
	if !isEmpty(src) {
		return diag.Problem{}, false
	}
	p := diag.Problem{File: name, Message: "файл пуст", Hint: "впишите в него заседание", Code: diag.CodeStarter}
	if len(bytes.TrimSpace(bytes.TrimPrefix(src, []byte("\uFEFF")))) > 0 {
		p.Message = "в файле одни пояснения: каждая строка начинается с #"
	}
	return p, true
}

// other recognizes a TOML file of another kind by its keys.
func other(file *tomlfile.File) (diag.Problem, bool) {
	p := diag.Problem{File: file.Name}
	switch {
	case file.Has("agenda") || file.Has("date") || file.Has("council_file") ||
		file.Has("papers") || file.HasIn("letter", "date") || file.HasIn("letter", "text"):
		return p, false
	case file.Has("styles") || file.Has("page") && file.Has("font"):
		p.Message, p.Hint = "это таблица стилей, а нужен файл заседания", "проверьте имя файла"
		p.Code = diag.CodeStyleSheet
	case file.Has("recipients"):
		p.Message, p.Hint = "это список получателей, а нужен файл заседания", "проверьте имя файла"
		p.Code = diag.CodeList
	case file.Has("requisites"):
		p.Message = "это реквизиты, которых требует акт, а нужен файл заседания"
		p.Hint = "проверяют файл заседания, который называет акт: law = \"…\""
	case isSettings(file):
		p.Message, p.Hint = "это настройки папки, а нужен файл заседания", "назовите файл заседания из этой папки"
	case file.Has("council") || file.Has("people"):
		name := file.Name[strings.LastIndexAny(file.Name, `/\`)+1:]
		p.Message = "это файл органа, а не заседания: в нём нет ни date, ни [[agenda]]"
		p.Hint = fmt.Sprintf("проверяют и печатают файл заседания, который называет этот: council_file = %s",
			tomlfile.Quote(name))
	default:
		return p, false
	}
	return p, true
}

// isSettings recognizes the file with the settings of a folder.
func isSettings(file *tomlfile.File) bool {
	return slices.ContainsFunc([]string{"style", "templates", "fonts", "pdf_profile", "formats", "out", "source",
		"no_source", "no_signature_fields"}, file.Has) && !file.Has("council") && !file.Has("people")
}
