package laws

import (
	"strings"
	"testing"
	"testing/fstest"

	"protokol/generator/internal/meeting"
	"protokol/templates"
)

func builtIn(t *testing.T) []*Law {
	t.Helper()
	list, err := Load(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// owners returns a meeting of owners that has all requisites of 266/пр.
func owners() *meeting.Meeting {
	number := "67-0000010-2026"
	return &meeting.Meeting{Law: "266/пр", Number: &number, Date: meeting.Date{Year: 2026, Month: 6, Day: 18},
		FirstDate: meeting.Date{Year: 2026, Month: 6, Day: 1}, LastDate: meeting.Date{Year: 2026, Month: 6, Day: 14},
		Kind: "общее собрание собственников помещений", Place: "кв. 1",
		Chair: "Первый И. И.", Secretary: "Вторая М. П.",
		People: []meeting.Person{{Name: "Первый Иван Иванович"}, {Name: "Вторая Мария Петровна"},
			{Name: "Третий Олег Ильич"}},
		Attendance: meeting.Attendance{Members: 40},
		Counting:   &meeting.Commission{Chair: "Третий О. И."},
		Details:    []meeting.Detail{{Label: "Инициатор собрания:", Text: "Первый И. И., паспорт …"}},
		Agenda:     []meeting.Item{{Title: "О крыше.", Vote: &meeting.Vote{Words: "единогласно"}}},
		Annexes:    []meeting.Annex{{Title: "Список присутствовавших"}, {Title: "Решения собственников"}}}
}

// TestOwnersMeetings takes the requisites of 266/пр away one by one.
func TestOwnersMeetings(t *testing.T) {
	law, problems := Find(builtIn(t), owners())
	if law == nil || len(problems) > 0 {
		t.Fatal(problems)
	}
	ordinal := "1"
	for want, change := range map[string]func(*meeting.Meeting){
		"": func(*meeting.Meeting) {},
		"law: нет реквизита: номер протокола: тот, что ГИС ЖКХ присвоила сообщению о собрании " +
			"(266/пр: п. 7)": func(m *meeting.Meeting) {
			m.Number = nil
		},
		"number: номер похож на порядковый («1»); нужен реквизит: номер протокола": func(m *meeting.Meeting) {
			m.Number = &ordinal
		},
		"law: нет реквизита: место проведения собрания: адрес, где собирали решения собственников " +
			"(266/пр: п. 8)": func(m *meeting.Meeting) {
			m.Place = ""
		},
		"date: протокол датирован через 21 дней после собрания; нужен реквизит": func(m *meeting.Meeting) {
			m.Date = meeting.Date{Year: 2026, Month: 7, Day: 5}
		},
		"law: нет реквизита: сведения о секретаре собрания (266/пр: пункт не установлен)": func(m *meeting.Meeting) {
			m.Secretary = ""
		},
		"law: нет реквизита: паспортные данные инициатора": func(m *meeting.Meeting) {
			m.Details[0].Text = "Первый И. И."
		},
		"law: нет реквизита: сведения о лицах, проводивших подсчёт голосов " +
			"(266/пр: п. 4 ст. 181.2": func(m *meeting.Meeting) {
			m.Counting = nil
		},
		"law: нет реквизита: общее количество голосов собственников": func(m *meeting.Meeting) {
			m.Attendance.Members = 0
		},
		"agenda[0]: нет реквизита: результаты голосования": func(m *meeting.Meeting) {
			m.Agenda[0].Vote = nil
		},
		"signers: среди подписывающих нет: Третий Олег Ильич (counting.chair)": func(m *meeting.Meeting) {
			m.Signers = []meeting.Signer{{Name: "Первый И. И."}, {Name: "Вторая М. П."}}
		},
		"law: нет реквизита: решения собственников с их СНИЛС": func(m *meeting.Meeting) {
			m.Annexes = m.Annexes[:1]
		},
		"law: проверьте сами; нужен реквизит: подписи всех собственников": func(m *meeting.Meeting) {
			m.Agenda[0].Title = "О создании ТСЖ."
		},
		"law: собрание было раньше, чем вступил в силу": func(m *meeting.Meeting) {
			m.FirstDate = meeting.Date{Year: 2025, Month: 8, Day: 31}
		},
	} {
		m := owners()
		change(m)
		found := law.Check(m)
		if want == "" && len(found) == 0 {
			continue
		}
		if len(found) != 1 || found[0].Severity == 0 ||
			!strings.HasPrefix(found[0].Key+": "+found[0].Message, want) {
			t.Errorf("want %s\nhave %v", want, found)
		}
	}
}

// TestNotes checks that what is not established and where personal data are kept
// is said, and that a law is suggested only where it may be in force.
func TestNotes(t *testing.T) {
	list := builtIn(t)
	law, _ := Find(list, owners())
	notes := strings.Join(law.Notes(), "\n")
	for _, want := range []string{"могут понадобиться и другие реквизиты", "пункт не установлен у реквизитов: ",
		"персональные данные: паспортные данные", "СНИЛС", "их хранят бумага и исходный файл"} {
		if !strings.Contains(notes, want) {
			t.Errorf("no %q in\n%s", want, notes)
		}
	}
	m := owners()
	m.Law = ""
	if got := Suggest(list, m); len(got) != 1 || !strings.Contains(got[0], `law = "266/пр"`) {
		t.Error(got)
	}
	m.FirstDate = meeting.Date{Year: 2025, Month: 8, Day: 1}
	if got := Suggest(list, m); got != nil {
		t.Error("before the order:", got)
	}
	_, problems := Find(list, &meeting.Meeting{Law: "267/пр"})
	if !strings.Contains(problems.Error(), "нет правил «267/пр»") {
		t.Error(problems)
	}
}

// TestOwnLaw checks that an office can add an act, and that mistakes in it have
// places.
func TestOwnLaw(t *testing.T) {
	own := fstest.MapFS{"laws/school.toml": {Data: []byte(`name = "устав"
title = "Устав школы"
[[requisites]]
what = "тема"
clause = "п. 3.2"
keys = ["theme"]
`)}}
	list, err := Load(templates.Files, own)
	if err != nil {
		t.Fatal(err)
	}
	m := &meeting.Meeting{Law: "устав"}
	law, _ := Find(list, m)
	if got := law.Check(m).Error(); got != "предупреждение: law: нет реквизита: тема (устав: п. 3.2)" {
		t.Error(got)
	}
	own["laws/school.toml"].Data = []byte("name = \"устав\"\n[[requisites]]\nwhat = \"тема\"\nkeys = [\"them\"]\n")
	if _, err := Load(own, nil); err == nil || !strings.Contains(err.Error(), "нет ключа «them»") {
		t.Error(err)
	}
	own["laws/school.toml"].Data = []byte("name = \"266/пр\"")
	if list, err := Load(templates.Files, own); err != nil || len(list) != len(builtIn(t)) || list[0].Title != "" {
		t.Error("the act of the office does not replace the other:", err)
	}
}
