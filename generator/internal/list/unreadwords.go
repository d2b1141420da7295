package list

import (
	"slices"
	"strings"
	"unicode"

	"protokol/generator/internal/russian"
	"protokol/generator/internal/table"
)

// wordSurvey contains the numbers of different values of a column in the sample: all, those that may be the name of a
// person, and those that may name anybody or anything. Nothing else is known of them.
type wordSurvey struct{ filled, different, names, subjects int }

// surveyWords examines a column that is not read. Under a heading that says what is in a column besides recipients,
// no value counts.
func surveyWords(column int, title string, sample []row) (s wordSurvey) {
	if saysWhat(title) {
		return s
	}
	seen := map[string]bool{}
	for _, r := range sample {
		if column >= len(r.Cells) || r.filled < 2 {
			continue
		}
		value := table.Clean(r.Cells[column].Text)
		if value == "" || isBlankMark(value) {
			continue
		}
		if s.filled++; seen[value] {
			continue
		}
		seen[value] = true
		s.different++
		if mayName(value) {
			s.subjects++
		}
		if mayBePerson(value) {
			s.names++
		}
	}
	return s
}

// areNames reports whether most values may be names of persons, and areSubjects whether most may name something. Those
// that repeat more often are kinds and marks: «Оплачено».
func (s wordSurvey) areNames() bool    { return s.mostlyDiffer() && s.names*2 > s.different }
func (s wordSurvey) areSubjects() bool { return s.mostlyDiffer() && s.subjects*2 > s.different }

func (s wordSurvey) mostlyDiffer() bool { return s.different*2 >= s.filled }

// mayName reports whether a value may name a person or an organization, in any language: a short text that begins with
// a capital or a quotation mark and is neither a number nor an address of any kind.
func mayName(value string) bool {
	const longest, fewest = 100, 3 // letters
	letters, digits := 0, 0
	for _, r := range value {
		switch {
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	first := []rune(value)[0]
	return letters >= fewest && letters <= longest && letters > 2*digits &&
		(unicode.IsUpper(first) || strings.ContainsRune("«\"“„", first)) &&
		!isEmail(value) && !strings.Contains(value, "/") && !hasContacts(value)
}

// mayBePerson reports whether a value may be the name of a person without a patronymic, also before a note: «Иван
// Дубок», «Hans Müller», «Юля».
func mayBePerson(value string) bool {
	if end := strings.IndexAny(value, "(,;/"); end > 0 {
		value = strings.TrimSpace(value[:end])
	}
	if looksLikeName(value) {
		return true
	}
	if startsWithLower(value) || strings.Contains(value, " ") {
		return false
	}
	p := russian.ParsePerson(value, russian.Unknown)
	return p.IsCertain() && p.Kind == russian.OnePerson && p.Given != ""
}

// saysWhat reports a heading whose head says what the words below it are, besides whom to write to: «Тема доклада», but
// not «Хозяин участка».
func saysWhat(title string) bool {
	for _, word := range headingWords(title) {
		if !anyAdjective.MatchString(word) && !hasStem(adjectives, word) {
			return hasStem(matters, word)
		}
	}
	return false
}

// matters are stems of such heads: notes and marks, numbers and sums, time, places, papers, kinds and things.
var matters = slices.Concat(notesHeads, territories, strings.Fields(`
	замечан предложен пожелан поясн описан причин основ основан обоснован соглас согласи явка присутств участие решен
	подпис виза файл фото файлы ссылк соцсет мессенджер телеграм telegram vk ник логин отправк приглашен
	код шифр номер артикул цена стоимост количеств кол число числен размер объем площад доля процент оплат долг
	задолжен тариф ставк балл оценк оклад зарплат взнос аванс валют единиц итог итоги рейтинг разряд очередн
	дата время срок год период месяц день квартал возраст рожден стаж график расписан смена
	факс телефон тел почт мобильн сотов адрес индекс
	страна улица дом кв квартир кабинет этаж подъезд корпус офис участ участок площадк место мест местност
	пункт гражданств национальн гостиниц рейс маршрут остановк склад объект зал стенд
	паспорт снилс полис счет бик банк оквэд диплом сертификат удостоверен лицензи договор контракт заявк приказ
	дело документ реквизит доверенност постановлен
	тип форма класс номинаци секци направлен тема вопрос предмет дисциплин язык уровен вид
	ступен степен звание чин ранг титул образован специальност професси квалификац специализац диагноз тур этап роль
	деятельност отрасл сфера продукци товар услуг издели марка модель автомобил авто транспорт техник
	оборудован материал сырье программ проект мероприяти конкурс спектакл фильм книга статья доклад произведен песн
	питан меню диета аллерги хобби интерес награда медал приз льгота пол семейн родств
	источник канал откуда формат режим приоритет важност признак цвет комплект животн кличка порода`))
