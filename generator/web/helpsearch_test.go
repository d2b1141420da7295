package web

import (
	"slices"
	"strings"
	"testing"
)

// TestFieldsAbout: questions find fields by words in any form, with ё or е; the label that is asked for comes first,
// and common words of a question do not hide a rare one.
func TestFieldsAbout(t *testing.T) {
	t.Parallel()
	for question, label := range map[string]string{
		"приглашенные":                   "Приглашённые",
		"Приглашённых":                   "Приглашённые",
		"кворума":                        "Кворум",
		"как указать срок пункта":        "Срок",
		"счетной комиссии":               "Председатель счётной комиссии",
		"как изменить дату заседания":    "Дата протокола, она же дата заседания",
		"почему не печатается кворум":    "Кворум",
		"профиль pdf":                    "Профиль PDF/A",
		"пол":                            "Пол",
		"где писать место проведения?":   "Место проведения",
		"кто и как":                      "",
		"абракадабра и ещё":              "",
		"???":                            "",
		strings.Repeat("протокол ", 100): "Номер протокола",
	} {
		found := fieldsAbout(question)
		at := slices.IndexFunc(found, func(f fieldHelp) bool { return f.Label == label })
		if label == "" && len(found) > 0 || label != "" && (at < 0 || at > 9) || len(found) > maxFound {
			t.Errorf("%.60s: %d of %d fields: %.600v", question, at, len(found), found)
		}
	}
}
