package collect

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"protokol/generator/internal/reader"
)

// TestUnmarkedEncodings checks answers that programs write without saying how
// they are encoded, as the reader returns them.
func TestUnmarkedEncodings(t *testing.T) {
	plain := func(e encoding.Encoding) func(string) string {
		return func(s string) string {
			coded, err := e.NewEncoder().String(s)
			if err != nil {
				t.Fatal(err)
			}
			return coded
		}
	}
	for name, test := range map[string]struct {
		code func(string) string
		want string
	}{
		"UTF-8":        {strings.Clone, "UTF-8"},
		"windows-1251": {plain(charmap.Windows1251), "windows-1251"},
		"KOI8-R":       {plain(charmap.KOI8R), "KOI8-R"},
		"CP866":        {plain(charmap.CodePage866), "CP866"},
		"UTF-16BE":     {plain(unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)), "UTF-16"},
		"UTF-16LE":     {plain(unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)), "UTF-16"},
	} {
		answers := []string{"Общество с ограниченной ответственностью Ромашка", "Ёжиков Пётр Ильич", "ИП Щукин"}
		var widgets []reader.Widget
		for i, key := range []string{"applicant.name", "applicant.head.name", "applicant.short_name"} {
			w := reader.Widget{Raw: test.code(answers[i])}
			w.Name, w.Kind, w.Value = key, reader.TextField, "as Latin-1"
			widgets = append(widgets, w)
		}
		forms := formsOf("a.pdf", widgets)
		if len(forms) != 1 {
			t.Errorf("%s: %d forms", name, len(forms))
			continue
		}
		f := forms[0]
		for i, key := range []string{"applicant.name", "applicant.head.name", "applicant.short_name"} {
			if f.Answer(key) != answers[i] {
				t.Errorf("%s: %s is %q", name, key, f.Answer(key))
			}
		}
		if !strings.Contains(f.remarks(), "прочитаны как "+test.want) {
			t.Errorf("%s: %s", name, f.remarks())
		}
	}
}

// TestPDFDocEncoding checks that Latin letters that need no mark stay.
func TestPDFDocEncoding(t *testing.T) {
	for raw, want := range map[string]string{"M\xFCller & S\xF6hne": "Müller & Söhne", "\x83\x83\x83 A": "……… A"} {
		w := reader.Widget{Raw: raw}
		w.Name, w.Kind, w.Value = "applicant.name", reader.TextField, want
		forms := formsOf("a.pdf", []reader.Widget{w})
		if len(forms) != 1 || forms[0].Answer("applicant.name") != want {
			t.Errorf("%q: %v", raw, found(forms))
		}
	}
}
