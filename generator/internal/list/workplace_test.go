package list

import (
	"fmt"
	"strings"
	"testing"
)

// formBehind is the note about a name in a row whose legal form was moved.
func formBehind(row int) string {
	return fmt.Sprintf("названий с формой в конце («Заря ООО»): 1, первое — в строке %d; форма поставлена впереди", row)
}

// TestFormBehind: a legal form that programs write after the name stands before it.
func TestFormBehind(t *testing.T) {
	for _, test := range []struct{ list, want string }{
		{"Контрагент\nЗаря ООО\n", "ООО «Заря»"},
		{"Контрагент\nЗаря, ООО\n", "ООО «Заря»"},
		{"Контрагент\nЗаря (АО)\n", "АО «Заря»"},
		{"Контрагент\n«Заря» ООО\n", "ООО «Заря»"},
		{"Контрагент\nЕршов К.И. ИП\n", "ИП Ершов К.И."},
		{"Контрагент\nТорговый дом Заря ООО\n", "ООО «Торговый дом Заря»"},
		{"Контрагент\nИльин Олег Павлович ИП\n", "ИП Ильин Олег Павлович"},
		{"Контрагент\nООО Заря АО\n", "ООО Заря АО"},
		{"Контрагент\nПравление ТСЖ\n", "Правление ТСЖ"},
		{"Контрагент\nОтдел по работе с АО\n", "Отдел по работе с АО"},
		{"Контрагент\nДиректор ООО\n", "Директор ООО"},
		{"Контрагент\nМинистерство образования АО\n", "Министерство образования АО"},
		{"Контрагент\nФонд поддержки НКО\n", "Фонд поддержки НКО"},
		{"Контрагент\nПрофком МУП\n", "Профком МУП"},
		{"Контрагент\nАссоциация ТСЖ и ЖСК\n", "Ассоциация ТСЖ и ЖСК"},
		{"Контрагент\nЗаря (филиал ПАО)\n", "Заря (филиал ПАО)"},
		{"Контрагент\nЗаря (Омск) ООО\n", "ООО «Заря (Омск)»"},
		{"Контрагент\nКлиника Здоровье ООО\n", "ООО «Клиника Здоровье»"},
		{"ФИО;Адрес\nИльин ИП;А\n", ""},
	} {
		l, _, _ := read(t, source("a.csv", test.list), Options{})
		for r := range l.Records() {
			if got := r.Get("organization"); got != test.want {
				t.Errorf("%q: got %q, want %q", test.list, got, test.want)
			}
		}
	}
}

// TestWorkplace: a column of organizations with posts is divided.
func TestWorkplace(t *testing.T) {
	for _, test := range []struct{ heading, value, organization, position, problem string }{
		{"Место работы, должность", "ООО «Веста», главный инженер", "ООО «Веста»", "главный инженер", ""},
		{"Место работы (должность)", "Школа № 5 (учитель)", "Школа № 5", "учитель", ""},
		{"Должность, место работы", "учитель, МБОУ СОШ № 5", "МБОУ СОШ № 5", "учитель", ""},
		{"Должность и место работы", "директор ООО «Веста»", "", "директор ООО «Веста»", ""},
		{"Организация, должность", "ООО «Веста»", "ООО «Веста»", "", ""},
		{"Организация, должность", "Веста, Заря", "Веста, Заря", "", "где организация"},
		{"Организация, должность", "-", "", "", ""},
		{"Организация, должность", "АО «Веста», слесарь", "АО «Веста»", "слесарь", ""},
		{"Организация, должность", "швея, ООО «Веста»", "ООО «Веста»", "швея", ""},
		{"Организация, должность", "АО «Веста», не работает", "АО «Веста», не работает", "", "где организация"},
		{"Организация, должность", "АО «Веста», пенсионер", "АО «Веста», пенсионер", "", "где организация"},
		{"Организация, должность", "АО «Веста», цех сборки", "АО «Веста», цех сборки", "", "где организация"},
		{"Организация, должность", "МБОУ СОШ № 5, г. Омск, директор", "МБОУ СОШ № 5, г. Омск", "директор", ""},
		{"Организация, должность", "ООО «А, Б», директор", "ООО «А, Б»", "директор", ""},
		{"Организация, должность", "ООО «А, Б»", "ООО «А, Б»", "", ""},
		{"Организация, должность", "ООО «А», директор, начальник отдела", "ООО «А»", "директор, начальник отдела", ""},
		{"Организация, должность", "Школа № 5 (директор, учитель)", "Школа № 5", "директор, учитель", ""},
		{"Организация, должность", "учитель, МБОУ СОШ № 5, г. Омск", "МБОУ СОШ № 5, г. Омск", "учитель", ""},
	} {
		table := "ФИО|" + test.heading + "|Адрес\nИльин Олег Павлович|" + test.value + "|А\n"
		l, _, _ := read(t, source("a.csv", table), Options{})
		for r := range l.Records() {
			got := fmt.Sprint(r.Get("organization"), "|", r.Get("position"))
			if want := test.organization + "|" + test.position; got != want {
				t.Errorf("%s, %s: got %s, want %s", test.heading, test.value, got, want)
			}
			if raw := r.Get(test.heading); raw != strings.Trim(test.value, "-") {
				t.Errorf("%s: by its heading %q", test.value, raw)
			}
			if told := strings.Join(messages(r.Problems), "; "); (told != "") != (test.problem != "") {
				t.Errorf("%s: problems %q, want %q", test.value, told, test.problem)
			}
		}
	}
}

// TestNobodies: «физ. лицо» in the place of an organization is none.
func TestNobodies(t *testing.T) {
	l, _, _ := read(t, source("a.csv", "ФИО;Место работы\nИльин О. П.;физ. лицо\nКим О. П.;Пенсионер\n"+
		"Зуев О. П.;Союз пенсионеров\n"), Options{})
	var got []string
	for r := range l.Records() {
		got = append(got, r.Get("organization"))
	}
	equal(t, "organizations", got, []string{"", "", "Союз пенсионеров"})
	notes := messages(l.Notes())
	if len(notes) != 1 || !strings.Contains(notes[0], "столбце организаций: 2, первое — в строке 2") {
		t.Error(notes)
	}
}

// TestUnusedColumns checks that an unrecognized heading that suggests a field is reported if
// the list has no column for the field.
func TestUnusedColumns(t *testing.T) {
	for headings, want := range map[string]string{
		"ФИО;Организация-партнёр проекта;Балл": "столбец «Организация-партнёр проекта» (B) не узнан и не использован",
		"ФИО;Адрес мероприятия;Балл":           "",
		"ФИО;Телефон организации;Балл":         "",
		"ФИО;Уровень должности;Балл":           "столбец «Уровень должности» (B) не узнан и не использован",
		"ФИО;Должность;Организация":            "",
	} {
		_, _, problems := read(t, source("a.csv", headings+"\nИльин О. П.;а;б\n"), Options{})
		if got := strings.Join(messages(problems), "; "); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: got %q, want %q", headings, got, want)
		}
	}
}

// TestTablesOfPeople: two tables of people beside each other are refused.
func TestTablesOfPeople(t *testing.T) {
	_, problems := Open(source("a.csv", "ФИО;Телефон;ФИО;Телефон\nИльин О. П.;1;Ким О. П.;2\n"), Options{})
	if len(problems) == 0 || !strings.Contains(problems[0].Message, "рядом стоят две таблицы") {
		t.Error(messages(problems))
	}
}
