package word_test

import (
	"strings"
	"testing"

	"protokol/generator/internal/compose"
)

// TestWhom: «кого» is the accusative after a verb that asks for it, the genitive after
// other words; where neither is sure and the forms differ, it is a warning.
func TestWhom(t *testing.T) {
	for _, c := range []struct{ template, want string }{
		{"СЛУШАЛИ: {секретарь | кого | полностью}", "СЛУШАЛИ: Примерову Анну Викторовну"},
		{"Избрать {секретарь | кого}", "Избрать А.В. Примерову"},
		{"Слушали {секретарь.должность | кого} {секретарь | кого}.", "Слушали специалиста А.В. Примерову."},
		{"Слушали доклад {секретарь | кого}", "Слушали доклад А.В. Примеровой"},
		{"В отсутствие {секретарь | кого}", "В отсутствие А.В. Примеровой"},
		{"Протокол вела подпись {секретарь | кого}", "Протокол вела подпись А.В. Примеровой"},
		{"Слушали {секретарь | рд}", "Слушали А.В. Примеровой"},
		{"Слушали специалиста {председатель | кого}", "Слушали специалиста П.И. Образцова"},
		{"Слушали специалиста {секретарь | кого}", "Слушали специалиста А.В. Примеровой!"},
		{"{секретарь | кого}", "А.В. Примеровой!"},
		{"В {орган | кого}", "В Совета дома!"},
		{"Отправить через {секретарь | кого}", "Отправить через А.В. Примеровой!"},
		{"Прав {секретарь | кого}", "Прав А.В. Примеровой"},
		{"Слушали. Решили по просьбе {секретарь | кого}", "Слушали. Решили по просьбе А.В. Примеровой"},
	} {
		paper, _, absent := open(t, p(c.template), nil).Fill(frame(t, source, compose.Request{}))
		if paper == nil {
			t.Fatal(absent)
		}
		got := strings.TrimSpace(text(between(written(t, paper, "word/document.xml"))))
		if len(absent) > 0 && strings.Contains(absent[0].Message, "двузначно") {
			got += "!"
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.template, got, c.want)
		}
	}
	made := fill(t, p("СЛУШАЛИ:")+p("{секретарь | кого}"))
	if !strings.Contains(made, "Примерову") {
		t.Error("the paragraph before does not count: ", made)
	}
}
