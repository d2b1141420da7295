package meeting

import (
	"strings"
	"testing"
)

// TestNearestPerson: an unknown reference suggests the person whose name or
// surname is nearest, however the reference is written.
func TestNearestPerson(t *testing.T) {
	for ref, want := range map[string]string{
		"П. О. Шаблонов":            "Шаблонова Нина Алексеевна",
		"Шаблонова Н. О.":           "Шаблонова Нина Алексеевна",
		"Образцев":                  "Образцов Пётр Ильич",
		"Образцов Пётр Иванович":    "Образцов Пётр Ильич",
		"Никитин Сергей Викторович": "",
		"Абрамов П. И.":             "", // not Образцов
		"Холопова Нина Алексеевна":  "",
	} {
		m := meetingOf(t, strings.Replace(sound, `"Образцов П. И."`, `"`+ref+`"`, 1))
		hint := m.Check()[0].Hint
		if want == "" && strings.Contains(hint, "возможно") || !strings.Contains(hint, want) {
			t.Errorf("%s: %s", ref, hint)
		}
	}
}

// TestDirectoryReadsDamagedNames checks that people are found whose names have
// stress marks, Latin letters, capitals or invisible characters.
func TestDirectoryReadsDamagedNames(t *testing.T) {
	for _, name := range []string{"Кругло\u0301ва Дарья Павловна", "Круглoва Дарья Павловна",
		"КРУГЛО\u0301ВА ДАРЬЯ ПАВЛОВНА",
		"Круглова\u200b Дарья  Павловна", "<b>Круглова</b> Дарья Павловна"} {
		m := &Meeting{People: []Person{{Name: "Первый Иван Иванович"}, {Name: name}}}
		for _, ref := range []string{"Круглова Д. П.", "Круглова", "Круглова Дарья Павловна", "Кругло\u0301ва Д. П.",
			name} {
			if i, ok := m.Directory().Index(ref); !ok || i != 1 {
				t.Errorf("%q is not found by %q", name, ref)
			}
		}
	}
}
