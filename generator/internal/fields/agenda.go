package fields

import (
	"reflect"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// question is an item of the agenda, counted from 0.
type question struct {
	*meeting.Item
	index int
}

// decision is a point of a decision.
type decision struct {
	meeting.Decision
	label string
}

// vote is a vote on a question.
type vote struct {
	*meeting.Vote
	item int
}

func agenda(i *Item, m *meeting.Meeting) Value {
	v := Value{Kind: List, Key: "agenda"}
	chosen := i.Data.Request().Items
	for n := range m.Agenda {
		if len(chosen) > 0 && !contains(chosen, n+1) {
			continue
		}
		v.Items = append(v.Items, i.child(element("agenda", n), n+1, &question{&m.Agenda[n], n}))
	}
	return v
}

func contains(list []int, n int) bool {
	for _, i := range list {
		if i == n {
			return true
		}
	}
	return false
}

func questionRecord() *Record {
	r := &Record{Name: "вопрос", Genitive: "вопроса"}
	field := func(names string, k Kind, of_ *Record, get func(*Item, *question) Value) {
		r.add(names, k, of_, of(get))
	}
	field("название, заголовок, title", Text, nil, func(i *Item,
		q *question) Value {
		return text(i.Key+".title", q.Title)
	})
	field("номер, №, number", Number, nil, func(i *Item, q *question) Value { return number("", q.index+1) })
	lettered(r)
	field("название над решением, heading", Text, nil, func(i *Item, q *question) Value {
		if q.Heading == "" {
			return text(i.Key+".title", q.Title)
		}
		return text(i.Key+".heading", q.Heading)
	})
	field("докладчики, speakers", List, personRecord("докладчик", "докладчика"), func(i *Item, q *question) Value {
		return people(i, i.Key+".speakers", q.Speakers)
	})
	field("содокладчики, co_speakers", List, personRecord("содокладчик", "содокладчика"),
		func(i *Item, q *question) Value { return people(i, i.Key+".co_speakers", q.CoSpeakers) })
	field("слушали, heard", List, speechRecord("доклад", "доклада"), func(i *Item, q *question) Value {
		return list(i, i.Key+".heard", q.Heard)
	})
	field("выступили, spoke", List, speechRecord("выступление", "выступления"), func(i *Item, q *question) Value {
		return list(i, i.Key+".spoke", q.Spoke)
	})
	field("обсуждение, discussion", List, paragraphRecord("абзац обсуждения", "абзаца обсуждения"),
		func(i *Item, q *question) Value { return texts(i, i.Key+".discussion", q.Discussion) })
	field("решения, decisions", List, decisionRecord("решение", "решения", meeting.MaxDepth), decisions)
	field("итог, outcome", Text, nil, func(i *Item, q *question) Value { return text(i.Key+".outcome", q.Outcome) })
	field("примечание, note", Text, nil, func(i *Item, q *question) Value { return text(i.Key+".note", q.Note) })
	field("минуты, minutes", Number, nil, func(i *Item, q *question) Value {
		return number(i.Key+".minutes",
			q.Minutes)
	})
	field("голосование, vote", Group, voteRecord("голос", "голоса"), func(i *Item, q *question) Value {
		return voteOf(i, i.Key+".vote", q.Vote, q.index)
	})
	complete(r, section{"question", reflect.TypeFor[meeting.Item](), structOf(func(q *question) *meeting.Item {
		return q.Item
	})})
	return r
}

func decisions(i *Item, q *question) Value {
	m := i.Data.Meeting()
	return points(i, i.Key+".decisions", q.Decisions, m.PointParent(q.index))
}

func points(i *Item, key string, from []meeting.Decision, parent string) Value {
	v := Value{Kind: List, Key: key}
	labels := meeting.Labels(from, parent)
	for n, d := range from {
		v.Items = append(v.Items, i.child(element(key, n), n+1, &decision{d, labels[n]}))
	}
	return v
}

// decisionRecord returns the record of a point with points of a depth.
func decisionRecord(name, genitive string, depth int) *Record {
	r := &Record{Name: name, Genitive: genitive}
	field := func(names string, k Kind, of_ *Record, get func(*Item, *decision) Value) {
		r.add(names, k, of_, of(get))
	}
	field("текст, text", Text, nil, func(i *Item, d *decision) Value { return text(i.Key+".text", d.Text) })
	field("номер, number", Text, nil, func(i *Item, d *decision) Value {
		if d.label == "" { // the only point, which papers print without a number unless a template asks for it
			return Value{Kind: Text, Key: i.Key + ".number", text: "1.", unasked: true}
		}
		return text(i.Key+".number", d.label)
	})
	position(r)
	if depth == meeting.MaxDepth {
		field("сквозной номер, номер подряд", Number, nil, func(i *Item, _ *decision) Value {
			return number("", running(i))
		})
	}
	field("ответственные, ответственный, responsible", List, personRecord("ответственный", "ответственного"),
		func(i *Item, d *decision) Value { return people(i, i.Key+".responsible", d.Responsible) })
	field("соисполнители, co_executors", List, personRecord("соисполнитель", "соисполнителя"),
		func(i *Item, d *decision) Value { return people(i, i.Key+".co_executors", d.CoExecutors) })
	field("срок, due", Date, nil, func(i *Item, d *decision) Value { return deadline(i.Key+".due", d.Due) })
	field("контроль, control", Person, nil, func(i *Item, d *decision) Value {
		if d.Control == "" {
			return Value{Key: i.Key + ".control"}
		}
		return referred(i, i.Key+".control", d.Control, false)
	})
	field("голосование, vote", Group, voteRecord("голос", "голоса"), func(i *Item, d *decision) Value {
		index := meeting.AgendaItem // of a paper without questions
		if q, _ := above[*question](i); q != nil {
			index = q.index
		}
		return voteOf(i, i.Key+".vote", d.Vote, index)
	})
	if depth > 1 {
		field("подпункты, points", List, decisionRecord("подпункт", "подпункта", depth-1),
			func(i *Item, d *decision) Value { return points(i, i.Key+".points", d.Points, d.label) })
	}
	complete(r, section{"decision", reflect.TypeFor[meeting.Decision](), structOf(func(d *decision) *meeting.Decision {
		return &d.Decision
	})})
	return r
}

// running returns the number of a point through all questions.
func running(i *Item) int {
	q, _ := above[*question](i)
	if q == nil {
		return i.Number
	}
	n := i.Number
	for _, before := range i.Data.Meeting().Agenda[:q.index] {
		n += len(before.Decisions)
	}
	return n
}

func deadline(key string, due *meeting.Deadline) Value {
	v := Value{Kind: Date, Key: key}
	switch {
	case due == nil:
	case due.Text != "":
		return text(key, due.Text) // words, which are not written otherwise
	default:
		v.date, v.text = due.Date, russian.DateWords(due.Date.Year, due.Date.Month, due.Date.Day)
	}
	return v
}

func speechRecord(name, genitive string) *Record {
	r := &Record{Name: name, Genitive: genitive}
	r.add("текст, text", Text, nil, of(func(i *Item, s *meeting.Speech) Value { return text(i.Key+".text", s.Text) }))
	r.add("имя, кто, name", Person, nil, of(func(i *Item, s *meeting.Speech) Value {
		if s.Name == "" {
			return Value{Key: i.Key + ".name"}
		}
		return referred(i, i.Key+".name", s.Name, false)
	}))
	r.add("должность, position", Phrase, nil, of(func(i *Item, s *meeting.Speech) Value {
		key := i.Key + ".position"
		if p, ok := i.Data.Person(key, s.Name); ok && s.Position == "" {
			return phrase(p.EntryKey()+".position", p.Position(russian.Nominative), p.Position)
		}
		return positioned(i, key, s.Position)
	}))
	complete(r, section{"speech", reflect.TypeFor[meeting.Speech](), structOf(func(s *meeting.Speech) *meeting.Speech {
		return s
	})})
	position(r)
	return r
}

func voteOf(i *Item, key string, v *meeting.Vote, item int) Value {
	group := Value{Kind: Group, Key: key}
	if v != nil {
		group.Item = i.child(key, 0, &vote{v, item})
	}
	return group
}

// voteRecord returns the fields of a vote: numbers as they are counted, and who
// voted how, by the name of a ballot.
func voteRecord(ballot, genitive string) *Record {
	r := &Record{Name: "голосование"}
	r.add("текст, словами", Text, nil, of(func(i *Item, v *vote) Value {
		return text(i.Key, strings.Join(i.Data.VoteText(v.item, i.Key, v.Vote), " "))
	}))
	count := func(names string, n int, key string) {
		r.add(names, Ballot, nil, of(func(i *Item, v *vote) Value {
			given := i.Data.Tally(v.item, v.Vote)[n]
			return Value{Kind: Ballot, Key: i.Key + key, text: given, untold: given == "" && !i.Data.ZeroesVotes()}
		}))
	}
	count("за, for", 0, ".for")
	count("против, against", 1, ".against")
	count("воздержались, abstained", 2, ".abstained")
	r.add("итог, outcome", Text, nil, of(func(i *Item, v *vote) Value {
		return text(i.Key, i.Data.Verdict(v.item, i.Key, v.Vote))
	}))
	r.add("поимённо, голоса", List, ballotRecord(ballot, genitive), of(ballots))
	complete(r, section{"vote", reflect.TypeFor[meeting.Vote](),
		structOf(func(v *vote) *meeting.Vote { return v.Vote })})
	return r
}

func ballotRecord(name, genitive string) *Record {
	r := personRecord(name, genitive)
	r.add("выбор, как", Text, nil, of(func(i *Item, n *named) Value {
		return text(i.Key, i.Data.VotedAs(n.Subject, n.choice))
	}))
	return r
}

// ballots returns who voted how, in the order of the choices.
func ballots(i *Item, v *vote) Value {
	list := Value{Kind: List, Key: i.Key}
	for _, choice := range []struct {
		name   string
		voters []string
	}{
		{"for", v.For.Names}, {"against", v.Against.Names}, {"abstained", v.Abstained.Names},
		{"not_voting", v.NotVoting.Names},
	} {
		for n, name := range choice.voters {
			at := element(i.Key+"."+choice.name, n)
			if s, ok := i.Data.Person(at, name); ok {
				list.Items = append(list.Items, i.child(at, len(list.Items)+1, &named{Subject: s, choice: choice.name}))
			}
		}
	}
	return list
}
