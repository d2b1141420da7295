package input

// choices describe the values of keys that have few of them, by "key.value": the page offers
// these words. A value has no other description than here and in the comment of its key.
var choices = map[string]string{
	"form.council":      "вопрос и решение",
	"form.brief":        "краткая",
	"form.full":         "полная (СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ)",
	"form.tasks":        "таблица задач",
	"form.corner":       "угловое",
	"form.longitudinal": "продольное",

	"numbering.item":  "с номера вопроса: 1.1, 1.2",
	"numbering.point": "без номера вопроса: 1, 2",

	"vote_noun.человек": "человек: «за» – 5 человек",
	"vote_noun.голос":   "голос: «за» – 5 голосов",
	"vote_print.line":   "строкой у каждого вопроса",
	"vote_print.table":  "таблицей после последнего вопроса",
	"vote_print.both":   "и строками, и таблицей",

	"gender.m": "мужской",
	"gender.f": "женский",

	"letterhead.none":  "ничего",
	"letterhead.names": "вышестоящий орган и название",
	"letterhead.full":  "названия, адрес, телефон и коды",

	"addressee_initials.after":  "после фамилии: Островскому А.В.",
	"addressee_initials.before": "перед фамилией: А.В. Островскому",

	"paper.protocol":    "протокол",
	"paper.application": "заявление",
	"paper.consent":     "согласие",
	"paper.attendance":  "список присутствовавших",
	"paper.assignments": "поручения",

	"tie.chair":        "решает голос председательствующего",
	"tie.lost":         "решение не принято",
	"recused.absent":   "как отсутствующих",
	"recused.present":  "как присутствующих",
	"recused.excluded": "как не входящих в состав органа",

	"unit.голоса": "голоса",
	"unit.доли":   "доли",
	"unit.акции":  "акции",
	"unit.кв. м":  "квадратные метры",
	"unit.%":      "проценты",

	"base.total":   "от всех голосов",
	"base.present": "от голосов присутствовавших",
	"base.voted":   "от поданных голосов",

	"chair.for":     "за",
	"chair.against": "против",

	"outcome.принято":    "принято",
	"outcome.не принято": "не принято",

	"after.heading":   "названия вопроса",
	"after.heard":     "доклада (СЛУШАЛИ)",
	"after.spoke":     "выступлений (ВЫСТУПИЛИ)",
	"after.decisions": "решений",
	"after.vote":      "голосования",

	"align.left":   "по левому краю",
	"align.center": "по центру",
	"align.right":  "по правому краю",

	"print.list":   "списком",
	"print.annex":  "списком в приложении",
	"print.line":   "строкой через запятую",
	"print.number": "только числом",

	"order.given":        "как записаны",
	"order.alphabetical": "по алфавиту",

	"group.organization": "по организациям",
	"group.role":         "по ролям в органе",
}
