package compose

import (
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/voting"
)

// Group is the people of one organisation.
type Group struct {
	Organization string
	People       []string
}

// attendanceTitle is the title of the annex that lists those who took part.
func attendanceTitle(m *meeting.Meeting) string {
	if m.Absentee() || m.Mixed() {
		return "Список принявших участие"
	}
	return "Список присутствовавших"
}

// presence is what those who took part did, and those who did not.
func presence(m *meeting.Meeting) (did, didNot string) {
	if m.Absentee() {
		return "В голосовании участвовали", "В голосовании не участвовали"
	}
	if m.Mixed() {
		return "Приняли участие", "Не приняли участия"
	}
	return "Присутствовали", "Отсутствовали"
}

// present prints those who were there as the file asks for.
func (s *secretariat) present(p *Protocol) {
	switch s.meeting.Listing() {
	case "number":
		p.Headcount = persons(s.meeting.Headcount())
	case "annex":
		mark := "список прилагается"
		if n := s.annexCount(); n > 1 {
			mark = "список – " + s.annexName(n)
		}
		p.Headcount = fmt.Sprintf("%s (%s)", persons(s.meeting.Headcount()), mark)
	default:
		if s.meeting.Attendance.Group == "organization" {
			p.PresentGroups = s.groups()
			return
		}
		p.Present = s.people(s.presentPeople())
	}
}

// presentPeople is those who were there in the order they are printed in.
func (s *secretariat) presentPeople() []meeting.Person {
	list := s.meeting.PresentPeople()
	if s.meeting.Attendance.Order == "alphabetical" {
		slices.SortStableFunc(list, func(a, b meeting.Person) int {
			return strings.Compare(sortKey(a.Name), sortKey(b.Name))
		})
	}
	return list
}

// sortKey puts ё where е stands.
func sortKey(name string) string {
	return strings.ReplaceAll(strings.ToLower(name), "ё", "е")
}

// groups is those present by organisations, in the order these are met with;
// those without one stand first: under a heading they would seem to belong to it.
func (s *secretariat) groups() []Group {
	var groups []Group
	var alone Group
	for _, p := range s.presentPeople() {
		organization := p.Organization
		p.Organization = ""
		if organization == "" {
			alone.People = append(alone.People, s.person(p))
			continue
		}
		i := slices.IndexFunc(groups, func(g Group) bool { return g.Organization == organization })
		if i < 0 {
			groups = append(groups, Group{Organization: organization})
			i = len(groups) - 1
		}
		groups[i].People = append(groups[i].People, s.person(p))
	}
	if len(alone.People) > 0 {
		groups = slices.Insert(groups, 0, alone)
	}
	return groups
}

// people prints persons one a line.
func (s *secretariat) people(persons []meeting.Person) []string {
	var lines []string
	for _, p := range persons {
		lines = append(lines, s.person(p))
	}
	return lines
}

// person is a person with what they are and how they took part.
func (s *secretariat) person(p meeting.Person) string {
	line := titled(p)
	if r := s.meeting.Council.Rules; r.Unit != "" && !p.Votes.IsZero() {
		line += " – " + figure(p.Votes.Amount, r.Unit)
	}
	if how := s.how[p.Name]; len(how) > 0 {
		line += " (" + strings.Join(how, ", ") + ")"
	}
	return line
}

// titled is a person with role, position and organisation.
func titled(p meeting.Person) string {
	line := p.Name
	for _, post := range []string{p.Role, strings.TrimSpace(p.Position + " " + p.Organization)} {
		if post != "" {
			line += ", " + post
		}
	}
	return line
}

func figure(votes voting.Amount, unit string) string {
	if unit == "голоса" {
		return "голосов: " + votes.String()
	}
	return votes.String() + " " + unit
}

// participation tells, by the full name, how people took part when not from
// beginning to end in the room: from afar, from or up to some item.
func participation(m *meeting.Meeting, known meeting.Directory) map[string][]string {
	how := map[string][]string{}
	for _, name := range m.Remote {
		p, _ := known.Person(name)
		how[p.Name] = append(how[p.Name], "по видео-конференц-связи")
	}
	type move struct {
		meeting.Move
		word string
	}
	var moves []move
	for _, m := range m.Arrived {
		moves = append(moves, move{m, "с"})
	}
	for _, m := range m.Left {
		moves = append(moves, move{m, "до"})
	}
	slices.SortStableFunc(moves, func(a, b move) int { return a.First() - b.First() })
	for _, m := range moves {
		p, _ := known.Person(m.Name)
		how[p.Name] = append(how[p.Name], fmt.Sprintf("%s\u00a0вопроса № %d%s", m.word, m.First(), at(m.Time)))
	}
	return how
}

func at(c *meeting.Clock) string {
	if c == nil {
		return ""
	}
	return ", " + clock(c)
}

func (s *secretariat) absent() []string {
	var lines []string
	for _, a := range s.meeting.Absent {
		p, _ := s.known.Person(a.Name)
		line := titled(p)
		if a.Reason != "" {
			line += " (" + a.Reason + ")"
		}
		lines = append(lines, line)
	}
	return lines
}

// leaders are who chaired and who kept the minutes.
func (s *secretariat) leaders() []Leader {
	chair := s.leader(s.meeting.Chair)
	if p, _ := s.known.Person(s.meeting.Chair); p.Role != "" {
		chair += ", " + p.Role
	}
	list := []Leader{{"Председательствующий", chair}}
	for _, name := range s.meeting.CoChairs {
		list = append(list, Leader{"Сопредседатель", s.leader(name)})
	}
	return append(list, Leader{"Секретарь", s.leader(s.meeting.Secretary)})
}

// leader is "Образцов П.И."
func (s *secretariat) leader(name string) string {
	p, _ := s.known.Person(name)
	return russian.Short(p.Name, russian.After)
}

// counting is the counting commission, its chair first.
func (s *secretariat) counting() []string {
	k := s.meeting.Counting
	if k == nil {
		return nil
	}
	var list []string
	if p, ok := s.known.Person(k.Chair); ok {
		list = append(list, titled(p)+" (председатель комиссии)")
	}
	for _, name := range k.Members {
		if p, ok := s.known.Person(name); ok {
			list = append(list, titled(p))
		}
	}
	return list
}

// quorum is the sentence about the quorum: as given, or reckoned.
func (s *secretariat) quorum() string {
	if s.meeting.Quorum != "" {
		return s.meeting.Quorum
	}
	opening, known := s.assembly.Opening()
	if !known || opening.Rules.Quorum.IsZero() {
		return ""
	}
	return opening.QuorumSentence(s.memberNoun())
}

// memberNoun is what the members are called behind a number: «члена Совета»,
// «членов Совета». Such nouns are all of one paradigm: участник, депутат.
func (s *secretariat) memberNoun() voting.Noun {
	member := or(s.meeting.Council.Member, "член")
	one := s.grammar.body(member, "council.member", meeting.Forms{}, russian.Genitive)
	word, rest, _ := strings.Cut(member, " ")
	return voting.Noun{One: one, Many: strings.TrimSpace(word + "ов " + rest)}
}
