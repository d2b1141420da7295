package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Question is an item of the agenda.
type Question struct {
	Form       string     `about:"форма протокола: council, brief или full"`
	Number     Number     `about:"номер"`
	Above      FactLabel  `about:"слова над вопросом из файла: «I. Слушали:»"`
	HeardWord  string     `about:"слова перед тем, кого слушали, из файла"`
	SpokeWord  string     `about:"слова перед выступлениями из файла"`
	Title      string     `about:"вопрос, как он стоит в повестке"`
	Heading    string     `about:"вопрос, как он назван над решением"`
	Speakers   *Speakers  `about:"докладчики и содокладчики"`
	Names      Names      `about:"все, кто говорил"`
	Roles      []Role     `about:"кто ещё назван у вопроса: рецензент, оппоненты"`
	Subitems   []Subitem  `about:"подвопросы"`
	Duration   string     `about:"время на вопрос, как его пишет орган: «(20 минут)»"`
	Note       *Note      `about:"время на вопрос и примечание"`
	Chair      *ItemChair `about:"кто вёл заседание по вопросу, если не председатель"`
	Recused    *Recused   `about:"кто не участвует в голосовании"`
	Heard      []Speech   `about:"слушали"`
	Asked      *Asked     `about:"кто задавал вопросы, которые не записаны"`
	Questions  []Exchange `about:"вопросы и ответы"`
	Spoke      []Speech   `about:"выступили"`
	Elections  []Election `about:"кого избирали по вопросу"`
	Discussion []string   `about:"ход обсуждения: абзацы"`
	Pictures   []Picture  `about:"рисунки"`
	Table      *Table     `about:"таблица"`
	Word       string     `about:"слово перед решением из файла, без двоеточия: «ПОСТАНОВИЛИ»"`
	Rejected   bool       `about:"решение поставлено на голосование и не принято"`
	Outcome    string     `about:"слова вместо решения, с точкой в конце"`
	Decisions  []Point    `about:"пункты решения"`
	Tasks      bool       `about:"пункты печатаются таблицей задач"`
	Vote       *Voted     `about:"голосование по вопросу"`
	VoteFirst  bool       `about:"голосование печатается перед решением"`
	Opinions   []Opinion  `about:"особые мнения"`
	AgendaOnly bool       `about:"вопрос стоит только в повестке: о нём больше ничего не сказано"`
	Notes      Notes      `about:"абзацы из файла по местам"`

	from  string
	place *agendaPlace // nil without a memory
}

// Notes are the paragraphs of the file at the places of an item.
type Notes struct {
	Heading   []string `about:"после названия вопроса"`
	Heard     []string `about:"после слушали"`
	Spoke     []string `about:"после выступлений"`
	Decisions []string `about:"после решения"`
	Vote      []string `about:"после голосования"`
	End       []string `about:"в конце вопроса"`
}

// Names is people by surname and initials, and bodies verbatim.
type Names []string

// Subitem is a question within a question.
type Subitem struct {
	Label    string    `about:"номер: «1.2.»"`
	Title    string    `about:"подвопрос"`
	Speakers *Speakers `about:"докладчики"`
}

// Role is people who have a part in an item beside the speakers.
type Role struct {
	Title  string        `about:"кто это: «Рецензент», «Официальные оппоненты»"`
	People []Participant `about:"кто"`
}

// Speakers are the speakers on an item.
type Speakers struct {
	Main   []Participant `about:"докладчики"`
	Others []Participant `about:"содокладчики"`
	Report string        `about:"как названо выступление докладчиков: «Доклад»; пусто — обычные слова"`
	Of     []ReportOf    `about:"чьё оно, в родительном падеже; только вместе с Report"`
	Stop   string        `about:"знак между докладчиками и содокладчиками: точка, если её ещё нет"`
}

// ReportOf is a speaker in the genitive.
type ReportOf struct {
	Name string `about:"«Громова Ивана Петровича»"`
	Post string `about:"«директора департамента финансов»"`
}

// Note is a line below an item in the agenda.
type Note struct {
	Time    string `about:"время вопроса: «10.05–11.05»"`
	Minutes Number `about:"сколько минут отведено"`
	Text    string `about:"примечание, с точкой в конце"`
	Added   bool   `about:"вопрос включён в повестку на заседании"`
}

// ItemChair is the person who chaired an item.
type ItemChair struct {
	Name string `about:"«Образцов П.И.»"`
}

// Recused are the people who do not take part in a vote.
type Recused struct {
	Names Names `about:"кто; в скобках — почему"`
}

func (b *builder) recused(key string, list []meeting.Recused) (names Names) {
	for i, r := range list {
		at := element(key, i)
		name := b.short(at+".name", r.Name)
		if reason := b.inBrackets(r.Reason); reason != "" {
			name += " (" + b.origins.Value(at+".reason", reason) + ")"
		}
		names = append(names, name)
	}
	return names
}

// inBrackets returns a text as it stands in brackets in a sentence: without brackets of its own, «(Кандидат.)», and a
// full stop.
func (b *builder) inBrackets(text string) string {
	text, _ = openEnd(strings.TrimSpace(text))
	if inner, ok := strings.CutPrefix(text, "("); ok && strings.Index(inner, ")") == len(inner)-1 {
		text, _ = openEnd(strings.TrimSpace(inner[:len(inner)-1]))
	}
	return b.spokenWords(text)
}

// question returns the view of an item of the agenda, counted from 0.
func (b *builder) question(i int) Question {
	item, key, o := b.meeting.Agenda[i], element("agenda", i), b.origins
	decisions := key + ".decisions"
	q := Question{
		Form:       b.protocolForm,
		Number:     b.row(i + 1),
		Above:      b.above(i + 1),
		HeardWord:  b.wordOr("heard", b.words().Heard),
		SpokeWord:  b.wordOr("spoke", b.words().Spoke),
		Title:      o.Value(key+".title", item.Title),
		Heading:    o.Value(key+".heading", item.Heading),
		Speakers:   b.reported(key, item),
		Names:      b.spoken(key, item),
		Subitems:   b.subitems(key+".subitems", i, item.Subitems),
		Duration:   b.duration(key, item),
		Note:       b.note(key, item),
		Heard:      b.speeches(i, "heard", item.Heard),
		Spoke:      b.speeches(i, "spoke", item.Spoke),
		Elections:  b.elections(key+".elections", i, item.Elections),
		Roles:      b.itemRoles(key+".roles", item.Roles),
		Discussion: b.values(key+".discussion", item.Discussion),
		Pictures:   b.pictures(key+".pictures", item.Pictures),
		Table:      b.table(key+".table", item.Table),
		Word:       o.Value("council.keyword", strings.TrimSuffix(b.meeting.Council.Keyword, ":")),
		Outcome:    b.sentence(key+".outcome", item.Outcome),
		Decisions:  b.decisions(i, decisions),
		Tasks:      item.Tasks,
		Vote:       b.voted(i, key+".vote", item.Vote),
		Opinions:   b.opinions(key+".opinions", item.Opinions),
		Notes:      b.notes(key+".notes", item.Notes),
	}
	q.Asked, q.Questions = b.exchanges(key+".questions", item.Questions)
	b.head(&q, item)
	if b.isEarlier() && b.protocolForm == "full" {
		for _, text := range q.Discussion {
			q.Spoke = append(q.Spoke, Speech{Text: text})
		}
		q.Discussion = nil
	}
	if v := item.Vote; v != nil {
		q.VoteFirst = b.meeting.Council.VoteFirst
		q.Rejected, q.from = b.assembly().Rule(i, v).Failed(), b.from(b.rulingKeys(i, key+".vote")...)
	}
	if b.protocolForm == "tasks" && b.precedes(taskRules) {
		return q
	}
	if item.Chair != "" {
		q.Chair = &ItemChair{b.short(key+".chair", item.Chair)}
	}
	if len(item.Recused) > 0 {
		q.Recused = &Recused{b.recused(key+".recused", item.Recused)}
	}
	return q
}

// head says how an item is headed, and whether it stands in the agenda only.
func (b *builder) head(q *Question, item meeting.Item) {
	if b.protocolForm != "full" || !b.header().AgendaOnly {
		q.Heading = cmp.Or(q.Heading, q.Title)
	} else {
		isBare := !item.HasProceedings() && len(item.Speakers)+len(item.Recused) == 0 && item.Chair == ""
		q.AgendaOnly = q.Heading == "" && (!item.Dealt() || isBare && !b.precedes(untoldRules))
	}
	if b.isNumberAlone() && q.Heading != "" {
		q.Above.Text, q.Heading = q.Above.Text+" "+q.Heading, ""
	}
}

// decisions returns the points of the decision on an item. In a table of tasks they
// are those of the form of tasks.
func (b *builder) decisions(i int, key string) []Point {
	item, form := b.meeting.Agenda[i], b.protocolForm
	if item.Tasks {
		b.protocolForm = "tasks"
	}
	points := b.points(i, key, item.Decisions, b.meeting.PointParent(i))
	b.protocolForm = form
	return points
}

// itemRoles returns those who have a part in an item, in the list of a key.
func (b *builder) itemRoles(key string, list []meeting.ItemRole) (views []Role) {
	for i, role := range list {
		at := element(key, i)
		title := strings.TrimSuffix(role.Title, ":")
		views = append(views, Role{b.origins.Value(at+".title", title), b.referred(at+".names", role.Names)})
	}
	return views
}

// subitems returns the subitems of an item, counted from 0.
func (b *builder) subitems(key string, item int, list []meeting.Subitem) []Subitem {
	var views []Subitem
	for i, sub := range list {
		at := element(key, i)
		views = append(views, Subitem{
			Label:    b.origins.Number(fmt.Sprintf("%d.%d.", item+1, i+1)),
			Title:    b.origins.Value(at+".title", sub.Title),
			Speakers: b.speakers(at, sub.Speakers, nil),
		})
	}
	return views
}

// duration returns the time for an item in the notation of the file, or "".
func (b *builder) duration(key string, item meeting.Item) string {
	sample := b.words().Minutes
	if sample == nil || item.Minutes <= 0 {
		return ""
	}
	return b.origins.Computed(meeting.MinutesLike(*sample, item.Minutes), key+".minutes", "words.minutes")
}

func (b *builder) note(key string, item meeting.Item) *Note {
	minutes := item.Minutes > 0 && b.words().Minutes == nil
	if !minutes && item.Time == "" && item.Note == "" && !item.Added {
		return nil
	}
	view := &Note{Time: b.origins.Value(key+".time", item.Time),
		Text: b.sentence(key+".note", upperFirst(item.Note)), Added: item.Added}
	if minutes {
		view.Minutes = b.amount(item.Minutes, key+".minutes")
	}
	return view
}

// notes returns the paragraphs of a list at their places.
func (b *builder) notes(key string, list []meeting.Note) (n Notes) {
	places := map[string]*[]string{"heading": &n.Heading, "heard": &n.Heard, "spoke": &n.Spoke,
		"decisions": &n.Decisions, "vote": &n.Vote, "": &n.End}
	for i, note := range list {
		place := places[note.After]
		*place = append(*place, b.origins.Value(element(key, i)+".text", note.Text))
	}
	return n
}

// reported returns the speakers of an item with the name of their speech.
func (b *builder) reported(key string, item meeting.Item) *Speakers {
	view := b.speakers(key, item.Speakers, item.CoSpeakers)
	if view == nil || item.Report == "" {
		return view
	}
	view.Report = b.origins.Value(key+".report", item.Report)
	for i, name := range item.Speakers {
		if s, ok := b.person(name); ok {
			view.Of = append(view.Of, ReportOf{
				Name: b.traced(func() string { return b.name(s, russian.Genitive) },
					element(key+".speakers", i), s.nameKey()),
				Post: b.tracedPostIn(s, russian.Genitive),
			})
		}
	}
	return view
}

// speakers returns the speakers and co-speakers in the lists of a key.
func (b *builder) speakers(key string, main, others []string) *Speakers {
	if len(main)+len(others) == 0 {
		return nil
	}
	view := &Speakers{Main: b.referred(key+".speakers", main), Others: b.referred(key+".co_speakers", others)}
	if n := len(view.Main); n > 0 {
		last := view.Main[n-1]
		stop := fullStop(cmp.Or(last.Organization, last.Position, last.Role, last.Name))
		s, _ := b.person(main[n-1])
		view.Stop = b.origins.Computed(stop, key+".speakers", s.key)
	}
	return view
}

// referred returns the people in a list of references.
func (b *builder) referred(key string, names []string) []Participant {
	var list []Participant
	for i, name := range names {
		s, _ := b.person(name)
		list = append(list, b.titled(s, element(key, i)))
	}
	return list
}

// spoken returns everyone who spoke on an item, each once, speakers first.
func (b *builder) spoken(key string, item meeting.Item) Names {
	var list Names
	var seen []string
	add := func(key, name string) {
		short := b.short(key, name)
		if plain := trace.Strip(short); name != "" && !slices.Contains(seen, plain) {
			list, seen = append(list, short), append(seen, plain)
		}
	}
	for i, name := range item.Speakers {
		add(element(key+".speakers", i), name)
	}
	for i, name := range item.CoSpeakers {
		add(element(key+".co_speakers", i), name)
	}
	for _, stage := range []struct {
		key      string
		speeches []meeting.Speech
	}{{key + ".heard", item.Heard}, {key + ".spoke", item.Spoke}} {
		for i, speech := range stage.speeches {
			add(b.speaker(element(stage.key, i), speech))
		}
	}
	return list
}
