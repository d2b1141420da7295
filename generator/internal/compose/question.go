package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
)

// Question is an item of the agenda.
type Question struct {
	Form       string     `about:"форма протокола: council, brief или full"`
	Number     int        `about:"номер"`
	Title      string     `about:"вопрос, как он стоит в повестке"`
	Heading    string     `about:"вопрос, как он назван над решением"`
	Speakers   *Speakers  `about:"докладчики и содокладчики"`
	Names      Names      `about:"все, кто говорил"`
	Subitems   []Subitem  `about:"подвопросы"`
	Note       *Note      `about:"время на вопрос и примечание"`
	Chair      *ItemChair `about:"кто вёл заседание по вопросу, если не председатель"`
	Recused    *Recused   `about:"кто не участвует в голосовании"`
	Heard      []Speech   `about:"слушали"`
	Questions  []Exchange `about:"вопросы и ответы"`
	Spoke      []Speech   `about:"выступили"`
	Discussion []string   `about:"ход обсуждения: абзацы"`
	Pictures   []Picture  `about:"рисунки"`
	Table      *Table     `about:"таблица"`
	Word       string     `about:"слово перед решением из файла, без двоеточия: «ПОСТАНОВИЛИ»"`
	Rejected   bool       `about:"решение поставлено на голосование и не принято"`
	Outcome    string     `about:"слова вместо решения, с точкой в конце"`
	Decisions  []Point    `about:"пункты решения"`
	Vote       *Voted     `about:"голосование по вопросу"`
	Opinions   []Opinion  `about:"особые мнения"`
}

// Names are people by surname and initials, and bodies as given.
type Names []string

// Subitem is a question inside a question.
type Subitem struct {
	Label    string    `about:"номер: «1.2.»"`
	Title    string    `about:"подвопрос"`
	Speakers *Speakers `about:"докладчики"`
}

// Speakers are who reports on an item.
type Speakers struct {
	Main   []Participant `about:"докладчики"`
	Others []Participant `about:"содокладчики"`
	Stop   string        `about:"знак между докладчиками и содокладчиками: точка, если её ещё нет"`
}

// Note is what stands under an item in the agenda.
type Note struct {
	Minutes int    `about:"сколько минут отведено"`
	Text    string `about:"примечание, с точкой в конце"`
	Added   bool   `about:"вопрос включён в повестку на заседании"`
}

// ItemChair is who chaired an item.
type ItemChair struct {
	Name string `about:"«Образцов П.И.»"`
}

// Recused are those who keep out of a vote.
type Recused struct {
	Names Names `about:"кто"`
}

// question makes the view of an item of the agenda, counted from 0.
func (b *builder) question(i int) Question {
	item := b.meeting.Agenda[i]
	q := Question{
		Form:       b.protocolForm,
		Number:     i + 1,
		Title:      item.Title,
		Heading:    cmp.Or(item.Heading, item.Title),
		Speakers:   b.speakers(item.Speakers, item.CoSpeakers),
		Names:      b.spoken(item),
		Note:       note(item),
		Heard:      b.speeches(item.Heard),
		Questions:  b.exchanges(item.Questions),
		Spoke:      b.speeches(item.Spoke),
		Discussion: item.Discussion,
		Pictures:   pictures(item.Pictures),
		Table:      table(item.Table),
		Word:       strings.TrimSuffix(b.meeting.Council.Keyword, ":"),
		Outcome:    sentence(item.Outcome),
		Decisions:  b.points(i, fmt.Sprintf("agenda[%d].decisions", i), item.Decisions, b.meeting.PointParent(i)),
		Vote:       b.voted(i, item.Vote),
		Opinions:   b.opinions(item.Opinions),
	}
	for j, sub := range item.Subitems {
		q.Subitems = append(q.Subitems, Subitem{fmt.Sprintf("%d.%d.", i+1, j+1), sub.Title, b.speakers(sub.Speakers,
			nil)})
	}
	if v := item.Vote; v != nil {
		q.Rejected = b.assembly().Rule(i, v).Failed()
	}
	if item.Chair != "" {
		q.Chair = &ItemChair{b.short(item.Chair)}
	}
	if len(item.Recused) > 0 {
		q.Recused = &Recused{b.shorts(item.Recused)}
	}
	return q
}

func note(item meeting.Item) *Note {
	if item.Minutes <= 0 && item.Note == "" && !item.Added {
		return nil
	}
	return &Note{max(item.Minutes, 0), sentence(upperFirst(item.Note)), item.Added}
}

// speakers are the speakers and co-speakers of an item.
func (b *builder) speakers(main, others []string) *Speakers {
	if len(main)+len(others) == 0 {
		return nil
	}
	view := &Speakers{Main: b.titled(main), Others: b.titled(others)}
	if n := len(view.Main); n > 0 {
		last := view.Main[n-1]
		view.Stop = fullStop(cmp.Or(last.Organization, last.Position, last.Role, last.Name))
	}
	return view
}

func (b *builder) titled(names []string) []Participant {
	var list []Participant
	for _, name := range names {
		p, _ := b.directory.Person(name)
		list = append(list, titled(p))
	}
	return list
}

// spoken is everyone who spoke on an item, each once, speakers first.
func (b *builder) spoken(item meeting.Item) Names {
	var list Names
	add := func(name string) {
		if short := b.short(name); name != "" && !slices.Contains(list, short) {
			list = append(list, short)
		}
	}
	for _, name := range slices.Concat(item.Speakers, item.CoSpeakers) {
		add(name)
	}
	for _, speech := range slices.Concat(item.Heard, item.Spoke) {
		add(speech.Name)
	}
	return list
}
