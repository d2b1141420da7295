package compose

import (
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/markup"
	"protokol/generator/internal/trace"
)

// TestMemoryIsRight checks that documents read in parts, with what earlier ones left, are those read as a whole, and
// that a part whose marks have other origins is read again.
func TestMemoryIsRight(t *testing.T) {
	m := newMemory()
	for _, c := range []struct {
		key, body string
		whole     bool // it is not read in parts
	}{
		{"a", "<p>Зал — малый</p> <p>МЕТКА</p>", false},
		{"a", "<p>Зал — малый</p><p>МЕТКА</p><p>два – три</p>", false}, // an en dash changes the others
		{"b", "<p>Зал — малый</p> <p>МЕТКА</p>", false},
		{"b", "<heading>О смете № <b>5</b></heading><list kind=\"decimal\"><item>один" +
			"<list kind=\"letter\"><item>а</item></list></item></list><pagebreak/><p>МЕТКА</p>", false},
		{"b", "<signature name=\"А\" field=\"chair\">Глава</signature><p>МЕТКА</p><p>между</p>" +
			"<signature name=\"Б\" field=\"chair\">Глава</signature>", false},
		{"b", "<p><input field=\"a.b\" about=\"а\"/></p><p>и</p><p><input field=\"a.b\" about=\"а\"/></p>", true},
		{"b", "<p><blank signature = \"chair\"/></p><p>и</p><p><blank\nsignature\n=\"chair\"/></p>", false},
		{"b", "<p><input field = \"a.b\" about=\"а\"/></p><p>и</p><p><input field =\"a.b\" about=\"а\"/></p>", true},
		{"b", "<p>а</p> текст <p>б</p>", true},
		{"b", "<p>а</p><!-- <p>б</p> --><p>в</p>", true},
		{"b", "<p>а<p>б</p></p>", true},
		{"b", "<p>а</p></document><document><p>б</p>", true},
		{"b", "<p>а</p><p>б", true},
		{"b", "", true},
	} {
		origins := trace.New()
		mark := origins.Value(c.key, "Метка - здесь")
		src := []byte(`<document kind="protocol" title="Протокол">` + strings.ReplaceAll(c.body, "МЕТКА", mark) +
			"</document>\n")
		got, ok := m.read("t.tmpl", src, origins, withDashes)
		if ok == c.whole {
			t.Errorf("%s: read in parts: %v", c.body, ok)
		}
		if !ok {
			continue
		}
		want, problems := markup.Read("t.tmpl", src, origins)
		if problems != nil {
			t.Fatal(problems)
		}
		typeset(want.Blocks, withDashes)
		if document.Dump(got) != document.Dump(want) || keysIn(got) != keysIn(want) {
			t.Errorf("%s:\n%s%s\nnot\n%s%s", c.body, document.Dump(got), keysIn(got), document.Dump(want), keysIn(want))
		}
	}
}

// keysIn returns the keys of the texts of a document.
func keysIn(doc *document.Document) (keys string) {
	document.Texts(doc, func(text string, source document.Source) {
		for _, span := range document.Spans(source, text) {
			keys += strings.Join(span.Origin.Keys, " ") + "|"
		}
	})
	return keys
}
