package compose

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/document"
	"protokol/generator/internal/trace"
)

// TestMarkedFunctions checks that template functions see strings of a view
// without markers.
func TestMarkedFunctions(t *testing.T) {
	for _, test := range []struct{ action, want string }{
		{`{{if eq .Word "слово"}}да{{end}}`, "да"},
		{`{{if eq .Word "дело" "слово"}}да{{end}}`, "да"},
		{`{{if ne .Word "слово"}}да{{else}}нет{{end}}`, "нет"},
		{`{{if eq (len .List) 2}}да{{end}}`, "да"},
		{`{{if eq .Number 7}}да{{end}}`, "да"},
		{`{{len .Word}}`, "10"},
		{`{{slice .Word 2}}`, "лово"},
		{`{{slice .Word 2 6}}`, "ло"},
		{`{{printf "%s, %v, %d%%" .Word .Word .Number}}`, "слово, слово, 7%"},
		{`{{printf "%q %6s" .Word .Word}}`, "«слово» слово"},
		{`{{printf "%.2s" .Word}}`, "сл"},
		{`{{js .Word}}`, "слово"},
		{`{{html .Word}}`, "слово"},
		{`{{urlquery .Latin}}`, "a+b"},
		{`{{index .List 1}}`, "слово"},
		{`{{print .Word .Word}}`, "словослово"},
		{`{{if eq .Count 3}}да{{end}}`, "да"},
		{`{{if and (gt .Count 2) (ge .Count 3) (lt .Count 4) (le .Count 3) (not (lt .Count 3))}}да{{end}}`, "да"},
		{`{{if lt .None 1}}да{{end}}{{with .None}}нет{{end}}`, "да"},
		{`{{if lt "а" .Word}}да{{end}}`, "да"},
		{`{{.Count}} {{printf "%d %s" .Count .Word}} {{printf "%v" .Count}}`, "3 3 слово 3"},
		{`{{count .Count "лист" "листа" "листов"}} {{plural .Count "лист" "листы"}}`, "3\u00a0листа листы"},
	} {
		set, err := Load(fstest.MapFS{"t.tmpl": {Data: []byte(`<document><p>` + test.action + `</p></document>`)}})
		if err != nil {
			t.Fatal(err)
		}
		origins := trace.New()
		word := origins.Value("word", "слово")
		doc, err := set.ComposeMarked(
			t.Context(),
			"t",
			map[string]any{
				"Count":  Number(origins.Computed("3", "n")),
				"None":   Number(""),
				"Word":   word,
				"List":   []string{"а", word},
				"Number": 7,
				"Latin":  origins.Value("l", "a b"),
			},
			origins,
		)
		if err != nil {
			t.Errorf("%s: %v", test.action, err)
			continue
		}
		if got := strings.TrimSpace(document.PlainText(doc)); got != test.want {
			t.Errorf("%s: %q, want %q", test.action, got, test.want)
		}
	}
}

// TestMarksInTemplates checks that marker characters are rejected in templates
// and in their output.
func TestMarksInTemplates(t *testing.T) {
	_, err := Load(fstest.MapFS{"t.tmpl": {Data: []byte("<document>\n<p>\uFDD0</p></document>")}})
	if err == nil || err.Error() != "шаблон t.tmpl, строка 2: символ U+FDD0 занят программой; уберите его" {
		t.Errorf("a template with a mark: %v", err)
	}
	for _, action := range []string{`&#xFDD0;`, `&#64977;`, `{{"\uFDD0"}}`, `{{printf "%c%c" 0xFDD0 0xFDE5}}`,
		`{{"\uFDD0\uFDE5а\uFDD1"}}`} {
		set, err := Load(fstest.MapFS{"t.tmpl": {Data: []byte("<document>\n <p>" + action + `</p></document>`)}})
		if err != nil {
			t.Fatal(err)
		}
		for name, origins := range map[string]*trace.Recorder{"traced": trace.New(), "untraced": nil} {
			_, err = set.ComposeMarked(t.Context(), "t", nil, origins)
			var wrong MarkupError
			if !errors.As(err, &wrong) || wrong.List[0].Line != 2 || trace.HasMarkers(string(wrong.Filled)) {
				t.Errorf("%s, %s: %v", action, name, err)
			}
		}
	}
}

// TestPlaces checks that markers do not change the positions of errors.
func TestPlaces(t *testing.T) {
	set, err := Load(
		fstest.MapFS{"t.tmpl": {Data: []byte(`<document><p>{{.}} {{.}} <b class="x">а</b></p></document>`)}},
	)
	if err != nil {
		t.Fatal(err)
	}
	origins := trace.New()
	_, marked := set.ComposeMarked(t.Context(), "t", origins.Value("k", "слово"), origins)
	_, plain := set.Compose(t.Context(), "t", "слово")
	if marked == nil || plain == nil || marked.Error() != plain.Error() {
		t.Errorf("with marks: %v\nwithout:    %v", marked, plain)
	}
}
