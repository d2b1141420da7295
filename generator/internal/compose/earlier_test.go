package compose

import (
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/meeting"
)

// TestEarlierPeople: papers made by earlier rules keep the words and rows about people
// that they had.
func TestEarlierPeople(t *testing.T) {
	m := &meeting.Meeting{Form: "full", Kind: "совещание", Date: meeting.Date{Year: 2026, Month: 4, Day: 8},
		Chair:   "Рощина Вера Львовна",
		Signers: []meeting.Signer{{Name: "Гусев Лев Ильич"}},
		Approval: &meeting.Approval{Position: "Глава", Organization: "Администрация района",
			Name: "Яна Ильинична Цой"},
		Attendance: meeting.Attendance{Members: 12},
		People: []meeting.Person{
			{Name: "Рощина Вера Львовна", Position: "директор", Organization: "Управление культуры"},
			{Name: "Гусев Лев Ильич", Position: "начальник отдела", Organization: "Министерство финансов"}},
		Agenda: []meeting.Item{{Title: "О плане", Decisions: []meeting.Decision{{Text: "Доработать."}}}}}
	m.Header = &meeting.Header{Leader: "{роль}: {фио}, {должность} {организация}",
		Participant: "{фамилия и.о.}. {должность}"}
	for _, c := range []struct {
		kind          string
		earlier, then []string
	}{
		{"protocol", []string{"Глава Администрация района", "директор Управление культуры",
			"Начальник отдела Министерство финансов Л.И. Гусев", "Гусев Л.И.. начальник"},
			[]string{"Глава Администрации района", "директор Управления культуры",
				"Начальник отдела Министерства финансов Л.И. Гусев", "Гусев Л.И. начальник"}},
		{"attendance", []string{"\n7\t"}, []string{"\n12\t"}},
	} {
		for rules, want := range map[int][]string{1: c.earlier[:1], 5: c.earlier, 6: c.then, 0: c.then} {
			text := compose(t, Request{Kind: c.kind, Rules: rules}, m)
			for _, want := range want {
				if !strings.Contains(text, want) {
					t.Errorf("%s by rules %d: %q is not in %q", c.kind, rules, want, text)
				}
			}
			if c.kind == "attendance" && strings.Contains(text, "\n8\t") != (want[0] == "\n12\t") {
				t.Errorf("rows by rules %d: %q", rules, text)
			}
		}
	}
}

// TestEarlierMarks: marks of agreement by earlier rules are tables of two each, as in papers printed then.
func TestEarlierMarks(t *testing.T) {
	for count := range 6 {
		m := papersFull()
		m.Approval = &meeting.Approval{Position: "Глава", Name: "Мамин-Сибиряк Дмитрий Наркисович"}
		for range count + 1 {
			m.Agreed = append(m.Agreed, meeting.Agreement(*m.Approval))
		}
		for rules, want := range map[int]struct {
			tables      int
			style, name string
		}{
			markRules - 1: {count/2 + 1, "requisites", "Мамин-Сибиряк"},
			0:             {1, document.MarksStyle, "Мамин\u2011Сибиряк"},
		} {
			for _, kind := range []string{"protocol", "letter", "resolution"} {
				m.Letter.Agreed, m.Papers["resolution"].Agreed = m.Agreed, m.Agreed
				doc, _, err := load(t).Document(t.Context(), Request{Kind: kind, Rules: rules}, m)
				if err != nil {
					t.Fatal(err)
				}
				tables := 0
				document.Walk(doc, func(block document.Block) {
					if b, ok := block.(document.Table); ok && b.Style == want.style {
						text := document.PlainText(&document.Document{Blocks: []document.Block{b}})
						if strings.Contains(text, "СОГЛАСОВАНО") && strings.Contains(text, want.name) {
							tables++
						}
					}
				})
				if tables != want.tables {
					t.Errorf("%s with %d marks by rules %d: %d tables", kind, count+1, rules, tables)
				}
			}
		}
	}
}

// TestSigningRoles: letters, copies and lists are signed in the same role as the protocol, by earlier rules in that of
// the office; a member who keeps the minutes is the secretary everywhere.
func TestSigningRoles(t *testing.T) {
	m := &meeting.Meeting{Date: meeting.Date{Year: 2026, Month: 4, Day: 8}, Council: meeting.Council{Name: "Комиссия"},
		Chair: "Рощина Вера Львовна", Secretary: "Гусев Лев Ильич", Letter: &meeting.Letter{Text: []string{"Да."}},
		People: []meeting.Person{{Name: "Рощина Вера Львовна", Role: "заместитель председателя комиссии"},
			{Name: "Гусев Лев Ильич", Role: "ответственный секретарь комиссии"}},
		Agenda: []meeting.Item{{Title: "О плане", Decisions: []meeting.Decision{
			{Text: "Доработать.", Due: &meeting.Deadline{Text: "постоянно"}}}}}}
	for _, c := range []struct{ kind, earlier, then string }{
		{"letter", "\nПредседатель В.Л. Рощина", "\nЗаместитель председателя комиссии В.Л. Рощина"},
		{"extract", "Верно\nСекретарь Л.И. Гусев", "Верно\nОтветственный секретарь комиссии Л.И. Гусев"},
		{"assignments", "\nСекретарь Л.И. Гусев", "\nОтветственный секретарь комиссии Л.И. Гусев"},
		{"attendance", "\nСекретарь Л.И. Гусев", "\nОтветственный секретарь комиссии Л.И. Гусев"},
		{"protocol", "\nОтветственный секретарь комиссии Л", "\nОтветственный секретарь комиссии Л"},
	} {
		for rules, want := range map[int]string{10: c.earlier, 0: c.then} {
			text := compose(t, Request{Kind: c.kind, Rules: rules, Items: []int{1}}, m)
			if !strings.Contains(text, want) {
				t.Errorf("%s by rules %d: %q is not in %q", c.kind, rules, want, text)
			}
		}
	}
	for _, c := range []struct{ kind, chair, secretary, want string }{
		{"protocol", "", "член комиссии", "\nСекретарь Л.И. Гусев"},
		{"extract", "", "член комиссии", "\nСекретарь Л.И. Гусев"},
		{"protocol", "", "член комиссии, секретарь", "\nЧлен комиссии, секретарь Л.И. Гусев"},
		{"extract", "", "член комиссии, секретарь", "\nЧлен комиссии, секретарь Л.И. Гусев"},
		{"protocol", "член комиссии", "", "\nЧлен комиссии В.Л. Рощина"},
		{"letter", "член комиссии", "", "\nПредседатель В.Л. Рощина"},
	} {
		m.People[0].Role, m.People[1].Role = c.chair, c.secretary
		if text := compose(t, Request{Kind: c.kind, Items: []int{1}}, m); !strings.Contains(text, c.want) {
			t.Errorf("%s by %q, %q: %q is not in %q", c.kind, c.chair, c.secretary, c.want, text)
		}
	}
}

// TestDoubtCharged: the brief form warns of a text that names another than those responsible, whom it puts before it.
func TestDoubtCharged(t *testing.T) {
	set := load(t)
	for text, want := range map[string]bool{
		"Отделу культуры провести праздник": true, "Рабочей группе доработать проект": true,
		"Исполнительному директору принять меры": true, "Директору школы представить отчёт": false,
		"Родителям учеников направить письма": false, "Ветеранам организовать подвоз": false,
		"Отделу культуры выделить помещение": false, "Администрации школы сообщить о сроках": false,
		"Провести праздник": false, "Срочно подготовить план": false, "Информацию разместить на сайте": false,
		"Поручить директору школы подготовить план": false, "Рекомендовать начальнику ПЧ-17 провести проверку": true,
		"Рекомендовать провести проверку": false,
	} {
		m := &meeting.Meeting{Form: "brief", Date: meeting.Date{Year: 2026, Month: 4, Day: 8},
			Chair: "Рощина Вера Львовна", Council: meeting.Council{Name: "Комиссия"},
			People: []meeting.Person{{Name: "Рощина Вера Львовна"}},
			Agenda: []meeting.Item{{Title: "О плане", Decisions: []meeting.Decision{
				{Text: text, Responsible: []string{"Рощина Вера Львовна"}}}}}}
		_, problems, err := set.View(Request{Kind: "protocol"}, m)
		if err != nil {
			t.Fatal(err)
		}
		found := slices.ContainsFunc(problems, func(p diag.Problem) bool { return strings.HasSuffix(p.Key, "].text") })
		if found != want {
			t.Errorf("%s: %v", text, problems)
		}
	}
}

// TestEarlierFindings: a commission stood above the lines of its paper by earlier
// rules, also if it established something.
func TestEarlierFindings(t *testing.T) {
	for rules, want := range map[int]string{5: "Табель верен.\nОснование: договор № 5\n",
		6: "О приёмке\nОснование: договор № 5\nСостав комиссии:"} {
		m := act()
		p := m.Papers["act"]
		p.Commission, p.Findings = &meeting.Commission{Chair: "Первый И. И."}, []string{"Табель верен."}
		if text := compose(t, Request{Kind: "act", Rules: rules}, m); !strings.Contains(text, want) {
			t.Errorf("by rules %d %q is not in %q", rules, want, text)
		}
	}
}

// TestMembers: the quorum names members of a body in the genitive plural, by earlier rules with -ов alone.
func TestMembers(t *testing.T) {
	m := &meeting.Meeting{Date: meeting.Date{Year: 2026, Month: 4, Day: 25}, Kind: "сход граждан",
		Council: meeting.Council{Rules: meeting.Rules{Quorum: "> 1/2 of members"}},
		Chair:   "Рощина Вера Львовна", People: []meeting.Person{{Name: "Рощина Вера Львовна"}},
		Attendance: meeting.Attendance{Print: "number", Members: 30, Present: new(24)},
		Agenda:     []meeting.Item{{Title: "О плане", Decisions: []meeting.Decision{{Text: "Доработать."}}}}}
	for _, c := range []struct{ member, earlier, then string }{
		{"", "из 30 членов", "из 30 членов"},
		{"депутат Думы", "из 30 депутатов Думы", "из 30 депутатов Думы"},
		{"уполномоченный", "из 30 уполномоченныйов", "из 30 уполномоченных"},
		{"житель, имеющий право голоса", "из 30 житель,ов имеющий", "из 30 жителей, имеющих право голоса"},
	} {
		m.Council.Member = c.member
		for rules, want := range map[int]string{11: c.earlier, 0: c.then} {
			if text := compose(t, Request{Kind: "protocol", Rules: rules}, m); !strings.Contains(text, want) {
				t.Errorf("%s by rules %d: %q is not in %q", c.member, rules, want, text)
			}
		}
	}
}
