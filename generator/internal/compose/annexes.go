package compose

import "protokol/generator/internal/meeting"

// Annex is an annex with its mark.
type Annex struct {
	Number    Number      `about:"номер; 0, если приложение одно"`
	Of        AnnexedTo   `about:"к какой бумаге"`
	Title     string      `about:"заголовок"`
	Text      []string    `about:"абзацы"`
	Pictures  []Picture   `about:"рисунки"`
	Table     *AnnexTable `about:"таблица"`
	Landscape bool        `about:"на альбомных листах"`
	To        string      `about:"к чему приложение, словами из файла: «к протоколу педагогического совета»"`
	Point     string      `about:"к какому пункту"`
	Mark      Lines       `about:"строки отметки из файла вместо «к постановлению»"`

	number int // among all annexes, from 1
}

// KeptAnnex is an annex in the list before the signatures.
type KeptAnnex struct {
	Number Number `about:"номер"`
	Title  string `about:"заголовок"`
	Sheets Number `about:"сколько листов; пусто, если не сказано"`
}

// AnnexRef is a reference to an annex.
type AnnexRef struct {
	Number Number `about:"номер; 0, если приложение одно"`

	from string
}

// AnnexTable is the table of an annex: one of the file, or the attendance list.
type AnnexTable struct {
	Given   *Table   `about:"таблица из файла"`
	Present []Listed `about:"присутствовавшие"`
}

// Listed is a row of the attendance list.
type Listed struct {
	Number Number `about:"номер по порядку"`
	Participant
}

// annexes returns the annexes of the file, then the attendance list.
func (b *builder) annexes() []Annex {
	m, of := b.meeting, AnnexedTo{Reference: b.reference()}
	var list []Annex
	to := b.wordOr("annex", b.words().Annex)
	for i, annex := range m.Annexes {
		if !annex.Kept() {
			view := b.annexView(element("annexes", i), i+1, annex, of)
			view.To = to
			list = append(list, view)
		}
	}
	if count := b.annexCount(); count > len(m.Annexes) {
		list = append(list, Annex{Number: b.annex(b.row(count)).Number, Of: of, Title: b.presentTitle(), To: to,
			Table: &AnnexTable{Present: b.presentList()}, number: count})
	}
	return list
}

// kept returns the annexes of a key if some are kept elsewhere.
func (b *builder) kept(list string, annexes []meeting.Annex) []KeptAnnex {
	var views []KeptAnnex
	elsewhere := false
	for i, annex := range annexes {
		key := element(list, i)
		elsewhere = elsewhere || annex.Kept()
		view := KeptAnnex{Number: b.row(i + 1), Title: b.origins.Value(key+".title", annex.Title)}
		if annex.Sheets > 0 {
			view.Sheets = b.amount(annex.Sheets, key+".sheets")
		}
		views = append(views, view)
	}
	if !elsewhere {
		return nil
	}
	return views
}

// annexView returns the annex of a key with its number.
func (b *builder) annexView(key string, number int, annex meeting.Annex, of AnnexedTo) Annex {
	view := Annex{Number: b.annex(b.row(number)).Number, Of: of, Title: b.origins.Value(key+".title", annex.Title),
		Text: b.values(key+".text", annex.Text), Pictures: b.pictures(key+".pictures", annex.Pictures),
		Landscape: annex.Landscape, Mark: b.values(key+".mark", annex.Mark),
		Point: b.openEnded(key+".point", annex.Point), number: number}
	if annex.Table != nil {
		given := b.tableOn(key+".table", annex.Table, annex.Landscape)
		view.Landscape, given.Landscape = view.Landscape || given.Landscape, false
		view.Table = &AnnexTable{Given: given}
	}
	return view
}

func (b *builder) presentList() []Listed {
	var list []Listed
	for i, p := range b.presentPeople() {
		list = append(list, Listed{b.row(i + 1), b.participant(p)})
	}
	return list
}

// presentTitle returns the title of the annex with the attendance list.
func (b *builder) presentTitle() string {
	if b.meeting.Absentee() || b.meeting.Mixed() {
		return b.said("present-title", "absentee", "holding")
	}
	return b.said("present-title", "")
}

// annexCount returns the number of annexes of the paper; those of a protocol
// include the attendance list.
func (b *builder) annexCount() int {
	if b.enclosing {
		return len(b.enclosed)
	}
	if b.meeting.Listing() == "annex" {
		return len(b.meeting.Annexes) + 1
	}
	return len(b.meeting.Annexes)
}

// annex returns a reference to an annex; a single one has no number unless the
// file asks for it.
func (b *builder) annex(number Number) *AnnexRef {
	own := b.meeting.Annexes
	if b.enclosing {
		own = b.enclosed
	}
	if b.annexCount() == 1 && (len(own) == 0 || !own[0].Numbered) {
		return &AnnexRef{}
	}
	return &AnnexRef{Number: number}
}

// annexed returns a reference to the annex named in the table of a key, or nil.
func (b *builder) annexed(key string, number int) *AnnexRef {
	if number == 0 {
		return nil
	}
	ref := b.annex(b.amount(number, key+".annex"))
	ref.from = b.from(key + ".annex")
	return ref
}

// Opinion is a dissenting opinion.
type Opinion struct {
	Name     string    `about:"чьё: «Первый И.И.»"`
	Text     string    `about:"само мнение; без знака на конце, если за ним идёт приложение"`
	Attached bool      `about:"прилагается"`
	Annex    *AnnexRef `about:"приложение с мнением"`
	Stop     string    `about:"знак в конце предложения"`
	Also     bool      `about:"и записано, и прилагается"`
}

func (b *builder) opinions(key string, list []meeting.Opinion) []Opinion {
	var views []Opinion
	for i, o := range list {
		views = append(views, b.opinion(element(key, i), o))
	}
	return views
}

func (b *builder) opinion(key string, o meeting.Opinion) Opinion {
	at := key + ".text"
	view := Opinion{Name: b.short(key+".name", o.Name), Annex: b.annexed(key, o.Annex)}
	view.Attached = o.Text == "" && (o.Attached || o.Annex > 0)
	view.Also = o.Text != "" && o.Attached && view.Annex == nil && !b.precedes(opinionRules)
	text, stop := o.Text, b.fullStop(at, o.Text)
	if view.Annex != nil {
		text, stop = openEnd(o.Text)
		stop = b.origins.Part(at, stop, len(o.Text)-len(stop))
	}
	if text == "" || view.Annex != nil && stop == "" {
		stop = b.origins.Computed(".", at)
	}
	view.Text, view.Stop = b.origins.Value(at, text), stop
	return view
}
