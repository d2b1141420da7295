package russian

import (
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
)

// FuzzDeclension checks that no input causes a panic and that the number of
// words does not change.
func FuzzDeclension(f *testing.F) {
	for _, seed := range []string{
		"Гасанов Али Мамед оглы", "Бонч-Бруевич В. Д.", "1-й заместитель – (главный) «бухгалтер», и. о.", "и", "-",
		"ИП А", "\xd0 ь-", "о", ".00\xd1", `ООО"А-б"/в главный-`, "1-й «» -ой", "ИП ЯКОВ ЩП АУ",
	} {
		f.Add(seed, 1, 2)
	}
	f.Fuzz(func(t *testing.T, s string, gender, kase int) {
		if !utf8.ValidString(s) || strings.ContainsFunc(s, unicode.IsControl) {
			t.Skip("refused when the input is read")
		}
		g, c := Gender(uint(gender)%5), Case(uint(kase)%6)
		words := len(strings.Fields(s))
		p := ParsePerson(s, g)
		if full := p.Full(); p.Kind != BodyName && len(strings.Fields(p.In(c).Text)) != len(strings.Fields(full)) {
			t.Errorf("%q became %q", full, p.In(c).Text)
		}
		Name(s, g, c)
		for _, got := range []Form{Position(s, c), Body(s, c)} {
			if n := len(strings.Fields(got.Text)); n != words {
				t.Errorf("%q became %q", s, got.Text)
			}
		}
		ShortName(s, g, c, After)
		AddressOf(s, g)
		GenderOfNoun(s)
	})
}

// TestDeclensionOfHostileText checks that the running time is not more than
// proportional to the length.
func TestDeclensionOfHostileText(t *testing.T) {
	for _, piece := range []string{"белая, ", "и ", "(((« ", "директор и ", "и. о. ", "а-", "1-й ", "И. ",
		"И.И.Громов ", "№а"} {
		text := "директор, " + strings.Repeat(piece, 5_000)
		start := time.Now()
		Position(text, Dative)
		Name(text, Unknown, Dative)
		typography.Typeset(text)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%q took %v", piece, took)
		}
	}
}
