// Package wordmltest builds DOCX files for tests.
package wordmltest

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// Namespaces declares the prefixes of elements in parts.
const Namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ` +
	`xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ` +
	`xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ` +
	`xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" ` +
	`xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing" ` +
	`xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ` +
	`xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" ` +
	`xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" ` +
	`xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ` +
	`xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ` +
	`xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ` +
	`xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`

// Relations begins the types of relationships.
const Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// Body returns a DOCX with the content of a body and no other parts.
func Body(t testing.TB, content string) []byte { return File(t, content, nil) }

// File returns a DOCX with the content of a body and other parts of word/: "styles",
// "header1" … → the content of the root element; "image1.png" … → the content of the
// file; "outside1" … → the address of a picture. Their names, without extensions, are the
// ids of their relationships.
func File(t testing.TB, body string, parts map[string]string) []byte {
	return Document(t, "<w:body>"+body+"</w:body>", parts)
}

// Document is like File for the content of the whole element w:document.
func Document(t testing.TB, content string, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, content string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	put("[Content_Types].xml", `<Types><Override PartName="/word/document.xml" ContentType=`+
		`"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`)
	put("_rels/.rels", `<Relationships><Relationship Id="r1" Type="`+Relations+`officeDocument" `+
		`Target="word/document.xml"/></Relationships>`)
	links := ""
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		id, _, isFile := strings.Cut(name, ".")
		kind := strings.TrimRight(id, "0123456789")
		if kind == "outside" {
			links += relation(id, "image", parts[name]) + ` TargetMode="External"/>`
			continue
		}
		if isFile {
			links += relation(id, kind, name) + "/>"
			put("word/"+name, parts[name])
			continue
		}
		root := map[string]string{"header": "hdr", "footer": "ftr"}[kind]
		if root == "" {
			root = kind
		}
		links += relation(id, kind, name+".xml") + "/>"
		put("word/"+name+".xml", "<w:"+root+" "+Namespaces+">"+parts[name]+"</w:"+root+">")
	}
	put("word/_rels/document.xml.rels", "<Relationships>"+links+"</Relationships>")
	put("word/document.xml", "<w:document "+Namespaces+">"+content+"</w:document>")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// relation begins a relationship.
func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + Relations + kind + `" Target="` + target + `"`
}

// Corpus returns the files of the archives *.txtar in a folder, of which there must
// be some.
func Corpus(t testing.TB, folder string) (files []txtar.File) {
	t.Helper()
	archives, err := filepath.Glob(filepath.Join(folder, "*.txtar"))
	if err != nil || len(archives) == 0 {
		t.Fatal("no corpus", err)
	}
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, archive.Files...)
	}
	return files
}
