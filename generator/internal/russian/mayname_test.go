package russian

import (
	"strings"
	"testing"
)

// TestMayNamePerson: where ParsePerson finds a patronymic or initials, the quick
// check does not rule them out; and it rules out usual positions.
func TestMayNamePerson(t *testing.T) {
	for name := range strings.FieldsSeq(masculineNames + " " + feminineNames) {
		for _, rest := range []string{
			"Петрович", "Петровна", "Ильич", "Кузьминична", "Мамед оглы", "Рашид кызы", "П.", "П", "Юрьевичу", "Фомич",
			"Саввич", "Лукинична", "Ым", "Ли",
		} {
			for _, text := range []string{
				"директор Громов " + name + " " + rest, "Громов " + rest + " " + name, rest + " " + name + " Громов",
				"директор, Громов-" + name + " " + rest, strings.ToUpper("Громов " + name + " " + rest),
			} {
				if MayNamePerson(text) {
					continue
				}
				if p := ParsePerson(text, Unknown); p.Patronymic != "" {
					t.Fatalf("%q names %q", text, p.Full())
				}
			}
		}
	}
	for _, text := range []string{
		"директор", "Генеральный директор", "начальник отдела кадров", "главный бухгалтер", "глава района",
		"заместитель главы по социальным вопросам",
	} {
		if MayNamePerson(text) {
			t.Errorf("%q needs no reading", text)
		}
	}
}
