package verify

import (
	"bytes"
	"slices"
	"testing"

	"protokol/generator/internal/cos"
)

// TestActions: whatever makes a reader do something is named.
func TestActions(t *testing.T) {
	uri := cos.Entries{"S", cos.Name("URI"), "URI", cos.String("https://example.org/")}
	launch := cos.Entries{"S", cos.Name("Launch"), "F", cos.Entries{"F", cos.String("a")}}
	script := cos.Entries{"S", cos.Name("JavaScript"), "JS", cos.String("app.alert(1)")}
	names := cos.Entries{"JavaScript", cos.Entries{"Names", cos.Array{cos.String("x"), script}}}
	const rebuild = "указание строить страницы заново (NeedsRendering)"
	const xfa = "форма XFA, которую часть программ показывает вместо страниц"
	for want, root := range map[string]cos.Entries{
		"": {"Outlines", cos.Entries{"A", cos.Entries{"S", cos.Name("GoTo"), "D", cos.Array{}}}},
		"сценарий JavaScript: app.alert(1)": {"Names", names},
		"ссылка: https://example.org/":      {"X", uri},
		"запуск программы или файла: a":     {"X", launch},
		"действие при открытии":             {"OpenAction", cos.Array{}},
		"действие по событию":               {"AA", cos.Entries{}},
		"портфель вместо страниц":           {"Collection", cos.Entries{}},
		"мультимедийная вставка":            {"X", cos.Entries{"Subtype", cos.Name("RichMedia"), "Rect", cos.Array{}}},
		rebuild: {"NeedsRendering", true},
		"слои, которые можно включать и выключать": {"OCProperties", cos.Entries{}},
		xfa: {"AcroForm", cos.Entries{"XFA", cos.Array{}}},
	} {
		var b bytes.Buffer
		w := cos.NewWriter(&b, "1.7")
		catalog := w.Add(append(cos.Entries{"Type", cos.Name("Catalog")}, root...))
		if err := w.Close(cos.Entries{"Root", catalog}); err != nil {
			t.Fatal(err)
		}
		f, err := cos.Read(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		got := actions(f)
		if want == "" && len(got) > 0 || want != "" && !slices.Equal(got, []string{want}) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
