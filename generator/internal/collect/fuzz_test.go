package collect

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/list"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/table"
)

// FuzzAnswers: a list reads back from both tables what the program has understood, whatever was typed.
func FuzzAnswers(f *testing.F) {
	for i, typed := range []string{"ООО «Ёлка; № 1» \"и\"", "=HYPERLINK(\"http://x\")", "6732000017",
		"'+7 (4812)\t12-34-56",
		"\r\n- раз\n- \"два\"\uFFFD\x00", "01.03.2026", "впишите", "\uFEFF=\"00\"", "Й\u0306\u200B\u202Eлка"} {
		f.Add(typed, "applicant.name", uint8(i))
	}
	f.Add("ООО", "\xf9", uint8(0))
	f.Add("ООО", "a\x01", uint8(5))
	f.Add("2001*", "applicant.name", uint8(11))
	f.Add("в", "applicant.name", uint8('>')) // not a name: the list says so and drops it
	f.Fuzz(func(t *testing.T, typed, other string, question uint8) {
		key := Application.Questions[int(question)%len(Application.Questions)].Key
		form := readForm(other+".pdf", []reader.Field{{Name: key, Kind: reader.TextField, Value: typed},
			{Name: "applicant.inn", Kind: reader.TextField, Value: "6732000017"},
			{Name: other, Kind: reader.TextField, Value: typed}})
		if form == nil {
			return
		}
		for name, table := range map[string][]byte{"a.csv": CSV(form.Kind, []*Form{form}),
			"a.toml": TOML(form.Kind, []*Form{form})} {
			checkTable(t, form, name, table)
		}
	})
}

// rowMark finds values with what lists take for marks of Excel, numbers of rows, HTML, and references to footnotes.
var rowMark = regexp.MustCompile(`^('|="|\d+[.)])|[<&]|[*¹²³⁴⁵]$`)

// checkTable checks that a list reads back the answers of a form.
func checkTable(t *testing.T, f *Form, name string, content []byte) {
	t.Helper()
	l, problems := list.Open(table.Source{Name: name, Data: bytes.NewReader(content), Size: int64(len(content))},
		list.Options{})
	if problems.Failed() {
		t.Fatalf("%s: %v\n%q", name, problems, content)
	}
	for record, err := range l.Records() {
		if err != nil {
			t.Fatalf("%s: %v\n%q", name, err, content)
		}
		for _, key := range []string{fileColumn, remarksColumn} {
			for _, p := range record.Problems {
				if p.Key == key && p.Severity == diag.Error {
					t.Errorf("%s: %v\n%q", name, p, content)
				}
			}
		}
		for _, q := range f.Kind.columns() {
			key := q.Column
			if key == "" {
				key = q.Title
			}
			got, want := record.Get(key), f.Answer(q.Key)
			isReported := slices.ContainsFunc(record.Problems, func(p diag.Problem) bool {
				return strings.Contains(p.Message, "«"+want+"»")
			})
			if got != want && !isReported && !rowMark.MatchString(want) {
				t.Errorf("%s: %s is %q, not %q", name, key, got, want)
			}
		}
	}
}

// FuzzDOCX: a Word file gives forms or a problem with a hint.
func FuzzDOCX(f *testing.F) {
	f.Add(`<w:sdt><w:sdtPr><w:tag w:val="applicant.name"/><w:text/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>ООО</w:t></w:r>` +
		`</w:p></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:tag w:val="applicant.inn"/></w:sdtPr><w:sdtContent><w:r><w:t>` +
		`6732000017</w:t></w:r></w:sdtContent></w:sdt>`)
	f.Add(`<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="applicant.name"/><w:textInput/></w:ffData>` +
		`</w:fldChar></w:r><w:r><w:t>ООО</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`)
	f.Add(`<w:sdt><w:sdtPr><w:tag w:val="consent.name"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>впишите</w:t>` +
		`</w:r></w:sdtContent></w:sdt>`)
	prompts := []document.Prompts{{{Kind: document.Words}: "впишите"}}
	f.Fuzz(func(t *testing.T, body string) {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		part, err := z.Create("word/document.xml")
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(part, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`+
			`<w:body>`+body+`</w:body></w:document>`)
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		forms, err := DOCX("a.docx", b.Bytes(), prompts)
		var problem diag.Problem
		if isProblem := errors.As(err, &problem); err == nil && len(forms) == 0 || err != nil &&
			(!isProblem || problem.Hint == "") {
			t.Errorf("%d forms, %v", len(forms), err)
		}
	})
}
