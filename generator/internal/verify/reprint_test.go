package verify

import (
	"bytes"
	"context"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader"
)

// TestHostileTemplates: templates inside a paper that would take gigabytes or
// minutes are refused at once.
func TestHostileTemplates(t *testing.T) {
	meeting, err := os.ReadFile("../../../examples/2017-11-20/meeting.toml")
	if err != nil {
		t.Fatal(err)
	}
	council, err := os.ReadFile("../../../examples/2017-11-20/council.toml")
	if err != nil {
		t.Fatal(err)
	}
	document := func(body string) string { return `<document kind="protocol" title="x">` + body + `</document>` }
	for name, template := range map[string]string{
		"pages":  document(strings.Repeat("<p>x</p><pagebreak/>", 1<<16)),
		"words":  document("{{range 100000000}}<p>слово слово слово</p>{{end}}"),
		"rows":   document(`<table>{{range 100000000}}<row><cell>x</cell></row>{{end}}</table>`),
		"silent": document("<p>x</p>{{range 100000}}{{range 100000}}{{end}}{{end}}"),
	} {
		v := &Verdict{Pages: 3}
		v.From = origin.Origin{Choices: origin.Choices{Kind: "protocol"}, Version: "0.1.0", Files: []origin.File{
			{Path: "meeting.toml", Role: origin.Source, Data: meeting},
			{Path: "council.toml", Role: origin.Council, Data: council},
			{Path: "protocol.tmpl", Role: origin.Template, Data: []byte(template)},
		}}
		v.Foreign = v.From.Custom()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		began := time.Now()
		_, _, err := v.reprint(context.Background(), "pdf")
		took := time.Since(began)
		runtime.ReadMemStats(&after)
		if err == nil || !strings.Contains(err.Error(), "шаблон") {
			t.Errorf("%s: %v", name, err)
		}
		if took > 5*templateTime {
			t.Errorf("%s: took %v", name, took)
		}
		// Sys is what was ever obtained from the system: garbage that was collected does not count, as a faster
		// machine makes more of it in the same time.
		if obtained := (after.Sys - before.Sys) >> 20; obtained > 150 {
			t.Errorf("%s: obtained %d MB", name, obtained)
		}
		t.Log(name, took, err)
	}
}

// TestReprintOfUnchangedPaper: the reprint of a paper with its source inside has the same bytes, so that an unchanged
// paper need not be drawn. From a source that is given it carries no files.
func TestReprintOfUnchangedPaper(t *testing.T) {
	from := origin.Origin{Choices: origin.Choices{Kind: "protocol"}, Version: printing.Version, Rules: printing.Rules}
	for _, f := range []origin.File{
		{Path: "meeting.toml", Role: origin.Source}, {Path: "council.toml", Role: origin.Council},
	} {
		var err error
		if f.Data, err = os.ReadFile("../../../examples/2017-11-20/" + f.Path); err != nil {
			t.Fatal(err)
		}
		from.Files = append(from.Files, f)
	}
	press, source, err := printing.Again(from)
	if err != nil {
		t.Fatal(err)
	}
	paper, err := press.Paper(t.Context(), compose.Request{Kind: "protocol"}, source.Meeting,
		printing.Origin{Files: from.Files})
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	if err := press.Write(&file, paper, "pdf"); err != nil {
		t.Fatal(err)
	}
	for _, claimed := range []bool{false, true} {
		v := &Verdict{From: from, Claimed: claimed}
		again, _, err := v.reprint(t.Context(), "pdf")
		if same := bytes.Equal(file.Bytes(), again); err != nil || same == claimed {
			t.Errorf("claimed %v: same bytes %v, %v", claimed, same, err)
		}
	}
}

// TestLongSource: a source that writes many times what the paper holds is not laid out, however many pages the paper
// shows, and this is a difference: the rest of the paper is checked as ever.
func TestLongSource(t *testing.T) {
	const head = "date = 2026-01-15\nchair = \"Первый И. И.\"\nsecretary = \"Вторая М. П.\"\n" +
		"council = { name = \"Совет\", genitive = \"Совета\" }\n" +
		"people = [{ name = \"Первый Иван Иванович\" }, { name = \"Вторая Мария Петровна\" }]\n" +
		"[[agenda]]\ntitle = \"О плане.\"\ndecisions = ["
	for _, c := range []struct {
		decisions, room int
		longer          bool
	}{{20, 0, false}, {3000, 1 << 20, false}, {3000, 0, true}, {8000, 1 << 16, true}} {
		meeting := head + strings.Repeat("\"Утвердить план.\",\n", c.decisions) + "]\n"
		v := &Verdict{Pages: 135, From: origin.Origin{Choices: origin.Choices{Kind: "protocol"},
			Version: printing.Version, Rules: printing.Rules,
			Files: []origin.File{{Path: "meeting.toml", Role: origin.Source, Data: []byte(meeting)}}}}
		v.extent.room = c.room
		if _, _, err := v.reprint(t.Context(), "docx"); (err == errLonger) != c.longer || err != nil && !c.longer {
			t.Errorf("%+v: %v", c, err)
		}
		if !c.longer {
			continue
		}
		err := v.comparePages(t.Context(), nil, new(reader.PDF), nil)
		if err != nil || len(v.Differences) != 1 || v.Differences[0].Text != errLonger.Error() {
			t.Errorf("%+v: differences %v, %v", c, v.Differences, err)
		}
	}
}

// TestExtentOfWords: what a paper may be printed from grows with its words and cells, not with its pages.
func TestExtentOfWords(t *testing.T) {
	few := extentOfWords(&reader.Words{Body: []string{"Утвердить план."}}, 1<<20)
	text := strings.Repeat("Утвердить план. ", 100)
	words := &reader.Words{Body: []string{text}, Cells: make([]string, 9)}
	many := extentOfWords(words, 1<<20)
	if few.room < 64 || few.room > 1<<10 || many.room < 90*few.room {
		t.Errorf("rooms %d, %d", few.room, many.room)
	}
	if few.sheets != 0 || many.sheets != 1 || extentOfWords(words, 50).sheets != 0 {
		t.Errorf("sheets %d, %d", few.sheets, many.sheets)
	}
}
