package table

import (
	"bytes"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/unicode"

	"protokol/generator/diag"
)

// headSize is the number of bytes from which the kind of a file is recognized.
const headSize = 4 << 10

// Hints for files of other kinds.
const (
	hintTable = "нужна таблица: .xlsx, .xls, .ods, .csv или .tsv"
	hintSave  = "откройте файл в Excel или LibreOffice и сохраните как «Книга Excel (.xlsx)»"
	hintImage = "наберите список в таблице или найдите файл, из которого сделан снимок"
)

// checkName recognizes the files that programs keep beside an open table. They
// have its extension.
func checkName(name string) error {
	base := path.Base(filepath.ToSlash(name))
	of, isLock := strings.CutPrefix(base, "~$")
	if !isLock {
		if of, isLock = strings.CutPrefix(base, ".~lock."); isLock {
			of = strings.TrimSuffix(of, "#")
		}
	}
	switch shadow, isShadow := strings.CutPrefix(base, "._"); {
	case isLock:
		return diag.Problem{
			Message: "это служебный файл: таблица сейчас открыта в другой программе, он исчезнет с её закрытием",
			Hint:    "укажите саму таблицу: " + of}
	case isShadow:
		return diag.Problem{Message: "это служебный файл macOS, а не таблица", Hint: "укажите саму таблицу: " + shadow}
	}
	return nil
}

// checkContent recognizes other kinds of files that are often sent as lists.
func checkContent(name string, head []byte) error {
	if len(bytes.TrimSpace(head)) == 0 {
		return diag.Problem{Message: "файл пуст", Hint: "проверьте, тот ли это файл и записан ли он до конца"}
	}
	for _, kind := range binaryKinds {
		if len(head) > kind.offset && strings.HasPrefix(string(head[kind.offset:]), kind.mark) {
			return diag.Problem{Message: kind.message, Hint: kind.hint}
		}
	}
	switch extension := strings.ToLower(path.Ext(name)); {
	case len(bytes.Trim(head, "\x00")) == 0:
		return diag.Problem{Message: "файл состоит из нулей: он записан не до конца", Hint: "возьмите его заново"}
	case isDBF(head, extension):
		return diag.Problem{Message: "это таблица dBase (.dbf)", Hint: hintSave}
	case extension == ".toml":
		return nil
	}
	return checkText(decodeHead(head))
}

// binaryKinds are kinds of files by their first bytes.
var binaryKinds = []struct {
	offset              int
	mark, message, hint string
}{
	{0, "%PDF", "это PDF, а не список", hintTable +
		"; таблицу из PDF переносят в Excel: Данные → Получить данные → Из файла"},
	{0, "\x09\x08", oldExcel, hintSave},
	{0, "\x09\x00\x04\x00", oldExcel, hintSave},
	{0, "\x09\x02\x06\x00", oldExcel, hintSave},
	{0, "\x09\x04\x06\x00", oldExcel, hintSave},
	{0, "\xFF\xD8\xFF", "это снимок (JPEG), а не таблица", hintImage},
	{0, "\x89PNG", "это изображение (PNG), а не таблица", hintImage},
	{0, "GIF8", "это изображение (GIF), а не таблица", hintImage},
	{0, "II*\x00", "это изображение (TIFF), а не таблица", hintImage},
	{0, "MM\x00*", "это изображение (TIFF), а не таблица", hintImage},
	{4, "ftyphei", "это снимок (HEIC), а не таблица", hintImage},
	{8, "WEBP", "это изображение (WebP), а не таблица", hintImage},
	{0, "PK\x05\x06", "это пустой архив ZIP", hintTable},
	{0, "PK\x07\x08", "это часть многотомного архива ZIP, а не таблица",
		"соберите и распакуйте архив и укажите таблицу из него"},
	{0, "Rar!", "это архив RAR, а не таблица", hintUnpack},
	{0, "7z\xBC\xAF\x27\x1C", "это архив 7-Zip, а не таблица", hintUnpack},
	{0, "\x1F\x8B", "это архив GZIP, а не таблица", hintUnpack},
	{257, "ustar", "это архив TAR, а не таблица", hintUnpack},
	{4, "Standard Jet DB", "это база данных Access, а не таблица", hintExport},
	{4, "Standard ACE DB", "это база данных Access, а не таблица", hintExport},
	{0, "SQLite format 3", "это база данных SQLite, а не таблица", hintExport},
	{0, "L\x00\x00\x00\x01\x14\x02\x00", "это ярлык Windows, а не сам файл", "укажите файл, на который ведёт ярлык"},
	{0, "\x00\x05\x16\x07", "это служебный файл macOS, а не таблица", "укажите саму таблицу, без «._» в имени"},
	{0, "MZ\x90\x00", "это программа Windows, а не таблица", hintTable},
	{0, "{\\rtf", "это документ RTF, а не таблица",
		"если список в нём — таблица, скопируйте её в Excel и сохраните как «Книга Excel (.xlsx)»"},
}

const (
	oldExcel   = "это книга Excel 95 или старше: такой формат не читается"
	hintUnpack = "распакуйте архив и укажите таблицу из него"
	hintExport = "откройте её в своей программе и выгрузите таблицу в .xlsx или .csv"
)

// isDBF reports whether a file is a dBase table: a header of 32 bytes and as
// much for each field, which begins with a name and a letter for its type.
func isDBF(head []byte, extension string) bool {
	const header, name, types = 32, 11, "CNLDFMBGIPTYV@+0"
	if extension == ".dbf" {
		return true
	}
	const versions = "\x02\x03\x04\x05\x30\x31\x32\x43\x63\x83\x8B\x8C\xCB\xF5\xFB"
	return len(head) >= 2*header && strings.IndexByte(versions, head[0]) >= 0 &&
		head[2] >= 1 && head[2] <= 12 && head[3] >= 1 && head[3] <= 31 &&
		bytes.IndexByte(head[header:header+name], 0) > 0 && strings.IndexByte(types, head[header+name]) >= 0
}

// decodeHead returns the beginning of a text without its byte order mark, in
// lower case and without leading spaces.
func decodeHead(head []byte) string {
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(head)
		if err == nil {
			head = text
		}
	}
	text := strings.ToLower(strings.TrimSpace(strings.TrimPrefix(string(head), "\uFEFF")))
	return strings.ReplaceAll(text, "\r", "\n")
}

// sylkCell matches a cell of SYLK: C;Y1;X1;K"text".
var sylkCell = regexp.MustCompile(`\nc;[xy][0-9]+;`)

// checkText recognizes texts that are not tables, by their beginning in lower
// case.
func checkText(text string) error {
	if strings.HasPrefix(text, "id;p") && sylkCell.MatchString(text) {
		return diag.Problem{Message: "это таблица SYLK (.slk), какой её сохраняют старые программы", Hint: hintSave}
	}
	for _, kind := range textKinds {
		if strings.HasPrefix(text, kind.start) && strings.Contains(text, kind.contains) {
			return diag.Problem{Message: kind.message, Hint: kind.hint}
		}
	}
	return nil
}

// textKinds are kinds of texts by their start and by a text that must follow in it.
var textKinds = []struct{ start, contains, message, hint string }{
	{"mime-version:", "", webArchive, hintSave},
	{"from:", "mime-version:", webArchive, hintSave},
	{"from:", "subject:", "это электронное письмо, а не таблица", hintTable},
	{"received:", "", "это электронное письмо, а не таблица", hintTable},
	{"<?xml", "schemas-microsoft-com:office:spreadsheet", "это таблица XML 2003, а не книга Excel", hintSave},
	{"<?xml", "<?mso-application progid=\"excel.sheet\"", "это таблица XML 2003, а не книга Excel", hintSave},
	{"<?xml", "opendocument", "это таблица LibreOffice в виде XML (.fods)",
		"откройте её и сохраните как .ods или .xlsx"},
	{"<?xml", "", "это XML, а не таблица", "выгрузите список из своей программы в .xlsx, .ods или .csv"},
	{"{", "docs.google.com", "это ярлык таблицы Google, а не сама таблица",
		"откройте её в браузере: Файл → Скачать → Microsoft Excel (.xlsx)"},
	{"{", "\"", "это JSON, а не таблица", "выгрузите список из своей программы в .xlsx, .ods или .csv"},
	{"[{", "\"", "это JSON, а не таблица", "выгрузите список из своей программы в .xlsx, .ods или .csv"},
	{"[internetshortcut]", "", "это ярлык страницы, а не сам файл", "откройте его и скачайте таблицу"},
	{"[desktop entry]", "", "это ярлык, а не сам файл", "укажите файл, на который ведёт ярлык"},
	{"begin:vcard", "", "это адресная книга (vCard), а не таблица", "выгрузите контакты в .csv"},
}

const webArchive = "это страница в архиве (MHT), а не таблица, хотя Excel её и открывает"
