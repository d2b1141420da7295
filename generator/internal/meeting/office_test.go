package meeting

import "testing"

func TestIsDeputy(t *testing.T) {
	for role, want := range map[string]bool{
		"председатель комиссии": false, "секретарь": false, "глава поселения": false, "": false,
		"заместитель председателя Совета": true, "Первый заместитель председателя": true, "и. о. председателя": true,
		"вице-президент": true, "член комиссии": true, "сопредседатель": true, "зам. председателя": true,
		"председатель Замоскворецкой комиссии": false, "замещает председателя": true,
	} {
		if got := IsDeputy(role); got != want {
			t.Errorf("%q: %v", role, got)
		}
	}
}

func TestIsMember(t *testing.T) {
	for role, want := range map[string]bool{
		"член комиссии": true, "Член рабочей группы": true, "член": true, "секретарь": false, "": false,
		"член комиссии, ответственный секретарь": false, "член комиссии (секретарь)": false,
		"член комиссии — секретарь": false, "член комиссии и секретарь": false, "член-секретарь комиссии": false,
		"член комиссии, председательствующий": false,
	} {
		if got := IsMember(role); got != want {
			t.Errorf("%q: %v", role, got)
		}
	}
}

func TestNamesOffice(t *testing.T) {
	for word, want := range map[string]bool{
		"Председатель собрания": true, "Секретарь комиссии": true, "Учёный секретарь": true,
		"Председатель": false, "Председательствующий на собрании": false, "Вёл заседание": false,
		"Председатель собрания:": false, "Протокол вёл секретарь": false, "": false,
	} {
		if got := NamesOffice(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}
