package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/opc/opctest"
)

// TestOnlyPoint: the only point of a question has a number where the template prints
// one, but a condition can leave it out.
func TestOnlyPoint(t *testing.T) {
	one := strings.Replace(source, `decisions = ["Третье", "Четвёртое"]`, `decisions = ["Третье"]`, 1)
	body := p("{для каждого вопроса}") + p("{для каждого решения}") +
		p("{решение.номер} {решение.текст} {если решение.номер}{решение.номер}{конец}") + p("{конец}") + p("{конец}")
	made := opctest.Part(t, saved(t, open(t, body, nil), frame(t, one, compose.Request{})), "word/document.xml")
	if got, want := text(between(made)), "1. Первое 1.\n2. Второе 2.\n1. Третье \n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestComparisons: a person is equal to each form of the name, a date to each writing.
func TestComparisons(t *testing.T) {
	for _, c := range []struct{ condition, want string }{
		{"председатель = «Образцов Пётр Ильич»", "да"}, {"председатель = Образцов П. И.", "да"},
		{"председатель = Примерова А.В.", "нет"}, {"секретарь != «Примерова»", "нет"},
		{"дата = 12.03.2026", "да"}, {"дата > 1 марта 2026", "да"}, {"дата < 2026-03-12", "нет"},
		{"номер = 7", "да"}, {"участники >= 2", "да"}, {"участники => 2", "да"}, {"участники =< 1", "нет"},
	} {
		if got := text(fill(t, p("{если "+strings.ReplaceAll(strings.ReplaceAll(c.condition, "<", "&lt;"), ">", "&gt;")+
			"}да{иначе}нет{конец}"))); got != c.want+"\n" {
			t.Errorf("%s: %q", c.condition, got)
		}
	}
	for condition, want := range map[string]string{"вид &gt; очередное": "«очередное» — не число",
		"председатель &gt; 2": "{председатель} — не число", "орган &lt; 2": "{орган} — не число"} {
		slips := open(t, p("{если "+condition+"}да{конец}"), nil).Slips(nil)
		if len(slips) != 1 || !strings.Contains(slips[0].Message, want) {
			t.Errorf("%s: %v", condition, slips)
		}
	}
	lettered := strings.Replace(source, `number = "7"`, `number = "7-п"`, 1)
	paper, slips, absent := open(t, p("{если номер &gt; 5}да{конец}"), nil).Fill(frame(t, lettered, compose.Request{}))
	if got := append(slips, absent...); paper != nil || len(got) != 1 ||
		!strings.Contains(got[0].Message, "{номер} — не число") {
		t.Errorf("%v", got)
	}
}

// TestSignsAroundNames: signs in braces around a name are a slip; braces around anything
// else are text.
func TestSignsAroundNames(t *testing.T) {
	for _, words := range []string{"$место", `"место"`, "«место»",
		"*место*", "(место)", "_место", ".место", "1. место"} {
		if slips := open(t, p("{"+words+"}"), nil).Slips(nil); len(slips) != 1 ||
			!strings.Contains(slips[0].Message, "нет имени {"+words+"}") {
			t.Errorf("{%s}: %v", words, slips)
		}
	}
	for _, words := range []string{"1", `"ключ": 1`, "2026 год", "$5"} {
		if got := text(fill(t, p("{"+words+"}"))); got != "{"+words+"}\n" {
			t.Errorf("{%s}: %q", words, got)
		}
	}
	if got := text(fill(t, p("а{для каждого приглашенного}{приглашенный}{конец}"))); got != "а\n" {
		t.Errorf("names without ё: %q", got)
	}
}

// TestHalfMarkers: what lacks in markers and filters that are not finished.
func TestHalfMarkers(t *testing.T) {
	for words, want := range map[string]string{"{для каждого}": "{для каждого вопроса}", "{если}": "{если тема}",
		"{место | }": "уберите |"} {
		if slips := open(t, p(words), nil).Slips(nil); len(slips) != 1 || !strings.Contains(slips[0].Hint, want) {
			t.Errorf("%s: %v", words, slips)
		}
	}
}
