package list

import (
	"strings"
	"testing"

	"protokol/generator/internal/table"
)

// TestUnreadWorksheets checks that other worksheets with recipients are reported, and that those with
// something else, hidden ones, and those beside a named one are not.
func TestUnreadWorksheets(t *testing.T) {
	table := func(name, text string) string {
		s := `<table:table table:name="` + name + `">`
		for _, row := range strings.Split(text, "\n") {
			s += `<table:table-row>`
			for _, cell := range strings.Split(row, ";") {
				s += odsText(cell)
			}
			s += `</table:table-row>`
		}
		return s + `</table:table>`
	}
	const first = "Организация;Директор\nООО «Вяз»;Барс Никита Ильич"
	for second, want := range map[string]string{
		table("Гагаринский", "Организация;Директор\nООО «Гать»;Лис Фёдор Ильич"): "a.ods: предупреждение: на листе " +
			"«Гагаринский» тоже список, он не прочитан: тем, кто в нём, писем не будет",
		table("Сычёвка", "Организация;Директор\nООО «Мост»;Рак Лев Ильич") + table("Сафоново",
			"Приглашённые\n№;ФИО;Адрес\n1;Рак Лев Ильич;г. Сафоново"): "a.ods: предупреждение: на листах «Сычёвка», " +
			"«Сафоново» тоже списки, они не прочитаны: тем, кто в них, писем не будет",
		table("Бланк", "Организация;Директор"):               "",
		table("Коды", "Район;Код\nВяземский;01"):             "",
		table("Итоги", "Организация;Сумма\nООО «Вяз»;1 000"): "",
	} {
		src := odsSource(t, map[string]string{"content.xml": `<a><office:body>` + table("Вяземский", first) + second +
			`</office:body></a>`})
		_, problems := Open(src, Options{})
		if got := strings.Join(messages(problems), "\n"); got != want {
			t.Errorf("%s: %s\nwant %s", second, got, want)
		}
		if _, problems := Open(src, Options{Worksheet: "Вяземский"}); len(problems) > 0 {
			t.Error(problems)
		}
	}
	src := odsSource(t, map[string]string{"content.xml": `<a><office:body>` + table("Памятка", "Заполните лист") +
		table("Список", first) + `</office:body></a>`})
	_, other := Open(src, Options{})
	if got := strings.Join(messages(other), "\n"); !strings.Contains(got, "прочитан лист «Список»: только на нём") {
		t.Error(got)
	}
	if got := strings.Join(messages(other), "\n"); strings.Contains(got, "так указано") {
		t.Error(got)
	}
	src = odsSource(t, map[string]string{"content.xml": `<a><office:body>` + table("Памятка", "Заполните лист") +
		table("Школы", first) + table("Сады", "Организация\nСад «Ель»\nСад «Ива»") + `</office:body></a>`})
	if l, problems := Open(src, Options{}); l != nil {
		t.Error("another worksheet has recipients", messages(problems))
	}
	src = odsSource(t, map[string]string{"content.xml": `<a><office:body>` + table("Памятка", "Заполните лист") +
		table("Вязьма", first) + table("Ельня", first) + `</office:body></a>`})
	_, wrong := Open(src, Options{})
	if got := strings.Join(messages(wrong), "\n"); !strings.Contains(got, "похоже, на другом: «Вязьма», «Ельня»") {
		t.Error(got)
	}
	var rest string // without a name, and more of them than are looked into
	for range 14 {
		rest += table("", "Организация;Директор\nООО «Гать»;Лис Фёдор Ильич")
	}
	_, problems := Open(odsSource(t, map[string]string{"content.xml": `<a><office:body>` + table("Вяземский", first) +
		rest + `</office:body></a>`}), Options{})
	if got := strings.Join(messages(problems), "\n"); !strings.HasSuffix(got, "не будет; не просмотрено листов: 2") {
		t.Error(got)
	}
}

// TestHiddenRival checks that a hidden column yields to one that is seen, and is doubted
// beside one of people whose heading is not understood.
func TestHiddenRival(t *testing.T) {
	worksheet := func(titles string) table.Source {
		s := `<worksheet><cols><col min="2" max="2" hidden="1"/></cols><sheetData>`
		for _, row := range []string{titles, "ООО «Ива»;Старых Олег Ильич;Новикова Елена Львовна"} {
			s += `<row>`
			for _, cell := range strings.Split(row, ";") {
				s += `<c t="str"><v>` + cell + `</v></c>`
			}
			s += `</row>`
		}
		return xlsxSource(t, map[string]string{sheet1: s + `</sheetData></worksheet>`})
	}
	l, _, problems := read(t, worksheet("Организация;Директор;Руководитель организации"), Options{})
	if l == nil || l.Columns[2].Field != "name" || l.Columns[1].Field != "" {
		t.Fatal(problems)
	}
	_, _, problems = read(t, worksheet("Организация;ФИО;Кто сейчас"), Options{})
	if got := strings.Join(messages(problems), "\n"); !strings.Contains(got,
		"кому письмо: в столбце «ФИО» (B) или «Кто сейчас» (C)?") {
		t.Error(got)
	}
}

// TestNewerColumns checks that a value beside another one under «Новый …» is doubted, and that
// such a column is read if there is no other.
func TestNewerColumns(t *testing.T) {
	const doubt = "что верно?"
	for csv, want := range map[string]int{
		"Организация;Адрес;Новый адрес\nА;г. Ельня, 1;г. Ельня, 2\nБ;г. Ельня, 3;\nВ;г. Ельня, 4;г. Ельня, 4\n": 1,
		"Организация;ФИО;ФИО (новое)\nООО «А»;Ким О. П.;Ли О. П.\n":                                             1,
		"Организация;ФИО;Новый участник\nООО «А»;Ким О. П.;да\n":                                                0,
		"Организация;Телефон;Новый телефон\nООО «А»;2-11-12;2-13-14\n":                                          0,
		"Организация;Адрес;Новый договор\nООО «А»;г. Ельня, 1;да\n":                                             0,
		"Организация;Прежний адрес;Новый адрес\nООО «А»;г. Ельня, 1;г. Ельня, 2\n":                              0,
	} {
		if got := doubtedRows(t, csv, doubt, Options{}); len(got) != want {
			t.Errorf("%q: rows %v, want %d", csv, got, want)
		}
	}
	for csv, want := range map[string]string{
		"Организация;Прежний адрес;Новый адрес\nА;Ельня, 1;Ельня, 2\n": "organization=A address=C",
		"Организация;Новый адрес\nА;нет\n":                             "organization=A",
		"Организация;Новый руководитель\nООО «А»;да\n":                 "organization=A",
		"Гражданин;Новая фамилия;Адрес\nСанин Лев Ильич;Рак;Ельня\n":   "name=A address=C",
	} {
		l, _, problems := read(t, source("a.csv", csv), Options{})
		if l == nil || known(l) != want {
			t.Errorf("%q: %v, want %s: %v", csv, l, want, problems)
		}
	}
}
