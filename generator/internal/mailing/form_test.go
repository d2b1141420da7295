package mailing

import (
	"strings"
	"testing"
)

// applicants are two organizations that can apply, a row without one, and one with a
// code that is none.
const applicants = "Организация;Краткое наименование;Руководитель;Должность;ИНН;ОГРН;Адрес;Индекс\n" +
	"Общество «Ромашка»;ООО «Ромашка»;Иванов Иван Иванович;Директор;7707083893;1027700132195;г. Орёл, 1;117312\n" +
	"ИП Петров Пётр Петрович;;Петров Пётр Петрович;ИП;500100732259;304500116000157;;\n" +
	";;Сидоров Иван Ильич;;;;;\n" +
	"ООО «Плохой ИНН»;;;;123;;;\n"

// TestForms checks that a form has what its row says and no answer of the meeting's
// file, which is about somebody else.
func TestForms(t *testing.T) {
	all := makeAll(t, Application, applicants)
	for i, want := range [][]string{{"Общество «Ромашка»", "ООО «Ромашка»", "7707083893", "1027700132195", "117312",
		"Директор", "И.И. Иванов"}, {"ИП Петров", "500100732259", "304500116000157"}} {
		if all[i].paper == nil {
			t.Fatal(all[i].problems)
		}
		text := all[i].text()
		bare := strings.Join(strings.Fields(text), "") // digits stand in boxes
		for _, part := range want {
			if !strings.Contains(bare, strings.ReplaceAll(part, " ", "")) {
				t.Errorf("row %d lacks %q:\n%s", all[i].row, part, text)
			}
		}
		own := open(t, Application, applicants).source.Meeting
		if strings.Contains(text, own.Applicant.Name) || strings.Contains(bare, own.Applicant.INN) {
			t.Errorf("row %d has answers of the file:\n%s", all[i].row, text)
		}
	}
	for i, reason := range map[int]string{2: "не указана организация", 3: "ИНН «123»"} {
		if all[i].paper != nil || !strings.Contains(strings.Join(all[i].problems, "\n"), reason) {
			t.Errorf("row %d: %q", all[i].row, all[i].problems)
		}
	}
}

// TestConsents checks that a consent is that of the person in its row.
func TestConsents(t *testing.T) {
	all := makeAll(t, Consent, applicants)
	for i, name := range map[int]string{0: "Иванов Иван Иванович", 2: "Сидоров Иван Ильич"} {
		if !strings.Contains(all[i].text(), name) {
			t.Errorf("row %d: %s", all[i].row, all[i].text())
		}
	}
	if all[3].paper != nil || !strings.Contains(strings.Join(all[3].problems, "\n"), "чьё согласие") {
		t.Errorf("row %d: %q", all[3].row, all[3].problems)
	}
}
