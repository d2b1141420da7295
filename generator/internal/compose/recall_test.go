package compose

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
)

// TestRecall checks that a protocol that is composed with a memory is the one composed without, that what has not
// changed is not executed again, and that errors are the same.
func TestRecall(t *testing.T) {
	load := func(question string) *Templates {
		t.Helper()
		text := `<document kind="protocol" title="-">{{range .Agenda}}{{template "question" .}}{{end}}</document>{{define "question"}}`
		set, err := Load(fstest.MapFS{"protocol.tmpl": {Data: []byte(text + question + `{{end}}`)}})
		if err != nil {
			t.Fatal(err)
		}
		return set
	}
	protocol := func(titles ...string) (p Protocol) {
		for _, title := range titles {
			p.Agenda = append(p.Agenda, Question{Title: title, Notes: Notes{End: []string{title, "<&>"}}})
		}
		return p
	}
	fresh := load(`<p>{{.Title}} {{range .Notes.End}}{{.}}{{end}} {{printf "%d" (len .Decisions)}}</p>`)
	known := fresh.Remembering()
	for _, p := range []Protocol{protocol("а", "б"), protocol("а", "в"), protocol("в", "а", "а"), protocol(),
		protocol("а"), {Agenda: []Question{{Title: "а", Decisions: make([]Point, 2)}}}} {
		got, want := new(buffer), new(buffer)
		got.start(t.Context())
		want.start(t.Context())
		if err := known.memory.execute(t.Context(), known.set, got, "protocol", p); err != nil {
			t.Fatal(err)
		}
		if err := fresh.set.ExecuteTemplate(want, "protocol", p); err != nil || got.String() != want.String() {
			t.Errorf("%v\n%s\nnot\n%s", err, got, want)
		}
		if len(known.memory.outputs) != len(p.Agenda) {
			t.Errorf("%d outputs for %d questions", len(known.memory.outputs), len(p.Agenda))
		}
	}
	known.memory.outputs[0].output = "<p>из памяти</p>"
	var got buffer
	got.start(t.Context())
	p := Protocol{Agenda: []Question{{Title: "а", Decisions: make([]Point, 2)}, {Title: "новый"}}}
	if err := known.memory.execute(t.Context(), known.set, &got, "protocol", p); err != nil {
		t.Fatal(err)
	}
	if text := got.String(); !strings.Contains(text, "из памяти") || !strings.Contains(text, "новый") {
		t.Error("executed again:", text)
	}
	for _, question := range []string{`<p>{{slice .Title 9}}</p>`, `<p>{{recalled "question" .}}</p>`} {
		_, plain := load(question).Compose(t.Context(), "protocol", protocol("а"))
		_, err := load(question).Remembering().Compose(t.Context(), "protocol", protocol("а"))
		if plain == nil || fmt.Sprint(err) != fmt.Sprint(plain) {
			t.Errorf("%s: %v, not %v", question, err, plain)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	long := load(`{{range .Notes.End}}<p>а</p>{{end}}`).Remembering()
	p = Protocol{Agenda: []Question{{Notes: Notes{End: make([]string, 2*writesBetweenChecks)}}}}
	if _, err := long.Compose(ended, "protocol", p); err != context.Canceled {
		t.Error("not ended:", err)
	}
}
