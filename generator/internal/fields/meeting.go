package fields

import (
	"reflect"
	"slices"
	"sync"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// vocabulary is the fields of the meeting.
var vocabulary = sync.OnceValue(meetingRecord)

func meetingRecord() *Record {
	r := &Record{Name: "заседание"}
	protocol(r)
	bodies(r)
	dates(r)
	gathered(r)
	letter(r)
	complete(r, section{"meeting", reflect.TypeFor[meeting.Meeting](),
		structOf(func(m *meeting.Meeting) *meeting.Meeting {
			return m
		})})
	shorthands(r, "letterhead")
	current(r)
	return r
}

// fact adds a field of the meeting.
func fact(r *Record, names string, k Kind, of_ *Record, get func(*Item, *meeting.Meeting) Value) {
	r.add(names, k, of_, of(get))
}

// protocol adds the fields about the protocol itself.
func protocol(r *Record) {
	fact(r, "номер, номер протокола, number", Text, nil, func(i *Item, m *meeting.Meeting) Value {
		return optional("number", m.Number)
	})
	fact(r, "протокол", Text, nil, func(i *Item, _ *meeting.Meeting) Value { return text("date", i.Data.Reference()) })
	fact(r, "вид, kind", Text, nil, func(i *Item, _ *meeting.Meeting) Value { return text("kind", i.Data.Kind()) })
	fact(r, "тема, theme", Text, nil, func(_ *Item, m *meeting.Meeting) Value { return text("theme", m.Theme) })
	fact(r, "место, место проведения, place", Text, nil, func(_ *Item, m *meeting.Meeting) Value {
		return text("place", m.Place)
	})
	fact(r, "город, city", Text, nil, func(_ *Item, m *meeting.Meeting) Value { return text("city", m.City) })
	fact(r, "форма проведения, форма, holding", Text, nil, func(_ *Item, m *meeting.Meeting) Value {
		return text("holding", m.Holding)
	})
	fact(r, "кворум, quorum", Text, nil, func(i *Item, _ *meeting.Meeting) Value {
		return text("quorum", i.Data.QuorumText())
	})
	fact(r, "заочное, заочно", Flag, nil, func(_ *Item, m *meeting.Meeting) Value {
		return flag("holding",
			m.Absentee())
	})
	fact(r, "очно-заочное, очно-заочно", Flag, nil, func(_ *Item, m *meeting.Meeting) Value {
		return flag("holding", m.Mixed())
	})
	official(r, "председатель, chair", "chair", func(m *meeting.Meeting) string { return m.Chair })
	official(r, "секретарь, secretary", "secretary", func(m *meeting.Meeting) string { return m.Secretary })
	signHere(r, "подпись председателя, chair.signature", "chair", func(m *meeting.Meeting) string { return m.Chair })
	signHere(r, "подпись секретаря, secretary.signature", "secretary",
		func(m *meeting.Meeting) string { return m.Secretary })
	fact(r, "подпись подписавшего, signer.signature", Text, nil, func(i *Item, _ *meeting.Meeting) Value {
		role, name := i.Data.Signer()
		signer := compose.Signature{Position: role, Name: name, Field: "signer"}
		return placeToSign(i.Data.Request().Kind+".signer", signer)
	})
}

func flag(key string, is bool) Value {
	v := Value{Kind: Flag, Key: key}
	if is {
		v.number = 1
	}
	return v
}

// signatureLine is a place to sign on paper; PDFs have a field for an electronic
// signature there.
const signatureLine = "____________________"

// signHere adds a place for the signature of a person, if the meeting has one.
func signHere(r *Record, synonyms, key string, name func(*meeting.Meeting) string) {
	fact(r, synonyms, Text, nil, func(i *Item, m *meeting.Meeting) Value {
		if name(m) == "" {
			return Value{Kind: Text, Key: key}
		}
		return placeToSign(key, officer(i, key, name(m)))
	})
}

// placeToSign returns the place of a signature; the value is missing if nobody signs.
func placeToSign(key string, s compose.Signature) Value {
	if s.Name == "" && s.Position == "" {
		return Value{Kind: Text, Key: key}
	}
	v := text(key, signatureLine)
	v.signs = &compose.Signature{Position: trace.Strip(s.Position), Name: trace.Strip(s.Name), Field: s.Field}
	return v
}

// officer returns the signature of the person of an office. Who signs for another office of
// the paper, too, signs once.
func officer(i *Item, key, name string) compose.Signature {
	own := compose.Signature{Field: key, Name: name}
	if v := referred(i, key, name, true); v.person != nil {
		own.Name, own.Position = v.plain(), trace.Strip(v.person.Position(russian.Nominative))
	}
	expected := i.Data.Expected()
	for _, is := range []func(compose.Signature) bool{
		func(s compose.Signature) bool { return s.Field == key },
		func(s compose.Signature) bool { return s.Name == own.Name },
	} {
		if at := slices.IndexFunc(expected, is); at >= 0 {
			return expected[at]
		}
	}
	return own
}

// official adds a person of the meeting: {председатель} is a name with initials,
// {председатель.должность} the position.
func official(r *Record, synonyms, key string, name func(*meeting.Meeting) string) {
	person := personRecord(names(synonyms)[0], "")
	fact(r, synonyms, Person, person, func(i *Item, m *meeting.Meeting) Value {
		if name(m) == "" {
			return Value{Kind: Person, Key: key}
		}
		v := referred(i, key, name(m), true)
		if v.person != nil {
			v.Item = i.child(key, 0, &named{Subject: *v.person})
		}
		return v
	})
}

// bodies adds the body that meets and the association it leads, with the ready
// cases that texts of letters have.
func bodies(r *Record) {
	council := func(i *Item, c russian.Case) Value { return text("council.name", i.Data.Council(c)) }
	fact(r, "орган, council.name", Phrase, nil, func(i *Item, m *meeting.Meeting) Value {
		return phrase("council.name", m.Council.Name, i.Data.Council)
	})
	fact(r, "эмблема, герб, council.emblem", Image, nil, func(_ *Item, m *meeting.Meeting) Value {
		return image("council.emblem", m.Council.Emblem)
	})
	cluster := func(i *Item, c russian.Case) Value { return text("council.cluster", i.Data.Cluster(c)) }
	fact(r, "кластер, council.cluster", Phrase, nil, func(i *Item, m *meeting.Meeting) Value {
		return phrase("council.cluster", m.Council.Cluster, i.Data.Cluster)
	})
	for _, ready := range []struct {
		in           russian.Case
		body, leader string
	}{
		{russian.Genitive, "органа", "кластера"}, {russian.Dative, "органу", "кластеру"},
		{russian.Instrumental, "органом", "кластером"}, {russian.Prepositional, "органе", "кластере"},
	} {
		fact(r, ready.body, Text, nil, func(i *Item, _ *meeting.Meeting) Value { return council(i, ready.in) })
		fact(r, ready.leader, Text, nil, func(i *Item, _ *meeting.Meeting) Value { return cluster(i, ready.in) })
	}
}

// dates adds dates and times.
func dates(r *Record) {
	fact(r, "дата, date", Date, nil, func(i *Item, m *meeting.Meeting) Value {
		v := Value{Kind: Date, Key: "date", text: i.Data.Date()}
		if first, last := m.Days(); first == last || last.IsZero() {
			v.date = first
		}
		return v
	})
	fact(r, "дата цифрами", Text, nil, func(i *Item, _ *meeting.Meeting) Value {
		return text("date",
			i.Data.DateDigits())
	})
	fact(r, "последний день, last_date", Date, nil, func(_ *Item, m *meeting.Meeting) Value {
		return day("last_date", m.LastDate)
	})
	fact(r, "начало, время начала, start", Text, nil, func(i *Item, _ *meeting.Meeting) Value {
		return text("start", i.Data.Start())
	})
	fact(r, "окончание, время окончания, end", Text, nil, func(i *Item, _ *meeting.Meeting) Value {
		return text("end", i.Data.End())
	})
	fact(r, "часовой пояс, time_zone", Text, nil, func(_ *Item, m *meeting.Meeting) Value {
		return text("time_zone", m.TimeZone)
	})
}

func day(key string, d meeting.Date) Value {
	v := Value{Kind: Date, Key: key, date: d}
	if !d.IsZero() {
		v.text = russian.DateWords(d.Year, d.Month, d.Day)
	}
	return v
}

// gathered adds the lists of the meeting.
func gathered(r *Record) {
	fact(r, "участники, присутствующие, присутствовали, present", List, personRecord("участник", "участника"),
		func(i *Item, _ *meeting.Meeting) Value { return present(i) })
	fact(r, "приглашённые, приглашенные, invited, invited_groups", List, personRecord("приглашённый",
		"приглашённого"), invited)
	fact(r, "отсутствующие, отсутствовали, absent", List, reasoned(personRecord("отсутствующий",
		"отсутствующего")), absent)
	fact(r, "президиум, council.presidium", List, personRecord("член президиума", "члена президиума"), presidium)
	fact(r, "люди, people", List, personRecord("человек", "человека"), everybody)
	fact(r, "повестка, вопросы, agenda", List, questionRecord(), agenda)
	fact(r, "подписи, signers", List, signatureRecord(), func(i *Item,
		_ *meeting.Meeting) Value {
		return signatures(i)
	})
	fact(r, "приложения, annexes", List, annexRecord(), func(i *Item, m *meeting.Meeting) Value {
		return list(i, "annexes", m.Annexes)
	})
	fact(r, "число участников, присутствует, attendance.present", Number, nil, func(i *Item, _ *meeting.Meeting) Value {
		return number("present", i.Data.Headcount())
	})
}

func annexRecord() *Record {
	r := &Record{Name: "приложение", Genitive: "приложения"}
	r.add("название, title", Text, nil, of(func(i *Item, a *meeting.Annex) Value {
		return text(i.Key+".title",
			a.Title)
	}))
	r.add("текст, text", List, paragraphRecord("абзац приложения", "абзаца приложения"),
		of(func(i *Item, a *meeting.Annex) Value { return texts(i, i.Key+".text", a.Text) }))
	complete(r, section{"annex", reflect.TypeFor[meeting.Annex](), structOf(func(a *meeting.Annex) *meeting.Annex {
		return a
	})})
	position(r)
	return r
}

// current adds the section that the paper has in the file: {письмо.…} is that of the
// letter, whatever its kind, {бумага.…} that of a paper of [papers].
func current(r *Record) {
	inner := &Record{Name: "письмо"}
	complete(inner, section{"letter", reflect.TypeFor[meeting.Letter](), own})
	fact(r, "письмо", Group, inner, func(i *Item, _ *meeting.Meeting) Value {
		key := i.Data.Request().Kind
		if l := i.Data.Section(); l != nil {
			return Value{Kind: Group, Key: key, Item: i.child(key, 0, reflect.ValueOf(l).Elem())}
		}
		return Value{Kind: Group, Key: "letter", section: letterSection}
	})
	paper := &Record{Name: "бумага"}
	complete(paper, section{"paper", reflect.TypeFor[meeting.Paper](), own})
	fact(r, "бумага, paper", Group, paper, func(i *Item, _ *meeting.Meeting) Value {
		key := "papers." + i.Data.Request().Kind
		if p := i.Data.Paper(); p != nil {
			return Value{Kind: Group, Key: key, Item: i.child(key, 0, reflect.ValueOf(p).Elem())}
		}
		return Value{Kind: Group, Key: "papers", section: papersSection}
	})
}

// Sections that a file lacks, as messages name them.
const (
	letterSection = "письма"
	papersSection = "бумаги [papers]"
)

// letter adds the fields of letters.
func letter(r *Record) {
	to := addressed(personRecord("адресат", ""))
	fact(r, "адресат", Group, to, func(i *Item, _ *meeting.Meeting) Value { return addressee(i) })
	fact(r, "адресаты, to", List, addressed(personRecord("адресат", "адресата")),
		func(i *Item, _ *meeting.Meeting) Value { return addressees(i) })
	fact(r, "обращение, salutation", Text, nil, func(i *Item, _ *meeting.Meeting) Value {
		return text(i.Data.Request().Kind+".salutation", i.Data.Salutation())
	})
	fact(r, "текст письма, text", List, paragraphRecord("абзац", "абзаца"), func(i *Item, _ *meeting.Meeting) Value {
		return passages(i, ".text", i.Data.Paragraphs())
	})
	fact(r, "приложения письма, enclosures", List, paragraphRecord("приложение письма", "приложения письма"),
		func(i *Item, _ *meeting.Meeting) Value { return passages(i, ".attachments", i.Data.Enclosures()) })
	fact(r, "исходящий номер, номер письма", Text, nil, func(i *Item, _ *meeting.Meeting) Value {
		l, key := i.Data.Section(), i.Data.Request().Kind+".number"
		switch {
		case l == nil:
			return Value{Key: key}
		case l.Number == nil:
			return Value{Key: key, text: blankLine, line: true}
		}
		return optional(key, l.Number)
	})
	fact(r, "дата письма", Date, nil, func(i *Item, _ *meeting.Meeting) Value {
		l, key := i.Data.Section(), i.Data.Request().Kind+".date"
		if l != nil && l.Date.IsZero() {
			return Value{Kind: Date, Key: key, text: blankLine, line: true}
		}
		if l == nil {
			return Value{Kind: Date, Key: key}
		}
		return day(key, l.Date)
	})
	fact(r, "заголовок письма, heading", Text, nil, func(i *Item, _ *meeting.Meeting) Value {
		key := i.Data.Request().Kind + ".heading"
		if l := i.Data.Section(); l != nil {
			return text(key, i.Data.Fill(key, l.Heading))
		}
		return Value{Key: key}
	})
	signed := func(names string, of func(role, name string) string) {
		fact(r, names, Text, nil, func(i *Item, _ *meeting.Meeting) Value {
			return text(i.Data.Request().Kind+".signer", of(i.Data.Signer()))
		})
	}
	signed("должность подписавшего, подписавший.должность, signer_role", func(role, _ string) string { return role })
	signed("подписавший, signer", func(_, name string) string { return name })
}
