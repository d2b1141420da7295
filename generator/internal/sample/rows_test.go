package sample_test

import (
	"strings"
	"testing"
)

// yard is a meeting with one, three and two decisions on its questions.
const yard = `
number = "8"
date = 2026-03-30
chair = "Лаптева Нина Фёдоровна"
secretary = "Жукова Ольга Игоревна"
[council]
name = "Совет дома"
[[people]]
name = "Лаптева Нина Фёдоровна"
[[people]]
name = "Жукова Ольга Игоревна"
[[agenda]]
title = "О домофоне"
speakers = ["Лаптева Нина Фёдоровна"]
decisions = ["Заменить домофон."]
[[agenda]]
title = "О детской площадке"
speakers = ["Жукова Ольга Игоревна"]
[[agenda.decisions]]
text = "Покрасить качели."
due = 2026-05-01
[[agenda.decisions]]
text = "Завезти песок."
due = 2026-06-01
[[agenda.decisions]]
text = "Спилить тополь."
[[agenda]]
title = "О консьерже"
speakers = ["Жукова Ольга Игоревна"]
decisions = ["Принять консьержа.", "Купить стол."]
`

// TestRowsOfDecisions takes tables with a row for each decision, whose cells about the
// question are empty after its first.
func TestRowsOfDecisions(t *testing.T) {
	two := strings.Replace(yard, `["Заменить домофон."]`, `["Заменить домофон.", "Продать старый."]`, 1)
	questions := strings.Split(yard, "[[agenda]]")
	one := questions[0] + "[[agenda]]" + questions[2]
	idle := strings.Join(questions[:2], "[[agenda]]") + "[[agenda]]\ntitle = \"О разном\"\n[[agenda]]" + questions[2]
	const each, end = "{для каждого вопроса}\n{для каждого решения}\n", "\n{конец}\n{конец}"
	const question = "|{если решение.№ = 1}{вопрос.номер}{конец}|{если решение.№ = 1}{вопрос.название}{конец}"
	for _, test := range []struct{ name, toml, paper, template string }{
		{"one, three and two", yard, `|№|Вопрос|Докладчик|Решили|Срок
|1|О домофоне|Лаптева Н.Ф.|Заменить домофон|
|2|О детской площадке|Жукова О.И.|Покрасить качели|01.05.2026
||||Завезти песок|01.06.2026
||||Спилить тополь|
|3|О консьерже|Жукова О.И.|Принять консьержа|
||||Купить стол|`, "|№|Вопрос|Докладчик|Решили|Срок\n" + each + question +
			"|{если решение.№ = 1}{вопрос.докладчики | инициалы после}{конец}|{решение.текст}|" +
			"{если решение.срок}{решение.срок | цифрами}{конец}" + end},
		{"two and more", two, `|О домофоне|1|Заменить домофон
||2|Продать старый
|О детской площадке|3|Покрасить качели
||4|Завезти песок
||5|Спилить тополь
|О консьерже|6|Принять консьержа
||7|Купить стол`, each +
			"|{если решение.№ = 1}{вопрос.название}{конец}|{решение.сквозной номер}|{решение.текст}" + end},
		{"the only question", one, `|№|Вопрос|Решили
|1|О детской площадке|Покрасить качели
|||Завезти песок
|||Спилить тополь`, "|№|Вопрос|Решили\n" + each + question + "|{решение.текст}" + end},
		{"the question in several paragraphs", yard, `|О домофоне¶Докладчик: Лаптева Н.Ф.|Заменить домофон
|О детской площадке¶Докладчик: Жукова О.И.|Покрасить качели
||Завезти песок
||Спилить тополь
|О консьерже¶Докладчик: Жукова О.И.|Принять консьержа
||Купить стол`, each + "|{если решение.№ = 1}\n{вопрос.название}Докладчик: " +
			"{вопрос.докладчики | инициалы после}{конец}\n|{решение.текст}" + end},
		{"who reported beside the last decision", yard, `|О домофоне|Заменить домофон|Лаптева Н.Ф.
|О детской площадке|Покрасить качели|
||Завезти песок|
||Спилить тополь|Жукова О.И.
|О консьерже|Принять консьержа|
||Купить стол|Жукова О.И.`, each + "|{если решение.№ = 1}{вопрос.название}{конец}|{решение.текст}|" +
			"{если решение.последний}{вопрос.докладчики | инициалы после}{конец}" + end},
		{"the question beside the last decision", yard, `|№|Вопрос|Докладчик|Решили|Срок
|1|О домофоне|Лаптева Н.Ф.|Заменить домофон|
||||Покрасить качели|01.05.2026
||||Завезти песок|01.06.2026
|2|О детской площадке|Жукова О.И.|Спилить тополь|
||||Принять консьержа|
|3|О консьерже|Жукова О.И.|Купить стол|`, "|№|Вопрос|Докладчик|Решили|Срок\n" + each +
			strings.ReplaceAll(question, "№ = 1", "последний") +
			"|{если решение.последний}{вопрос.докладчики | инициалы после}{конец}|{решение.текст}|" +
			"{если решение.срок}{решение.срок | цифрами}{конец}" + end},
		{"a question without decisions", idle, `|1|О домофоне|Заменить домофон
|2|О разном|принято к сведению
|3|О детской площадке|Покрасить качели
|||Завезти песок
|||Спилить тополь`, each + question + "|{решение.текст}\n{конец}\n{если нет вопрос.решения}\n" +
			"|{вопрос.номер}|{вопрос.название}|принято к сведению" + end},
	} {
		t.Run(test.name, func(t *testing.T) {
			template, remarks := find(t, test.toml, "protocol", test.paper)
			if template != test.template {
				t.Errorf("template:\n%s\nwant:\n%s", template, test.template)
			}
			for _, r := range remarks {
				if !strings.Contains(r, "не нашлось") && !strings.Contains(r, "один, поэтому") {
					t.Errorf("remark: %s", r)
				}
			}
		})
	}
}

// TestConditionsApart: what some items have depends on its own fact, not on others that the same
// items have in the sample.
func TestConditionsApart(t *testing.T) {
	paper := `О домофоне
СЛУШАЛИ: Лаптева Н.Ф.
РЕШИЛИ:
1.1. Заменить домофон. Отв. Лаптева Н.Ф.
Голосовали: за – 2, против – 0
О разном`
	toml := strings.Split(yard, "[[agenda]]")[0] + `[[agenda]]
title = "О домофоне"
speakers = ["Лаптева Нина Фёдоровна"]
vote = { for = 2, against = 0 }
[[agenda.decisions]]
text = "Заменить домофон."
responsible = ["Лаптева Нина Фёдоровна"]
[[agenda]]
title = "О разном"
decisions = []
`
	want := `{для каждого вопроса}
{вопрос.название}
{если вопрос.докладчики}
СЛУШАЛИ: {вопрос.докладчики | инициалы после}
{конец}
{если вопрос.решения}
РЕШИЛИ:
{для каждого решения}
{вопрос.номер}.{решение.№}. {решение.текст}. Отв. {решение.ответственные | инициалы после}
{конец}
{конец}
{если вопрос.голосование}
Голосовали: за – {вопрос.голосование.за}, против – {вопрос.голосование.против}
{конец}
{конец}`
	if template, _ := find(t, toml, "protocol", paper); template != want {
		t.Errorf("template:\n%s\nwant:\n%s", template, want)
	}
	spaced := strings.NewReplacer("РЕШИЛИ:\n", "\nРЕШИЛИ:\n\n", "Голосовали", "\nГолосовали").Replace(paper)
	want = strings.NewReplacer("{конец}\n{если вопрос.решения}\nРЕШИЛИ:\n",
		"\n{конец}\n{если вопрос.решения}\nРЕШИЛИ:\n\n",
		"{конец}\n{если вопрос.голосование}", "\n{конец}\n{если вопрос.голосование}").Replace(want)
	if template, _ := find(t, toml, "protocol", spaced); template != want {
		t.Errorf("template with blank lines:\n%s\nwant:\n%s", template, want)
	}
}

// TestNamedInRows: rows about the chair and the secretary have their names, in full.
func TestNamedInRows(t *testing.T) {
	paper := `|Председатель|Лаптева Нина Фёдоровна
|Секретарь|Жукова Ольга Игоревна`
	want := `|Председатель|{председатель | полностью}
|Секретарь|{секретарь | полностью}`
	if template, _ := find(t, yard, "protocol", paper); template != want {
		t.Errorf("template:\n%s\nwant:\n%s", template, want)
	}
}
