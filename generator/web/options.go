package web

import (
	"cmp"
	"net/http"
	"slices"

	"protokol/generator"
)

// paperOptions are the options of a paper: values of a form.
type paperOptions struct {
	Items    string // extract: its questions
	Sort     string // assignments: the order
	Blank    bool   // forms: leave the answers empty
	Fillable bool   // forms: with fields
	To       int    // letters: the only addressee
}

// request returns the request for a paper of a kind; options that the kind does not
// have are left out.
func (o paperOptions) request(m *generator.Meeting, kind string) (generator.Request, error) {
	q := generator.Request{Kind: kind}
	has := func(option string) bool { return slices.Contains(optionsOf(m, kind), option) }
	if has("items") {
		items, err := generator.ParseItems(cmp.Or(o.Items, "1"))
		if err != nil {
			return q, failf(http.StatusUnprocessableEntity, "Вопросы пишутся так: 1,3 или 2-4.")
		}
		q.Items = items
	}
	if has("sort") {
		q.Sort = o.Sort
	}
	q.Blank, q.Fillable = o.Blank && has("blank"), o.Fillable && has("fillable")
	if has("each") {
		q.To = max(0, o.To)
	}
	return q, nil
}

// optionsOf returns the options of a kind of paper.
func optionsOf(m *generator.Meeting, kind string) []string {
	for _, k := range m.Kinds() {
		if k.Name == kind {
			return k.Options
		}
	}
	return nil
}

// optionsFrom reads the options from an address.
func optionsFrom(r *http.Request) paperOptions {
	return paperOptions{Items: r.FormValue("items"), Sort: r.FormValue("sort"), Blank: r.FormValue("blank") == "true",
		Fillable: r.FormValue("fillable") == "true", To: atoi(r.FormValue("to"))}
}
