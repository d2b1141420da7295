package meeting

import (
	"fmt"
	"slices"
	"strings"
)

func (c *checker) item(key string, item Item) {
	c.text(key+".title", item.Title, "не указано, о чём вопрос")
	const inOrder = "уберите его: вопросы идут по порядку разделов [[agenda]]"
	form := c.meeting.ProtocolForm()
	if form != "tasks" || item.Heading == "" { // else it is not printed
		c.numbered(key+".title", item.Title, inOrder)
	}
	if form != "full" { // which does not number it
		c.numbered(key+".heading", item.Heading, inOrder)
	}
	for i, name := range item.Speakers {
		c.known(fmt.Sprintf("%s.speakers[%d]", key, i), name)
	}
	if item.Minutes < 0 {
		c.wrong(key+".minutes", "время не бывает меньше нуля", "")
	}
	if item.Report != "" && len(item.Speakers) == 0 {
		c.wrong(key+".report", "не сказано, чьё это выступление", "добавьте speakers")
	}
	c.table(key+".table", item.Table)
	for i, n := range item.Notes {
		at := fmt.Sprintf("%s.notes[%d]", key, i)
		c.text(at+".text", n.Text, "абзац пуст")
		c.oneOf(at+".after", n.After, NotePlaces...)
	}
	c.hearing(key, item)
	c.points(key+".decisions", item.Decisions, "", 1)
}

// hearing checks the people who took part in an item.
func (c *checker) hearing(key string, item Item) {
	for i, name := range item.CoSpeakers {
		c.known(fmt.Sprintf("%s.co_speakers[%d]", key, i), name)
	}
	for i, sub := range item.Subitems {
		at := fmt.Sprintf("%s.subitems[%d]", key, i)
		c.text(at+".title", sub.Title, "подвопрос пуст")
		c.numbered(at+".title", sub.Title, "уберите его: подвопросы идут по порядку")
		for j, name := range sub.Speakers {
			c.known(fmt.Sprintf("%s.speakers[%d]", at, j), name)
		}
	}
	for i, role := range item.Roles {
		at := fmt.Sprintf("%s.roles[%d]", key, i)
		c.text(at+".title", role.Title, "не сказано, кто это")
		if len(role.Names) == 0 {
			c.wrong(at+".names", "никто не назван", `добавьте имена из people: names = ["Первый И. И."]`)
		}
		for j, name := range role.Names {
			c.known(fmt.Sprintf("%s.names[%d]", at, j), name)
		}
	}
	if item.Chair != "" {
		c.known(key+".chair", item.Chair)
	}
	for i, r := range item.Recused {
		c.known(fmt.Sprintf("%s.recused[%d].name", key, i), r.Name)
	}
	c.speeches(key+".heard", item.Heard)
	c.questions(key+".questions", item.Questions)
	c.speeches(key+".spoke", item.Spoke)
	c.opinions(key+".opinions", item.Opinions)
}

func (c *checker) points(key string, points []Decision, parent string, depth int) {
	if depth > MaxDepth && len(points) > 0 {
		c.wrong(key, fmt.Sprintf("пункты вложены глубже %d уровней", MaxDepth), "перенесите их на уровень выше")
		return
	}
	labels := Labels(points, parent)
	count := 0
	for i, p := range points {
		at := fmt.Sprintf("%s[%d]", key, i)
		c.text(at+".text", p.Text, "пункт пуст")
		if len(points) > 1 || depth > 1 || c.meeting.ProtocolForm() == "full" {
			c.numbered(at+".text", p.Text,
				"уберите его: пункты идут по порядку; особый номер — отдельной строкой: number = \"4\"")
		}
		count++
		if p.Number != "" {
			c.number(at+".number", labels[:i], labels[i], fmt.Sprintf("%s%d.", parent, count))
		}
		if n, ok := countFrom(labels[i], parent); ok {
			count = n
		}
		c.table(at+".table", p.Table)
		c.annexExists(at+".annex", p.Annex)
		c.annexNumber(at+".text", p.Text)
		c.due(at+".due", p.Due)
		c.points(at+".points", p.Points, labels[i], depth+1)
	}
}

// due warns of a deadline before the meeting, and of one without a year.
func (c *checker) due(key string, due *Deadline) {
	if due != nil && yearless.MatchString(due.Text) {
		c.warn(key, fmt.Sprintf("в дате нет года, срок напечатан как есть: «%s»", due.Text),
			"дата пишется так: год-месяц-день, например 2017-11-20")
	}
	d, _ := c.meeting.Days()
	if due == nil || due.Text != "" || due.Date.IsZero() || d.IsZero() || !due.Date.Time().Before(d.Time()) {
		return
	}
	c.warn(key, fmt.Sprintf("срок раньше самого заседания: %02d.%02d.%d", d.Day, d.Month, d.Year),
		"проверьте год и месяц")
}

// ProtocolForms lists the forms of a protocol.
var ProtocolForms = []string{"council", "brief", "full", "tasks"}

// ProtocolForm returns the form of the protocol.
func (m *Meeting) ProtocolForm() string {
	switch {
	case m.Form != "":
		return m.Form
	case m.Council.Form != "":
		return m.Council.Form
	}
	return "council"
}

// VoteNouns maps the words that may follow a number of votes to their names in
// templates.
var VoteNouns = map[string]string{"человек": "person", "голос": "vote"}

func (c *checker) forms() {
	body := c.meeting.Council
	for _, v := range []struct {
		key, value string
		known      []string
	}{{"vote_print", body.VotePrint, []string{"line", "table", "both"}},
		{"vote_noun", body.VoteNoun, []string{"человек", "голос"}},
		{"numbering", body.Numbering, []string{"item", "point"}}} {
		if v.value != "" && !slices.Contains(v.known, v.value) {
			c.wrong("council."+v.key, fmt.Sprintf("неизвестное значение «%s»", v.value),
				"есть "+strings.Join(v.known, ", "))
		}
	}
	for _, f := range []struct{ key, form string }{{"form", c.meeting.Form}, {"council.form", c.meeting.Council.Form}} {
		if f.form != "" && !slices.Contains(ProtocolForms, f.form) {
			c.wrong(f.key, fmt.Sprintf("неизвестная форма протокола «%s»", f.form),
				"есть council (вопрос и решение), brief (краткая), full (полная) и tasks (таблица задач)")
		}
	}
}

// Kinds lists the nouns for a meeting.
var Kinds = []string{"заседание", "совещание", "собрание", "конференция", "коллегия", "сессия", "съезд", "пленум",
	"встреча", "сход", "форум", "семинар"}

// kindNoun returns the index of the noun among the words of a kind, or -1: a
// kind without a known noun is in the genitive already.
func kindNoun(words []string) int {
	return slices.IndexFunc(words, func(word string) bool { return slices.Contains(Kinds, strings.ToLower(word)) })
}

// namesItself reports whether the kind of the meeting is complete without the name of the body: «совещание у
// Губернатора», «общее собрание собственников», «публичные слушания». «Заседание» alone does not, unless an
// institution is printed above it.
func (m *Meeting) namesItself() bool {
	words := strings.Fields(m.Kind)
	if m.Header != nil && len(m.Header.Institution) > 0 {
		return true
	}
	noun := kindNoun(words)
	switch {
	case len(words) == 0:
		return false
	case noun < 0:
		return !strings.HasPrefix(normalize(words[len(words)-1]), "заседани")
	}
	return noun < len(words)-1 || normalize(words[noun]) != "заседание"
}
