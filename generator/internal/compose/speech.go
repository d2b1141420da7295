package compose

import (
	"cmp"
	"slices"

	"protokol/generator/internal/meeting"
)

// Speech is a speech: «Образцов П.И., генеральный директор, – доложил, что …
// (доклад прилагается).»
type Speech struct {
	Line     string    `about:"выступление по образцу из файла; имени, должности и текста отдельно тогда нет"`
	Name     string    `about:"кто: «Образцов П.И.»; пусто, если только текст"`
	Position string    `about:"должность, если её печатают"`
	Text     string    `about:"что сказано; без знака на конце, если за ним идут слова о приложении"`
	Aside    bool      `about:"выступление по образцу: слова о докладе — в скобках за ним"`
	Attached bool      `about:"доклад прилагается"`
	Annex    *AnnexRef `about:"приложение с докладом"`
	Unsaid   bool      `about:"весь доклад — в этом приложении: что сказано, не написано"`
	Stop     string    `about:"знак в конце предложения"`
}

// Exchange is a question and its answer.
type Exchange struct {
	Question Remark  `about:"вопрос"`
	Answer   *Remark `about:"ответ"`
}

// Asked is those who asked questions that the file does not give.
type Asked struct {
	Names    Names `about:"кто"`
	Feminine bool  `about:"это одна женщина"`
}

// Remark is a question or an answer.
type Remark struct {
	Name string `about:"чей: «Образцов П.И.»; пусто, если неизвестно"`
	Text string `about:"слова"`
}

// speeches returns the heard or the spoke of an item, counted from 0.
func (b *builder) speeches(item int, stage string, list []meeting.Speech) []Speech {
	pattern := notation{"header." + stage, b.header().Heard, item + 1}
	if stage == "spoke" {
		pattern.text = b.header().Spoke
	}
	var views []Speech
	for i, speech := range list {
		views = append(views, b.speech(element(element("agenda", item)+"."+stage, i), speech, pattern))
	}
	return views
}

// speaker returns the name of a speaker and its key. A text that is the name of
// one of the people names the speaker: spoke = ["Первый И. И."].
func (b *builder) speaker(key string, s meeting.Speech) (at, name string) {
	if s.Name == "" && s.Position == "" {
		if b.isName(s.Text) {
			return key + ".text", s.Text
		}
	}
	return key + ".name", s.Name
}

// isName reports whether a text is the name of one of the people. By earlier rules it might have other words, too.
func (b *builder) isName(text string) bool {
	find := b.common.directory.Named
	if b.precedes(taskRules) {
		find = b.common.directory.Person
	}
	_, known := find(text)
	return known
}

func (b *builder) speech(key string, s meeting.Speech, pattern notation) Speech {
	from, name := b.speaker(key, s)
	if s.Name == "" && name != "" {
		s.Name, s.Text = name, ""
	}
	o, at := b.origins, key+".text"
	view := Speech{Annex: b.annexed(key, s.Annex), Attached: s.Attached && s.Annex == 0}
	text, stop := s.Text, b.fullStop(at, s.Text)
	if view.Attached || view.Annex != nil {
		text, stop = openEnd(s.Text)
		stop = cmp.Or(o.Part(at, stop, len(s.Text)-len(stop)), o.Computed(".", at))
	}
	view.Unsaid = text == "" && view.Annex != nil && !b.precedes(unsaidRules)
	if s.Name == "" {
		view.Text, view.Stop = o.Value(at, upperFirst(text)), stop
		return view
	}
	if pattern.text != "" {
		view.Line, view.Stop = b.speechLine(key, from, s, o.Value(at, text), pattern), stop
		view.Aside = !b.precedes(taskRules)
		if text == "" && !view.Attached && view.Annex == nil {
			view.Stop = o.Computed(fullStop(view.Line), key)
		}
		return view
	}
	view.Name, view.Position = b.brief(from, s.Name), b.positionText(key+".position", s.Position)
	view.Text, view.Stop = o.Value(at, b.spokenWords(text)), stop
	if text == "" && !view.Attached && view.Annex == nil {
		view.Stop = o.Computed(fullStop(cmp.Or(s.Position, view.Name)), key)
	}
	return view
}

// exchanges returns the questions in the list of a key with their answers. A question that is the name of one of the
// people says who asked: questions = ["Первый И. И."].
func (b *builder) exchanges(key string, list []meeting.Exchange) (asked *Asked, views []Exchange) {
	var names []string
	for i, e := range list {
		at := element(key, i)
		who, isPerson := b.common.directory.Named(e.Text)
		switch {
		case e.Name+e.Answer+e.By != "" || b.precedes(taskRules) || !isPerson:
			views = append(views, b.exchange(at, e))
			continue
		case slices.Contains(names, who.Name): // asked twice
			continue
		case asked == nil:
			asked = &Asked{}
		}
		asked.Names, names = append(asked.Names, b.short(at+".text", e.Text)), append(names, who.Name)
	}
	if len(names) == 1 {
		asked.Feminine = b.isFeminine(key, names[0])
	}
	return asked, views
}

func (b *builder) exchange(key string, e meeting.Exchange) Exchange {
	text, answer := key+".text", key+".answer"
	view := Exchange{Question: Remark{Text: b.origins.Value(text, upperFirst(e.Text))}}
	if e.Name != "" {
		view.Question = Remark{upperFirst(b.short(key+".name", e.Name)), b.origins.Value(text, b.remark(e.Text))}
	}
	switch {
	case e.Answer == "":
	case e.By != "":
		view.Answer = &Remark{b.short(key+".by", e.By), b.sentence(answer, b.remark(e.Answer))}
	default:
		view.Answer = &Remark{Text: b.sentence(answer, upperFirst(e.Answer))}
	}
	return view
}

// remark returns a question or an answer behind a name and a colon. Its first word may be a name: it is as typed.
func (b *builder) remark(text string) string {
	if b.precedes(dialogRules) {
		return lowerFirst(text)
	}
	return text
}
