package russian

import "testing"

func TestNamesBody(t *testing.T) {
	for phrase, want := range map[string]bool{
		"счётная комиссия": true, "Редакционная группа": true, "президиум собрания": true,
		"состав счётной комиссии": true,
		"правление":               true, "совет ветеранов": true, "ревизионная комиссия товарищества": true,
		"члены счётной комиссии": false, "председатель правления": false, "секретарь": false, "": false,
		"исполняющий обязанности председателя комиссии": false, "ревизор": false,
	} {
		if NamesBody(phrase) != want {
			t.Errorf("%q: %v", phrase, !want)
		}
	}
}
