package web

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"protokol/generator/internal/pdftest"
)

// marked is a meeting in which everything that no paper for others may have is marked:
// comments, people who are not named, items that were not asked for, names of files.
const marked = "# МЕТКА-1, звонить 8 913 555-44-33\n" + meeting + `decisions = ["МЕТКА-2"]

[[people]] # МЕТКА-3
name = "Меткин Олег Олегович"
position = "МЕТКА-4"
guest = true

[letterhead]
name = "Совет"
index = "214000"
address = "г. Смоленск, ул. Примерная, д. 1"

[letter]
to = [{ name = "Громов Олег Ильич", position = "директор", organization = "ООО «Заря»" }]
heading = "О решениях"
text = ["{решения}"]
decisions = ["1.1"]

[invitation]
heading = "О вступлении"
text = ["Просим."]

[application]
charter = "Положение"

[consent]
operator = "Совет"
address = "214000, г. Смоленск, ул. Примерная, д. 1"
purpose = "рассмотрение заявления"
`

// emblem is a JPEG whose EXIF data and comment are marked.
func emblem(t *testing.T) string {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 16, 16)), nil); err != nil {
		t.Fatal(err)
	}
	const text = "МЕТКА-5"
	var segments strings.Builder
	for marker, prefix := range map[byte]string{0xE1: "Exif\x00\x00", 0xFE: ""} {
		segments.WriteString("\xFF" + string([]byte{marker, 0, byte(2 + len(prefix) + len(text))}) + prefix + text)
	}
	return b.String()[:2] + segments.String() + b.String()[2:]
}

// TestNothingElseLeaves checks that papers for others, as the page shows, saves, joins and
// packs them, have no byte of what stays in the office: not in any stream, part, property
// or name.
func TestNothingElseLeaves(t *testing.T) {
	t.Parallel()
	p := open(t, map[string]string{"m.toml": strings.Replace(marked, `name = "Совет"`,
		"name = \"Совет\"\ncluster = \"ассоциация\"\nemblem = { file = \"МЕТКА-6.jpg\", alt = \"Герб\", width = 20 }", 1),
		"МЕТКА-6.jpg": emblem(t)})
	secrets := []string{"МЕТКА-", "Меткин", "913 555", "913\u00a0555", filepath.Base(filepath.Dir(p.dir))}
	check := func(name string, file []byte, secrets ...string) {
		t.Helper()
		for _, found := range foundIn(t, file, secrets) {
			t.Errorf("%s has %s", name, found)
		}
	}
	for _, kind := range []string{"extract", "letter", "invitation", "application", "consent"} {
		for _, format := range []string{"pdf", "docx"} {
			status, file := p.get("/paper/m.toml?items=1&fillable=true&format=" + format + "&kind=" +
				url.QueryEscape(kind))
			if status != 200 {
				t.Fatal(kind, file)
			}
			check(kind+"."+format, []byte(file), secrets...)
		}
	}
	const list = "Организация;Руководитель;Телефон;Заметка\nООО «А»;Иванов Иван Иванович;8 913 555-00-01;МЕТКА-7\n" +
		"ООО «Б»;Петров Пётр Петрович;8 913 555-00-02;МЕТКА-8\n"
	said := p.wanted(list, map[string]string{"docx": "1", "print": "1", "zip": "1"})
	if !strings.Contains(said, "Писем: 2, страниц: 2") {
		t.Fatal(said)
	}
	for _, pattern := range []string{"письма.zip", "письма для печати.pdf", "письма/*.pdf", "письма/*.docx"} {
		files, err := filepath.Glob(filepath.Join(p.dir, pattern))
		if err != nil || len(files) == 0 {
			t.Error(pattern, err)
		}
		for _, name := range files {
			file, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			check(filepath.Base(name), file, secrets...)
			if strings.Contains(name, "«А»") {
				check(filepath.Base(name), file, "Петров", "ООО «Б»")
			}
		}
	}
	status, letter := p.get("/paper/m.toml?kind=letter&format=pdf&items=1")
	if found := foundIn(t, []byte(letter), []string{"Примерная"}); status != 200 || len(found) == 0 {
		t.Error("the letter shows its sender's address only on its page: the check finds nothing there")
	}
	status, protocol := p.get("/paper/m.toml?kind=protocol&format=pdf")
	if found := foundIn(t, []byte(protocol), secrets[:1]); status != 200 || len(found) == 0 {
		t.Error("the protocol has its source attached: the check finds nothing in streams")
	}
}

// foundIn returns the texts that are in a file in UTF-8 or UTF-16, in a part of an archive,
// a stream, a string of digits or Base64, or on the pages of a PDF, which have glyphs.
func foundIn(t *testing.T, file []byte, texts []string) (found []string) {
	t.Helper()
	shown := ""
	if bytes.HasPrefix(file, []byte("%PDF")) {
		for _, page := range pdftest.Pages(t, file, 0) {
			shown += page.Header + " " + strings.Join(page.Lines, " ") + " "
		}
	}
	for _, text := range texts {
		if strings.Contains(shown, text) {
			found = append(found, text)
		}
	}
	var forms [][3][]byte
	for _, text := range texts {
		var wide []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			wide = append(wide, byte(unit>>8), byte(unit))
		}
		forms = append(forms, [3][]byte{[]byte(text), wide, fmt.Appendf(nil, "%X", wide)})
	}
	for part := range everyPart(file) {
		for i, text := range texts {
			for _, form := range forms[i] {
				if bytes.Contains(part, form) {
					found = append(found, text)
				}
			}
		}
	}
	return found
}

var (
	streamStart = []byte("stream\n")
	packedText  = regexp.MustCompile(`[A-Za-z0-9+/]{40,}=*`)
)

// everyPart yields a file and all that is packed in it: parts of archives with their
// names, streams of PDFs, Base64 in XML.
func everyPart(file []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) { partsOf(file, yield) }
}

func partsOf(file []byte, yield func([]byte) bool) bool {
	if !yield(file) {
		return false
	}
	if z, err := zip.NewReader(bytes.NewReader(file), int64(len(file))); err == nil {
		for _, part := range z.File {
			r, err := part.Open()
			if err != nil {
				continue
			}
			data, _ := io.ReadAll(r)
			if !yield([]byte(part.Name+part.Comment)) || !partsOf(data, yield) {
				return false
			}
		}
		return true
	}
	for rest := file; ; {
		at := bytes.Index(rest, streamStart)
		if at < 0 {
			break
		}
		rest = rest[at+len(streamStart):]
		if r, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			data, _ := io.ReadAll(r)
			if !partsOf(data, yield) {
				return false
			}
		}
	}
	if !bytes.HasPrefix(file, []byte("<?xml")) {
		return true
	}
	for _, text := range packedText.FindAll(file, -1) {
		if data, err := base64.StdEncoding.DecodeString(string(text)); err == nil && !partsOf(data, yield) {
			return false
		}
	}
	return true
}
