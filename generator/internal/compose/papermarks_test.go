package compose

import (
	"context"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestPaperMarks checks what offices put above and below an order: the short name,
// the mark of its annexes and who signs that they know it.
func TestPaperMarks(t *testing.T) {
	m := act()
	m.Letterhead = &meeting.Letterhead{Name: "Школа № 1", ShortName: "(МБОУ СШ № 1)"}
	p := m.Papers["act"]
	p.Title, p.Acquainted = "ПРИКАЗ", []string{"Первый", "Шестая Анна Львовна"}
	p.Annexes = []meeting.Annex{{Title: "План", Mark: []string{"УТВЕРЖДЁН", "приказом директора"}}}
	print := func() string {
		doc, _, err := load(t).Document(t.Context(), Request{Kind: "act"}, m)
		if err != nil {
			t.Fatal(err)
		}
		return strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
	}
	text := print()
	for _, want := range []string{"(МБОУ СШ № 1)", "С приказом ознакомлены:", "Шестая Анна Львовна",
		"УТВЕРЖДЁН\nприказом директора\nот "} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
	if strings.Contains(text, "Приложение") || strings.Contains(text, "к приказу") {
		t.Error(text)
	}
	p.Annexes[0].Numbered = true
	if text = print(); !strings.Contains(text, "Приложение № 1\nУТВЕРЖДЁН") {
		t.Error(text)
	}
}

// TestVoteVerdict checks that a body may leave out that a decision was adopted, but
// not that it was rejected.
func TestVoteVerdict(t *testing.T) {
	m, no := full(), false
	m.Form = "full"
	m.Council.Rules.Quorum, m.Council.Rules.Majority, m.Council.VoteVerdict = "", "> 1/2 of present", &no
	print := func(v *meeting.Vote) string {
		m.Agenda[0].Vote = v
		doc, _, err := load(t).Document(t.Context(), Request{Kind: "protocol", Items: nil}, m)
		if err != nil {
			t.Fatal(err)
		}
		return document.PlainText(doc)
	}
	if text := print(&meeting.Vote{Words: "единогласно"}); strings.Contains(text, "РЕШЕНИЕ ПРИНЯТО") {
		t.Error(text)
	}
	against := m.Attending()
	if text := print(&meeting.Vote{Against: heads(len(against))}); !strings.Contains(text, "РЕШЕНИЕ НЕ ПРИНЯТО") {
		t.Error(text)
	}
}

// TestExtractMarks: an extract has marks of its own, and none of the protocol.
func TestExtractMarks(t *testing.T) {
	m := bare()
	m.Marks = []string{"Для служебного пользования", "Экз. № 1"}
	for _, marks := range [][]string{nil, {"Для служебного пользования", "Экз. № 2"}} {
		m.Extract = &meeting.Extract{Marks: marks}
		text := compose(t, Request{Kind: "extract", Items: []int{1}}, m)
		if want := strings.Join(append(slices.Clone(marks), "ВЫПИСКА"), "\n"); !strings.HasPrefix(text, want) {
			t.Errorf("%q: %q", marks, text)
		}
		if strings.Contains(text, "Экз. № 1") {
			t.Errorf("%q: a mark of the protocol in %q", marks, text)
		}
	}
}

// TestLostMarks: an extract by the templates warns of the marks of the protocol that it does
// not print, and so does a check. The protocol itself and extracts from Word templates do not.
func TestLostMarks(t *testing.T) {
	lost := func(list diag.List) bool {
		return slices.ContainsFunc(list, func(p diag.Problem) bool {
			return p.Key == "marks" && p.Severity == diag.Warning && strings.Contains(p.Message, "в выписке")
		})
	}
	secret := []string{"Для служебного пользования"}
	for _, c := range []struct {
		marks   []string
		extract *meeting.Extract
		want    bool
	}{
		{secret, nil, true}, {secret, &meeting.Extract{Signer: "Второй"}, true},
		{secret, &meeting.Extract{Marks: secret}, false}, {secret, &meeting.Extract{Marks: []string{}}, false},
		{nil, nil, false}, {nil, &meeting.Extract{}, false},
	} {
		m := bare()
		m.Marks, m.Extract = c.marks, c.extract
		for kind, want := range map[string]bool{"extract": c.want, "protocol": false} {
			_, list, err := load(t).Document(t.Context(), Request{Kind: kind, Items: []int{1}}, m)
			if err != nil || lost(list) != want {
				t.Errorf("%v, %+v: %s: %v %v", c.marks, c.extract, kind, list, err)
			}
		}
		for _, fromWord := range []bool{false, true} {
			elsewhere := func(_ context.Context, r Request) (diag.List, []Declined, bool, error) {
				return nil, nil, fromWord && r.Kind == "extract", nil
			}
			list, err := load(t).Check(t.Context(), m, elsewhere)
			if err != nil || lost(list) != (c.want && !fromWord) {
				t.Errorf("%v, %+v: Word %v: %v %v", c.marks, c.extract, fromWord, list, err)
			}
		}
	}
}

// TestAcquainted: those who sign that they have read the protocol stand below the signatures, with its own title.
// An extract has none of them.
func TestAcquainted(t *testing.T) {
	m := bare()
	m.Acquainted = []string{"Шестая Анна Львовна"}
	if text := compose(t, Request{Kind: "protocol"}, m); !strings.Contains(text, "С протоколом ознакомлена:") {
		t.Error(text)
	}
	if text := compose(t, Request{Kind: "extract", Items: []int{1}}, m); strings.Contains(text, "ознакомлена") {
		t.Error(text)
	}
	m.Words = &meeting.Words{Title: new("А К Т")}
	if text := compose(t, Request{Kind: "protocol"}, m); !strings.Contains(text, "С актом ознакомлена:") {
		t.Error(text)
	}
	m.Words.Title = new("СТЕНОГРАММА")
	for rules, want := range map[int]string{0: "Со стенограммой ознакомлена:", markRules - 1: "С стенограммой"} {
		if text := compose(t, Request{Kind: "protocol", Rules: rules}, m); !strings.Contains(text, want) {
			t.Errorf("rules %d:\n%s", rules, text)
		}
	}
}
