package compose

import (
	"fmt"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Question is an item of the agenda.
type Question struct {
	Number     int
	Title      string // in the agenda
	Heading    string // above its decisions
	Speakers   string // "Докладчик: …"
	Names      string // of all who spoke, for brackets
	Subitems   []Subitem
	Note       string
	Chair      string // who chaired it, when not the chair
	Recused    string // who kept out of the vote
	Heard      []string
	Questions  []Exchange
	Spoke      []string
	Discussion []string
	Pictures   []Picture
	Table      *Table
	Keyword    string // "РЕШИЛИ:"
	Rejected   bool   // put to the vote and not taken
	Outcome    string // words instead of a decision
	Decisions  []Point
	Vote       *Voted
	Opinions   []string
}

// Subitem is a question inside a question.
type Subitem struct{ Label, Title, Speakers string }

// Exchange is a question asked and its answer.
type Exchange struct{ Question, Answer string }

// question makes the view of an item of the agenda, counted from 0.
func (s *secretariat) question(i int) Question {
	item := s.meeting.Agenda[i]
	q := Question{
		Number:     i + 1,
		Title:      item.Title,
		Heading:    or(item.Heading, item.Title),
		Speakers:   s.speakers(item),
		Names:      s.spokesmen(item),
		Note:       note(item),
		Heard:      s.speeches(item.Heard),
		Questions:  s.exchanges(item.Questions),
		Spoke:      s.speeches(item.Spoke),
		Discussion: item.Discussion,
		Pictures:   pictures(item.Pictures),
		Table:      table(item.Table),
		Keyword:    s.keyword(),
		Outcome:    closed(item.Outcome),
		Decisions:  s.points(i, fmt.Sprintf("agenda[%d].decisions", i), item.Decisions, s.meeting.PointParent(i)),
		Vote:       s.voted(i, item.Vote),
		Opinions:   s.opinions(item.Opinions),
	}
	for j, sub := range item.Subitems {
		q.Subitems = append(q.Subitems, Subitem{fmt.Sprintf("%d.%d.", i+1, j+1), sub.Title, s.named("Докладчик", "Докладчики", sub.Speakers)})
	}
	if v := item.Vote; v != nil && s.assembly.Rule(i, v).Failed() {
		q.Keyword, q.Rejected = "ПРЕДЛОЖЕНО:", true
	}
	if item.Chair != "" {
		q.Chair = closed("Председательствующий по вопросу – " + s.leader(item.Chair))
	}
	switch names := strings.Join(s.short(item.Recused), ", "); len(item.Recused) {
	case 0:
	case 1:
		q.Recused = closed("В голосовании по вопросу не участвует " + names)
	default:
		q.Recused = closed("В голосовании по вопросу не участвуют: " + names)
	}
	return q
}

// keyword is the word before the decisions.
func (s *secretariat) keyword() string {
	word := s.meeting.Council.Keyword
	if word == "" {
		word = "РЕШИЛИ"
		if s.form == "council" {
			word = "РЕШЕНИЕ"
		}
	}
	return strings.TrimSuffix(word, ":") + ":"
}

// note joins the time allotted and the remark on an item.
func note(item meeting.Item) string {
	var parts []string
	if item.Minutes > 0 {
		parts = append(parts, fmt.Sprintf("Время на вопрос: %d мин.", item.Minutes))
	}
	if item.Note != "" {
		parts = append(parts, closed(upperFirst(item.Note)))
	}
	if item.Added {
		parts = append(parts, "Вопрос включён в повестку дня на заседании.")
	}
	return strings.Join(parts, " ")
}

// speakers names the speakers and co-speakers of an item.
func (s *secretariat) speakers(item meeting.Item) string {
	main := s.named("Докладчик", "Докладчики", item.Speakers)
	others := s.named("Содокладчик", "Содокладчики", item.CoSpeakers)
	switch {
	case main == "":
		return others
	case others == "":
		return main
	}
	return closed(main) + " " + others
}

// named is "Докладчик: …" or "Докладчики: …; …".
func (s *secretariat) named(one, many string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	var list []string
	for _, name := range names {
		p, _ := s.known.Person(name)
		list = append(list, titled(p))
	}
	if len(list) == 1 {
		return one + ": " + list[0]
	}
	return many + ": " + strings.Join(list, "; ")
}

func (s *secretariat) speeches(list []meeting.Speech) []string {
	var lines []string
	for _, speech := range list {
		lines = append(lines, s.speech(speech))
	}
	return lines
}

// speech is "Образцов П.И., генеральный директор, – доложил, что … (доклад
// прилагается)."
func (s *secretariat) speech(speech meeting.Speech) string {
	text := speech.Text
	switch {
	case speech.Annex > 0:
		text = inside(text, s.annexName(speech.Annex))
	case speech.Attached && text == "":
		text = "доклад прилагается"
	case speech.Attached:
		text = inside(text, "доклад прилагается")
	}
	if speech.Name == "" {
		return closed(upperFirst(text))
	}
	who := speech.Name
	if p, ok := s.known.Person(who); ok {
		who = russian.Short(p.Name, russian.After)
	}
	if speech.Position != "" {
		who += ", " + speech.Position
		if text != "" {
			who += ","
		}
	}
	if text == "" {
		return closed(who)
	}
	return who + " – " + closed(lowerFirst(text))
}

func (s *secretariat) exchanges(list []meeting.Exchange) []Exchange {
	var views []Exchange
	for _, e := range list {
		view := Exchange{Question: upperFirst(e.Text), Answer: closed(upperFirst(e.Answer))}
		if e.Name != "" {
			view.Question = upperFirst(s.shortOf(e.Name)) + ": " + lowerFirst(e.Text)
		}
		if e.By != "" && e.Answer != "" {
			view.Answer = s.shortOf(e.By) + ": " + closed(lowerFirst(e.Answer))
		}
		views = append(views, view)
	}
	return views
}

// shortOf is a person by surname and initials, anything else as given.
func (s *secretariat) shortOf(name string) string {
	if p, ok := s.known.Person(name); ok {
		return russian.Short(p.Name, russian.After)
	}
	return name
}

// spokesmen names everyone who spoke on an item, each once, speakers first.
func (s *secretariat) spokesmen(item meeting.Item) string {
	var list []string
	seen := map[string]bool{}
	add := func(name string) {
		if short := s.shortOf(name); name != "" && !seen[short] {
			seen[short] = true
			list = append(list, short)
		}
	}
	for _, names := range [][]string{item.Speakers, item.CoSpeakers} {
		for _, name := range names {
			add(name)
		}
	}
	for _, speeches := range [][]meeting.Speech{item.Heard, item.Spoke} {
		for _, speech := range speeches {
			add(speech.Name)
		}
	}
	return strings.Join(list, ", ")
}
