package compose

import (
	"fmt"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// Point is a point of a decision.
type Point struct {
	Label     string     `about:"номер: «4.»; пусто у единственного"`
	Text      Task       `about:"текст пункта"`
	Lines     []string   `about:"строки под ним"`
	Table     *Table     `about:"таблица под ним"`
	Execution *Execution `about:"кто отвечает и в какой срок"`
	Vote      *Voted     `about:"голосование по этому пункту"`
	Points    []Point    `about:"подпункты"`
}

// Task is the text of a point. In the brief form those who are to do it stand
// first, in the dative, and the deadline follows in the same paragraph.
type Task struct {
	Whom      string     `about:"краткая форма: кому поручено, в дательном падеже: «Первому И.И. и ООО «А»»"`
	Text      string     `about:"сам текст; без знака на конце, если за ним идёт приложение"`
	Annex     *AnnexRef  `about:"приложение к пункту"`
	Stop      string     `about:"знак после текста и приложения"`
	Execution *Execution `about:"краткая форма: соисполнители, срок и контроль"`
}

// Execution is who is to do it and by when.
type Execution struct {
	Responsible Names  `about:"ответственные"`
	CoExecutors Names  `about:"соисполнители"`
	Due         Due    `about:"срок"`
	Control     string `about:"на кого возложен контроль"`
	Stop        string `about:"точка в конце, если её ещё нет"`
}

// Due is a deadline.
type Due struct {
	Text string `about:"слова вместо даты: «ежеквартально»"`
	Date string `about:"дата: «1 апреля 2026 г.», в перечне поручений «01.04.2026»"`
}

// points prints decisions; key is that of their list, item counts from 0.
func (b *builder) points(item int, key string, decisions []meeting.Decision, parent string) []Point {
	labels := meeting.Labels(decisions, parent)
	var list []Point
	for i, d := range decisions {
		at := fmt.Sprintf("%s[%d]", key, i)
		p := Point{
			Label: labels[i], Text: b.task(d, at), Lines: d.Lines, Table: table(d.Table),
			Execution: b.execution(d), Vote: b.voted(item, d.Vote).inOneLine(), Points: b.points(item, at+".points",
				d.Points, labels[i]),
		}
		if b.protocolForm == "brief" && p.Execution != nil && len(p.Lines)+len(p.Points) == 0 && p.Table == nil {
			p.Text.Execution, p.Execution = p.Execution, nil
			if p.Text.Annex != nil && p.Text.Stop == "" {
				p.Text.Stop = "."
			} else if p.Text.Annex == nil {
				p.Text.Stop = fullStop(p.Text.Text)
			}
		}
		list = append(list, p)
	}
	return list
}

// task is the words of a point.
func (b *builder) task(d meeting.Decision, key string) Task {
	t := Task{Text: d.Text, Annex: b.annexed(d.Annex)}
	if t.Annex != nil {
		t.Text, t.Stop = openEnd(d.Text)
	}
	if b.protocolForm != "brief" || len(d.Responsible) == 0 {
		return t
	}
	var whom []string
	for i, name := range d.Responsible {
		whom = append(whom, b.dative(name, fmt.Sprintf("%s.responsible[%d]", key, i)))
	}
	t.Whom, t.Text = upperFirst(russian.Enumerate(whom)), asked(t.Text)
	return t
}

// dative is a person or a body that is asked to do something.
func (b *builder) dative(name, key string) string {
	if p, ok := b.person(name); ok {
		return b.shortName(p, russian.Dative, russian.After)
	}
	return b.body(name, key, meeting.Forms{}, russian.Dative)
}

// execution is who is to do it and by when; in the brief form the task itself
// names those responsible.
func (b *builder) execution(d meeting.Decision) *Execution {
	e := &Execution{CoExecutors: b.shorts(d.CoExecutors), Due: deadline(d.Due, russian.DateWords)}
	last := ""
	if b.protocolForm != "brief" {
		e.Responsible = b.shorts(d.Responsible)
	}
	for _, names := range []Names{e.Responsible, e.CoExecutors} {
		if len(names) > 0 {
			last = names[len(names)-1]
		}
	}
	if text := e.Due.Text + e.Due.Date; text != "" {
		last = text
	}
	if d.Control != "" {
		e.Control = b.short(d.Control)
		last = e.Control
	}
	if last == "" {
		return nil
	}
	e.Stop = fullStop(last)
	return e
}

// deadline is a deadline whose date is written by a function of russian.
func deadline(d *meeting.Deadline, write func(year, month, day int) string) Due {
	switch {
	case d == nil:
		return Due{}
	case d.Text != "":
		return Due{Text: d.Text}
	}
	return Due{Date: write(d.Date.Year, d.Date.Month, d.Date.Day)}
}
