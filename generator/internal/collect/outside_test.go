package collect_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/effort"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// tick is the answer that ticks a box.
const tick = "Yes"

// long has 300 characters of what comes out wrong first.
var long = pad("Ёлочки «под ключ» № 7 — объём, съёмка, подъезд; ", 300)

func pad(text string, length int) string {
	runes := []rune(strings.Repeat(text, length/utf8.RuneCountInString(text)+1))[:length]
	runes[length-1] = 'я' // no space: those at the end go
	return string(runes)
}

// filled are the answers that every program types.
var filled = map[string]map[string]string{
	"application": {
		"applicant.name":       "Общество с ограниченной ответственностью «Ёлка № 1»",
		"applicant.short_name": "ООО «Ёлка № 1»",
		"applicant.inn":        "6732000017", "applicant.kpp": "673201001", "applicant.ogrn": "1026701421438",
		"applicant.address":       "214000, г. Смоленск, ул. Большая Советская, д. 10, офис № 5",
		"applicant.postal_same":   tick,
		"applicant.head.position": "генеральный директор", "applicant.head.name": "Ёжиков Пётр Фёдорович",
		"applicant.head.basis":   "доверенности от 01.02.2026 № 3",
		"applicant.contact.name": "Объёмова Любовь Семёновна", "applicant.contact.phone": "+7 (4812) 12-34-56",
		"applicant.email": "elka@пример.рф",
		"applicant.site":  "ёлка.рф", "applicant.staff": "120", "applicant.fields": long,
		"applicant.offer": "Скидка 10 % участникам.\nСклад «№ 2»: объём 100 м³", "applicant.date": "15.01.2026",
	},
	"consent": {
		"consent.subject.name":     "Ёжиков Пётр Фёдорович",
		"consent.subject.address":  "214000, г. Смоленск, ул. «Подъёмная», д. № 1",
		"consent.subject.passport": long, "consent.date": "15.01.2026",
	},
}

// understood is what collect should say of answers.
func understood(kind string, given map[string]string) map[string]string {
	want := maps.Clone(given)
	if kind == "application" {
		want["applicant.postal_same"], want["applicant.index"] = "да", "214000"
		want["applicant.postal_address"] = want["applicant.address"]
	}
	return want
}

// filler is a program that forms are filled in.
type filler struct {
	name, format string
	fill         func(t *testing.T, w work)
}

// work is what a filler gets: files beside each other in a folder.
type work struct {
	dir, form, answers, out string
	blank                   []byte
	given                   map[string]string
}

var fillers = []filler{
	{"pdf.js", "pdf", func(t *testing.T, w work) {
		outside.Run(t, outside.Program(t, "pdfjs"), "testdata/fill.mjs", w.form, w.answers, w.out)
	}},
	{"PDFium", "pdf", func(t *testing.T, w work) {
		file, err := readertest.FillForm(w.blank, w.given)
		if err != nil {
			t.Fatal(err)
		}
		save(t, w.out, file)
	}},
	{"pdftk", "pdf", fillInPdftk},
	{"pypdf, anew", "pdf", func(t *testing.T, w work) {
		outside.Run(t, outside.Program(t, "python-fillers"), "testdata/fill_pdf.py", w.form, w.answers, w.out)
	}},
	{"pypdf, appended", "pdf", func(t *testing.T, w work) {
		outside.Run(t, outside.Program(t, "python-fillers"), "testdata/fill_pdf.py", w.form, w.answers, w.out, "append")
	}},
	{"pdf.js, then pdftk", "pdf", func(t *testing.T, w work) {
		outside.Run(t, outside.Program(t, "pdfjs"), "testdata/fill.mjs", w.form, w.answers, w.out+"1.pdf")
		outside.Run(t, outside.Program(t, "pdftk"), w.out+"1.pdf", "cat", "output", w.out)
	}},
	{"pdf.js, then qpdf", "pdf", func(t *testing.T, w work) {
		outside.Run(t, outside.Program(t, "pdfjs"), "testdata/fill.mjs", w.form, w.answers, w.out+"1.pdf")
		outside.Run(t, outside.Program(t, "qpdf"), "--object-streams=generate", "--linearize", w.out+"1.pdf", w.out)
	}},
	{"PDFBox", "pdf", func(t *testing.T, w work) {
		args := []string{"testdata/Fill.java", w.form, w.out}
		for name, answer := range w.given {
			args = append(args, name, answer)
		}
		outside.Run(t, outside.Program(t, "pdfbox"), args...)
	}},
	{"python-docx", "docx", fillInWord},
	{"LibreOffice", "docx", fillInOffice},
	{"python-docx, saved by LibreOffice", "docx", func(t *testing.T, w work) {
		word := w
		word.out = filepath.Join(w.dir, "word.docx")
		fillInWord(t, word)
		outside.Run(
			t,
			outside.Program(t, "soffice"),
			"-env:UserInstallation=file://"+w.dir+"/profile",
			"--headless",
			"--convert-to",
			"docx:MS Word 2007 XML",
			"--outdir",
			filepath.Join(w.dir, "saved"),
			word.out,
		)
		if err := os.Rename(filepath.Join(w.dir, "saved", "word.docx"), w.out); err != nil {
			t.Fatal(err)
		}
	}},
}

func save(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func fillInWord(t *testing.T, w work) {
	outside.Run(t, outside.Program(t, "python-fillers"), "testdata/fill_docx.py", w.form, w.answers, w.out)
}

// fillInPdftk gives pdftk the answers in XFDF (ISO 19444-1).
func fillInPdftk(t *testing.T, w work) {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/"><fields>`)
	for name, answer := range w.given {
		fmt.Fprintf(&b, `<field name="%s"><value>%s</value></field>`, name, answer) // none has a sign of XML in it
	}
	b.WriteString(`</fields></xfdf>`)
	answers := filepath.Join(w.dir, "answers.xfdf")
	save(t, answers, []byte(b.String()))
	outside.Run(t, outside.Program(t, "pdftk"), w.form, "fill_form", answers, "output", w.out)
}

// fillInOffice runs a macro in LibreOffice. A macro of the user's own library
// is run without asking; the library is there after the first start.
func fillInOffice(t *testing.T, w work) {
	office := outside.Program(t, "soffice")
	profile := "-env:UserInstallation=file://" + w.dir + "/profile"
	outside.Run(t, office, profile, "--headless", "macro:///Standard.Module1.Main") // which is empty
	macro, err := os.ReadFile("testdata/fill.bas")
	if err != nil {
		t.Fatal(err)
	}
	var code bytes.Buffer
	code.WriteString(
		`<?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script" ` +
			`script:name="Module1" script:language="StarBasic">`,
	)
	for _, r := range string(macro) {
		fmt.Fprintf(&code, "&#%d;", r)
	}
	code.WriteString("</script:module>")
	save(t, filepath.Join(w.dir, "profile/user/basic/Standard/Module1.xba"), code.Bytes())
	body, err := reader.Controls(w.blank)
	if err != nil {
		t.Fatal(err)
	}
	var lines strings.Builder
	for _, field := range body.Fields {
		answer := w.given[field.Name]
		if answer == tick {
			answer = "☑"
		}
		lines.WriteString(answer + "\n")
	}
	answers := filepath.Join(w.dir, "answers.txt")
	save(t, answers, []byte(lines.String()))
	outside.Run(
		t,
		office,
		profile,
		"--headless",
		fmt.Sprintf("macro:///Standard.Module1.Main(%s,%s,%s)", w.form, answers, w.out),
	)
}

// onLines are answers on one line each: LibreOffice 7.4 loses line ends in what
// it knows as plain text.
func onLines(given map[string]string) map[string]string {
	flat := map[string]string{}
	for key, answer := range given {
		flat[key] = strings.ReplaceAll(answer, "\n", " ")
	}
	return flat
}

// inWindows1251 are answers in the characters of the form's face: PDFBox takes no
// other.
func inWindows1251(given map[string]string) map[string]string {
	plain := map[string]string{}
	for key, answer := range given {
		plain[key] = strings.ReplaceAll(answer, "м³", "куб. м")
	}
	return plain
}

// TestFillers: a form survives every program that it may be filled in.
func TestFillers(t *testing.T) {
	for _, f := range fillers {
		for kind, given := range filled {
			switch {
			case strings.Contains(f.name, "LibreOffice"):
				if kind == "consent" && !effort.Gate() {
					continue // has fewer kinds of fields, and LibreOffice starts slowly
				}
				given = onLines(given)
			case f.name == "PDFBox":
				given = inWindows1251(given)
			}
			t.Run(f.name+"/"+kind, func(t *testing.T) {
				t.Parallel()
				w := work{dir: t.TempDir(), blank: blankForm(t, kind, f.format), given: given}
				w.form = filepath.Join(w.dir, "form."+f.format)
				w.answers = filepath.Join(w.dir, "answers.json")
				w.out = filepath.Join(w.dir, "out."+f.format)
				save(t, w.form, w.blank)
				answers, err := json.Marshal(given)
				if err != nil {
					t.Fatal(err)
				}
				save(t, w.answers, answers)
				f.fill(t, w)
				checkFilled(t, w.out, understood(kind, given))
			})
		}
	}
}

func checkFilled(t *testing.T, name string, want map[string]string) {
	t.Helper()
	file, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	forms, err := read(t, name, file)
	if err != nil || len(forms) != 1 {
		t.Fatalf("%d forms, %v", len(forms), err)
	}
	got := map[string]string{}
	for _, q := range forms[0].Kind.Questions {
		if answer := forms[0].Answer(q.Key); answer != "" {
			got[q.Key] = answer
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(forms[0].Problems) > 0 {
		t.Error(forms[0].Problems)
	}
}
