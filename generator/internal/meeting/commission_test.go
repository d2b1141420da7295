package meeting

import "testing"

// TestAnnouncement checks which paragraphs announce a commission, not another body.
func TestAnnouncement(t *testing.T) {
	for text, want := range map[string]bool{
		"По приказу от 12.01.2026 № 3 комиссия в составе:":                             true,
		"Комиссия, созданная распоряжением № 5, в составе:":                            true,
		"Комиссия по списанию основных средств в следующем составе:":                   true,
		"Создать комиссию по приёмке школы № 2\u00a0в составе: ":                       true,
		"Комиссия, рассмотрев предложение избрать президиум в составе:":                false,
		"Комиссия утвердила правление в составе:":                                      false,
		"Комиссия заслушала отчёт о рабочей группе в составе:":                         false,
		"Комиссия по делам несовершеннолетних и защите их прав в составе:":             true,
		"Комиссия администрации села Бор, действующая на основании устава, в составе:": true,
		"Президиум в составе:":                                                         false,
		"Комиссия отметила изменения в составе:":                                       false,
		"Комиссия отметила, что нарушений нет в прежнем составе:":                      false,
		"Комиссия, образованная приказом, провела осмотр оборудования, в его составе:": false,
	} {
		p := Paper{Commission: &Commission{}, Preamble: []string{"Основание.", text}}
		if got := p.Announcement(false) == 1; got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
	minors := Paper{Commission: &Commission{}, Preamble: []string{"Комиссия по защите прав в составе:"}}
	if minors.Announcement(true) != -1 {
		t.Error("papers of earlier rules have the commission above")
	}
	if p := (Paper{Preamble: []string{"комиссия в составе:"}}); p.Announcement(false) != -1 {
		t.Error("a commission that the paper does not have")
	}
}

// TestIsOfficeIn checks that a role is of this commission, not of another.
func TestIsOfficeIn(t *testing.T) {
	for _, test := range []struct {
		role            string
		chair, counting bool
		want            bool
	}{
		{"председатель комиссии", true, false, true},
		{"Секретарь  комиссии", false, false, true},
		{"заместитель председателя комиссии", false, false, true},
		{"заместитель председателя комиссии", true, false, false},
		{"председатель комиссии", false, false, false},
		{"председатель счётной комиссии", true, true, true},
		{"председатель комиссии", true, true, false},
		{"член счётной комиссии", false, false, false},
		{"председатель постоянной комиссии по бюджету", true, false, false},
		{"председатель комиссии по бюджету", true, false, false},
		{"член ревизионной комиссии", false, false, false},
		{"инженер комиссии", false, false, false},
		{"", false, false, false},
	} {
		if got := IsOfficeIn(test.role, test.chair, test.counting); got != test.want {
			t.Errorf("%s, chair %t, counting %t: %t", test.role, test.chair, test.counting, got)
		}
	}
}
