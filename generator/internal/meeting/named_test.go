package meeting

import "testing"

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
