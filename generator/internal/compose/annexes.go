package compose

import "protokol/generator/internal/meeting"

// Annex is an annex with its mark.
type Annex struct {
	Number   int         `about:"номер; 0, если приложение одно"`
	Of       AnnexedTo   `about:"к какому протоколу"`
	Title    string      `about:"заголовок"`
	Text     []string    `about:"абзацы"`
	Pictures []Picture   `about:"рисунки"`
	Table    *AnnexTable `about:"таблица"`
}

// AnnexRef is an annex that a sentence refers to.
type AnnexRef struct {
	Number int `about:"номер; 0, если приложение одно"`
}

// AnnexTable is the table of an annex: that of the file, or the list of those
// present.
type AnnexTable struct {
	Given   *Table   `about:"таблица из файла"`
	Present []Listed `about:"присутствовавшие"`
}

// Listed is a row of the list of those present.
type Listed struct {
	Number int `about:"номер по порядку"`
	Participant
}

// annexes are those of the file, then the list of those present.
func (b *builder) annexes() []Annex {
	m, of := b.meeting, AnnexedTo{b.reference()}
	var list []Annex
	for i, annex := range m.Annexes {
		view := Annex{Number: b.annex(i + 1).Number, Of: of, Title: annex.Title, Text: annex.Text,
			Pictures: pictures(annex.Pictures)}
		if annex.Table != nil {
			view.Table = &AnnexTable{Given: table(annex.Table)}
		}
		list = append(list, view)
	}
	if count := b.annexCount(); count > len(m.Annexes) {
		list = append(list, Annex{Number: b.annex(count).Number, Of: of, Title: b.presentTitle(),
			Table: &AnnexTable{Present: b.presentList()}})
	}
	return list
}

func (b *builder) presentList() []Listed {
	var list []Listed
	for i, p := range b.presentPeople() {
		list = append(list, Listed{i + 1, b.participant(p)})
	}
	return list
}

// presentTitle is the title of the annex that lists those present.
func (b *builder) presentTitle() string {
	if b.meeting.Absentee() || b.meeting.Mixed() {
		return b.word("present-title", "absentee")
	}
	return b.word("present-title", "")
}

// annexCount counts the annexes, the list of those present among them.
func (b *builder) annexCount() int {
	if b.meeting.Listing() == "annex" {
		return len(b.meeting.Annexes) + 1
	}
	return len(b.meeting.Annexes)
}

// annex refers to an annex; the only one has no number.
func (b *builder) annex(number int) *AnnexRef {
	if b.annexCount() == 1 {
		return &AnnexRef{}
	}
	return &AnnexRef{number}
}

// annexed refers to the annex that a text names, or to none.
func (b *builder) annexed(number int) *AnnexRef {
	if number == 0 {
		return nil
	}
	return b.annex(number)
}

// Opinion is a dissenting opinion.
type Opinion struct {
	Name     string    `about:"чьё: «Первый И.И.»"`
	Text     string    `about:"само мнение; без знака на конце, если за ним идёт приложение"`
	Attached bool      `about:"прилагается"`
	Annex    *AnnexRef `about:"приложение с мнением"`
	Stop     string    `about:"знак в конце предложения"`
}

func (b *builder) opinions(list []meeting.Opinion) []Opinion {
	var views []Opinion
	for _, o := range list {
		view := Opinion{Name: b.short(o.Name), Text: o.Text, Annex: b.annexed(o.Annex), Stop: fullStop(o.Text)}
		view.Attached = o.Text == "" && (o.Attached || o.Annex > 0)
		if view.Annex != nil {
			view.Text, view.Stop = openEnd(o.Text)
		}
		if view.Text == "" || view.Annex != nil && view.Stop == "" {
			view.Stop = "."
		}
		views = append(views, view)
	}
	return views
}
