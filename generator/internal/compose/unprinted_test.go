package compose

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/meeting"
)

// everyKey returns a meeting in a form of the protocol that gives a value to
// every key that a protocol may print.
func everyKey(form string) *meeting.Meeting {
	m := papersFull()
	m.Form = form
	enrich(m)
	zone, three, day := meeting.Clock{Hour: 12}, 3, "1 марта"
	table := func() *meeting.Table {
		return &meeting.Table{Caption: "Смета", Columns: []meeting.Column{{Title: "Что"}}, Rows: [][]string{{"Дом"}}}
	}
	picture := func() []meeting.Picture {
		return []meeting.Picture{{File: "a.png", Alt: "Схема", Width: 50, Caption: "Рисунок"}}
	}
	m.DateText, m.TimeZone, m.Theme, m.City, m.Holding = &day, "МСК", "Наука", "г. Смоленск", "очная"
	m.LastDate = meeting.Date{Year: 2026, Month: 3, Day: 2}
	m.Joint, m.Council.Genitive = []meeting.Body{{Name: "Коллегия"}}, ""
	m.CoChairs, m.InvitedGroups = []string{"Третий"}, []string{"Представители печати"}
	m.Left = []meeting.Move{{Name: "Второй", After: 1, Time: &zone}}
	m.Absent = []meeting.Absent{{Name: "Пятый", Reason: "отпуск", Written: true}}
	m.People = append(m.People, meeting.Person{Name: "Пятый Пётр", Position: "юрист", Organization: "ООО «В»",
		Role: "член"})
	m.People = append(m.People, meeting.Person{Name: "ООО «Ромашка»", Body: true,
		Representative: meeting.Representative{
			Name: "Седьмая А. О.", Position: "директор", Basis: "доверенность № 5"}})
	m.People[2].Role, m.Quorum = "казначей", "Кворум есть."
	m.Parts[0].Date, m.Parts[0].LastDate = m.Date, m.LastDate
	m.Signers = []meeting.Signer{{Name: "Первый", Role: new("Глава")}, {Name: "Второй", Role: new("Писарь")}}
	m.Approval.Organization, m.Approval.Date, m.Executor.Email = "ООО «Г»", m.Date, "a@b.ru"
	m.AgendaVote = &meeting.Vote{For: heads(4), Against: heads(1), Text: "Согласились"}
	if form == "brief" {
		m.AgendaVote, m.Approval = &meeting.Vote{Words: "единогласно"}, &meeting.Approval{By: "решением Совета"}
		m.Agenda[0].Vote = &meeting.Vote{Words: "единогласно"}
		m.Present = []string{"Первый", "Второй", "Третий", "Четвёртая"}
	}
	m.Elections = []meeting.Election{{Office: "председатель собрания", Cumulative: new(9), Elected: []string{"Первый"},
		Candidates: []meeting.Candidate{{Name: "Восьмой Олег Ильич", Vote: &meeting.Vote{For: heads(4),
			Against: heads(1)}}, {Name: "Одиннадцатый Олег Ильич", Withdrew: true}},
		Vote: &meeting.Vote{For: heads(4), Against: heads(1)}}}
	m.Council.Emblem.Caption = "Эмблема"
	item := &m.Agenda[0]
	item.Report = "Доклад"
	item.Recused[0].Reason = "заинтересован"
	item.Roles = []meeting.ItemRole{{Title: "Рецензент", Names: []string{"Третий"}}}
	item.Elections = []meeting.Election{{Office: "староста", Cumulative: new(9), Elected: []string{"Первый"},
		Candidates: []meeting.Candidate{
			{Name: "Девятый Олег Ильич", Vote: &meeting.Vote{For: heads(4), Against: heads(1)}},
			{Name: "Десятый Олег Ильич", Withdrew: true}},
		Vote: &meeting.Vote{For: heads(4), Against: heads(1)}}}
	item.Discussion, item.Pictures, item.Table = []string{"Обсудили."}, picture(), table()
	item.Opinions = append(item.Opinions, meeting.Opinion{Name: "Второй", Text: "Против", Annex: 1})
	item.Opinions = append(item.Opinions, meeting.Opinion{Name: "Второй", Attached: true})
	item.Heard[0].Position, item.Spoke[0].Text = "директор", "Поддержал"
	item.Spoke[1] = meeting.Speech{Name: "Третий", Annex: 2}
	item.Spoke = append(item.Spoke, meeting.Speech{Name: "Второй", Attached: true})
	item.Questions = []meeting.Exchange{{Text: "Когда?", Name: "Третий", Answer: "Скоро", By: "Первый"}}
	point := &item.Decisions[0]
	point.CoExecutors, point.Control, point.Annex, point.Table = []string{"Третий"}, "Второй", 1, table()
	point.Vote = &meeting.Vote{For: heads(3), Against: heads(1), Abstained: heads(1), NotVoting: heads(1), Text: "Да"}
	m.Agenda[1].Tasks = true
	m.Agenda[1].Heading, m.Agenda[1].Note, m.Agenda[1].Minutes = "О новом доме", "Срочно", 5
	m.Agenda[1].Vote = &meeting.Vote{Secret: true, Issued: &three, Unissued: &three, Returned: &three, For: heads(2),
		Abstained: heads(1), NotVoting: heads(1), Invalid: heads(1), Text: "Выбрали"}
	m.Annexes[0].Pictures, m.Annexes[0].Table, m.Annexes[1].Table = picture(), table(), table()
	item.Table.Landscape, point.Table.Landscape, m.Annexes[1].Table.Landscape = true, true, true
	m.Council.VoteWord = "ГОЛОСОВАЛИ"
	for _, place := range append(meeting.NotePlaces, "") {
		item.Notes = append(item.Notes, meeting.Note{Text: "Перерыв.", After: place})
	}
	m.Agenda[1].Time, m.Annexes[0].Landscape, m.Annexes[0].Numbered = "10.05–11.05", true, true
	m.Annexes[1].Mark = []string{"УТВЕРЖДЁН", "решением Совета"}
	m.Annexes[1].Point, m.Marks = "1.1", []string{"Экз. № 1"}
	m.Annexes = append(m.Annexes, meeting.Annex{Title: "Опись", Sheets: 3},
		meeting.Annex{Title: "Снимки", Separate: true})
	m.FirstDate, m.Seal = meeting.Date{Year: 2026, Month: 2, Day: 27}, true
	m.Agreed, m.Copies = agreements(), []meeting.Addressee{{Name: "Первый"}, {Position: "Директор",
		Organization: "ООО «Д»"}}
	m.Preamble, m.Closing = []string{"Открыл Первый."}, []string{"Закрыл Первый."}
	m.Acquainted = []string{"Третий", "Носов Пётр Ильич"}
	m.Details = []meeting.Detail{{Label: "Экз.", Text: "№ 1"}}
	return m
}

// everyWord returns everyKey with a head and words of its own.
func everyWord(form string) *meeting.Meeting {
	m := everyKey(form)
	m.Header = &meeting.Header{Institution: []string{"Министерство", "Школа"}, Letterhead: "full",
		Order:  slices.Clone(meeting.HeaderParts),
		Leader: "{роль}: {должность} {фио} {организация}", Participant: "{фио}, {должность}, {организация}",
		Heard: "{номер}. {должность кого} {фио кого} {организация кого}, {текст}",
		Spoke: "{роль} {и.о. фамилия}: {текст}",
		Clock: "9 час. 05 мин.", Date: "5 марта 2026 года"}
	m.DateText, m.Attendance.Group, m.People[0].Role = nil, "", ""
	m.Letterhead.ShortName, m.Letterhead.Fax = "СК", "38-00-09"
	m.Words = &meeting.Words{}
	words := reflect.ValueOf(m.Words).Elem()
	for i := range words.NumField() {
		text := "слово " + words.Type().Field(i).Name
		words.Field(i).Set(reflect.ValueOf(&text))
	}
	minutes, item := "(20 минут)", "{номер}. Вопрос"
	m.Words.Minutes, m.Words.Item = &minutes, &item
	return m
}

// TestEveryKeyIsPrinted changes every value of a meeting in every form of its
// protocol, with the usual head and with one of its own: either the paper changes,
// or the value is reported as not printed, or its key only steers the paper. A
// sample has, with the usual head, every text and flag that is not printed verbatim:
// what depends on a value counts as printing it.
func TestEveryKeyIsPrinted(t *testing.T) {
	set := load(t)
	seen := map[string]bool{}
	for _, form := range meeting.ProtocolForms {
		walkKeys(t, set, form, func() *meeting.Meeting { return everyKey(form) }, seen)
		walkKeys(t, set, form+" with its own head", func() *meeting.Meeting { return everyWord(form) }, seen)
	}
	for _, key := range modelKeys("", reflect.TypeFor[meeting.Meeting](), 0) {
		if !seen[key] && !matches(steering, key) && !matches(elsewhere, key) {
			t.Errorf("the meeting of this test lacks %s", key)
		}
	}
}

// walkKeys changes every value of the protocol of a meeting and adds the patterns
// of its keys to seen.
func walkKeys(t *testing.T, set *Templates, name string, source func() *meeting.Meeting, seen map[string]bool) {
	doc, problems, err := set.Document(t.Context(), Request{Kind: "protocol"}, source())
	if err != nil {
		t.Fatal(err)
	}
	before, reported := document.Dump(doc), map[string]bool{}
	for _, p := range problems {
		reported[pattern(p.Key)] = true
	}
	printed, verbatim := printedKeys(doc), verbatimKeys(doc)
	var keys []string
	var derived []bool
	source().EachValue(func(key string, v reflect.Value) {
		isWord := v.Kind() == reflect.String || v.Kind() == reflect.Bool
		keys, derived = append(keys, key), append(derived, isWord && !verbatim[key])
	})
	for n, key := range keys {
		p := pattern(key)
		seen[p] = true
		isTried := effort.Takes(n, 30, 12) || derived[n] && name == source().Form
		if !isTried || reported[p] || matches(steering, p) || matches(elsewhere, p) {
			continue
		}
		m := source()
		changeValue(m, n)
		attending := func() keySet { return attendingKeys(m) }
		if ofUnlisted(attending, key, printed) || ofUnprintedHead(m, key) || isStanding(m, key, "") ||
			key == "first_date" && len(m.Parts) > 0 {
			continue
		}
		doc, _, err := set.Document(t.Context(), Request{Kind: "protocol"}, m)
		if err != nil {
			t.Fatalf("%s: %v", key, err)
		}
		if document.Dump(doc) == before {
			t.Errorf("%s: %s is neither printed nor reported", name, key)
		}
	}
	for i, p := range problems {
		isLost := strings.Contains(p.Message, "не печатает") && p.Key != "secretary" // who counts as present
		if isLost && effort.Takes(i, 18, 6) && changes(t, set, source, p.Key, before) {
			t.Errorf("%s: %s is printed but reported", name, p.Key)
		}
	}
}

// verbatimKeys returns the keys whose values a paper prints as they are.
func verbatimKeys(doc *document.Document) keySet {
	keys := keySet{}
	document.Texts(doc, func(text string, source document.Source) {
		for _, span := range document.Spans(source, text) {
			if span.Origin.Kind == document.Value {
				keys[span.Origin.Keys[0]] = true
			}
		}
	})
	return keys
}

// changes reports whether a change of a key changes the protocol.
func changes(t *testing.T, set *Templates, source func() *meeting.Meeting, key, before string) bool {
	n, at := -1, 0
	source().EachValue(func(k string, _ reflect.Value) {
		if k == key {
			n = at
		}
		at++
	})
	m := source()
	changeValue(m, n)
	doc, _, err := set.Document(t.Context(), Request{Kind: "protocol"}, m)
	if err != nil {
		t.Fatal(err)
	}
	return document.Dump(doc) != before
}

// changeValue changes the value with a number, from 0.
func changeValue(m *meeting.Meeting, n int) { changeNth(m, m.EachValue, n) }

// changeNth changes the value with a number among those that each visits.
func changeNth(m *meeting.Meeting, each func(func(string, reflect.Value)), n int) {
	d := m.Directory()
	each(func(key string, v reflect.Value) {
		if n--; n != -1 {
			return
		}
		switch value := v.Addr().Interface().(type) {
		case *string:
			if i, ok := d.Index(*value); ok && key != element("people", i)+".name" {
				*value = m.People[(i+1)%len(m.People)].Name
			} else {
				*value = "Кварц " + *value
			}
		case *int:
			*value++
		case *bool:
			*value = !*value
		case *meeting.Date:
			value.Day++
		case *meeting.Clock:
			value.Minute++
		case *meeting.Deadline:
			if value.Text += " кварц"; value.Date.IsZero() {
				break
			}
			value.Text, value.Date.Day = "", value.Date.Day+1
		case *meeting.Ballots:
			*value = heads(9)
		case *meeting.Amount:
			*value = heads(9).Count
		case *float64:
			*value++
		}
	})
}

// modelKeys returns the patterns of all keys of the file that lead to values.
func modelKeys(key string, of reflect.Type, depth int) (list []string) {
	for of.Kind() == reflect.Pointer || of.Kind() == reflect.Slice {
		of = of.Elem()
	}
	if of.Kind() == reflect.Map || of == reflect.TypeFor[meeting.Decision]() && depth > 3 {
		return nil
	}
	tables := 0
	if of.Kind() == reflect.Struct {
		for i := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(i).Tag.Get("toml"), ",")
			nested := strings.HasSuffix(key, "points") && name != "text" ||
				key != "agenda.vote" && strings.HasSuffix(key, "vote") && name != "for"
			if name == "" || name == "-" || nested {
				continue
			}
			tables++
			list = append(list, modelKeys(strings.TrimPrefix(key+"."+name, "."), of.Field(i).Type, depth+1)...)
		}
	}
	if tables == 0 {
		return []string{key}
	}
	return list
}

// TestPatternOfPeople checks that a pattern without words of its own is not reported,
// that what it leaves out is, also about those invited, and that the pattern is named.
func TestPatternOfPeople(t *testing.T) {
	for _, print := range []string{"list", "annex"} {
		m := bare()
		m.People = []meeting.Person{{Name: "Первый Иван Ильич", Position: "директор"},
			{Name: "Вторая Анна Ильинична", Position: "инженер", Guest: true}}
		m.Chair, m.Secretary, m.Invited = "Первый И. И.", "", []string{"Вторая А. И."}
		m.Attendance.Print, m.Header = print, &meeting.Header{Participant: "{фио}"}
		_, problems, err := load(t).Document(t.Context(), Request{Kind: "protocol"}, m)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, p := range problems {
			keys = append(keys, p.Key)
			if print == "list" && !strings.Contains(p.Hint, "header.participant") {
				t.Error(p)
			}
		}
		want := map[string]string{"list": "people[0].position", "annex": "people[1].position"}[print]
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s: %s, want %s", print, got, want)
		}
	}
}

// TestBallotKeys: that words and numbers of a vote stand for each other is said of them alone.
func TestBallotKeys(t *testing.T) {
	for key, want := range map[string]bool{"agenda[0].vote.words": true, "agenda_vote.against": true,
		"elections[0].candidates[1].vote.text": false, "agenda[0].vote.secret": false, "agenda[0].title": false} {
		if isBallotKey(key) != want {
			t.Errorf("%s: want %v", key, want)
		}
	}
}
