package compose

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/internal/meeting"
)

// TestOmitted: templates of an earlier version report what the built-in ones print of a letter or a paper and they do
// not, once for each key, and nothing that their own words say.
func TestOmitted(t *testing.T) {
	m := papersFull()
	list := []meeting.Addressee{{Organization: "Отдел кадров"}, {Organization: "Отдел закупок"}}
	m.Letter.Agreed, m.Papers["resolution"].Agreed, m.Papers["resolution"].Copies = agreements(), agreements(), list
	own := fstest.MapFS{}
	for name, cut := range map[string][]string{
		"partials/letter.tmpl": {`{{template "agreed-below" .Agreed}}`},
		"partials/papers.tmpl": {`{{template "agreed-below" .Agreed}}`,
			`{{with .Copies}}<p class="copies">{{template "distribution" .}}</p>{{end}}`},
	} {
		text := string(laidOver(t, fstest.MapFS{})[name].Data)
		for _, part := range cut {
			if !strings.Contains(text, part) {
				t.Fatalf("%s has no %s", name, part)
			}
			text = strings.ReplaceAll(text, part, "")
		}
		own[name] = &fstest.MapFile{Data: []byte(text)}
	}
	set, err := Load(laidOver(t, own))
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"letter", "resolution", "invitation"} {
		_, problems, err := set.Against(load(t)).Document(t.Context(), Request{Kind: kind}, m)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, p := range problems {
			if strings.Contains(p.Message, "ваш шаблон") {
				keys = append(keys, p.Key)
			}
		}
		want := map[string]string{"letter": "letter.agreed[0].by letter.agreed[1].organization",
			"resolution": "papers.resolution.agreed[0].by papers.resolution.copies[0].organization"}[kind]
		for key := range strings.FieldsSeq(want) {
			if !slices.Contains(keys, key) {
				t.Errorf("%s: no %s in %v", kind, key, keys)
			}
		}
		for _, key := range keys {
			if !strings.Contains(key, "agreed[") && !strings.Contains(key, "copies[0]") {
				t.Errorf("%s: %s", kind, key)
			}
		}
	}
}
