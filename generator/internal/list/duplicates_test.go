package list

import "testing"

func TestDuplicates(t *testing.T) {
	content := "Организация;ИНН;КПП\n" +
		"ООО «Ромашка»;7707083893;\n" + // 2
		"Общество с ограниченной ответственностью \"РОМАШКА\";;\n" + // 3: the same name
		"ооо  Poмaшкa;;\n" + // 4: with Latin letters
		"Ромашка, ООО;;\n" + // 5: the legal form at the end
		"ООО «Ромашка»;500100732259;\n" + // 6: same name, different ИНН
		"Другое название;7707083893;\n" + // 7: the same ИНН
		"АО «Банк»;1;100000001\n" + // 8
		"АО «Банк», филиал;1;100000002\n" + // 9: a branch
		"Банк (филиал);1;100000002\n" + // 10: the same branch
		"Банк;1;\n" + // 11: may be any branch
		"Государственное учреждение;;\n" + // 12: only a legal form
		"Муниципальное учреждение;;\n" + // 13: another
		"ОГБПОУ «Смоленский колледж»;;\n" + // 14
		"Областное государственное бюджетное профессиональное образовательное учреждение " +
		"«Смоленский колледж»;;\n" + // 15
		"Смоленский колледж связи;;\n" // 16: another
	l, _, _ := read(t, source("a.csv", content), Options{})
	var d Duplicates
	got := map[int]string{}
	for r := range l.Records() {
		for _, p := range d.Check(r) {
			got[r.Row] = p.Error()
		}
	}
	name := func(row, before string) string {
		return "a.csv:" + row + ":1: предупреждение: строка " + row +
			", столбец «Организация» (A): эта организация, похоже, уже была в строке " + before
	}
	code := func(row, before string) string {
		return "a.csv:" + row + ":1: предупреждение: строка " + row +
			", столбец «ИНН» (B): этот ИНН уже был в строке " + before
	}
	want := map[int]string{3: name("3", "2"), 4: name("4", "2"), 5: name("5", "2"), 7: code("7", "2"),
		10: code("10", "9"), 11: code("11", "8"), 15: name("15", "14")}
	for row := range 17 {
		if got[row] != want[row] {
			t.Errorf("row %d: got %q, want %q", row, got[row], want[row])
		}
	}
}

// TestDuplicateMembers: an organization may be in several rows with its members, but not with its heads.
func TestDuplicateMembers(t *testing.T) {
	for heading, want := range map[string]int{"ФИО педагога": 0, "ФИО главного врача": 1, "ФИО настоятеля церкви": 1} {
		l, _, _ := read(t, source("a.csv", "Организация;"+heading+"\nЦРБ;Ким О.П.\nЦРБ;Рой А.А.\n"), Options{})
		var d Duplicates
		got := 0
		for r := range l.Records() {
			if !r.IsMember() {
				got += len(d.Check(r))
			}
		}
		if got != want {
			t.Errorf("%s: %d duplicates, want %d", heading, got, want)
		}
	}
}
