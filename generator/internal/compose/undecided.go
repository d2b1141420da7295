package compose

import (
	"slices"

	"protokol/generator/diag"
	"protokol/generator/internal/meeting"
)

// lacksMeeting says that a meeting is still to come: notices and registration
// lists are printed before it, the protocol after it.
func lacksMeeting(m *meeting.Meeting, r Request) string {
	if len(m.Agenda) == 0 {
		return lacksAgenda(m, r)
	}
	if slices.ContainsFunc(m.Agenda, meeting.Item.Dealt) {
		return ""
	}
	return messagef("ни по одному вопросу нет ни хода обсуждения, ни решения")
}

// decisionHint says how to write that an item was decided, or that it was not.
func decisionHint() string {
	return messagef(`решение — строка вида decisions = ["Принять к сведению …"]; слова вместо него — outcome; ` +
		"если решения не было, напишите decisions = []")
}

// planned warns that the protocol cannot be printed yet.
func planned(m *meeting.Meeting) diag.List {
	if m.WithoutMeeting() {
		return nil
	}
	reason := lacksMeeting(m, Request{})
	if reason == "" {
		return nil
	}
	return diag.List{{Severity: diag.Warning, Key: "agenda[0].decisions", Hint: decisionHint(),
		Message: messagef("протокола пока не напечатать: %s", reason)}}
}

// undecided warns of an item, counted from 0, that ends without a decision though
// the file does not say that there was none. Who was elected is a decision.
func (b *builder) undecided(i int) {
	item := b.meeting.Agenda[i]
	isElected := func(e meeting.Election) bool { return len(e.Elected) > 0 }
	if item.Settled() || slices.ContainsFunc(item.Elections, isElected) {
		return
	}
	b.problems = append(b.problems, diag.Problem{Severity: diag.Warning, Key: element("agenda", i) + ".decisions",
		Message: messagef("по вопросу %d нет решения; он напечатается без него", i+1), Hint: decisionHint()})
}
