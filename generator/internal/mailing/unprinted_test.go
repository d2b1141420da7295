package mailing

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
)

// TestUnprinted: words of a row that its paper does not have are named, and those in another form are not.
func TestUnprinted(t *testing.T) {
	for _, test := range []struct{ fields, kind, row string }{
		{"name", "invitation", "Швец Лев Ильич"},
		{"name", "invitation", "Швец Л. И."},
		{"organization position name", "invitation", "АО «Ива»;директор;Ли Павел Ильич"},
		{"organization position", "invitation", "АО «Ива»;зам. директора по учебной работе"},
		{"organization position", "invitation", "Администрация города Вязьмы;глава города Вязьмы"},
		{"organization position", "invitation", "Министерство культуры;министр"},
		{"organization position name", "invitation", "ИП Ким Лев Ильич;директор;Ким Лев Ильич"},
		{"organization name salutation", "invitation", "АО «Ива»;Ким О. П.;г-жа"},
		{"surname given_name patronymic", "invitation", "Ким;Олег;Ильич"},
		{"name surname given_name", "invitation", "Олег Ким;Ким;Олег"},
		{"name", "invitation", "Ким Олег Мамед оглы"},
		{"name", Envelope, "Ким Олег Ильич"},
		{"organization position", "invitation", "5-я школа;1-й зам. ген. директора"},
		{"organization position", "invitation", "1-ая больница;главный врач 3-его отделения"},
		{"organization position", "invitation", "Школа N 5;директор"}, {"organization", Envelope, "Школа N5"},
		{"name", "invitation", "Уважаемая Ким Ольга Ильинична"}, {"name", "invitation", "гражданин Ким Олег Ильич"},
		{"name", "invitation", "гр-ка Ким Ольга Ильинична"}, {"name", "invitation", "Мистер Смит"},
	} {
		all := makeAll(t, test.kind, strings.ReplaceAll(test.fields, " ", ";")+";Адрес\n"+test.row+
			";214000, г. Ельня, ул. Мира, 5\n")
		if said := strings.Join(all[0].problems, "\n"); strings.Contains(said, "не напечатано") {
			t.Errorf("%s: %s", test.row, said)
		}
	}
}

// TestUnprintedOfTraders: what a sole trader's cells say besides his name and his post is named.
func TestUnprintedOfTraders(t *testing.T) {
	for _, test := range []struct{ kind, row, want string }{
		{"invitation", "ИП Иванов И.И.;ИП;Иванов Иван Иванович", ""},
		{"invitation", "ИП Иванов Иван Иванович;директор;Иванов И. И.", ""},
		{"invitation", "ИП глава К(Ф)Х Иванов И.И.;глава;Иванов Иван Иванович", ""},
		{"invitation", "ИП Иванов М.М. (магазин «Заря»);ИП;Иванов Михаил Маркович", "«магазин Заря»"},
		{"invitation", "ИП Ким Олег Ильич;ИП;Ким Олег Петрович", "«Ильич»"},
		{Envelope, "ИП Ким Олег Ильич;ИП;Ким Олег Петрович", "«Петрович»"},
		{Envelope, "ИП Ким Олег Ильич;ИП;Ким О. И.", ""},
	} {
		all := makeAll(t, test.kind, "Организация;Должность;ФИО;Адрес\n"+test.row+";214000, г. Ельня, ул. Мира, 5\n")
		said := strings.Join(all[0].problems, "\n")
		if is := strings.Contains(said, "не напечатано "+test.want); is != (test.want != "") ||
			test.want == "" && strings.Contains(said, "не напечатано") {
			t.Errorf("%s: %q", test.row, said)
		}
	}
}

// TestLacks: which words of a cell are not among those printed.
func TestLacks(t *testing.T) {
	for _, test := range []struct {
		printed, cell string
		initials      use
		want          string
	}{
		{"Льву", "Лев", ofWhole, ""}, {"Зайцу", "Заяц", ofWhole, ""}, {"завод", "зал", noInitials, "зал"},
		{"Киму О.П.", "Ким Олег Петрович", ofWhole, ""},
		{"Киму О.П.", "Ким Олег Петрович, Лян И. И.", ofWhole, "Лян И И"},
		{"Киму О.П.", "Ким О.П., Ким О.О.", ofWhole, "О О"},
		{"Киму О.П.", "Ким Олег Ольгович Петрович", ofWhole, "Ольгович"},
		{"Школа № 5", "Школа № 5, отдел 7", noInitials, "отдел 7"}, {"Школа № 15", "Школа № 1", noInitials, "1"},
		{"Заву", "зам", noInitials, "зам"}, {"Директору", "дирекция", noInitials, "дирекция"},
		{"Киту", "Ким", ofWhole, "Ким"}, {"Лене", "Лина", ofWhole, "Лина"}, {"Иванову", "Иван", ofWhole, "Иван"},
		{"Толстому Павлу", "Толстой Павел", ofWhole, ""}, {"Зое Орлу", "Зоя Орёл", ofWhole, ""},
		{"Любови Ильиничне", "Любовь Ильинична", ofWhole, ""}, {"Главных врачей", "главные врачи", noInitials, ""},
		{"Заместителю директора", "зам. дир.", noInitials, ""}, {"Директору", "и. о. директора", noInitials, "и о"},
	} {
		var printed, cell vocabulary
		printed.add(test.printed)
		cell.add(test.cell)
		if got := strings.Join(printed.lacks(&cell, test.cell, test.initials), " "); got != test.want {
			t.Errorf("%s of %s: got %q, want %q", test.cell, test.printed, got, test.want)
		}
	}
}

// TestQuotes: only whole words in the quotes of a message are named by it.
func TestQuotes(t *testing.T) {
	const message = "печатается «АО «Ива» (7)», и 5 раз; не «Ким»"
	for word, want := range map[string]bool{"ИВА": true, "7": true, "Ким": true, "и": false, "5": false, "Ки": false,
		"печатается": false} {
		if got := quotes(message, word); got != want {
			t.Errorf("%s: got %v", word, got)
		}
	}
}

// TestNothingVanishes joins parts of cells at random: every word is printed or named.
func TestNothingVanishes(t *testing.T) {
	parts := map[string][]string{
		"organization": {"АО «Ива»", "МБОУ «СШ № 5»", "ИП Ким О. П.", "Отдел закупок", "(бывш. Ель)", "филиал",
			"КФХ", "г. Ельня"},
		"position": {"директор", "и.о. директора", "главный врач", "к.т.н.", "(по совместительству)", "депутат Думы",
			"начальник отдела", "ООО «Ель»", "профессор"},
		"name": {"Ким Олег Ильич", "Рой О. Б.", "О. Б. Рой", "Хан Вэй", "(Лян)", "директор", "д.м.н.", "мл.",
			"полковник",
			"Анна", "АО «Ель»", "пенсионер", "8-900-111-22-33", "г-н", "и супруга"},
	}
	random := rand.New(rand.NewPCG(15, 15))
	cell := func(key string) (words []string) {
		for range random.IntN(3) {
			words = append(words, parts[key][random.IntN(len(parts[key]))])
		}
		return words
	}
	signs := []string{" ", ", ", " - ", "; ", " / ", ""}
	var csv strings.Builder
	csv.WriteString("Организация\tДолжность\tФИО\tТелефон\n")
	var rows [][]string
	for range 300 {
		sign := signs[random.IntN(len(signs))]
		row := []string{strings.Join(cell("organization"), sign), strings.Join(cell("position"), sign),
			strings.Join(cell("name"), sign)}
		rows = append(rows, row)
		fmt.Fprintf(&csv, "%s\t8-900-111-22-33\n", strings.Join(row, "\t"))
	}
	for _, kind := range []string{"invitation", Envelope} {
		for _, one := range makeAll(t, kind, csv.String()) {
			checkConserved(t, kind, rows[one.row-2], one)
		}
	}
}

// checkConserved compares a row with its paper by the first letters of the words.
func checkConserved(t *testing.T, kind string, row []string, one made) {
	t.Helper()
	said := strings.ToLower(one.text() + "\n" + strings.Join(one.problems, "\n"))
	for i, value := range row {
		if kind == Envelope && i == 1 || one.paper == nil {
			continue
		}
		for _, word := range strings.FieldsFunc(strings.ToLower(value), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		}) {
			stem := []rune(word)
			isInitial := i == 2 && strings.Contains(said, string(stem[:1])+".")
			if len(stem) > 2 && !isInitial && !strings.Contains(said, string(stem[:max(2, len(stem)-2)])) {
				t.Errorf("%s: «%s» of %q vanished:\n%s", kind, word, row, strings.Join(one.problems, "\n"))
			}
		}
	}
}
