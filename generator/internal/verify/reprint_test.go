package verify

import (
	"context"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/origin"
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
