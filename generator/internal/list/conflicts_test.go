package list

import "testing"

// TestWholeNameBesideSurname: «Полное имя» beside a surname is the whole name.
func TestWholeNameBesideSurname(t *testing.T) {
	l, _, _ := read(t, source("a.csv", "Наименование;Фамилия;Полное имя\nООО «А»;Ким;Ким Олег Павлович\n"), Options{})
	for r := range l.Records() {
		if got := r.Get("name"); got != "Ким Олег Павлович" {
			t.Errorf("got %q", got)
		}
	}
}

// TestPlainerColumn: a column of some people, kind or part is not taken before a plainer one.
func TestPlainerColumn(t *testing.T) {
	for headings, want := range map[string]string{
		"Организация;Заместитель;Директор":             "organization=A name=C",
		"Организация;Педагог;ФИО участника":            "organization=A name=C",
		"Департамент;Организация;ФИО":                  "organization=B name=C",
		"Наименование отдела;Название организации;ФИО": "organization=B name=C",
	} {
		l, _, _ := read(t, source("a.csv", headings+"\nОтдел культуры;ООО «А»;Ким О. П.\n"), Options{})
		if got := known(l); got != want {
			t.Errorf("%s: got %s, want %s", headings, got, want)
		}
	}
}
