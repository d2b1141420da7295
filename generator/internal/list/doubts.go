package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// misfit says what a value looks like if it is not what the heading of its column
// promises, or "".
func misfit(field, value string) string {
	switch field {
	case "organization", "organization_short":
		return notBody(value)
	case "name":
		return notName(value)
	case "surname":
		if words := strings.Fields(value); len(words) > 2 && isPerson(value) {
			return "полное имя"
		}
		return notName(value)
	case "given_name", "patronymic":
		return notName(value)
	case "position":
		return notPost(value)
	case "address", "postal_address":
		return notAddress(value)
	case "salutation":
		if !strings.Contains(value, " ") && !IsHonorific(value) {
			return "не обращение к адресату"
		}
	case "email":
		if !strings.Contains(value, "@") {
			return "не адрес электронной почты"
		}
	case "phone":
		if countDigits(value) == 0 {
			return "не телефон"
		}
	case "inn", "kpp", "ogrn", "index":
		if countDigits(value) == 0 {
			return "не код"
		}
	}
	return ""
}

// IsHonorific reports a title alone, which programs export in place of a salutation.
func IsHonorific(salutation string) bool {
	return slices.Contains(strings.Fields("г-н г-жа г-ну г-же господин госпожа уважаемый уважаемая mr mrs ms miss dr"),
		strings.ToLower(strings.Trim(salutation, " .!")))
}

// notText recognizes values that no name of anything is.
func notText(value string) string {
	switch {
	case isEmail(value) && !strings.Contains(strings.TrimSpace(value), " "):
		return "адрес электронной почты"
	case slices.Contains([]string{"да", "истина", "ложь", "true", "false"}, strings.ToLower(value)):
		return "ответ «да» или «нет»"
	case isPhone(value), countDigits(value) > 0 && countDigits(value) == len(strings.TrimSpace(value)):
		return "число или телефон"
	}
	return ""
}

func notBody(value string) string {
	if hasLegalForm(value) || strings.HasPrefix(value, "И.П. ") {
		return ""
	}
	switch other := notText(value); {
	case other != "":
		return other
	case isPerson(value):
		return "имя человека"
	case looksLikePost(value):
		return "должность"
	}
	return ""
}

func notName(value string) string {
	switch other := notText(value); {
	case other != "":
		return other
	case hasLegalForm(value) && strings.ContainsAny(value, "«\"“"):
		return "название организации"
	case looksLikePost(value) && !hasCapitalAfterFirst(value):
		return "должность"
	}
	return ""
}

// hasCapitalAfterFirst reports whether a later word of a text is capitalized: a post
// with a name has such words.
func hasCapitalAfterFirst(text string) bool {
	_, rest, _ := strings.Cut(text, " ")
	return rest != strings.ToLower(rest)
}

func notPost(value string) string {
	switch other := notText(value); {
	case other != "":
		return other
	case isPerson(value):
		return "имя человека"
	case hasLegalForm(value) && strings.ContainsAny(value, "«\"“"):
		return "название организации"
	}
	return ""
}

func notAddress(value string) string {
	switch {
	case isEmail(value) && !strings.Contains(strings.TrimSpace(value), " "):
		return "адрес электронной почты"
	case isPhone(value) && countDigits(value) != 6:
		return "число или телефон"
	case isPerson(value):
		return "имя человека"
	}
	return ""
}

// doubtColumns reports columns whose values, by the first rows, are not what their
// heading promises.
func (l *List) doubtColumns(sample []row) (problems diag.List) {
	for i, c := range l.Columns[:l.physical] {
		if c.Field == "" {
			continue
		}
		values, wrong, first, looksLike := 0, 0, "", ""
		for _, r := range sample {
			if i >= len(r.cells) {
				continue
			}
			value := Clean(r.cells[i].text)
			if value == "" || isBlankMark(value) || isDitto(value) {
				continue
			}
			values++
			if other := misfit(c.Field, value); other != "" {
				if wrong++; first == "" {
					first, looksLike = value, other
				}
			}
		}
		if slices.ContainsFunc(l.either, func(e eitherColumn) bool { return e.from == i }) {
			continue
		}
		if wrong*2 > values && (wrong > 2 || wrong > 1 && isPrinted(c.Field)) {
			problems = append(problems, diag.Problem{Severity: diag.Warning,
				Message: fmt.Sprintf("столбец %s узнан как %s, но в нём другое: «%s» (%s)", c.Name(), c.Field,
					truncate(first, 40), looksLike),
				Hint: fmt.Sprintf("проверьте заголовки; если столбец не тот, назовите верный: %s=…", c.Field)})
		}
	}
	problems = append(problems, l.doubtContacts(sample)...)
	problems = append(problems, l.doubtUnused(sample)...)
	return append(problems, l.doubtPairs()...)
}

// doubtContacts reports people in a column of contacts, if the list has no other column of
// names: letters would be addressed to nobody.
func (l *List) doubtContacts(sample []row) diag.List {
	i := l.columnOf("contact")
	if i == absent || l.Has("name") {
		return nil
	}
	if s := surveyColumn(i, sample); !s.isMostly(s.people) {
		return nil
	}
	c := l.Columns[i]
	return diag.List{{Severity: diag.Warning,
		Message: fmt.Sprintf("в столбце %s контактные лица, а не адресаты: имён в письмах не будет", c.Name()),
		Hint:    "если это адресаты, назовите столбец: name=" + c.Letter}}
}

// isPrinted reports whether the values of a field are printed in every letter.
func isPrinted(field string) bool {
	return slices.Contains([]string{"organization", "name", "surname", "position"}, field)
}

// doubtValues reports values of a record that are not what their column promises
// and would be printed.
func (l *List) doubtValues(record *Record) {
	if record.Problems.Failed() || l.locate != nil {
		return
	}
	for _, key := range []string{"organization", "position", "surname", "salutation", "address", "postal_address"} {
		i, ok := l.position(key)
		if !ok || record.values[i] == "" {
			continue
		}
		if other := misfit(key, record.values[i]); other != "" {
			record.addProblem(record.cellLocation(i), diag.Warning,
				fmt.Sprintf("«%s»: похоже, это %s", truncate(record.values[i], 40), other),
				"проверьте ячейку и заголовок столбца")
		}
	}
	if name := record.Get("name"); strings.ContainsAny(name, "0123456789@") {
		record.addProblem(record.Location("name"), diag.Warning,
			fmt.Sprintf("«%s»: в ячейке не только имя", truncate(name, 40)), "оставьте в ней одно имя")
	}
	l.addColumnDoubts(record)
	l.doubtHidden(record)
	l.doubtParts(record)
	l.doubtLost(record)
	l.doubtBodies(record)
	l.doubtOrganization(record)
	l.doubtLonely(record)
	l.doubtUnit(record)
	l.doubtState(record)
	l.doubtAddress(record)
	l.doubtGaps(record)
}

// doubtLost reports question marks that stand for characters an encoding lacked: old
// programs write «ООО ?Заря?» and «школа ? 2».
func (l *List) doubtLost(record *Record) {
	for _, key := range []string{"organization", "organization_short", "name", "surname", "position", "address",
		"postal_address"} {
		i, ok := l.position(key)
		if ok && strings.Contains(record.values[i], "?") && lost.MatchString(record.values[i]) {
			record.addProblem(record.cellLocation(i), diag.Warning,
				fmt.Sprintf("«%s»: знак «?» стоит, похоже, вместо потерянного", truncate(record.values[i], 60)),
				"программа, из которой выгружен список, не сохранила кавычки или «№»: исправьте или выгрузите в .xlsx")
		}
	}
}

// lost finds a question mark that ends no sentence.
var lost = regexp.MustCompile(`\?[\pL\d]|(?:^| )\?`)

// doubtState reports what a column without a field says of a recipient to whom nothing
// is to be sent any more: «Статус: ликвидировано», «Примечание: умер».
func (l *List) doubtState(record *Record) {
	const most = 120 // bytes; longer notes say something else
	for i, value := range record.values[:l.physical] {
		if l.Columns[i].Field != "" || value == "" || len(value) > most || !saysDeparted(l.Columns[i].Title, value) {
			continue
		}
		record.addProblem(record.cellLocation(i), diag.Warning,
			fmt.Sprintf("«%s»: может быть, этому адресату писать уже не надо", truncate(value, 60)),
			"если не надо, удалите строку")
	}
}

// saysDeparted reports whether a value under a heading says so.
func saysDeparted(title, value string) bool {
	lower := strings.ToLower(strings.Trim(value, " .!()"))
	return hasCeased(value) || slices.Contains(departed, lower) || forbidsSending(title, lower) ||
		isNotes(title) && (hasState(value) || slices.ContainsFunc(foldedWords(value), isDeparted))
}

// forbidsSending reports a short note about what has become of somebody or what is not to
// be done («выбыл в Брянск», «не беспокоить»), «нет» under a heading about sending and
// anything under «Дата увольнения».
func forbidsSending(title, lower string) bool {
	const most = 5 // words
	words := leadingWords(lower, most+1)
	if !isBlankMark(lower) && slices.ContainsFunc(leadingWords(title, most), func(word string) bool {
		return hasStem(endings, word)
	}) {
		return true
	}
	if len(words) == 0 || len(words) > most {
		return false
	}
	if len(words) == 1 {
		about := leadingWords(title, 1)
		return isDeparted(words[0]) || slices.Contains([]string{"нет", "не", "no", "false", "ложь"}, words[0]) && len(about) > 0 &&
			hasStem(strings.Fields("рассылк отправ направ приглаш писать письмо слать"), about[0])
	}
	return words[0] == "не" && (strings.HasSuffix(words[1], "ть") || slices.Contains(absences, words[1])) ||
		slices.ContainsFunc(words, func(word string) bool { return word != "отказ" && isDeparted(word) })
}

// endings are stems of headings for the end of something, absences what somebody does
// not do who does not come.
var (
	endings  = strings.Fields("увольнен выбыти смерти ликвидац")
	absences = strings.Fields("сможет придет приедет будет участвует желает")
)

// departed are such values that say nothing else.
var departed = []string{"умер", "умерла", "уволен", "уволена", "отказ", "отказался", "отказалась", "выбыл", "выбыла",
	"исключён", "исключен", "исключена", "исключено", "не направлять", "не отправлять", "не приглашать", "удалить",
	"дубль", "снят с учёта", "снят с учета", "ликвидация"}

// isDeparted reports a word of longer notes that says it: «письмо возвращено», «сменился
// директор».
func isDeparted(word string) bool {
	return slices.Contains(departedWords, word) || slices.ContainsFunc(departedStems, func(stem string) bool {
		return strings.HasPrefix(word, stem)
	})
}

var (
	departedStems = strings.Fields("возвращ возврат неверн сменил уволен уволил переехал выбыл отказал вычеркн отозва")
	departedWords = strings.Fields("отказ вернулось умер умерла умерли дубль дубля дубли дублирует дубликат " +
		"исключить удалить удалите исключите существует")
)

var notesHeads = strings.Fields("прим примечан коммент комментар заметк отметк статус состояни результат вручен доставк")

// isNotes reports the heading of a column of notes.
func isNotes(title string) bool {
	words := foldedWords(title)
	return len(words) > 0 && hasStem(notesHeads, words[0])
}

// doubtOrganization reports a person with a post whose organization is missing:
// «Директору Иванову И.И.» does not say of what.
func (l *List) doubtOrganization(record *Record) {
	if record.Get("organization") == "" && record.Get("name") != "" && isBarePost(record.Get("position")) {
		record.addProblem(record.Location("organization"), diag.Warning,
			"не указана организация: в адресе одна должность",
			"впишите организацию в её столбец или в должность")
	}
}

// isBarePost reports whether a post does not say of which organization it is.
func isBarePost(text string) bool {
	text, _, _ = strings.Cut(text, "(")
	words := foldedWords(text)
	return len(words) > 0 && len(words) <= 3 && !strings.ContainsAny(text, "«\"“№") &&
		!slices.ContainsFunc(words, func(word string) bool {
			return hasStem(bodyNouns, word) || strings.HasPrefix(word, "предпринимател") ||
				slices.Contains(legalForms, word)
		})
}

// doubtPairs reports columns that do not belong together: the post of one
// person beside the name of another.
func (l *List) doubtPairs() (problems diag.List) {
	position, name := -1, -1
	for i, c := range l.Columns {
		switch c.Field {
		case "position":
			position = i
		case "name", "surname":
			name = i
		}
	}
	if position < 0 || name < 0 {
		return nil
	}
	if isContact(l.Columns[position].Title) != isContact(l.Columns[name].Title) {
		problems = append(problems, diag.Problem{Severity: diag.Warning,
			Message: fmt.Sprintf("имя взято из столбца %s, а должность — из %s: одного ли это человека?",
				l.Columns[name].Name(), l.Columns[position].Name()),
			Hint: "если разных, назовите верные столбцы: name=… или position=…"})
	}
	return problems
}

// isContact reports whether a heading is about the contact person.
func isContact(title string) bool {
	title = strings.ToLower(title)
	return strings.Contains(title, "контакт") || strings.Contains(title, "contact")
}
