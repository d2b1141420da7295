package list

import (
	"errors"
	"testing"

	"protokol/generator/diag"
)

const towns = "Наименование организации;ИНН;Город;Дата договора\n" +
	"Смоленский колледж;1;Смоленск;20.11.2017\n" +
	"ООО «Ёлка, сосна и ель»;;СМОЛЕНСК;\n" +
	"Вяземский Колледж;3;Вязьма;01.03.2026\n"

func TestFilter(t *testing.T) {
	for _, test := range []struct {
		text string
		want []string
	}{
		{"город = Смоленск", []string{"строка 2", "строка 3"}},
		{"city=смоленск", []string{"строка 2", "строка 3"}},
		{"Город != Смоленск", []string{"строка 4"}},
		{"организация ~ колледж", []string{"строка 2", "строка 4"}},
		{"организация !~ колледж", []string{"строка 3"}},
		{"организация ~ колледж, город = Вязьма", []string{"строка 4"}},
		{"организация ~ колледж и город = Вязьма", []string{"строка 4"}},
		{`инн != ""`, []string{"строка 2", "строка 4"}},
		{`инн = «»`, []string{"строка 3"}},
		{`организация ~ "елка, сосна и ель"`, []string{"строка 3"}},
		{`"Дата договора" ~ 2026`, []string{"строка 4"}},
		{`дата договора ~ .2017`, []string{"строка 2"}},
		{"город = Смоленск и организация ~ колледж и инн = 1", []string{"строка 2"}},
	} {
		l, _, _ := read(t, source("a.csv", towns), Options{})
		filter, err := ParseFilter(test.text)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		filter, problems := filter.Resolve(l)
		equal(t, test.text, messages(problems), nil)
		var got []string
		for r := range l.Records() {
			if filter.Match(r) {
				got = append(got, r.Location(""))
			}
		}
		equal(t, test.text, got, test.want)
	}
}

func TestFilterErrors(t *testing.T) {
	for _, test := range []struct {
		text   string
		column int
		want   string
	}{
		{"", 1, "здесь нужен столбец"},
		{"= Смоленск", 1, "здесь нужен столбец"},
		{"город", 6, "после столбца «город» нужен знак"},
		{"город ! Смоленск", 8, "после столбца «город» нужен знак"},
		{"город =", 8, "здесь нужно значение"},
		{"город = , инн = 1", 9, "здесь нужно значение"},
		{"город = Смоленск,", 18, "здесь нужен столбец"},
		{`город = "Смоленск`, 9, "кавычка не закрыта"},
		{`город = "Смоленск" Вязьма`, 20, "условие здесь закончилось"},
		{`город == Смоленск`, 8, "здесь нужно значение"},
	} {
		_, err := ParseFilter(test.text)
		var p diag.Problem
		if !errors.As(err, &p) || p.Column != test.column || p.Message != test.want {
			t.Errorf("%q: %d: %v", test.text, p.Column, err)
		}
	}
	l, _, _ := read(t, source("a.csv", towns), Options{})
	filter, _ := ParseFilter("город = Смоленск и телефон = 1, датта договора = 2")
	_, problems := filter.Resolve(l)
	equal(t, "unknown", messages(problems),
		[]string{"в списке нет столбца «телефон»", "в списке нет столбца «датта договора»"})
	if p := problems[0]; p.Column != 20 || p.Width != 7 || problems[1].Hint != "возможно, «Дата договора»" {
		t.Errorf("%+v", problems)
	}
}

func FuzzFilter(f *testing.F) {
	for _, seed := range []string{
		"город = Смоленск", `инн != "" и организация ~ «а, б»`, "a = b and c !~ d,", "\"", " и ",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		filter, err := ParseFilter(text)
		if err != nil {
			return
		}
		l, _ := Open(source("a.csv", towns), Options{})
		if filter, problems := filter.Resolve(l); len(problems) == 0 {
			for r := range l.Records() {
				filter.Match(r)
			}
		}
	})
}
