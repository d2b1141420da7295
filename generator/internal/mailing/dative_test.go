package mailing

import (
	"strings"
	"testing"
)

// TestDativeColumns: what a list has in the dative is printed as it stands there,
// and the salutation has the nominative of it.
func TestDativeColumns(t *testing.T) {
	for _, test := range []struct{ rows, address, salutation, warning string }{
		{"Организация;ФИО (кому);Должность (кому)\nООО «А»;Громову Олегу Ильичу;Главному врачу",
			"Главному врачу ООО «А»|Громову О.И.", "Уважаемый Олег Ильич!", ""},
		{"Организация;Кому;Должность\nООО «А»;Лужиной В.П.;директор",
			"Директору ООО «А»|Лужиной В.П.", "Уважаемая госпожа Лужина!", ""},
		{"Кому\nДиректору ООО «А» Громову О.И.", "Директору ООО «А»|Громову О.И.", "Уважаемый господин Громов!", ""},
		{"Организация;ФИО в дат. падеже\nООО «А»;Трубецкому С.П.", "Трубецкому С.П.", "",
			"именительный из него не понят"},
		{"Организация;ФИО;Должность\nООО «А»;Громову Олегу Ильичу;заведующей",
			"Заведующей ООО «А»|Громову О.И.", "Уважаемый Олег Ильич!", "прочитано «Громов Олег Ильич»"},
		{"Адресат\nГлаве района Громову О.И.", "Главе района|Громову О.И.", "Уважаемый господин Громов!",
			"прочитано «Глава района, Громов О.И.»"},
	} {
		printed, warnings := letterOf(t, test.rows+"\n")
		if !strings.Contains(printed, test.address) || !strings.Contains(printed, test.salutation) {
			t.Errorf("%s: want %s and %s in\n%s", test.rows, test.address, test.salutation, printed)
		}
		if !strings.Contains(warnings, test.warning) || test.warning == "" && warnings != "" {
			t.Errorf("%s: warnings %q, want %q", test.rows, warnings, test.warning)
		}
	}
}
