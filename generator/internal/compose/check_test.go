package compose

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
)

// doubtful returns a meeting with bodies and names that are doubtful in every
// case.
func doubtful() *meeting.Meeting {
	m := papersFull()
	m.Council.Name, m.Council.Genitive, m.Council.Cluster = "Ростех", "", "Зюзя"
	m.People[0].Name, m.Chair = "Ким Женя", "Ким"
	m.People[1].Organization = "Мечелнаб"
	m.Letter = &meeting.Letter{To: []meeting.Addressee{{Name: "Ким"}}}
	m.Invitation = &meeting.Letter{To: []meeting.Addressee{{Name: "Цой Саша"}}}
	m.Notice = nil
	m.Agenda = m.Agenda[1:]
	m.Extract.Signer, m.Application.To.Name = "Ким", "Ким"
	return m
}

// TestProblemsBeforeFilling checks that all doubts of a paper are known before
// its template is executed, and that forms that are not printed are not
// reported.
func TestProblemsBeforeFilling(t *testing.T) {
	set := load(t)
	meetings := everyMeeting()
	meetings["doubtful"] = doubtful()
	doubts := 0
	for name, m := range meetings {
		for _, kind := range Kinds {
			for _, r := range kind.Drafts(m) {
				view, problems, err := set.View(r, m)
				if err != nil {
					t.Fatalf("%s %s: %v", name, kind.Name, err)
				}
				doubts += len(problems)
				facts := reflect.Indirect(reflect.ValueOf(view.Data)).FieldByName("Facts")
				if !facts.IsValid() {
					continue
				}
				b := facts.Interface().(Facts).b
				before := once(b.declined)
				if _, err := set.ComposeMarked(t.Context(), view.Template, view.Data, b.origins); err != nil {
					t.Fatal(err)
				}
				if len(b.problems) != len(problems) || len(once(b.declined)) != len(before) {
					t.Errorf("%s %s: filling found %v", name, kind.Name, b.problems[len(problems):])
				}
			}
		}
	}
	if doubts < 10 {
		t.Errorf("only %d doubts", doubts)
	}
}

// TestDoubtsOfPrintedFormsOnly checks that a form is reported only if the
// template takes the branch that prints it.
func TestDoubtsOfPrintedFormsOnly(t *testing.T) {
	for text, want := range map[string][]string{
		`<p>{{.Facts.ClusterDative}}</p>`: {"дательный"},
		`{{if .Text}}<p>{{.Facts.ClusterDative}}</p>{{else}}<p>{{.Facts.ClusterGenitive}}</p>{{end}}`: {"родительный"},
		`{{with .Heading}}<p>{{.}}</p>{{else}}<p>{{.Facts.ClusterDative}}</p>{{end}}`:                 {"дательный"},
		`{{if not .Heading}}<p>{{.Facts.ClusterDative}}</p>{{end}}`:                                   {"дательный"},
		`{{if and .Heading .Many}}<p>{{.Facts.ClusterDative}}</p>{{end}}`:                             nil,
		`{{if or .Heading .Text}}<p>x</p>{{else}}<p>{{.Facts.ClusterDative}}</p>{{end}}`:              {"дательный"},
		`{{$f := .Facts}}{{with .Letterhead}}<p>{{$f.ClusterDative}}</p>{{end}}`:                      {"дательный"},
		`{{$f := 1}}{{$f = .Facts}}<p>{{$f.ClusterDative}}</p>`: strings.Fields( // any of them
			"дательный родительный творительный предложный винительный дательный родительный предложный"),
		`{{define "inner"}}<p>{{.ClusterDative}}</p>{{end}}{{template "inner" .Facts}}`: {"дательный"},
		`{{define "again"}}{{if .Heading}}{{template "again" .}}{{end}}` +
			`<p>{{.Facts.ClusterDative}}</p>{{end}}{{template "again" .}}`: {"дательный"},
		`{{if gt (len .Text) 5}}<p>{{.Facts.ClusterDative}}</p>{{end}}`: {"дательный"}, // it may be
	} {
		set, err := Load(laidOver(t,
			fstest.MapFS{"invitation.tmpl": {Data: []byte(`<document title="x">` + text + `</document>`)}}))
		if err != nil {
			t.Fatal(err)
		}
		m := doubtful()
		m.Invitation.To = nil
		m.Invitation.Heading = ""
		_, problems, err := set.View(Request{Kind: "invitation"}, m)
		if err != nil {
			t.Fatal(err)
		}
		var cases []string
		for _, p := range problems {
			cases = append(cases, strings.Fields(p.Message)[1])
		}
		if fmt.Sprint(cases) != fmt.Sprint(want) {
			t.Errorf("%s: %v, want %v", text, problems, want)
		}
	}
}

// TestCheckIsWhatPapersReport checks that checking a meeting reports the same
// as its papers, each problem once with the first paper that has it.
func TestCheckIsWhatPapersReport(t *testing.T) {
	set, m := load(t), doubtful()
	var want diag.List
	known := map[diag.Problem]bool{}
	for _, kind := range Kinds {
		for _, r := range kind.Drafts(m) {
			_, problems, err := set.Document(t.Context(), r, m)
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range problems {
				if !known[p] {
					known[p], p.Paper = true, kind.Title
					want = append(want, p)
				}
			}
		}
	}
	got, err := set.Check(t.Context(), m, nil)
	if err != nil || !reflect.DeepEqual(got, want) || len(got) == 0 {
		t.Errorf("%v %v, want %v", err, got, want)
	}
	m.Letter.Text = []string{"{нет такого}"}
	if got, err := set.Check(t.Context(), m, nil); err != nil || !got.Failed() {
		t.Errorf("%v %v", err, got)
	}
}
