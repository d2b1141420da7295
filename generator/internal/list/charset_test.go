package list

import (
	"bytes"
	"strings"
	"testing"

	"protokol/generator/internal/table"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const russianList = "Наименование организации;Руководитель;Город\r\n" +
	"Общество с ограниченной ответственностью «Ромашка»;Иванов Иван Иванович;Смоленск\r\n" +
	"Областное государственное учреждение «Центр развития»;Петрова Анна Сергеевна;Вязьма\r\n"

// TestEncodings checks that a list gives the same records in every encoding.
func TestEncodings(t *testing.T) {
	encode := func(e interface{ String(string) (string, error) }, text string) string {
		encoded, err := e.String(text)
		if err != nil {
			t.Fatal(err)
		}
		return encoded
	}
	le := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	be := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	plain := strings.NewReplacer("«", `"`, "»", `"`).Replace(russianList)
	_, want, _ := read(t, source("a.csv", russianList), Options{})
	_, wantPlain, _ := read(t, source("a.csv", plain), Options{})
	for _, test := range []struct {
		name, content, decided string
		want                   []string
	}{
		{"UTF-8 with a mark", "\uFEFF" + russianList, "текст в кодировке UTF-8 (по метке в начале файла)", want},
		{"windows-1251", encode(charmap.Windows1251.NewEncoder(), russianList),
			"текст в кодировке windows-1251 (по частоте русских букв)", want},
		{"KOI8-R", encode(charmap.KOI8R.NewEncoder(), plain),
			"текст в кодировке KOI8-R (по частоте русских букв)", wantPlain},
		{"CP866", encode(charmap.CodePage866.NewEncoder(), plain),
			"текст в кодировке CP866 (DOS) (по частоте русских букв)", wantPlain},
		{"capitals", encode(charmap.Windows1251.NewEncoder(), strings.ToUpper(russianList)),
			"текст в кодировке windows-1251 (по частоте русских букв)", nil},
		{"UTF-16 LE", encode(le.NewEncoder(), russianList),
			"текст в кодировке UTF-16 LE (по метке в начале файла)", want},
		{"UTF-16 BE", encode(be.NewEncoder(), russianList),
			"текст в кодировке UTF-16 BE (по метке в начале файла)", want},
		{"Mac Cyrillic", encode(charmap.MacintoshCyrillic.NewEncoder(), russianList),
			"текст в кодировке Mac Cyrillic (по прописным буквам)", want},
		{"UTF-16 LE without a mark", encode(le.NewEncoder(), russianList)[2:],
			"текст в кодировке UTF-16 LE (по нулевым байтам)", want},
		{"Latin", "organization;name\nABC;John\n", "текст в кодировке UTF-8 (в файле только латиница и цифры)", nil},
	} {
		l, records, problems := read(t, source("a.csv", test.content), Options{})
		equal(t, test.name, messages(problems), nil)
		if l == nil {
			continue
		}
		if got := l.Interpretation.Lines[0]; got != test.decided {
			t.Errorf("%s: %s", test.name, got)
		}
		if test.want != nil {
			equal(t, test.name, records, test.want)
		}
	}
}

// TestEndMark checks that the end mark of DOS is not part of the list, and that a
// mark inside the list is reported.
func TestEndMark(t *testing.T) {
	_, want, _ := read(t, source("a.csv", russianList), Options{})
	dos, _ := charmap.CodePage866.NewEncoder().String(strings.NewReplacer("«", "\"", "»", "\"").Replace(russianList))
	for _, end := range []string{"\x1A", "\x1A\r\n", "\x1A\x1A\x1A", "\x1A\x00\x00", "\x1A" + strings.Repeat("\x00",
		127)} {
		_, records, problems := read(t, source("a.csv", russianList+end), Options{})
		equal(t, "records", records, want)
		equal(t, "problems", messages(problems), nil)
		if _, records, problems = read(t, source("a.csv", dos+end), Options{}); len(records) != 2 || len(problems) > 0 {
			t.Error(records, problems)
		}
	}
	_, records, _ := read(t, source("a.csv", "Организация\r\n\x1A"), Options{})
	equal(t, "an empty list", records, nil)
	utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("ИНН;Город\n1;АК")
	_, records, problems := read(t, source("a.csv", utf16), Options{})
	equal(t, "К in UTF-16", records, []string{"2: 1|АК"})
	equal(t, "К in UTF-16", messages(problems), nil)
	_, _, problems = read(t, source("a.csv", "Организация\nООО\n\x1AАО\n"), Options{})
	equal(t, "inside", messages(problems), []string{
		"a.csv:3:1: строка 3, столбец «Организация» (A): в ячейке управляющий символ U+001A"})
}

// FuzzOpen checks that no input causes a panic and that any list that opens can
// be read.
func FuzzOpen(f *testing.F) {
	ansi, _ := charmap.Windows1251.NewEncoder().String(russianList)
	for _, seed := range []string{
		russianList, ansi, officeCSV, "\xFF\xFEo\x00r\x00", "sep=\t\norganization\tinn\n", "\"", "организация\x00",
	} {
		f.Add([]byte(seed), "a.csv")
	}
	f.Add([]byte(recipients), "a.toml")
	f.Add([]byte("[[recipients]]"), "\xe5\xe5a.toml")
	f.Add([]byte("\xe5\xe5;\n"), "\xe5\xe5.csv")
	f.Fuzz(func(t *testing.T, content []byte, name string) {
		src := table.Source{Name: name, Data: bytes.NewReader(content), Size: int64(len(content))}
		l, problems := Open(src, Options{})
		if (l == nil) != problems.Failed() {
			t.Fatal(l, problems)
		}
		if l == nil {
			return
		}
		var twice Duplicates
		for r, err := range l.Records() {
			if err != nil {
				return
			}
			twice.Check(r)
		}
	})
}
