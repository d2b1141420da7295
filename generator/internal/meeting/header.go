package meeting

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// Header is the head of a protocol and of the extracts from it.
type Header struct {
	// Строки над названием документа: вышестоящий орган, учреждение, поселение; в бумагах из [papers] под
	// ними стоит орган. Без ключа — parent, name и short_name из [letterhead].
	Institution []string `toml:"institution"`
	// Что из [letterhead] печатать над названием: none — ничего, names — вышестоящий орган и название, full —
	// ещё адрес, телефон и коды. По умолчанию — names, в протоколе формы council — none. В бумагах из [papers]
	// названия печатаются всегда.
	Letterhead string `toml:"letterhead" jsonschema:"enum=none,enum=names,enum=full"`
	// Части протокола до обсуждения, в том порядке, в каком их печатать: institution, title, subtitle,
	// reference, row, date, dated, city, time, start, end, place, holding, parts, theme, details,
	// leaders, chair, secretary, present, invited, absent, counting, quorum, preamble, elections, agenda.
	// Чего в списке нет, то не печатается.
	Order []string `toml:"order"`
	// Как записать, кто вёл заседание и протокол: "{роль}: {должность} {фамилия и.о.}". Бывают {роль},
	// {фио}, {фамилия и.о.}, {и.о. фамилия}, {должность}, {организация}.
	Leader string `toml:"leader"`
	// Как записать присутствующего: "{фио} – {должность}". Поля те же.
	Participant string `toml:"participant"`
	// Как записать, кого слушали: "{фио кого} – {должность кого} – {текст}". Поля те же; с «кого» —
	// винительный падеж. Ещё бывают {текст}, {номер}, {римская} и {порядковому} — номер вопроса. Без
	// {текст} сказанное стоит в конце.
	Heard string `toml:"heard"`
	// Как записать выступившего: "{должность} {и.о. фамилия}: {текст}". Поля как в heard.
	Spoke string `toml:"spoke"`
	// true — вопросы названы только в повестке дня: перед обсуждением печатается лишь heading, если он
	// есть.
	AgendaOnly bool `toml:"agenda_only"`
	// Образец времени: "9.05", "9:05", "9 час. 05 мин.", "09-05". По умолчанию — 09.05.
	Clock string `toml:"clock"`
	// Образец даты протокола: "5 марта 2026 года", "«5» марта 2026 г.". По умолчанию — 05.03.2026.
	Date string `toml:"date"`
}

// Words are words of the head and the frame of a protocol that a body writes in
// its own way. A nil word is the one of the templates.
type Words struct {
	// Название документа вместо слова ПРОТОКОЛ: П Р О Т О К О Л.
	Title *string `toml:"title"`
	// Председатель в шапке. По умолчанию — Председательствующий.
	Chair *string `toml:"chair"`
	// Сопредседатель в шапке.
	CoChair *string `toml:"co_chair"`
	// Секретарь в шапке.
	Secretary *string `toml:"secretary"`
	// Перед датой, со знаком на конце: "Дата:". Здесь и ниже пустая строка — без слов.
	Date *string `toml:"date"`
	// Перед временем: "Время:". С ним начало и окончание пишутся через тире.
	Time *string `toml:"time"`
	// Перед временем начала, если оно отдельной строкой: "Начало работы комиссии".
	Start *string `toml:"start"`
	// Перед временем окончания, если оно отдельной строкой.
	End *string `toml:"end"`
	// Перед местом: "Место:".
	Place *string `toml:"place"`
	// Перед формой проведения.
	Holding *string `toml:"holding"`
	// Перед темой, если она отдельной строкой: "Тема слушаний:".
	Theme *string `toml:"theme"`
	// Перед присутствовавшими: "Присутствовали:", "Количество участников:".
	Present *string `toml:"present"`
	// После числа присутствовавших и отсутствовавших вместо слова «человек»: "чел." или три формы —
	// "член/члена/членов"; пустая строка — одно число.
	Persons *string `toml:"persons"`
	// Перед отсутствовавшими.
	Absent *string `toml:"absent"`
	// Перед приглашёнными.
	Invited *string `toml:"invited"`
	// Перед членами органа без роли, когда attendance.group = "role": "Члены комиссии:".
	Members *string `toml:"members"`
	// Перед счётной комиссией.
	Counting *string `toml:"counting"`
	// Перед повесткой дня: "Повестка педагогического совета:".
	Agenda *string `toml:"agenda"`
	// Образец времени на вопрос, после его названия: "(20 минут)". По умолчанию — строкой ниже: Время на
	// вопрос: 20 мин.
	Minutes *string `toml:"minutes"`
	// Над вопросом вместо «1. СЛУШАЛИ:» или «Вопрос №1:»: "{римская}. Слушали:", "По {порядковому} вопросу
	// повестки дня:", "{номер}."; пустая строка — ничего.
	Item *string `toml:"item"`
	// В полной форме: перед тем, кого слушали, если это отдельной строкой.
	Heard *string `toml:"heard"`
	// В полной форме: перед выступлениями. По умолчанию — ВЫСТУПИЛИ:.
	Spoke *string `toml:"spoke"`
	// К чему приложения, в отметке на них: "к протоколу педагогического совета".
	Annex *string `toml:"annex"`
}

// Detail is a line of the head that no other key holds.
type Detail struct {
	// Что это, со знаком на конце: "Инициатор собрания:".
	Label string `toml:"label"`
	// Сами сведения.
	Text string `toml:"text,short" jsonschema:"required"`
}

// HeaderParts lists the parts of a protocol before the items of the agenda.
var HeaderParts = []string{"institution", "title", "subtitle", "reference", "row", "date", "dated", "city", "time",
	"start", "end", "place", "holding", "parts", "theme", "details", "leaders", "chair", "secretary", "present",
	"invited", "absent", "counting", "quorum", "preamble", "elections", "agenda"}

// The fields of the patterns of lines about people.
const (
	FieldRole         = "роль"
	FieldFull         = "фио"
	FieldAfter        = "фамилия и.о."
	FieldBefore       = "и.о. фамилия"
	FieldPost         = "должность"
	FieldOrganization = "организация"
)

// FieldText is the text of a speech, in the patterns of speeches. There a field of a person may be in the
// accusative: {фио кого}.
const (
	FieldText  = "текст"
	Accusative = " кого"
)

// LineFields lists the fields of patterns.
var LineFields = []string{FieldRole, FieldFull, FieldAfter, FieldBefore, FieldPost, FieldOrganization}

// Field is a field or the text between fields of a pattern.
type Field struct {
	Name string // one of LineFields, or "" for text
	Text string // as written
	At   int    // offset in the pattern, bytes
}

var braced = regexp.MustCompile(`\{[^{}]*\}`)

// The fields of Words.Item.
const (
	ItemNumber  = "номер"
	ItemRoman   = "римская"
	ItemOrdinal = "порядковому"
)

// Fields splits a pattern into its fields and the texts around them.
func Fields(pattern string) []Field {
	var list []Field
	at := 0
	text := func(end int) {
		if end > at {
			list = append(list, Field{"", pattern[at:end], at})
		}
	}
	for _, m := range braced.FindAllStringIndex(pattern, -1) {
		text(m[0])
		list = append(list, Field{fieldName(pattern[m[0]+1 : m[1]-1]), pattern[m[0]:m[1]], m[0]})
		at = m[1]
	}
	text(len(pattern))
	return list
}

// fieldName returns the name in braces in lower case; initials may be spaced.
func fieldName(text string) string { return strings.ReplaceAll(normalize(text), "и. о.", "и.о.") }

func (c *checker) header() {
	if w := c.meeting.Words; w != nil && w.Minutes != nil && !sampleMinutes.MatchString(*w.Minutes) {
		c.wrong("words.minutes", "в образце нет числа минут", `образец пишется так: minutes = "(20 минут)"`)
	}
	c.itemWords()
	c.titleWords()
	c.letterheadUnused()
	h := c.meeting.Header
	if h == nil {
		return
	}
	if h.AgendaOnly && c.meeting.ProtocolForm() != "full" {
		c.warn("header.agenda_only", "вопросы перед обсуждением не печатает лишь полная форма",
			`напишите form = "full"`)
	}
	c.oneOf("header.letterhead", h.Letterhead, "none", "names", "full")
	for i, part := range h.Order {
		key := fmt.Sprintf("header.order[%d]", i)
		if !slices.Contains(HeaderParts, part) {
			hint := "есть " + strings.Join(HeaderParts, ", ")
			if near := diag.Nearest(part, HeaderParts); near != "" {
				hint = fmt.Sprintf("возможно, %s", near)
			}
			c.wrong(key, fmt.Sprintf("у протокола нет части «%s»", part), hint)
		} else if slices.Contains(h.Order[:i], part) {
			c.wrong(key, fmt.Sprintf("часть «%s» уже названа", part), "оставьте её в одном месте")
		}
	}
	c.unordered()
	c.repeatedDate(h.Order)
	c.pattern("header.leader", h.Leader, LineFields)
	c.pattern("header.participant", h.Participant, LineFields)
	c.pattern("header.heard", h.Heard, speechFields())
	c.pattern("header.spoke", h.Spoke, speechFields())
	if _, ok := clockSample(h.Clock); !ok {
		c.wrong("header.clock", "в образце времени нет часов и минут", `образец пишется так: clock = "9 час. 05 мин."`)
	}
	if !validDateSample(h.Date) {
		c.wrong("header.date", "в образце даты нет дня, месяца и года",
			`образец пишется так: date = "5 марта 2026 года"`)
	} else if word, _, _ := strings.Cut(normalize(h.Date), " "); word == "от" {
		c.warn("header.date", "слово «от» перед датой там, где оно нужно, печатается само и будет дважды",
			`уберите его; отдельной строкой «от» печатает часть dated в order или words.date = "от"`)
	}
}

// titleWords warns of a title with the sign or the number that is printed after it. «ПРОТОКОЛ педсовета школы № 7»
// names a school.
func (c *checker) titleWords() {
	w, number := c.meeting.Words, c.meeting.Number
	if w == nil || w.Title == nil || number == nil {
		return
	}
	title := normalize(*w.Title)
	_, behind, signed := strings.Cut(title[max(0, strings.LastIndex(title, "№")):], "№")
	behind = strings.TrimSpace(behind)
	if signed && (behind == "" || behind == normalize(*number) || strings.HasPrefix(title, "протокол №")) {
		c.warn("words.title", "номер протокола печатается за названием и будет дважды",
			"уберите из названия знак № и номер")
	}
}

// speechFields returns the fields of the patterns of speeches.
func speechFields() []string {
	list := slices.Clone(LineFields)
	for _, field := range LineFields {
		list = append(list, field+Accusative)
	}
	return append(list, FieldText, ItemNumber, ItemRoman, ItemOrdinal)
}

// pattern checks the pattern of a line about a person.
func (c *checker) pattern(key, pattern string, fields []string) {
	named := false
	for _, f := range Fields(pattern) {
		switch {
		case f.Name == "":
			if strings.ContainsAny(f.Text, "{}") {
				c.wrong(key, "скобки { } не парные", "поле пишется так: {фио}")
			}
		case !slices.Contains(fields, f.Name):
			c.wrong(key, "нет поля "+f.Text, "есть {"+strings.Join(fields, "}, {")+"}")
		default:
			name := strings.TrimSuffix(f.Name, Accusative)
			named = named || slices.Contains([]string{FieldFull, FieldAfter, FieldBefore}, name)
		}
	}
	if pattern != "" && !named {
		c.wrong(key, "в образце нет имени", "добавьте {фио}, {фамилия и.о.} или {и.о. фамилия}")
	}
}

// Author returns the author of papers, for the properties of files: the body, or
// the institution.
func (m *Meeting) Author() string {
	switch {
	case m.Council.Name != "":
		return m.Council.Name
	case m.Header != nil && len(m.Header.Institution) > 0:
		return strings.Join(m.Header.Institution, ", ")
	case m.Letterhead != nil:
		return m.Letterhead.Name
	}
	return ""
}

// itemWords checks the pattern of the line above an item.
func (c *checker) itemWords() {
	w := c.meeting.Words
	if w == nil || w.Item == nil {
		return
	}
	known := []string{"", ItemNumber, ItemRoman, ItemOrdinal}
	for _, f := range Fields(*w.Item) {
		if !slices.Contains(known, f.Name) {
			c.wrong("words.item", "нет поля "+f.Text, "есть {"+strings.Join(known[1:], "}, {")+"}")
		}
	}
}
