package compose

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestBounds checks that templates that would exhaust the memory fail with a
// message.
func TestBounds(t *testing.T) {
	for text, want := range map[string]string{
		`{{range 1000000000}}<p>много слов в каждом абзаце</p>{{end}}`:                 "шаблон пишет без конца",
		`{{$s := "<>&"}}{{range 100}}{{$s = print $s $s}}{{end}}<p>{{$s}}</p>`:         "слишком длинный текст",
		`{{$s := "<>&"}}{{range 100}}{{$s = html $s $s}}{{end}}<p>{{$s}}</p>`:          "слишком длинный текст",
		`{{$s := "\\"}}{{range 100}}{{$s = js $s}}{{end}}<p>{{$s}}</p>`:                "слишком длинный текст",
		`{{$s := "<>&"}}{{range 100}}{{$s = printf "%s%s" $s $s}}{{end}}<p>{{$s}}</p>`: "слишком длинный текст",
		`<p>{{printf "%1000000d%1000000d" 1 2}}</p>`:                                   "слишком длинный текст",
		`<p>{{printf "` + strings.Repeat("%d",
			101) + `" 1}}</p>`: "слишком длинный текст",
		`{{define "again"}}{{template "again"}}{{end}}{{template "again"}}`:                        "depth",
		`<document kind="protocol"><title>{{printf "%s № %d" (print "П" 1) 2}}</title></document>`: "",
	} {
		set, err := Load(fstest.MapFS{"protocol.tmpl": {Data: []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		_, err = set.Compose(t.Context(), "protocol", nil)
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%.60s: %v, want %q", text, err, want)
		}
	}
}
