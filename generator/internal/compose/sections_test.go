package compose

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/meeting"
)

// section is a section of the file that a kind of paper is made from.
type section struct {
	kind, prefix string
	table        func(*meeting.Meeting) any
	ignored      map[string]string // keys after the prefix that it does not print, with the reason
}

const (
	steers = "selects what is printed or how, not text"
	byWord = "names a Word template, which prints instead"
)

// ofLetters are the keys that letters do not print.
var ofLetters = map[string]string{
	"word": byWord, "to.gender": steers, "copies.gender": steers, "copies.address": "a copy is named, not addressed",
}

// ofPapers are the keys that the papers of [papers] do not print.
var ofPapers = map[string]string{
	"copies.address": "a copy is named, not addressed", "copies.gender": steers, "date": "date_text is printed",
}

var sections = []section{
	{"letter", "letter", func(m *meeting.Meeting) any { return m.Letter }, ofLetters},
	{"invitation", "invitation", func(m *meeting.Meeting) any { return m.Invitation }, ofLetters},
	{"notice", "notice", func(m *meeting.Meeting) any { return m.Notice }, ofLetters},
	{"letter", "letterhead", func(m *meeting.Meeting) any { return m.Letterhead }, nil},
	{"extract", "extract", func(m *meeting.Meeting) any { return m.Extract }, map[string]string{"word": byWord}},
	{"application", "application", func(m *meeting.Meeting) any { return m.Application },
		map[string]string{"word": byWord}},
	{"application", "applicant", func(m *meeting.Meeting) any { return m.Applicant }, map[string]string{
		"postal_same": "without another address the box is ticked anyway",
		"phone":       "the contact's telephone is printed",
	}},
	{"consent", "consent", func(m *meeting.Meeting) any { return m.Consent }, map[string]string{"word": byWord}},
	{"resolution", "papers.resolution", func(m *meeting.Meeting) any { return m.Papers["resolution"] }, ofPapers},
	{"counting", "papers.counting", func(m *meeting.Meeting) any { return m.Papers["counting"] }, ofPapers},
}

// fillTable gives a value to every key of a table.
func fillTable(v reflect.Value, name string, depth int) {
	switch value := v.Addr().Interface().(type) {
	case *meeting.Date:
		*value = meeting.Date{Year: 2026, Month: 4, Day: 5}
		return
	case *meeting.Deadline:
		value.Text = "постоянно"
		return
	case *meeting.Ballots:
		*value = heads(2)
		return
	case *meeting.Amount:
		*value = heads(2).Count
		return
	case *meeting.Clock:
		value.Hour = 9
		return
	case *meeting.Forms: // tested with the grammar
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("Слово " + name)
		if name == "align" {
			v.SetString("left")
		}
	case reflect.Int:
		v.SetInt(1)
	case reflect.Float64:
		v.SetFloat(20)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillTable(v.Elem(), name, depth)
	case reflect.Slice:
		if v.Type().Elem() == reflect.TypeFor[meeting.Decision]() && depth > 4 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fillTable(v.Index(0), name, depth+1)
	case reflect.Struct:
		for i := range v.NumField() {
			if key, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("toml"), ","); key != "" {
				fillTable(v.Field(i), key, depth+1)
			}
		}
	}
}

// everySection returns a meeting with every key of one of the sections.
func everySection(s section) *meeting.Meeting {
	m := papersFull()
	enrich(m)
	m.Papers["resolution"].Title = "РЕШЕНИЕ"
	fillTable(reflect.ValueOf(s.table(m)).Elem(), s.prefix, 0)
	mend(s, m)
	return m
}

// mend gives keys values that are allowed.
func mend(s section, m *meeting.Meeting) {
	switch section := s.table(m).(type) {
	case *meeting.Letter:
		section.To[0].Gender, section.To[0].Name, section.Agreed[0].By = "m", "Ильин Олег Петрович", ""
		section.Copies[0].Gender, section.Copies[0].Name = "m", "Котов Олег Петрович"
		section.Text, section.Decisions, section.Signer = []string{"Слово.", "{решения}"}, []string{"1.1"}, "Второй"
		section.Annexes[0].Separate, section.Annexes[0].Sheets, section.Annexes[0].Table.Landscape = false, 0, false
		section.Attachments = []meeting.Attachment{{Paper: "protocol"}, {Title: "Смета", Sheets: 2, Copies: 3}}
	case *meeting.Paper:
		section.Approval.By, section.Agreed[0].By = "", ""
		section.Annexes[0].Separate, section.Annexes[0].Sheets, section.Annexes[0].Table.Landscape = false, 0, false
		for _, d := range []*meeting.Decision{&section.Decisions[0], &section.Decisions[0].Points[0]} {
			d.Vote = &meeting.Vote{For: heads(2), Against: heads(1), Abstained: heads(1), Text: "Да"}
		}
	case *meeting.Letterhead:
		section.Form, section.AddresseeInitials, section.INN, section.KPP = "corner", "before", "7707083893",
			"773601001"
	case *meeting.Extract:
		section.Signer, section.Approval.By, section.Annexes = "Второй", "", []int{1}
	case *meeting.Applicant:
		full := papersFull().Applicant
		full.Phone, full.Contact.Email = "38-00-05", "k@l.ru"
		*section = *full
	case *meeting.Application:
		section.To.Gender, section.To.Name = "m", "Ильин Олег Петрович"
	}
}

// TestEverySectionIsPrinted changes every value of the sections that papers other
// than the protocol are made from: the paper changes, the value is refused or reported,
// or its key is listed with the reason. A quick run tries one value of four.
func TestEverySectionIsPrinted(t *testing.T) {
	for _, s := range sections {
		t.Run(s.kind+" "+s.prefix, func(t *testing.T) { walkSection(t, load(t), s) })
	}
}

func walkSection(t *testing.T, set *Templates, s section) {
	request := Request{Kind: s.kind, Items: []int{1}}
	doc, already, err := set.Document(t.Context(), request, everySection(s))
	if err != nil {
		t.Fatal(err)
	}
	before := document.Dump(doc)
	already = append(already, everySection(s).Check()...)
	for n, key := range sectionKeys(s, everySection(s)) {
		behind := strings.TrimPrefix(pattern(key), s.prefix+".")
		if s.ignored[behind] != "" || !effort.Takes(n, 8, 4) {
			continue
		}
		m := everySection(s)
		changeNth(m, func(visit func(string, reflect.Value)) { eachOf(s, m, visit) }, n)
		doc, problems, err := set.Document(t.Context(), request, m)
		told := err != nil || slices.ContainsFunc(append(problems, m.Check()...), func(p diag.Problem) bool {
			same := func(q diag.Problem) bool { return q.Key == p.Key && q.Message == p.Message }
			return strings.HasPrefix(p.Key, key) && !slices.ContainsFunc(already, same)
		})
		if !told && document.Dump(doc) == before {
			t.Errorf("%s is neither printed nor told", key)
		}
	}
}

// eachOf visits the values of a section.
func eachOf(s section, m *meeting.Meeting, visit func(string, reflect.Value)) {
	if kind, ok := strings.CutPrefix(s.prefix, "papers."); ok {
		m.EachPaperValue(kind, visit)
		return
	}
	m.EachValue(func(key string, v reflect.Value) {
		if strings.HasPrefix(key, s.prefix+".") {
			visit(key, v)
		}
	})
}

func sectionKeys(s section, m *meeting.Meeting) (keys []string) {
	eachOf(s, m, func(key string, _ reflect.Value) { keys = append(keys, key) })
	return keys
}
