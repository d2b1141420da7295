package table

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"protokol/generator/diag"
)

// Messages about files of other kinds.
const (
	pageMessage    = "это страница (HTML), а не таблица, хотя Excel её и открывает"
	archiveMessage = "это страница в архиве (MHT), а не таблица, хотя Excel её и открывает"
	oldMessage     = "это книга Excel 95 или старше: такой формат не читается"
)

// TestOtherKinds checks that files of other kinds are named, each with what to
// do.
func TestOtherKinds(t *testing.T) {
	const html = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><p>Организация</p></html>"
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(html)
	ansi, _ := charmap.Windows1251.NewEncoder().String(html)
	field := "NAME\x00\x00\x00\x00\x00\x00\x00C" + strings.Repeat("\x00", 20)
	for _, test := range []struct{ name, content, want string }{
		{"a.xls", html, pageMessage},
		{"a.xls", "\uFEFF" + html, pageMessage},
		{"a.xls", wide, pageMessage},
		{"a.xls", ansi, pageMessage},
		{"a.csv", "\r\n <!DOCTYPE html>\n<p>", pageMessage},
		{"a.xls", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_NextPart\"\r\n",
			archiveMessage},
		{"a.mht", "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n", archiveMessage},
		{"a.eml", "From: a@example.ru\r\nSubject: список\r\n", "это электронное письмо, а не таблица"},
		{"a.xls", "ID;PWXL;N;E\r\nC;Y1;X1;K\"Организация\"\r\nE\r\n",
			"это таблица SYLK (.slk), какой её сохраняют старые программы"},
		{"a.xml", "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>",
			"это таблица XML 2003, а не книга Excel"},
		{"a.fods", "<?xml version=\"1.0\"?><office:document " +
			"office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">",
			"это таблица LibreOffice в виде XML (.fods)"},
		{"a.xml", "<?xml version=\"1.0\"?><rows/>", "это XML, а не таблица"},
		{"a.gsheet", `{"url": "https://docs.google.com/open?id=1"}`, "это ярлык таблицы Google, а не сама таблица"},
		{"a.json", `[{"name": "Иванов"}]`, "это JSON, а не таблица"},
		{"a.url", "[InternetShortcut]\r\nURL=https://example.ru", "это ярлык страницы, а не сам файл"},
		{"a.lnk", "L\x00\x00\x00\x01\x14\x02\x00\x00\x00", "это ярлык Windows, а не сам файл"},
		{"a.vcf", "BEGIN:VCARD\r\nFN:Иванов", "это адресная книга (vCard), а не таблица"},
		{"a.dbf", "\x03\x7B\x04\x1F" + strings.Repeat("\x00", 28) + field, "это таблица dBase (.dbf)"},
		{"a.xls", "\x03\x7B\x04\x1F" + strings.Repeat("\x00", 28) + field, "это таблица dBase (.dbf)"},
		{"a.xls", "\x09\x08\x08\x00\x00\x05\x10\x00", oldMessage},
		{"a.xls", "\x09\x00\x04\x00\x02\x00\x10\x00", oldMessage},
		{"a.pdf", "%PDF-1.7\n", "это PDF, а не список"},
		{"a.xlsx", "\x89PNG\r\n\x1A\n", "это изображение (PNG), а не таблица"},
		{"a.jpg", "\xFF\xD8\xFF\xE0", "это снимок (JPEG), а не таблица"},
		{"a.heic", "\x00\x00\x00\x18ftypheic", "это снимок (HEIC), а не таблица"},
		{"a.rar", "Rar!\x1A\x07\x00", "это архив RAR, а не таблица"},
		{"a.7z", "7z\xBC\xAF\x27\x1C", "это архив 7-Zip, а не таблица"},
		{"a.mdb", "\x00\x01\x00\x00Standard Jet DB\x00", "это база данных Access, а не таблица"},
		{"a.rtf", `{\rtf1\ansi`, "это документ RTF, а не таблица"},
		{"a.csv", strings.Repeat("\x00", 5000), "файл состоит из нулей: он записан не до конца"},
		{"каталог/~$список.xlsx", "\x05Admin",
			"это служебный файл: таблица сейчас открыта в другой программе, он исчезнет с её закрытием"},
		{".~lock.список.ods#", ",user,host",
			"это служебный файл: таблица сейчас открыта в другой программе, он исчезнет с её закрытием"},
		{"._список.xlsx", "\x00\x05\x16\x07\x00\x02", "это служебный файл macOS, а не таблица"},
	} {
		_, _, err := Open(source(test.name, test.content), Options{})
		if p, ok := err.(diag.Problem); !ok || p.Message != test.want || p.Hint == "" {
			t.Errorf("%.20q: %v, want %s with a hint", test.content, err, test.want)
		}
	}
}

// TestNoOtherKinds checks that lists are not taken for other files.
func TestNoOtherKinds(t *testing.T) {
	for _, content := range []string{
		"ID;Phone;Name\n1;2;Иванов\n",
		"ID;PHONE;NAME\nc;2;katya\n",
		"From,Name,INN\na,Иванов,1\n",
		"Name\n\n\nMZ\n",
		"0\t\r\nName;INN\nИванов;1\n",
		"C\r\n\rName;INN\r\nИванов;1\n",
		"{name};ИНН\nИванов;1\n",
	} {
		if table, _, err := Open(source("a.csv", content), Options{}); table == nil {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// TestOtherArchives checks that archives without a workbook are named.
func TestOtherArchives(t *testing.T) {
	for _, test := range []struct {
		name  string
		parts []string // names and contents in turn
		want  string
	}{
		{"письма.zip", []string{"a/список.xlsx", "", "b.CSV", "", "c.txt", ""},
			"это архив ZIP, а в нём: «список.xlsx», «b.CSV»"},
		{"список.numbers", []string{"Index/Document.iwa", ""}, "это таблица Numbers (Apple)"},
		{"a.sxc", []string{"mimetype", "application/vnd.sun.xml.calc", "content.xml", ""},
			"это таблица OpenOffice 1 (.sxc)"},
		{"a.odp", []string{"mimetype", "application/vnd.oasis.opendocument.presentation", "content.xml", ""},
			"это презентация, а не таблица"},
		{"a.docx", []string{"word/document.xml", ""},
			"это текстовый документ (Word или Writer), а не таблица"},
		{"a.zip", []string{"readme.txt", ""},
			"это архив ZIP, и таблиц в нём нет; первый файл в нём — «readme.txt»"},
		{"empty.zip", nil, "это пустой архив ZIP"},
	} {
		_, _, err := Open(archiveSource(t, test.name, test.parts...), Options{})
		if p, ok := err.(diag.Problem); !ok || p.Message != test.want {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}
