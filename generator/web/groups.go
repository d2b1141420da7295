package web

import "slices"

// group is a part of the form: keys of the file in the order of a secretary's work.
type group struct {
	ID, Title string
	keys      []string
	common    []string // those that are shown although the file does not have them
}

// meetingGroups are the parts of the form of a meeting. Keys that are in none
// of them come last, so that a new key can be reached without a change here.
var meetingGroups = []group{
	{"when", "Когда и где",
		[]string{"number", "date", "kind", "start", "end", "place", "city", "holding", "theme", "parts", "first_date",
			"last_date", "time_zone", "date_text"},
		[]string{"number", "date", "kind", "start", "end", "place"}},
	{"who", "Кто участвовал",
		[]string{"chair", "secretary", "co_chairs", "present", "absent", "invited", "invited_groups", "remote",
			"arrived", "left", "people", "attendance", "quorum", "counting"},
		[]string{"chair", "secretary", "present", "absent", "invited", "people"}},
	{"agenda", "Повестка и решения", []string{"preamble", "elections", "agenda", "agenda_vote", "closing", "opinions"},
		[]string{"agenda"}},
	{"signing", "Подписи и утверждение",
		[]string{"signers", "approval", "agreed", "agreed_first", "seal", "marks", "acquainted", "copies",
			"extract", "original", "executor"}, nil},
	{"annexes", "Приложения", []string{"annexes"}, []string{"annexes"}},
	{"letters", "Письма", []string{"notice", "invitation", "letter", "letterhead"}, nil},
	{"joining", "Вступление", []string{"application", "applicant", "consent"}, nil},
	{"papers", "Другие бумаги", []string{"papers"}, nil},
	{"body", "Орган", []string{"council_file", "council", "joint"}, []string{"council_file"}},
	{"look", "Вид протокола",
		[]string{"form", "header", "words", "details", "as_typed", "law", "word"}, []string{"form"}},
	{"cases", "Падежи", []string{"forms"}, nil},
}

// councilGroups are the parts of the form of a council's file.
var councilGroups = []group{
	{"body", "Орган", []string{"council", "chair", "secretary"}, []string{"council", "chair", "secretary"}},
	{"people", "Люди", []string{"people"}, []string{"people"}},
	{"letters", "Письма и бланк", []string{"letterhead", "notice", "invitation", "letter"}, nil},
	{"joining", "Вступление", []string{"application", "applicant", "consent"}, nil},
	{"look", "Вид протокола", []string{"form", "header", "words", "details", "as_typed", "law", "word", "marks"}, nil},
	{"cases", "Падежи", []string{"forms"}, nil},
}

// settingsGroups are the parts of the form of the settings.
var settingsGroups = []group{
	{"design", "Вид бумаг", []string{"style", "templates", "fonts", "pdf_profile"},
		[]string{"style", "templates", "fonts", "pdf_profile"}},
	{"files", "Файлы", []string{"formats", "out", "name"}, []string{"formats", "out", "name"}},
	{"source", "Исходный файл и подписи", []string{"source", "no_source", "no_signature_fields"},
		[]string{"source", "no_source", "no_signature_fields"}},
}

// groupsOf returns the groups of a kind of file that have all keys of its schema.
func groupsOf(kind string) []group {
	groups := meetingGroups
	switch kind {
	case "council":
		groups = councilGroups
	case "settings":
		groups = settingsGroups
	}
	rest := group{ID: "rest", Title: "Прочее"}
	for _, p := range schemas()[kind].Properties {
		if !slices.ContainsFunc(groups, func(g group) bool { return slices.Contains(g.keys, p.Name) }) {
			rest.keys = append(rest.keys, p.Name)
		}
	}
	if len(rest.keys) == 0 {
		return groups
	}
	return append(slices.Clone(groups), rest)
}

// common are the keys of tables that are shown although they are missing, in addition to required ones.
var common = map[string][]string{
	"Item":        {"title", "speakers", "heard", "spoke", "decisions", "vote"},
	"Decision":    {"text", "responsible", "due"},
	"Person":      {"name", "position", "organization"},
	"Vote":        {"for", "against", "abstained"},
	"Council":     {"name", "genitive", "presidium", "rules"},
	"Rules":       {"quorum", "majority"},
	"Absent":      {"name", "reason"},
	"Speech":      {"name", "text"},
	"Exchange":    {"name", "text", "answer", "by"},
	"Addressee":   {"name", "position", "organization"},
	"Letter":      {"number", "date", "to", "heading", "text", "attachments", "executor"},
	"Letterhead":  {"name", "address", "index", "phone", "email"},
	"Annex":       {"title", "text"},
	"Applicant":   {"name", "inn", "address", "head", "phone", "email"},
	"Approval":    {"position", "name", "date"},
	"Agreement":   {"position", "name", "date"},
	"Executor":    {"name", "phone"},
	"Paper":       {"title", "number", "heading", "preamble", "keyword", "decisions"},
	"Signer":      {"name", "role"},
	"Subitem":     {"title", "speakers"},
	"Part":        {"title", "date", "start", "end"},
	"Picture":     {"file", "alt", "width", "caption"},
	"Opinion":     {"name", "text"},
	"Move":        {"name", "time"},
	"Commission":  {"chair", "members"},
	"Attendance":  {"print", "members", "present"},
	"Forms":       {"genitive", "dative", "accusative", "instrumental", "prepositional"},
	"Attachment":  {"title", "paper"},
	"Application": {"to", "charter", "attachments"},
	"Head":        {"name", "position"},
	"Result":      {"title", "for", "against"},
	"Table":       {"caption", "columns", "rows"},
	"Detail":      {"label", "text"},
	"Fact":        {"label", "text"},
	"Note":        {"after", "text"},
	"Officer":     {"role", "name"},
	"Body":        {"name"},
	"Column":      {"title"},
	"Recused":     {"name"},
	"ItemRole":    {"title", "names"},
}

// singular are the names of the elements of lists.
var singular = map[string]string{
	"agenda": "Вопрос", "decisions": "Пункт", "people": "Человек", "annexes": "Приложение", "absent": "Отсутствующий",
	"points": "Подпункт", "subitems": "Подвопрос", "spoke": "Выступление", "heard": "Доклад", "questions": "Вопрос",
	"to": "Адресат", "copies": "Копия", "signers": "Подпись", "parts": "Часть", "presidium": "Член президиума",
	"pictures": "Рисунок", "opinions": "Мнение", "arrived": "Пришёл позже", "left": "Ушёл раньше",
	"attachments": "Приложение", "results": "Результат", "columns": "Столбец", "rows": "Строка", "details": "Строка",
	"notes": "Абзац", "joint": "Орган", "facts": "Строка", "elections": "Выборы", "candidates": "Кандидат",
	"recused": "Не голосует", "roles": "Кто ещё",
}
