package printing

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/fields"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/origin"
)

// wordFile returns a Word template with a body.
func wordFile(t testing.TB, body string) *origin.File {
	t.Helper()
	const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.` +
			`wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" ` +
			`Target="word/document.xml"/></Relationships>`},
		{"word/document.xml",
			`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
				body + `</w:body></w:document>`},
	} {
		f, err := z.Create(part[0])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(f, head+part[1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return &origin.File{Role: origin.Word, Path: "бланк.docx", Data: b.Bytes()}
}

func wordParagraph(text string) string {
	return `<w:p><w:r><w:t xml:space="preserve">` + html.EscapeString(text) + `</w:t></w:r></w:p>`
}

func wordRow(text string) string {
	return `<w:tbl><w:tr><w:tc>` + wordParagraph(text) + `</w:tc></w:tr></w:tbl>` + wordParagraph("")
}

// checkWord returns what the check of a template with a body says of a meeting.
func checkWord(t testing.TB, p *Press, m *meeting.Meeting, r compose.Request, body string) string {
	t.Helper()
	tpl, err := OpenWord(wordFile(t, body))
	if err != nil {
		t.Fatal(err)
	}
	c, err := p.CheckWord(t.Context(), r, m, tpl)
	if err != nil {
		t.Fatal(err)
	}
	b := strings.Builder{}
	b.WriteByte('\n')
	for _, problem := range c.Found {
		fmt.Fprintf(&b, "%s: %s (%s)\n", problem.Key, problem.Message, problem.Hint)
	}
	return b.String()
}

var indices = regexp.MustCompile(`\[\d+\]`)

// examples returns the meetings of the examples.
func exampleMeetings(t *testing.T, p *Press) map[string]*meeting.Meeting {
	t.Helper()
	files, err := filepath.Glob("../../../examples/20*/meeting.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no examples", err)
	}
	list := map[string]*meeting.Meeting{}
	for _, name := range files {
		source, problems := p.Read(os.DirFS(filepath.Dir(name)), "meeting.toml")
		if source == nil {
			t.Fatal(problems)
		}
		list[filepath.Base(filepath.Dir(name))] = source.Meeting
	}
	return list
}

// TestEveryKeyInWord: every value of a file that a protocol should print can be
// named in a Word template by its key. A template that does is filled and is not
// said to lose the value, one that does not is.
func TestEveryKeyInWord(t *testing.T) {
	p := newPress(t, DefaultStyle)
	for name, m := range exampleMeetings(t, p) {
		lost := checkWord(t, p, m, compose.Request{Kind: "protocol"}, wordParagraph("ПРОТОКОЛ"))
		seen := map[string]bool{}
		m.EachValue(func(key string, v reflect.Value) {
			pattern := indices.ReplaceAllString(key, "")
			if seen[pattern] || !strings.Contains(lost, "\n"+key+": бланк") {
				return
			}
			seen[pattern] = true
			if fields.NameOf(pattern) == "" {
				t.Errorf("%s: %s has no name", name, pattern)
				return
			}
			if strings.HasSuffix(pattern, "pictures.file") {
				return // named by the description of a picture
			}
			told := checkWord(t, p, m, compose.Request{Kind: "protocol"}, wordRow("{"+pattern+" | иначе пусто}"))
			if strings.Contains(told, "\n"+key+": бланк") {
				t.Errorf("%s: {%s} is said not to be printed: %s", name, pattern, told)
			}
		})
		if len(seen) < 8 {
			t.Errorf("%s: only %d keys are said to be lost: %s", name, len(seen), lost)
		}
	}
}
