package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/trace"
)

// Letter is the view of a letter. If the file has no text, Text is empty and
// the template prints the default text.
type Letter struct {
	Kind        string      `about:"вид письма: notice, letter или invitation"`
	To          string      `about:"первый адресат, коротко: для свойств файла"`
	Letterhead  Letterhead  `about:"бланк"`
	Date        string      `about:"дата письма: «27.11.2017»; пусто — линия"`
	Number      string      `about:"исходящий номер; пусто — линия"`
	Reply       *Reply      `about:"на какое письмо это ответ"`
	Addressees  []Addressee `about:"адресаты"`
	Heading     string      `about:"заголовок из файла"`
	Salutation  Salutation  `about:"обращение"`
	Many        bool        `about:"письмо обращено к нескольким: «вас», а не «Вас»"`
	Text        []Passage   `about:"абзацы из файла; пусто — обычные слова письма"`
	Decisions   []Point     `about:"решения, которые письмо называет"`
	Table       *Table      `about:"таблица после текста"`
	Closing     string      `about:"слова перед подписью: «С уважением,»"`
	Attachments []Enclosure `about:"приложения"`
	Signature   Signature   `about:"подпись"`
	Agreed      Stamps      `about:"грифы согласования под подписью"`
	Copies      Copies      `about:"кому копии"`
	Executor    []string    `about:"исполнитель: строки отметки"`
	Annexes     []Annex     `about:"приложения, которые печатаются за письмом"`
	Facts       Facts       `about:"сведения о заседании"`
}

// Reply identifies the letter that is answered; empty strings leave lines to
// write on.
type Reply struct {
	Number string `about:"его номер; пусто — линия"`
	Date   string `about:"его дата; пусто — линия"`
}

// Addressee is an address.
type Addressee struct {
	Lines []string `about:"строки: должность и имя в дательном падеже, организация в именительном"`
}

// Passage is a paragraph of the user's text, or a list in its place.
type Passage struct {
	Text   string     `about:"абзац"`
	Points []Point    `about:"{решения}"`
	Lines  []Presider `about:"{президиум}"`
	Agenda []Question `about:"{повестка}"`
	Parts  []Part     `about:"{части}"`
	Table  *Table     `about:"{таблица}"`
}

// Copies lists the recipients of copies, in the dative.
type Copies []string

func newDecisionLetter(b *builder) any { return b.letter(b.meeting.Letter) }

func newInvitation(b *builder) any { return b.letter(b.meeting.Invitation) }

// newNotice makes the view of a notice, which is for all members by default.
func newNotice(b *builder) any {
	l := b.meeting.Notice
	if l == nil {
		l = &meeting.Letter{}
	}
	view := b.letter(l)
	if len(view.Addressees) == 0 && b.meeting.Council.Name == "" {
		b.wrong("notice.to", "не сказано, кому уведомление", messagef("добавьте to или название органа: council.name"))
	}
	if len(view.Addressees) == 0 {
		view.Addressees = []Addressee{{[]string{b.phrase("all-members", Facts{b}.council(russian.Genitive))}}}
	}
	return view
}

// letter makes the view of a letter. Its key in the file is its kind.
func (b *builder) letter(l *meeting.Letter) Letter {
	key := b.Kind
	view := Letter{
		Kind:        b.Kind,
		Letterhead:  b.letterhead(),
		Date:        b.date(key+".date", l.Date),
		Heading:     b.fill(key+".heading", l.Heading),
		Closing:     b.closing(key+".closing", l.Closing),
		Attachments: b.enclosures(key, l.Attachments),
		Signature:   b.signer(key, l),
		Agreed:      b.stamps(key+".agreed", l.Agreed, false),
		Executor:    b.letterExecutor(key+".executor", l.Executor),
		Facts:       Facts{b},
	}
	view.Number = b.letterNumber(l)
	if l.Reply != nil {
		view.Reply = &Reply{b.origins.Value(key+".reply_to.number", l.Reply.Number),
			b.date(key+".reply_to.date", l.Reply.Date)}
	}
	if len(l.Decisions) > 0 {
		view.Decisions = b.cited(key+".decisions", l.Decisions)
	}
	to := b.recipients(key, l)
	for _, r := range to {
		view.Addressees = append(view.Addressees, b.addressee(r))
	}
	view.Salutation = b.salutation(key, l, to)
	b.reportAddressed(view)
	view.Many = view.Salutation.toMany()
	view.Table = b.table(key+".table", l.Table)
	for i, text := range l.Text {
		view.Text = append(view.Text, b.passage(fmt.Sprintf("%s.text[%d]", key, i), text, view))
	}
	if slices.ContainsFunc(view.Text, func(p Passage) bool { return p.Table != nil }) {
		view.Table = nil
	}
	b.letterAnnexes(key, l, &view)
	view.Copies = b.copies(key+".copies", l.Copies)
	view.To = b.firstOf(to)
	return view
}

// letterTitle is what the title of a letter consists of, with the names of the fields of Letter. It is made for every
// letter of a batch from a Word template, which needs nothing else of the view.
type letterTitle struct {
	Kind, To, Number, Date string
	Facts                  Facts
}

func (b *builder) letterTitle(l *meeting.Letter, to []recipient) letterTitle {
	return letterTitle{Kind: b.Kind, To: b.firstOf(to), Number: b.letterNumber(l),
		Date: b.date(b.Kind+".date", l.Date), Facts: Facts{b}}
}

func (b *builder) letterNumber(l *meeting.Letter) string {
	if l.Number == nil {
		return ""
	}
	return b.origins.Value(b.Kind+".number", *l.Number)
}

// firstOf returns the first addressee in short, for the properties of the file.
func (b *builder) firstOf(to []recipient) string {
	if len(to) == 0 {
		return ""
	}
	return cmp.Or(b.initials(to[0].subject, russian.After), to[0].Organization, to[0].Position)
}

// letterAnnexes sets the annexes that are printed after a letter. A line in their mark replaces unknown values.
func (b *builder) letterAnnexes(key string, l *meeting.Letter, view *Letter) {
	if len(l.Annexes) > 0 {
		b.enclosing, b.enclosed = true, l.Annexes
	}
	of := AnnexedTo{Letter: true, Reference: Reference{
		Number: cmp.Or(view.Number, b.origins.Computed(blankNumber, key+".number")),
		Date:   cmp.Or(view.Date, b.origins.Computed(blankDate, key+".date"))}}
	for i, annex := range l.Annexes {
		view.Annexes = append(view.Annexes, b.annexView(element(key+".annexes", i), i+1, annex, of))
	}
}

func (b *builder) closing(key string, given *string) string {
	if given == nil {
		return b.origins.Words(trace.Strip(b.word("letter-closing", "")))
	}
	return b.fill(key, *given)
}

// cited returns the decisions that a letter quotes, renumbered if there are
// several. Responsible people and deadlines are only in the protocol.
func (b *builder) cited(key string, refs []string) []Point {
	var list []Point
	for i, ref := range refs {
		cited, err := b.meeting.Decision(ref)
		if err != nil {
			continue // reported by Check
		}
		decision, label := meeting.Decision{Text: cited.Text, Lines: cited.Lines, Table: cited.Table,
			Points: cited.Points, Annex: cited.Annex}, ""
		if len(refs) > 1 {
			label = strconv.Itoa(i+1) + "."
		}
		end := b.origins.Choosing(element(key, i))
		list = append(list, b.point(cited.Question-1, cited.Key, decision, label))
		end()
	}
	return list
}

// passage returns a paragraph of the user's text with its facts, or the list
// that is alone in it.
func (b *builder) passage(key, text string, view Letter) Passage {
	switch {
	case decisionsList.alone(text):
		if len(view.Decisions) == 0 {
			b.wrong(key, "нечего печатать вместо {решения}", `назовите решения: decisions = ["1.2"]`)
		}
		return Passage{Points: view.Decisions}
	case presidiumList.alone(text):
		lines := view.Facts.Presidium()
		if len(lines) == 0 {
			b.wrong(key, "нечего печатать вместо {президиум}", "добавьте разделы [[council.presidium]]")
		}
		return Passage{Lines: lines}
	case tableHere.alone(text):
		if view.Table == nil {
			b.wrong(key, "нечего печатать вместо {таблица}", "добавьте раздел ["+b.Kind+".table]")
		}
		return Passage{Table: view.Table}
	case agendaList.alone(text):
		return Passage{Agenda: view.Facts.Agenda()}
	case partsList.alone(text):
		parts := view.Facts.Parts()
		if len(parts) == 0 {
			b.wrong(key, "нечего печатать вместо {части}", "добавьте разделы [[parts]]")
		}
		return Passage{Parts: parts}
	}
	return Passage{Text: b.fill(key, text)}
}

func (b *builder) signer(key string, l *meeting.Letter) Signature {
	role, named, signer := b.fill(key+".signer_role", l.SignerRole), key+".signer", l.Signer
	if signer == "" {
		named, signer = "chair", b.meeting.Chair
		role = cmp.Or(role, b.presidingPost(), b.signingRole(signer, b.chairRole))
	}
	if signer == "" {
		b.wrong(key+".signer", "не сказано, кто подписывает", messagef("добавьте signer — имя из people"))
	}
	if role == "" {
		s, _ := b.person(signer)
		role = upperFirst(b.tracedPost(s))
	}
	return Signature{role, b.signs(named, signer), "signer"}
}

// letterExecutor returns the mark of the executor of a letter: full name, then
// contacts (ГОСТ Р 7.0.97, 5.25).
func (b *builder) letterExecutor(key string, e *meeting.Executor) []string {
	if e == nil {
		return nil
	}
	lines := []string{b.fullNameOf(key+".name", e.Name)}
	if reach := b.joined(", ", fromKey{key + ".phone", e.Phone}, fromKey{key + ".email", e.Email}); reach != "" {
		lines = append(lines, reach)
	}
	return lines
}
