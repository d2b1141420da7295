package russian

import (
	"strings"
	"testing"
)

// TestSurnamesOfUnits: a word for a body or a territory in the place of a surname is doubted; a surname made from one
// is not.
func TestSurnamesOfUnits(t *testing.T) {
	for name, doubted := range map[string]bool{
		"Район Олег Ильич": true, "Отдел Иван Петрович": true, "Завод Анна Ильинична": true,
		"Иван Петрович Отдел": true, "Комитет О. И.": true, "Отделение Иван Петрович": true,
		"Районов Олег Ильич": false, "Заводский Олег Ильич": false, "Мельник Олег Ильич": false,
		"Коваль Анна Ильинична": false, "Городецкий О. И.": false, "Слобода Олег Ильич": false,
	} {
		p := ParsePerson(name, Unknown)
		if got := strings.Contains(strings.Join(p.Doubts, " "), "частью названия"); got != doubted {
			t.Errorf("%s: %v", name, p.Doubts)
		}
	}
}
