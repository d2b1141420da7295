package compose

import (
	"strings"
	"testing"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// TestForms checks that forms next to a name override [forms], which overrides
// the rules, and that only derived forms are doubtful.
func TestForms(t *testing.T) {
	m := &meeting.Meeting{
		Council: meeting.Council{Name: "Совет кластера"},
		People: []meeting.Person{
			{Name: "Островский Алексей Владимирович", Position: "Губернатор Смоленской области"},
			{Name: "Старко Юлия", Position: "руководитель веб-отдела", Organization: "ООО «Пример»",
				Forms: meeting.Forms{Dative: "Старко Юле"}},
			{Name: "Первый Иван Ильич", Position: "начальник", Organization: "Департамент по образованию"},
			{Name: "Второй Пётр Ильич", Position: "начальник", Organization: "Департамента по образованию"},
			{Name: "Седьмой Олег Ильич", Position: "индивидуальный предприниматель", Organization: "ИП Седьмой О.И."},
			{Name: "Кай", Gender: "m", Organization: "Департамент по образованию"},
		},
		Forms: map[string]meeting.Forms{"Старко Юлия": {Dative: "не она", Genitive: "Старко Юли"},
			"Департамент по образованию": {Dative: "Депту"}},
	}
	g := newGrammar(m)
	for _, test := range []struct {
		got  func(s subject) string
		ref  string
		want string
	}{
		{func(s subject) string { return g.name(s, russian.Dative) }, "Островский",
			"Островскому Алексею Владимировичу"},
		{func(s subject) string { return g.name(s, russian.Nominative) }, "Островский",
			"Островский Алексей Владимирович"},
		{func(s subject) string { return g.shortName(s, russian.Dative, russian.After) }, "Островский",
			"Островскому\u00a0А.В."},
		{func(s subject) string { return g.shortName(s, russian.Dative, russian.Before) }, "Островский",
			"А.В.\u00a0Островскому"},
		{func(s subject) string { return g.post(s, russian.Dative) }, "Островский", "Губернатору Смоленской области"},
		{func(s subject) string { return g.name(s, russian.Dative) }, "Старко", "Старко Юле"},
		{func(s subject) string { return g.name(s, russian.Genitive) }, "Старко", "Старко Юли"},
		{func(s subject) string { return g.post(s, russian.Dative) }, "Старко", "руководителю веб-отдела ООО «Пример»"},
		{func(s subject) string { return g.post(s, russian.Dative) }, "Кай", "Депту"},
		{func(s subject) string { return g.post(s, russian.Dative) }, "Первый",
			"начальнику Департамента по образованию"},
		{func(s subject) string { return g.post(s, russian.Dative) }, "Второй",
			"начальнику Департамента по образованию"},
		{func(s subject) string { return g.post(s, russian.Dative) }, "Седьмой", "индивидуальному предпринимателю"},
		{func(s subject) string { return g.post(s, russian.Nominative) }, "Второй",
			"начальник Департамента по образованию"},
	} {
		s, ok := g.person(test.ref)
		if !ok {
			t.Fatalf("no %s", test.ref)
		}
		if got := test.got(s); got != test.want {
			t.Errorf("%s: %q, want %q", test.ref, got, test.want)
		}
	}
	for given, want := range map[string]string{"": "Совета кластера", "Совета": "Совета"} {
		m.Council.Genitive = given
		if got := load(t).newBuilder(Request{}, m).council(russian.Genitive); got != want {
			t.Errorf("%q: %s, want %s", given, got, want)
		}
	}
}

// TestDoubts checks that a doubtful form is reported once, at the key of the
// word, with the line of [forms] that resolves it.
func TestDoubts(t *testing.T) {
	m := &meeting.Meeting{People: []meeting.Person{{Name: "Ким Женя"}}}
	g := newGrammar(m)
	s, _ := g.person("Ким")
	form := g.name(s, russian.Dative)
	g.name(s, russian.Dative)
	if len(g.problems) != 1 {
		t.Fatalf("doubts: %v", g.problems)
	}
	d := g.problems[0]
	if d.Key != "people[0].name" || !strings.Contains(d.Message, form) || !strings.Contains(d.Hint,
		`"Ким Женя".dative = ""`) {
		t.Errorf("%+v", d)
	}
	if !strings.Contains(d.Hint, `gender = "m"`) {
		t.Errorf("the hint does not ask for the gender: %s", d.Hint)
	}
	if g.body("Форвардень", "kind", meeting.Forms{}, russian.Genitive); !strings.HasSuffix(g.problems[1].Hint, `= ""`) {
		t.Errorf("a form that may be wrong is offered: %+v", g.problems[1])
	}
	m.Forms = map[string]meeting.Forms{"Ким Женя": {Dative: form}}
	g = newGrammar(m)
	if got := g.name(s, russian.Dative); got != form || len(g.problems) > 0 {
		t.Errorf("%q, %v", got, g.problems)
	}
}

// TestDoubtInNominative: a body behind a position that stays in the nominative has a doubt only if it is printed in
// another form than in the file.
func TestDoubtInNominative(t *testing.T) {
	for body, want := range map[string]struct {
		text   string
		doubts int
	}{
		"Городской ДК":          {"директор Городского ДК", 1},
		"Администрации города":  {"директор Администрации города", 0},
		"Городской больницы":    {"директор Городской больницы", 0},
		"Вяземский краевед. ДК": {"директор Вяземского краевед. ДК", 0},
	} {
		m := &meeting.Meeting{People: []meeting.Person{{Name: "Кай", Position: "директор", Organization: body}}}
		g := newGrammar(m)
		s, _ := g.person("Кай")
		if got := g.post(s, russian.Nominative); got != want.text || len(g.problems) != want.doubts {
			t.Errorf("%s: %q %v", body, got, g.problems)
		}
	}
}
