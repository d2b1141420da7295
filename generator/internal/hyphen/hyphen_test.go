package hyphen

import (
	"strings"
	"testing"
)

// divided returns a word with a hyphen at every place.
func divided(word string) string {
	var parts []string
	last := 0
	for _, at := range Append(nil, word) {
		parts = append(parts, word[last:at])
		last = at
	}
	return strings.Join(append(parts, word[last:]), "-")
}

// TestDivided: divisions allowed by the rules of Russian spelling (Правила
// русской орфографии и пунктуации, 2006, § 211–219), with at least three letters
// at both ends.
func TestDivided(t *testing.T) {
	for _, want := range []string{
		"коор-ди-на-ци-он-ного", "обра-зо-ва-тель-ный", "про-из-вод-ствен-ный", "пред-ло-же-ние", "под-пи-сать",
		"орга-ни-за-ция", "утвер-дить", "разъ-яс-не-ние", "подъ-езд", "объ-ект", "май-ский", "стройка", "боль-ница",
		"соби-ра-ется", "ответ-ствен-ный", "вось-ми-днев-ный",
		"биз-нес", "совет", "кадры", "вопрос", "биз-нес-мен", "учёт", "тер-ри-то-рия",
	} {
		if got := divided(strings.ReplaceAll(want, "-", "")); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestUndivided(t *testing.T) {
	for _, word := range []string{
		"", "а", "Смоленская", "СМОЛЕНСКАЯ", "agreement", "кластера.", "план-график", "2026", "вцспс", "образованиe",
		strings.Repeat("образование", 6), "обра\xd0",
	} {
		if points := Append(nil, word); points != nil {
			t.Errorf("%q is divided at %v", word, points)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	var points []int
	for b.Loop() {
		points = Append(points[:0], "информационного")
	}
}

// TestTitles: words of titles are divided in spite of their capital letter; names and
// words in capitals are not.
func TestTitles(t *testing.T) {
	for _, want := range []string{"Коор-ди-на-ци-он-ного", "Ассо-ци-а-ции", "Прав-ле-ние",
		"Уве-дом-ле-ние", "Реко-мен-до-вать", "Садо-вод-че-ского",
		"Пред-се-да-тель-ству-ю-щий", "Обще-ства", "Соис-пол-ни-тели"} {
		if got := divided(strings.ReplaceAll(want, "-", "")); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
	for _, name := range []string{"Преподавателева", "Комиссионерова", "АССОЦИАЦИИ", "Районного",
		"Председателенко", "Решетников", "Российского",
		"Организаторовский"} {
		if got := divided(name); got != name {
			t.Errorf("%s is divided", got)
		}
	}
}
