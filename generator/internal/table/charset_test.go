package table

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"protokol/generator/diag"
)

// TestScanBytesChunks checks that the statistics do not depend on where the
// reader splits the file.
func TestScanBytesChunks(t *testing.T) {
	content := []byte(strings.Repeat("Ромашка\n", 9000) + "\xFF\x00" + strings.Repeat("«д»", 5000) + "\xE2\x80")
	want, err := scanBytes(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if want.invalid != 3 || want.multibyte != 126_000+30_000 || want.nuls[1]+want.nuls[0] != 1 ||
		want.firstInvalidLine != 9001 {
		t.Errorf("%+v", want)
	}
	for _, shift := range []int{1, 2, 3} {
		moved := append(bytes.Repeat([]byte("a"), shift), content...)
		got, _ := scanBytes(bytes.NewReader(moved))
		if got.invalid != want.invalid || got.multibyte != want.multibyte ||
			got.firstInvalidLine != want.firstInvalidLine {
			t.Errorf("moved by %d: %d bad, %d letters", shift, got.invalid, got.multibyte)
		}
	}
}

// problemOf opens a table and returns the first problem, or "".
func problemOf(content string, o Options) string {
	_, problems, err := Open(source("a.csv", content), o)
	if p, ok := err.(diag.Problem); ok {
		p.File = "a.csv"
		return p.Error()
	}
	if len(problems) > 0 {
		return problems[0].Error()
	}
	return ""
}

func TestNamedCharset(t *testing.T) {
	const text = "Организация;Руководитель\r\nООО «Ромашка»;Иванов Иван Иванович\r\n"
	ansi, _ := charmap.Windows1251.NewEncoder().String(text)
	for _, test := range []struct{ name, content, asked, want string }{
		{"as it is", ansi, "cp1251", ""},
		{"in other words", ansi, "Windows-1251", ""},
		{"with a dash", text, "UTF–8", ""},
		{"UTF-8 that is not", ansi, "utf-8", "a.csv:1:1: в строке байты не из UTF-8, всего в файле их 53"},
		{"1251 that is UTF-8", text, "windows-1251",
			"предупреждение: указана кодировка windows-1251, но файл похож на UTF-8"},
		{"unknown", text, "latin", "a.csv: неизвестная кодировка «latin»"},
		{"another one", text, "не utf-8", "a.csv: неизвестная кодировка «не utf-8»"},
	} {
		if got := problemOf(test.content, Options{Encoding: test.asked}); got != test.want {
			t.Errorf("%s: %s", test.name, got)
		}
	}
}

// TestDamaged checks that damage is reported with its line, wherever it is.
func TestDamaged(t *testing.T) {
	long := "Организация;ИНН\n" + strings.Repeat("ООО «Ромашка»;1\n", 20_000)
	for _, test := range []struct{ name, content, want string }{
		{"a byte", long + "ООО \xFF;1\n", "a.csv:20002:1: в строке байты не из UTF-8, всего в файле их 1"},
		{"NUL", long + "ООО \x00;1\n", "a.csv:20002:1: в файле нулевой байт: это не текст"},
		{"cut in a letter", long + "\xD0", "a.csv:20002:1: в строке байты не из UTF-8, всего в файле их 1"},
		{"few letters", "organization;inn\n\xCE\xCE\xCE;1\n",
			"предупреждение: кодировка неясна: похоже на windows-1251, но может быть и KOI8-R"},
	} {
		if got := problemOf(test.content, Options{}); got != test.want {
			t.Errorf("%s: %s", test.name, got)
		}
	}
}
