package list

import (
	"slices"
	"testing"
)

// TestContactExports checks the English headings of address books and of customer lists.
func TestContactExports(t *testing.T) {
	for headings, want := range map[string][]string{
		"ID,First Name,Second Name,Last Name,Position,Company,Work E-mail": {"", "given_name", "patronymic", "surname",
			"position", "organization", "email"},
		"First Name,Middle Name,Last Name,Company,Job Title,E-mail Address": {"given_name", "patronymic", "surname",
			"organization", "position", "email"},
	} {
		row := "\n1,Анна,Петровна,Громова,директор,ООО «Вектор»,a@b.ru\n"
		l, problems := Open(source("a.csv", headings+row), Options{})
		if l == nil {
			t.Fatal(headings, problems)
		}
		var fields []string
		for _, c := range l.Columns[:len(want)] {
			fields = append(fields, c.Field)
		}
		if !slices.Equal(fields, want) {
			t.Errorf("%s: %q", headings, fields)
		}
	}
}

// TestBusinessAddress checks that the parts of an address of Outlook become one.
func TestBusinessAddress(t *testing.T) {
	l, problems := Open(source("a.csv",
		"Last Name,Company,Business Street,Business City,Business Postal Code,Home Street\n"+
			"Громова,ООО «Вектор»,\"ул. Мира, 5\",Пермь,614000,\"ул. Лесная, 7\"\n"), Options{})
	if l == nil {
		t.Fatal(problems)
	}
	for r := range l.Records() {
		if got, want := r.Get("address"), "г. Пермь, ул. Мира, 5"; got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}
