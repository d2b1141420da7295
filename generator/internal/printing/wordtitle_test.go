package printing

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/origin"
)

// titled returns a Word file with a title.
func titled(t *testing.T, file *origin.File, title string) *origin.File {
	t.Helper()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	in, err := zip.NewReader(bytes.NewReader(file.Data), int64(len(file.Data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range in.File {
		if f.Name == "docProps/core.xml" {
			w, err := out.Create(f.Name)
			if err == nil {
				_, err = io.WriteString(w, `<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp=`+
					`"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"><dc:title>`+title+
					`</dc:title></cp:coreProperties>`)
			}
			if err != nil {
				t.Fatal(err)
			}
		} else if err := out.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return &origin.File{Role: file.Role, Path: file.Path, Data: b.Bytes()}
}

// TestWordTitle: the PDF of a letter to a row of a list has its own title, not that of the
// Word template, which may be about another letter. By rules before 10 it had that one.
func TestWordTitle(t *testing.T) {
	press := wordPress(t, titled(t, exampleTemplate(t, "letter.docx"), "Образец"))
	source, problems := press.Read(os.DirFS(wordFolder), "meeting.toml")
	if source == nil {
		t.Fatal(problems)
	}
	none := func(string) (string, bool) { return "", false }
	const own = "Письмо № 31 от 23.04.2026, Травина\u00a0В.И."
	for rules, want := range map[int]string{0: own, titleRules: own, titleRules - 1: "Образец"} {
		press.rules = rules
		paper, err := press.Paper(t.Context(), compose.Request{Kind: "letter", Column: none},
			source.Meeting, Origin{})
		if err != nil {
			t.Fatal(err)
		}
		if err := press.Write(io.Discard, paper, "pdf"); err != nil {
			t.Fatal(err)
		}
		if got := paper.lowered.Title; got != want {
			t.Errorf("rules %d: %q, not %q", rules, got, want)
		}
	}
}
