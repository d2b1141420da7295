package compose

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/document"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/meeting"
	"protokol/templates"
)

// laidOver returns the built-in templates with replacements.
func laidOver(t testing.TB, own fs.FS) fstest.MapFS {
	t.Helper()
	return layered(t, templates.Files, own)
}

// layered returns the templates of several folders; those of later ones replace others.
func layered(t testing.TB, layers ...fs.FS) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	for _, layer := range layers {
		err := fs.WalkDir(layer, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(name, Extension) {
				return err
			}
			data, err := fs.ReadFile(layer, name)
			all[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// arranged lists changes of the arrangement of papers, not of their words, since
// those templates were exported.
var arranged = []struct{ file, old, now string }{
	{"assignments.tmpl", `<col width="22"/><col width="48"/><col width="37"/><col width="31"/><col width="27"/>`,
		`<col width="20"/><col width="58"/><col width="38"/><col width="26"/><col width="23"/>`},
	{"extract.tmpl", original, ""},
	{"extract.tmpl", `<p class="form-line">{{with .CopyDate}}{{.}}{{else}}<blank width="35"/>{{end}}</p>`,
		`<p class="fact">{{with .CopyDate}}{{.}}{{else}}«___» ____________ 20__ г.{{end}}</p>` + original},
	{"extract.tmpl", `<p class="form-line">М.П.</p>`, `<p class="fact">М.П.</p>`},
	{"notice.tmpl", `<p class="letter">Дата: `, `<p class="letter-line">Дата: `},
	{"notice.tmpl", `<p class="letter">Начало: `, `<p class="letter-line">Начало: `},
	{"notice.tmpl", `<p class="letter">Место: `, `<p class="letter-line">Место: `},
	{"partials/letter.tmpl", `<item label="{{.Number}}."><p class="letter-point">`,
		`<item label="{{.Number}}."><p class="agenda">`},
	{"partials/approval.tmpl", "<p class=\"approval\">{{.Word}}<br/>\n    {{- with .By}}{{.}}{{else}}",
		`{{if .By}}<p class="approval">{{.Word}}<br/>{{.By}}</p>{{else}}<p class="approval">{{.Word}}<br/>`},
	{"partials/approval.tmpl", `{{.Position}}<br/><blank`, `{{.Position}}</p><p class="approval"><blank`},
	{"partials/approval.tmpl", `{{.Date}}{{end}}</p>`, `{{.Date}}</p>{{end}}`},
	{"partials/form.tmpl", `{{template "signature-line" .}}"><blank`,
		`{{template "signature-line" .}}">{{if not .}}<br/>{{end}}<blank`},
	{"consent.tmpl", `{{template "signature-line" .}}"><blank`,
		`{{template "signature-line" .}}">{{if not .}}<br/>{{end}}<blank`},
	{"partials/form.tmpl", `</cell><cell></cell><cell><p class="hint">`,
		`</cell><cell><p class="hint"></p></cell><cell><p class="hint">`},
	{"consent.tmpl", `</cell><cell></cell><cell><p class="hint">`,
		`</cell><cell><p class="hint"></p></cell><cell><p class="hint">`},
	{"consent.tmpl", `«О персональных данных»`, `«О&#160;персональных данных»`},
	{"application.tmpl", `{{else}}{{template "date" .Date}}`, `{{else}}<table class="columns">` +
		`<columns><col width="120"/><col width="60"/></columns><row><cell>{{template "date" .Date}}</cell><cell>`},
	{"application.tmpl", `<p class="form-line">М.П.{{if .Trader}} (при наличии){{end}}</p>{{end}}`,
		`<p class="form-line">М.П.{{if .Trader}} (при наличии){{end}}</p></cell></row></table>{{end}}`},
}

const original = `{{with .Original}}<p class="original">Подлинник документа находится {{.}}.</p>{{end}}`

// before returns the templates as exported when views had ready texts, arranged as
// they are now.
func before(t testing.TB) fs.FS {
	t.Helper()
	files := layered(t, os.DirFS("testdata/templates-before"))
	for _, change := range arranged {
		text := string(files[change.file].Data)
		if !strings.Contains(text, change.old) {
			t.Fatalf("%s lacks %s", change.file, change.old)
		}
		files[change.file].Data = []byte(strings.ReplaceAll(text, change.old, change.now))
	}
	return files
}

// TestFoldersExportedBefore checks that old templates, all of them or one at a
// time, print the same as the current ones. A quick run prints with some.
func TestFoldersExportedBefore(t *testing.T) {
	want := everyPaper(t, load(t))
	whole, err := Load(laidOver(t, before(t)))
	if err != nil {
		t.Fatal(err)
	}
	compareDumps(t, "the whole folder", everyPaper(t, whole), want)
	count := 0
	all := laidOver(t, before(t))
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if _, err := fs.Stat(before(t), name); err != nil {
			continue
		}
		count++
		set, err := Load(laidOver(t, fstest.MapFS{name: all[name]}))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if effort.Takes(count, 15, 6) {
			compareDumps(t, name, everyPaper(t, set), want)
		}
	}
	if count != 30 {
		t.Errorf("%d files of old", count)
	}
}

// TestOldWordsInConditions checks the errors for uses of old fields that no
// partial can replace.
func TestOldWordsInConditions(t *testing.T) {
	for text, want := range map[string]string{
		`{{with .AgendaLabel}}<p>{{.}}</p>{{end}}`: `шаблон protocol.tmpl:1: поля AgendaLabel больше нет: ` +
			`слова пишет шаблон agenda-label; вместо .AgendaLabel поставьте {{template "agenda-label" .}}`,
		`<p>{{printf "%s!" .Quorum}}</p>`: `шаблон protocol.tmpl:1: функции printf нужен текст, ` +
			`а здесь сведения; словами их говорит {{template "quorum" …}}`,
		`<p>{{.Quorum | html}}</p>`: `функции html нужен текст`,
		"<p>\n{{.Signatures}}</p>": `шаблон protocol.tmpl:2: {{.Signatures}} — не текст, а сведения: ` +
			`назовите, какие из них печатать`,
		`<p>{{.Quorum}} {{.Took}}</p>`: "",
		`{{range $i, $q := .Agenda}}<p>{{$q.Keyword}} {{(index $.Agenda 0).Heading}}</p>{{end}}`: "",
		`{{with .Quorum}}<p>{{.}} {{$.Took}} {{.Nothing}}</p>{{end}}`:                            "",
	} {
		_, err := Load(laidOver(t, fstest.MapFS{"protocol.tmpl": {Data: []byte(text)}}))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// TestPartialOfTheSameName checks that a user's partial with the name of a
// partial for facts never prints facts as text.
func TestPartialOfTheSameName(t *testing.T) {
	own := fstest.MapFS{"partials/zz.tmpl": {Data: []byte(`{{define "person"}}<b>{{.}}</b>{{end}}`)}}
	want := "шаблон zz.tmpl:1: {{.}} — не текст, а сведения"
	if _, err := Load(laidOver(t, own)); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
	}
}

func compareDumps(t *testing.T, what string, got, want map[string]string) {
	t.Helper()
	for paper := range want {
		if got[paper] != want[paper] {
			t.Errorf("%s: another %s:\n%s", what, paper, got[paper])
		}
	}
}

// everyPaper returns the dumps of all papers of the test meetings, in all
// forms.
func everyPaper(t *testing.T, set *Templates) map[string]string {
	t.Helper()
	dumps := map[string]string{}
	keep := func(name string, doc *document.Document, err error) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		dumps[name] = document.Dump(doc)
	}
	for name, m := range everyMeeting() {
		for _, kind := range Kinds {
			m := m
			if kind.letter != nil {
				m = asBefore(m)
			}
			requests := []Request{{Kind: kind.Name, Items: []int{len(m.Agenda)}, Sheets: map[string]int{"protocol": 3}}}
			if slices.Contains(kind.Options, "fillable") {
				requests = append(requests, Request{Kind: kind.Name, Fillable: true}, Request{Kind: kind.Name,
					Blank: true})
			}
			for _, r := range requests {
				if kind.Lacks(m, r) == "" {
					doc, _, err := set.Document(t.Context(), r, m)
					keep(fmt.Sprint(name, r), doc, err)
				}
			}
		}
	}
	envelope, _ := NewEnvelope(Request{Kind: "envelope"}, papersFull(), meeting.Addressee{Name: "Лебедев Олег Ильич",
		Organization: "АО «Б»", Address: "г. Рославль"}, "216500", Row{Key: "row"})
	for _, view := range []View{envelope, LabelOf(envelope, "label"), NewRegister("Совет", 2, nil)} {
		doc, err := set.ComposeView(t.Context(), view)
		keep(view.Template, doc, err)
	}
	return dumps
}

// asBefore returns a meeting without the facts that old letters do not print.
func asBefore(m *meeting.Meeting) *meeting.Meeting {
	old := *m
	old.End, old.TimeZone, old.Holding, old.Parts = nil, "", "", nil
	old.Agenda = slices.Clone(m.Agenda)
	for i := range old.Agenda {
		old.Agenda[i].Subitems = nil
	}
	if l := m.Letter; l != nil {
		letter := *l
		letter.Text = slices.Clone(l.Text)
		for i, text := range letter.Text {
			letter.Text[i] = strings.ReplaceAll(text, "{окончание}, ", "")
		}
		old.Letter = &letter
	}
	return &old
}

// everyMeeting returns meetings that take both branches of all conditions in
// the partials.
func everyMeeting() map[string]*meeting.Meeting {
	list := map[string]*meeting.Meeting{"bare": papersBare()}
	for _, form := range meeting.ProtocolForms {
		m := papersFull()
		m.Form = form
		enrich(m)
		if form == "full" {
			m.Agenda[0].Discussion = nil // folders of old print it under ВЫСТУПИЛИ
		}
		list[form] = m
	}
	ballots := papersFull()
	ballots.Holding, ballots.Number = "заочная", nil
	ballots.Attendance = meeting.Attendance{Print: "annex"}
	ballots.Approval = &meeting.Approval{By: "решением Совета"}
	list["ballots"] = ballots
	return list
}

// enrich adds data that the other meetings lack: speeches, opinions, votes by
// name.
func enrich(m *meeting.Meeting) {
	yes, absent := true, 2
	m.Council.Rules = meeting.Rules{Quorum: "> 1/2 of members", Majority: "> 1/2 of present", Remote: &yes}
	m.Council.Keyword = "ПОСТАНОВИЛИ"
	m.Attendance = meeting.Attendance{Group: "organization", Absent: &absent}
	m.Absent = nil
	m.Remote = []string{"Третий"}
	m.Arrived = []meeting.Move{{Name: "Четвёртая", Before: 2, Time: &meeting.Clock{Hour: 10, Minute: 40}}}
	m.Approval = &meeting.Approval{Position: "Глава", Name: "Иванов Иван Иванович"}
	m.Counting = &meeting.Commission{Chair: "Третий", Members: []string{"Второй"}}
	m.Parts = []meeting.Part{{Title: "Очная часть", Start: &meeting.Clock{Hour: 10}, End: &meeting.Clock{Hour: 11},
		Place: "зал"}}
	m.Opinions = []meeting.Opinion{{Name: "Третий", Text: "Против", Annex: 1}, {Name: "Третий", Attached: true}}
	m.AgendaVote = &meeting.Vote{Words: "единогласно"}
	m.Executor = &meeting.Executor{Name: "Второй", Phone: "38-00-01"}
	m.Original = "в деле № 1"
	item := &m.Agenda[0]
	item.Added, item.Chair, item.CoSpeakers, item.Outcome = true, "Второй", []string{"Третий", "Второй"}, "Снят"
	item.Recused = []meeting.Recused{{Name: "Второй"}}
	item.Subitems = []meeting.Subitem{{Title: "Смета", Speakers: []string{"Третий"}}}
	item.Heard = []meeting.Speech{{Name: "Первый", Text: "Доложил", Attached: true}, {Name: "Чужой",
		Position: "эксперт", Annex: 2}, {Text: "информацию."}}
	item.Spoke = []meeting.Speech{{Name: "Первый", Position: "директор"}, {Name: "Третий", Attached: true}}
	item.Questions = []meeting.Exchange{{Text: "Когда?", Name: "Третий", Answer: "Скоро", By: "Первый"},
		{Text: "Сколько?", Answer: "Сто."}, {Text: "Где?"}}
	item.Opinions = []meeting.Opinion{{Name: "Третий", Text: "Рано."}}
	item.Vote = &meeting.Vote{For: meeting.Ballots{Names: []string{"Первый"}},
		Against: meeting.Ballots{Names: []string{"Третий"}}, Roll: true}
	item.Decisions[0].CoExecutors, item.Decisions[0].Control, item.Decisions[0].Annex = []string{"Второй"}, "Первый", 1
	last := &m.Agenda[1]
	last.Vote = &meeting.Vote{For: meeting.Ballots{Names: []string{"Первый", "Второй"}},
		Abstained: meeting.Ballots{Names: []string{"Третий", "Четвёртая"}}}
	last.Decisions[0].Vote = &meeting.Vote{For: heads(4)}
	last.Decisions[0].Due, last.Decisions[0].Control = &meeting.Deadline{Text: "постоянно"}, "аппарат"
}
