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
	} {
		m := meetingOf(t, strings.Replace(sound, `"Образцов П. И."`, `"`+ref+`"`, 1))
		hint := m.Check()[0].Hint
		if want == "" && strings.Contains(hint, "возможно") || !strings.Contains(hint, want) {
			t.Errorf("%s: %s", ref, hint)
		}
	}
}
