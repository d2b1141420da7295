package russian

import (
	"fmt"
	"testing"
)

// TestReadTask checks deadlines and executors in sentences of decisions, and
// that other dates and objects of the verb are not taken for them.
func TestReadTask(t *testing.T) {
	for _, test := range [][2]string{
		{"Участникам Координационного совета внести предложения в срок до 30 ноября 2017 г.",
			"Участникам Координационного совета true [[2017 11 30]] true"},
		{"ОГБПОУ СмолАПО направить предложения в срок до 08 декабря 2017 г.",
			"ОГБПОУ СмолАПО true [[2017 12 8]] true"},
		{"Направить Губернатору Смоленской области Островскому А. В. информацию.",
			" false [] false"},
		{"Администрации Смоленской области принять меры не позднее 01.02.2026.",
			"Администрации Смоленской области true [[2026 2 1]] true"},
		{"Поручить Иванову И. И. подготовить план. Срок – до 1 марта 2026 года.",
			"Иванову И. И. true [[2026 3 1]] true"},
		{"Иванову И. И. подготовить план до 15 апреля 2026 г.",
			"Иванову И. И. false [[2026 4 15]] false"},
		{"Информацию о ходе работы направить до 15.04.2026.",
			"Информацию о ходе работы false [[2026 4 15]] false"},
		{"Принять к сведению отчёт за период до 15 апреля 2026 г.",
			" false [] false"},
		{"Продлить договор до 15 апреля 2026 г.",
			" false [] false"},
		{"Утвердить план работы с 1 января 2026 г. до 15 апреля 2026 г.",
			" false [] false"},
		{"Провести в срок до 01.02.2026 проверку, а в срок до 01.03.2026 – отчёт.",
			" false [[2026 2 1] [2026 3 1]] true"},
		{"Утвердить план. Секретарю направить его.",
			" false [] false"},
		{"Исполнительному директору обеспечить охрану",
			"Исполнительному директору true [] false"},
		{"СМИ проинформировать",
			"СМИ false [] false"},
		{"В срок до 31.04.2026 отчитаться",
			"В срок до 31.04.2026 false [] true"},
		{"Рабочей группе отчитываться о ходе работы",
			"Рабочей группе true [] false"},
		{"",
			" false [] false"},
	} {
		text, want := test[0], test[1]
		task := ReadTask(text)
		if got := fmt.Sprint(task.Whom, " ", task.Charged, " ", task.Deadlines, " ", task.Stated); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

// TestTaskVerb checks which sentences begin with what to do, so that they name nobody.
func TestTaskVerb(t *testing.T) {
	for text, want := range map[string]string{
		"провести проверку;":                      "true false",
		"Провести проверку":                       "true false",
		"в срок до 01.05.2026 провести проверку.": "true false",
		"не позднее 1 мая 2026 г. сдать отчёт":    "true false",
		"не допускать просрочки":                  "true false",
		"поручить Смирнову Ю. И. проверку":        "true true",
		"Поручить:": "true true",
		"Смирнову Ю. И. обеспечить контроль.":              "false false",
		"в срок до 01.05.2026 Смирнову Ю. И. сдать отчёт":  "false false",
		"в срок до 01.05.2026 отделу образования провести": "false false",
		"роспотребнадзору провести":                        "false false",
		"области провести":                                 "false false",
		"МЧТЬ провести":                                    "false false",
		"проверку котельных":                               "false false",
		"":                                                 "false false",
	} {
		if task := ReadTask(text); fmt.Sprint(task.Verb, " ", task.Delegates) != want {
			t.Errorf("%s: %v %v, want %s", text, task.Verb, task.Delegates, want)
		}
	}
}
