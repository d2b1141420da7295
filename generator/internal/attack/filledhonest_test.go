package attack_test

import (
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/attack"
	"protokol/generator/internal/cms/cmstest"
	"protokol/generator/internal/cos"
)

// TestFilledHonestly: values that a form shows in another form are no changes, and what cannot be compared is named.
func TestFilledHonestly(t *testing.T) {
	g := newGenerator(t)
	plain := paper(t, g, "2026-03-12", generator.Request{Kind: "consent", Fillable: true}, "pdf")
	signer := by(cmstest.ECDSA(t, "Чуранов", "Валерий Сергеевич"))
	const allowed, unlike = "изменено только разрешённое", "но вид полей не сверен"
	script := func(text string) cos.Dict {
		return cos.Dict{"AA": cos.Dict{"F": cos.Dict{"S": cos.Name("JavaScript"), "JS": cos.String(text)}}}
	}
	number, date := script("AFNumber_Format(2,2,0,0,'',true)"), script(`AFDate_FormatEx("dd.mm.yyyy")`)
	country := cos.Dict{"FT": cos.Name("Ch"), "Opt": cos.Array{
		cos.Array{cos.String("RU"), cos.String("Russia")}, cos.Array{cos.String("CN"), cos.String("China")}}}
	for name, c := range map[string]struct {
		field        cos.Dict
		value, shown string
		says         string
		isUnlike     bool
	}{
		"name of a value":    {country.With(cos.Dict{"Ff": 1 << 17}), "RU", "Russia", allowed, false},
		"name of another":    {country.With(cos.Dict{"Ff": 1 << 17}), "RU", "China", "на листе видно «China»", false},
		"list":               {country, "RU", "Russia China", allowed, true},
		"formatted number":   {number, "1234.5", "1 234,50", allowed, false},
		"another number":     {number, "1234.5", "1 934,50", "на листе видно «1 934,50»", false},
		"formatted date":     {date, "2026-03-12", "12.03.2026", allowed, false},
		"another date":       {date, "2026-03-12", "03.12.2026", "на листе видно «03.12.2026»", false},
		"what a script says": {script("show()"), "2026-03-12", "12.03.2026", "на листе видно «12.03.2026»", false},
	} {
		a := attack.Attack{Certify: 2, Prepare: attack.PrepareAnswer(c.field),
			Edit: attack.Show("answer", c.value, c.shown)}
		_, filled, err := a.Apply(plain, signer)
		if err != nil {
			t.Fatal(err)
		}
		said, pass := judged(g, filled)
		if pass != (c.says == allowed) || !strings.Contains(said, c.says) ||
			strings.Contains(said, unlike) != c.isUnlike {
			t.Errorf("%s: pass %v: %s", name, pass, said)
		}
	}
	a := attack.Attack{Certify: 2, Prepare: attack.PrepareTick, Edit: attack.Tick}
	_, filled, err := a.Apply(plain, signer)
	if err != nil {
		t.Fatal(err)
	}
	if said, pass := judged(g, filled); !pass || !strings.Contains(said, allowed) {
		t.Errorf("a tick: %s", said)
	}
}
