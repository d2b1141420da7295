package compose

import (
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// agreements are marks of agreement: by an act, by people who have signed and who will.
func agreements() []meeting.Agreement {
	return []meeting.Agreement{{By: "протокол профкома от 01.02.2026 № 3"},
		{Position: "Директор", Organization: "МУП «Свет»", Name: "Львов Лев Львович"},
		{Position: "Мэр", Name: "Котова Анна Львовна", Date: meeting.Date{Year: 2026, Month: 2, Day: 1}}}
}

// agreed is a meeting whose papers are agreed with others.
func agreed() *meeting.Meeting {
	m := papersFull()
	m.Agreed, m.Letter.Agreed, m.Papers["resolution"].Agreed = agreements(), agreements(), agreements()
	return m
}

// TestAgreed: marks of agreement stand below the signatures, or above the title beside the mark of approval.
func TestAgreed(t *testing.T) {
	print := func(kind string, m *meeting.Meeting) string {
		r := Request{Kind: kind, Items: []int{1}}
		if form, ok := strings.CutPrefix(kind, "protocol-"); ok {
			r.Kind, m.Form = "protocol", form
		}
		doc, problems, err := load(t).Document(t.Context(), r, m)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if strings.Contains(p.Key, "agreed") {
				t.Error(p)
			}
		}
		return strings.ReplaceAll(document.PlainText(doc), "\u00a0", " ")
	}
	m, p := agreed(), act().Papers["act"]
	m.Papers["act"] = p
	p.Approval, p.Agreed = &meeting.Approval{Position: "Глава", Name: "Иванов Иван Иванович"}, agreements()
	for _, kind := range []string{"protocol", "protocol-full", "protocol-brief", "protocol-tasks", "letter", "act"} {
		text := print(kind, m)
		for _, want := range []string{"СОГЛАСОВАНО\nпротокол профкома от 01.02.2026 № 3", "Директор МУП «Свет»",
			"Л.Л. Львов\n«___» ____________ 20__ г.", "А.Л. Котова\n01.02.2026"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in:\n%s", kind, want, text)
			}
		}
		if strings.Index(text, "СОГЛАСОВАНО") < len(text)/2 {
			t.Errorf("%s: agreed above:\n%s", kind, text)
		}
	}
	m.AgreedFirst, p.AgreedFirst = true, true
	for _, kind := range []string{"protocol-full", "act"} {
		text := print(kind, m)
		if strings.Index(text, "СОГЛАСОВАНО") > strings.Index(text, "№") || strings.Count(text, "СОГЛАСОВАНО") != 3 {
			t.Errorf("%s: not agreed above:\n%s", kind, text)
		}
	}
	if text := print("act", m); !strings.Contains(text, "УТВЕРЖДАЮ\nГлава") {
		t.Error(text)
	}
	if text := print("extract", m); strings.Contains(text, "СОГЛАСОВАНО") {
		t.Error(text)
	}
}

// TestOwnApprovalLines: a template of an office's folder for the mark of approval beside marks of agreement, as folders
// exported earlier have, is used.
func TestOwnApprovalLines(t *testing.T) {
	own, err := Load(laidOver(t, fstest.MapFS{"partials/own.tmpl": &fstest.MapFile{
		Data: []byte(`{{define "approval-lines"}}<p class="addressee">УТВЕРЖДАЕМ<br/>{{.Position}}</p>{{end}}`)}}))
	if err != nil {
		t.Fatal(err)
	}
	m := agreed()
	m.Form, m.AgreedFirst, m.Approval = "full", true, &meeting.Approval{Position: "Глава", Name: "Ли Лев Ильич"}
	for _, rules := range []int{markRules - 1, 0} {
		doc, _, err := own.Document(t.Context(), Request{Kind: "protocol", Rules: rules}, m)
		if err != nil {
			t.Fatal(err)
		}
		text := document.PlainText(doc)
		if !strings.Contains(text, "УТВЕРЖДАЕМ\nГлава") || strings.Count(text, "СОГЛАСОВАНО") != 3 ||
			strings.Contains(text, "УТВЕРЖДАЮ") {
			t.Errorf("rules %d:\n%s", rules, text)
		}
	}
}

// TestMarksAlike: a template of the mark of approval in an office's folder also prints that
// beside marks of agreement, and no surname in a mark is divided.
func TestMarksAlike(t *testing.T) {
	own, err := Load(laidOver(t, fstest.MapFS{"partials/approval.tmpl": &fstest.MapFile{
		Data: []byte(`{{define "approval"}}<p class="approval">УТВЕРЖДАЕМ {{.Name}}</p>{{end}}`)}}))
	if err != nil {
		t.Fatal(err)
	}
	m := agreed()
	m.Form, m.Approval = "full", &meeting.Approval{Position: "Глава", Name: "Мамин-Сибиряк Дмитрий Наркисович"}
	for _, m.AgreedFirst = range []bool{false, true} {
		doc, _, err := own.Document(t.Context(), Request{Kind: "protocol"}, m)
		if err != nil {
			t.Fatal(err)
		}
		if text := document.PlainText(doc); !strings.Contains(text, "УТВЕРЖДАЕМ Д.Н.\u00a0Мамин\u2011Сибиряк") {
			t.Errorf("agreed first: %v:\n%s", m.AgreedFirst, text)
		}
	}
}
