package mailing

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/list"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/table"
	"protokol/templates"
)

// recipients is a list of one.
const recipients = "Организация;ФИО;Должность;Адрес;Индекс;Исходящий номер\n" +
	"Общество «Ромашка»;Иванов Иван Иванович;директор;г. Смоленск, ул. Мира, д. 1;214000;17\n"

// printedOf are the texts of a paper that come from keys which begin in a way, with
// these keys.
func printedOf(doc *document.Document, prefix string) map[string][]string {
	found := map[string][]string{}
	document.Texts(doc, func(text string, source document.Source) {
		for _, s := range document.Spans(source, text) {
			for _, key := range s.Origin.Keys {
				if strings.HasPrefix(key, prefix) {
					said := strings.ReplaceAll(text[s.Start:s.End], "\u00a0", " ")
					found[key] = append(found[key], said)
				}
			}
		}
	})
	return found
}

// TestKeysOfRows: what a row of a list says has its keys in every paper.
func TestKeysOfRows(t *testing.T) {
	for kind, want := range map[string]map[string]string{
		"invitation": {"row.organization": "Общества «Ромашка»", "row.name": "Иванову И.И.",
			"row.position": "Директору", "row.number": "17"},
		Envelope: {"row.organization": "Общество «Ромашка»", "row.name": "Иванову Ивану Ивановичу",
			"row.index": "214000", "row.address": "г. Смоленск, ул. Мира, д. 1"},
		Label: {"rows[2].organization": "Общество «Ромашка»", "rows[2].name": "Иванову Ивану Ивановичу",
			"rows[2].index": "214000", "rows[2].address": "г. Смоленск, ул. Мира, д. 1"},
	} {
		doc := first(t, kind)
		found := printedOf(doc, "row")
		for key, text := range want {
			if !slices.Contains(found[key], text) {
				t.Errorf("%s: %s gives %q, want %q", kind, key, found[key], text)
			}
		}
		if lost := printedOf(doc, kind+".to["); len(lost) > 0 {
			t.Errorf("%s: %v have no keys of the row", kind, slices.Collect(maps.Keys(lost)))
		}
	}
}

// first is what is made for the first row of the list.
func first(t *testing.T, kind string) *document.Document {
	t.Helper()
	all := makeAll(t, kind, recipients)
	if len(all) == 0 {
		t.Fatal("no rows")
	}
	if all[0].paper == nil {
		t.Fatal(all[0].problems)
	}
	return all[0].paper.Document
}

// made is what is made for a row.
type made struct {
	row      int
	paper    *printing.Paper
	problems []string
}

// text returns the text of a paper with plain spaces.
func (m made) text() string {
	if m.paper == nil {
		return ""
	}
	return strings.ReplaceAll(document.PlainText(m.paper.Document), "\u00a0", " ")
}

// makeAll makes the papers for all rows of a list in CSV.
func makeAll(t *testing.T, kind, csv string) (all []made) {
	t.Helper()
	m := open(t, kind, csv)
	for record, err := range m.Records() {
		if err != nil {
			t.Fatal(err)
		}
		paper, problems, err := record.Paper(t.Context())
		if err != nil {
			t.Fatal(err, problems)
		}
		one := made{row: record.Row, paper: paper}
		for _, p := range append(record.Problems, problems...) {
			one.problems = append(one.problems, p.Error())
		}
		all = append(all, one)
	}
	return all
}

// open opens a mailing of a list in CSV.
func open(t *testing.T, kind, csv string) *Mailing {
	t.Helper()
	style := printing.DefaultStyle
	if kind == Envelope || kind == Label {
		style = map[string]string{Envelope: "envelope-dl", Label: "label-70x37"}[kind]
	}
	sheet, problems := printing.Sheet(templates.Files, style)
	if problems.Failed() {
		t.Fatal(problems)
	}
	press, err := printing.NewPress(templates.Files, sheet)
	if err != nil {
		t.Fatal(err)
	}
	source, report := press.Read(os.DirFS("../../../examples"), "2026-03-12/meeting.toml")
	if source == nil {
		t.Fatal(report)
	}
	src := table.Source{Name: "list.csv", Data: strings.NewReader(csv), Size: int64(len(csv))}
	to, err := Open(src, list.Options{}, "")
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(t.Context(), press, source, to, Options{Kind: kind})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestTemplateProblems: a warning about the Word template is not one about the file of the meeting.
func TestTemplateProblems(t *testing.T) {
	m := mailingOf(t, "", recipientsApart[1])
	m.divide(list.Record{}, diag.List{{Severity: diag.Warning, File: "бланк.docx", Message: "а"}})
	for _, p := range m.Problems() {
		if p.Message == "а" && p.File == "бланк.docx" && p.Line == 0 {
			return
		}
	}
	t.Errorf("%v", m.Problems())
}
