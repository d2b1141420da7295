package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
)

// TestBodyOnce checks that a body whose name stands in the kind of the meeting is not
// named again, in any paper, and that earlier rules are kept.
func TestBodyOnce(t *testing.T) {
	for _, c := range []struct{ kind, name, want string }{
		{"заседание педагогического совета", "Педагогический совет", "заседания педагогического совета"},
		{"53-е заседание Тульской областной Думы IV созыва", "Тульская областная Дума",
			"53-го заседания Тульской областной Думы IV созыва"},
		{"общее собрание работников", "Общее собрание работников ГБУ «Маяк»",
			"общего собрания работников ГБУ «Маяк»"},
		{"заседание худсовета", "Худсовет театра «Тень»", "заседания худсовета театра «Тень»"},
		{"заседание рабочей группы", "Группа компаний «Тень»", "заседания рабочей группы Группы компаний «Тень»"},
		{"заседание", "Совет дома", "заседания Совета дома"},
		{"заседание коллегии министерства культуры области", "Министерство культуры области",
			"заседания коллегии Министерства культуры области"},
		{"собрание акционеров группы компаний «Тень»", "Группа компаний «Тень»",
			"собрания акционеров Группы компаний «Тень»"},
		{"расширенное заседание попечительского совета, родительского комитета и администрации лицея",
			"Попечительский совет",
			"расширенного заседания попечительского совета, родительского комитета и администрации лицея"},
		{"заседание совета, жителей", "Совет жителей", "заседания совета, жителей Совета жителей"},
		{"совместное заседание Совета", "Комиссия по этике", "совместного заседания Совета Комиссии по этике"},
	} {
		m := bare()
		m.Form, m.Kind, m.Council.Name = "full", c.kind, c.name
		m.Notice = &meeting.Letter{To: []meeting.Addressee{{Organization: "ООО «А»"}}}
		for kind, want := range map[string]string{"protocol": c.want + "\n",
			"attendance": "участников " + c.want + "\n", "notice": "о проведении " + c.want + "."} {
			if text := compose(t, Request{Kind: kind}, m); !strings.Contains(text, want) {
				t.Errorf("%s, %s: no %q in %s", c.kind, kind, want, text)
			}
		}
	}
	m := bare()
	m.Form, m.Kind, m.Council.Name = "full", "заседание Совета дома", "Совет дома"
	problems, err := load(t).Check(t.Context(), m, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if p.Key == "council.name" {
			t.Error(p)
		}
	}
	m.Kind = "заседание совета"
	if text := compose(t, Request{Kind: "protocol", Rules: 6}, m); !strings.Contains(text, "совета Совета дома") {
		t.Error("by rules 6:", text)
	}
	m.Kind = "заседание совета дома, правления"
	if text := compose(t, Request{Kind: "protocol", Rules: 11}, m); !strings.Contains(text, "правления Совета дома") {
		t.Error("by rules 11:", text)
	}
}

// TestNumberAlone checks that an item stands after a number without words, and below
// words with a number.
func TestNumberAlone(t *testing.T) {
	for pattern, want := range map[string]string{
		"{номер}.": "\n1. О плане.\n", "{римская})": "\nI) О плане.\n",
		"{номер}. Слушали:": "\n1. Слушали:\nО плане.\n", "Вопрос {номер}": "\nВопрос 1\nО плане.\n",
		"{порядковому}.": "\nпервому.\nО плане.\n",
	} {
		m := bare()
		m.Form, m.Words = "full", &meeting.Words{Item: &pattern}
		m.Agenda = []meeting.Item{{Title: "О плане.", Decisions: []meeting.Decision{{Text: "Утвердить."}}}}
		if text := compose(t, Request{Kind: "protocol"}, m); !strings.Contains(text, want) {
			t.Errorf("%s: no %q in %s", pattern, want, text)
		}
	}
}
