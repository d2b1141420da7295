package compose

import "protokol/generator/internal/meeting"

// Speech is what someone said: «Образцов П.И., генеральный директор, – доложил,
// что … (доклад прилагается).»
type Speech struct {
	Name     string    `about:"кто: «Образцов П.И.»; пусто, если только текст"`
	Position string    `about:"должность, если её печатают"`
	Text     string    `about:"что сказано; без знака на конце, если за ним идут слова о приложении"`
	Attached bool      `about:"доклад прилагается"`
	Annex    *AnnexRef `about:"приложение с докладом"`
	Stop     string    `about:"знак в конце предложения"`
}

// Exchange is a question asked and its answer.
type Exchange struct {
	Question Remark  `about:"вопрос"`
	Answer   *Remark `about:"ответ"`
}

// Remark is a question or an answer.
type Remark struct {
	Name string `about:"чей: «Образцов П.И.»; пусто, если неизвестно"`
	Text string `about:"слова"`
}

func (b *builder) speeches(list []meeting.Speech) []Speech {
	var views []Speech
	for _, speech := range list {
		views = append(views, b.speech(speech))
	}
	return views
}

func (b *builder) speech(s meeting.Speech) Speech {
	view := Speech{Position: s.Position, Annex: b.annexed(s.Annex), Attached: s.Attached && s.Annex == 0}
	text, stop := s.Text, fullStop(s.Text)
	if view.Attached || view.Annex != nil {
		if text, stop = openEnd(s.Text); stop == "" {
			stop = "."
		}
	}
	if s.Name == "" {
		view.Text, view.Position, view.Stop = upperFirst(text), "", stop
		return view
	}
	view.Name, view.Text, view.Stop = b.short(s.Name), lowerFirst(text), stop
	if text == "" && !view.Attached && view.Annex == nil {
		view.Stop = fullStop(view.Name)
		if s.Position != "" {
			view.Stop = fullStop(s.Position)
		}
	}
	return view
}

func (b *builder) exchanges(list []meeting.Exchange) []Exchange {
	var views []Exchange
	for _, e := range list {
		view := Exchange{Question: Remark{Text: upperFirst(e.Text)}}
		if e.Name != "" {
			view.Question = Remark{upperFirst(b.short(e.Name)), lowerFirst(e.Text)}
		}
		switch {
		case e.Answer == "":
		case e.By != "":
			view.Answer = &Remark{b.short(e.By), sentence(lowerFirst(e.Answer))}
		default:
			view.Answer = &Remark{Text: sentence(upperFirst(e.Answer))}
		}
		views = append(views, view)
	}
	return views
}
