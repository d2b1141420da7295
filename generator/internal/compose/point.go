package compose

import (
	"slices"
	"strings"
	"unicode"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
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
	Below     bool       `about:"кто отвечает, сказано под подпунктами: текст пункта кончается двоеточием"`
	Whole     bool       `about:"таблица задач: ни ответственных, ни срока — пункт во всю ширину"`
}

// Task is the text of a point. In the brief form those responsible come first,
// in the dative, and the deadline follows in the same paragraph.
type Task struct {
	Whom      string     `about:"краткая форма: кому поручено, в дательном падеже: «Первому И.И. и ООО «А»»"`
	Text      string     `about:"сам текст; без знака на конце, если за ним идёт приложение"`
	Annex     *AnnexRef  `about:"приложение к пункту"`
	Stop      string     `about:"знак после текста и приложения"`
	Execution *Execution `about:"краткая форма: соисполнители, срок и контроль"`
}

// Execution is the responsible people and the deadline.
type Execution struct {
	Responsible Names  `about:"ответственные"`
	CoExecutors Names  `about:"соисполнители"`
	Due         Due    `about:"срок"`
	Control     string `about:"на кого возложен контроль"`
	Stop        string `about:"точка в конце, если её ещё нет"`
	Continues   bool   `about:"продолжает пункт, который кончается точкой с запятой"`
}

// Due is a deadline.
type Due struct {
	Text string `about:"слова вместо даты: «ежеквартально»"`
	Date string `about:"дата: «1 апреля 2026 г.», в перечне поручений «01.04.2026»"`
}

// points returns the points of decisions; key is that of their list, item
// counts from 0.
func (b *builder) points(item int, key string, decisions []meeting.Decision, parent string) []Point {
	labels := meeting.Labels(decisions, parent)
	var list []Point
	for i, d := range decisions {
		list = append(list, b.point(item, element(key, i), d, labels[i]))
	}
	return list
}

// point returns the point of the decision of a key.
func (b *builder) point(item int, key string, d meeting.Decision, label string) Point {
	p := Point{
		Label: b.label(key, d, label), Text: b.task(key, d), Lines: b.values(key+".lines", d.Lines),
		Table: b.table(key+".table", d.Table), Execution: b.execution(key, d),
		Vote:   b.inOneLine(b.voted(item, key+".vote", d.Vote)),
		Points: b.points(item, key+".points", d.Points, label), Below: b.introduces(d),
	}
	p.Whole = p.Execution == nil && !b.precedes(wholeRowRules)
	if b.protocolForm == "brief" && p.Execution != nil && len(p.Lines)+len(p.Points) == 0 && p.Table == nil {
		p.Text.Execution, p.Execution = p.Execution, nil
		continues := strings.HasSuffix(strings.TrimSpace(d.Text), ";") && !b.precedes(commissionRules)
		if continues {
			p.Text.Execution.Continues, p.Text.Execution.Stop = true, b.origins.Computed(";", key+".text")
		}
		if p.Text.Annex != nil && p.Text.Stop == "" {
			p.Text.Stop = b.origins.Computed(".", key+".text")
		} else if p.Text.Annex == nil && !continues {
			p.Text.Stop = b.fullStop(key+".text", p.Text.Text)
		}
	}
	return p
}

// introduces reports whether the text of a point ends with a colon, so that who is responsible for it stands below its
// points, which end the sentence. Where they say this for themselves, it would seem to be about the last.
func (b *builder) introduces(d meeting.Decision) bool {
	return len(d.Points) > 0 && strings.HasSuffix(strings.TrimSpace(d.Text), ":") && !b.precedes(sentenceRules) &&
		!slices.ContainsFunc(d.Points, charges)
}

// charges reports whether a point or one below it says who must do it or until when, in keys or in its text.
func charges(d meeting.Decision) bool {
	task := russian.ReadTask(d.Text)
	return d.Due != nil || d.Control != "" || len(d.Responsible)+len(d.CoExecutors) > 0 || task.Charged ||
		len(task.Deadlines) > 0 || russian.SaysExecution(d.Text) || slices.ContainsFunc(d.Points, charges)
}

// label returns the number of a point, which may be set by hand.
func (b *builder) label(key string, d meeting.Decision, label string) string {
	if d.Number != "" {
		return b.origins.Computed(label, key+".number")
	}
	return b.origins.Number(label)
}

// task returns the text of a point.
func (b *builder) task(key string, d meeting.Decision) Task {
	t, at := Task{}, key+".text"
	if !d.NamesAnnex() {
		t.Annex = b.annexed(key, d.Annex)
	}
	text := d.Text
	if t.Annex != nil {
		text, t.Stop = openEnd(d.Text)
		t.Stop = b.origins.Part(at, t.Stop, len(d.Text)-len(t.Stop))
	}
	if b.protocolForm == "brief" && len(d.Responsible) > 0 {
		var whom []string
		for i, name := range d.Responsible {
			whom = append(whom, b.dative(element(key+".responsible", i), name))
		}
		names := russian.Enumerate(whom)
		if beginsWith(text, trace.Strip(names)) { // the text contains it
			t.Text = b.origins.Computed(text, at, key+".responsible")
			return t
		}
		t.Whom = b.origins.Computed(upperFirst(names), key+".responsible")
		text = asked(text)
		b.doubtCharged(at, trace.Strip(t.Whom), trace.Strip(text))
	}
	t.Text = b.origins.Value(at, text)
	return t
}

// doubtCharged warns of a text that names another than those responsible whose names come before it. «Родителям
// направить письма» says who gets them, «рекомендовать начальнику провести» who does it.
func (b *builder) doubtCharged(at, whom, text string) {
	task := russian.ReadTask(text)
	if !task.Acts && !(task.Recommends && task.Charged) {
		return
	}
	b.warn(at, messagef("перед пунктом встанут ответственные, а он сам говорит, кому поручено: «%s %s…»", whom,
		task.Whom), messagef("оставьте одно: уберите исполнителя из text или responsible"))
}

// beginsWith reports whether a text begins with words, whatever spaces and capitals
// they are written with.
func beginsWith(text, words string) bool {
	text, words = strings.ToLower(strings.ReplaceAll(text, "\u00a0", " ")), strings.ToLower(words)
	for _, word := range strings.FieldsFunc(words, unicode.IsSpace) {
		rest, ok := strings.CutPrefix(strings.TrimLeft(text, " "), word)
		if !ok && strings.Contains(word, ".") { // initials apart: «А. В.»
			rest, ok = cutInitials(strings.TrimLeft(text, " "), word)
		}
		if !ok {
			return false
		}
		text = rest
	}
	return words != "" && !strings.HasPrefix(text, "-") && strings.IndexFunc(text, unicode.IsLetter) != 0
}

// cutInitials removes initials with any spaces between them from the beginning of a
// text.
func cutInitials(text, initials string) (rest string, ok bool) {
	for part := range strings.SplitAfterSeq(strings.TrimSuffix(initials, "."), ".") {
		if text, ok = strings.CutPrefix(strings.TrimLeft(text, " "), part); !ok {
			return text, false
		}
	}
	return strings.CutPrefix(text, ".")
}

// dative returns a person or a body in the dative.
func (b *builder) dative(key, name string) string {
	return b.traced(func() string {
		if p, ok := b.person(name); ok {
			return b.shortName(p, russian.Dative, russian.After)
		}
		return b.body(name, key, meeting.Forms{}, russian.Dative)
	}, key)
}

// execution returns the responsible people and the deadline. In the brief form
// those responsible are in the task.
func (b *builder) execution(key string, d meeting.Decision) *Execution {
	write := russian.DateWords
	if b.protocolForm == "tasks" {
		write = russian.DateDigits
	}
	e := &Execution{CoExecutors: b.shorts(key+".co_executors", d.CoExecutors), Due: b.due(key, d, write)}
	last := ""
	if b.protocolForm != "brief" {
		e.Responsible = b.shorts(key+".responsible", d.Responsible)
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
		e.Control = b.short(key+".control", d.Control)
		last = e.Control
	}
	if last == "" {
		return nil
	}
	e.Stop = b.origins.Computed(fullStop(last), key)
	return e
}

// due returns the deadline of a decision. write formats its date.
func (b *builder) due(key string, d meeting.Decision, write func(year, month, day int) string) Due {
	due := deadline(d.Due, write)
	return Due{b.origins.Value(key+".due", due.Text), b.origins.Computed(due.Date, key+".due")}
}

// deadline returns a deadline. write formats its date.
func deadline(d *meeting.Deadline, write func(year, month, day int) string) Due {
	switch {
	case d == nil:
		return Due{}
	case d.Text != "":
		return Due{Text: d.Text}
	}
	return Due{Date: write(d.Date.Year, d.Date.Month, d.Date.Day)}
}
