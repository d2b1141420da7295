package meeting

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestNamed: a text is a reference to a person only as a whole.
func TestNamed(t *testing.T) {
	m := &Meeting{People: []Person{{Name: "Сидорова Мария Петровна"}, {Name: "Мамин-Сибиряк Дмитрий Наркисович"},
		{Name: "ООО «Вектор»", Body: true}}}
	d := m.Directory()
	for text, want := range map[string]bool{
		"Сидорова М. П.": true, "М.П. Сидорова": true, "Сидорова Мария Петровна": true, "Мария Петровна Сидорова": true,
		"Сидорова": true, "Мамин-Сибиряк Д. Н.": true, "ООО «Вектор»": true, "сидорова м.п.": true,
		"Сидорова М. П. о сроках": false, "Сидорова М. П.: когда сдача": false, "Сидорова М. П. (2 вопроса)": false,
		"бухгалтер Сидорова М. П.": false, "Что скажет Сидорова М. П.?": false, "Сидорова М. П. и Ким Чен": false,
		"Сидорова М. П. – Каков бюджет?": false, "": false,
	} {
		if _, got := d.Named(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

// TestMayName: whatever has the name of one of the people as a whole may be a name.
func TestMayName(t *testing.T) {
	names := []string{"Сидорова Мария Петровна", "Салтыков - Щедрин Михаил", "Лe Тхи", "Тер Петросян Л.А.",
		"г-н Ёлкин И. И.", "д.м.н. Ким Чен", "О’Нил Шон", "Ива́нов Пётр", "ПЕТРОВ ИВАН", "фон Бисмарк Отто Карлович"}
	m := &Meeting{}
	var parts []string
	for _, name := range names {
		m.People = append(m.People, Person{Name: name})
		parts = append(parts, strings.Fields(name)...)
		parts = append(parts, name)
	}
	m.People = append(m.People, Person{Name: "АО «Ёж-3»", Body: true})
	parts = append(parts, "АО", "«Ёж-3»", `"Еж-3"`, "И.", "М.П.", "иванов", "Ле", "Елкин", "-")
	d, named := m.Directory(), 0
	for range 20_000 {
		words := make([]string, 1+rand.IntN(4))
		for i := range words {
			words[i] = parts[rand.IntN(len(parts))]
		}
		text := strings.Join(words, " ")
		p, ok := d.Person(text)
		full := p.Read()
		isName := ok && (normalize(p.Name) == normalize(text) || consistsOf(normalize(text), normalize(full.Full())))
		if isName {
			named++
		}
		if isName && !d.mayName(text) {
			t.Errorf("%q is %s", text, p.Name)
		}
	}
	if named < 100 {
		t.Errorf("names: %d", named)
	}
}
