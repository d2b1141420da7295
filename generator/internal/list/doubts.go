package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
	"protokol/generator/internal/russian"
	"protokol/generator/internal/table"
)

// misfit says what a value looks like if it does not match the heading of its column, or "".
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
	return slices.Contains(honorifics, strings.ToLower(strings.Trim(salutation, " .!")))
}

var honorifics = strings.Fields("г-н г-жа г-ну г-же господин госпожа уважаемый уважаемая mr mrs ms miss dr")

// notText recognizes values that cannot be a name.
func notText(value string) string {
	switch {
	case isEmail(value) && !strings.Contains(strings.TrimSpace(value), " "):
		return "адрес электронной почты"
	case slices.Contains([]string{"да", "истина", "ложь", "true", "false"}, strings.ToLower(value)):
		return "ответ «да» или «нет»"
	case isPhone(value), countDigits(value) > 0 && strings.Trim(value, "0123456789 №,.%") == "":
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
	case countDigits(value) == 0 && namesBodyWhere(value):
		return "название организации"
	}
	return ""
}

// namesBodyWhere reports an organization in place of an address: «в Министерство культуры».
func namesBodyWhere(value string) bool {
	words := strings.Fields(value)
	if len(words) > 1 && slices.Contains([]string{"в", "на"}, strings.ToLower(words[0])) {
		words = words[1:]
	}
	if len(words) < 2 || strings.Contains(value, ",") {
		return false
	}
	return slices.ContainsFunc(leadingWords(words[0], 1), func(noun string) bool {
		return isBodyNoun(noun) && (startsWithLower(words[1]) || !hasStem(settlementNouns, noun))
	})
}

// settlementNouns are nouns of organizations that begin names of places, too: «станция
// Присельская», but not «станция юных техников».
var settlementNouns = strings.Fields("станци колхоз совхоз сельсовет санатори дом сад завод отделени хозяйств " +
	"товариществ кооператив центр комбинат гостиниц")

// doubtColumns reports columns whose values, by the first rows, do not match their heading.
func (l *List) doubtColumns(sample []row) (problems diag.List) {
	for i, c := range l.Columns[:l.physical] {
		if c.Field == "" {
			continue
		}
		values, wrong, first, looksLike := 0, 0, "", ""
		for _, r := range sample {
			if i >= len(r.Cells) {
				continue
			}
			value := table.Clean(r.Cells[i].Text)
			if value == "" || isBlankMark(value) || isDitto(value) || l.isNumbered(i, value) {
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
			problems = append(problems, diag.Problem{Severity: diag.Warning, Code: diag.CodeColumn,
				Message: fmt.Sprintf("столбец %s узнан как %s, но в нём другое: «%s» (%s)", c.Name(), c.Field,
					printable.Excerpt(first, 40), looksLike),
				Hint: fmt.Sprintf("проверьте заголовки; если столбец не тот, назовите верный: %s=…", c.Field)})
		}
	}
	problems = append(problems, l.doubtContacts(sample)...)
	problems = append(problems, l.doubtUnused(sample)...)
	return append(problems, l.doubtPairs()...)
}

// doubtContacts reports people in a column of contacts, if the list has no other column of names: letters would
// have no addressee. They are doubted at every row if their posts are in the list, too, since a letter would have
// the post without the name, or if they may be the recipients.
func (l *List) doubtContacts(sample []row) diag.List {
	i := l.columnOf("contact")
	if i == absent || l.Has("name") {
		return nil
	}
	if s := surveyColumn(i, sample); !s.isMostly(s.people) {
		return nil
	}
	c := l.Columns[i]
	message := fmt.Sprintf("в столбце %s контактные лица, а не адресаты: имён в письмах не будет", c.Name())
	hint := "если это адресаты, назовите столбец: name=" + c.Letter
	if l.holds("position") || !namesContactPerson(c.Title) {
		l.doubtColumn(i, message, hint)
		return nil
	}
	return diag.List{{Severity: diag.Warning, Message: message, Hint: hint, Code: diag.CodeColumn}}
}

// namesContactPerson reports a heading that says that people are not the recipients: «Контактное лицо», but not
// «Контакт» or «Контакт 1».
func namesContactPerson(title string) bool {
	return slices.ContainsFunc(headingWords(title), func(word string) bool {
		return hasStem([]string{"лицо", "лица", "персон", "person", "ответственн"}, word)
	})
}

// isPrinted reports whether the values of a field are printed in every letter.
func isPrinted(field string) bool {
	return slices.Contains([]string{"organization", "name", "surname", "position"}, field)
}

// doubtValues reports values of a record that would be printed and do not match their column.
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
				fmt.Sprintf("«%s»: похоже, это %s", printable.Excerpt(record.values[i], 40), other),
				"проверьте ячейку и заголовок столбца")
		}
	}
	if name := record.Get("name"); strings.ContainsAny(name, "0123456789@+†") && !isNumberInPost(name) {
		record.addProblem(record.Location("name"), diag.Warning,
			fmt.Sprintf("«%s»: в ячейке не только имя", printable.Excerpt(name, 40)), "оставьте в ней одно имя")
	}
	l.addColumnDoubts(record)
	l.doubtHidden(record)
	l.doubtParts(record)
	l.doubtNewer(record)
	l.doubtOthers(record)
	l.doubtLost(record)
	l.doubtBodies(record)
	l.doubtKinds(record)
	l.doubtOrganization(record)
	l.doubtLonely(record)
	l.doubtUnit(record)
	l.doubtState(record)
	l.doubtAddress(record)
	l.doubtGaps(record)
}

// isNumberInPost reports whether all digits beside a name are in the post, which is separated: «Рой О.Б., директор
// школы № 5».
func isNumberInPost(text string) bool {
	post := russian.ParsePerson(text, russian.Unknown).Post
	return strings.Contains(post, "№") && countDigits(post) == countDigits(text) && !strings.ContainsAny(text, "@+†")
}

// doubtLost reports question marks that replace characters missing in an encoding: old programs write «ООО ?Заря?»
// and «школа ? 2».
func (l *List) doubtLost(record *Record) {
	for _, key := range []string{"organization", "organization_short", "name", "surname", "position", "address",
		"postal_address"} {
		i, ok := l.position(key)
		if ok && strings.Contains(record.values[i], "?") && lost.MatchString(record.values[i]) {
			record.addProblem(record.cellLocation(i), diag.Warning,
				fmt.Sprintf("«%s»: знак «?» стоит, похоже, вместо потерянного",
					printable.Excerpt(record.values[i], 60)),
				"программа, из которой выгружен список, не сохранила кавычки или «№»: исправьте или выгрузите в .xlsx")
		}
	}
}

// lost finds a question mark that ends no sentence.
var lost = regexp.MustCompile(`\?[\pL\d]|(?:^| )\?`)

// BarePost says that an addressee has a post, but no organization; BarePostHint what to do.
const (
	BarePost     = "не указана организация: в адресе одна должность"
	BarePostHint = "впишите организацию в её столбец или в должность"
)

// doubtOrganization reports a person with a post whose organization is missing: «Директору Иванову И.И.» does not
// say of which organization. The staff of one organization has none in its list.
func (l *List) doubtOrganization(record *Record) {
	if record.Get("organization") == "" && record.Get("name") != "" && IsBarePost(record.Get("position")) &&
		(!l.IsStaff() || record.isInUnclearUnit()) {
		record.addProblem(record.Location("organization"), diag.Warning, BarePost, BarePostHint)
	}
}

// IsBarePost reports whether a post does not say of which organization it is, or of which place: «Глава Района», but
// not «глава Ельнинского района».
func IsBarePost(text string) bool {
	text, _, _ = strings.Cut(text, "(")
	words := foldedWords(text)
	return len(words) > 0 && len(words) <= 3 && !isOfPlace(text) && !strings.ContainsAny(text, "«\"“№") &&
		!slices.ContainsFunc(words, func(word string) bool {
			return hasStem(bodyNouns, word) || strings.HasPrefix(word, "предпринимател") ||
				slices.Contains(legalForms, word)
		})
}

// isOfPlace reports a post that names a place: «глава Ельнинского района», but not «Глава Сельского Поселения» and
// «Заместитель Главы района».
func isOfPlace(post string) bool {
	isTerritory := func(word string) bool { return hasStem(territories, word) }
	words := strings.Fields(post)
	return post != strings.ToUpper(post) && slices.ContainsFunc(foldedWords(post), isTerritory) &&
		slices.ContainsFunc(words[1:], func(word string) bool {
			folded := strings.Join(foldedWords(word), "")
			return !startsWithLower(word) && !isTerritory(folded) && !isChief(folded) && !looksLikePost(folded) &&
				!hasStem(deputies, folded) && !hasStem(kindsOfPlaces, folded)
		})
}

// kindsOfPlaces are adjectives of municipalities of a kind.
var kindsOfPlaces = strings.Fields("муниципальн сельск городск административн")

// doubtPairs reports columns that do not belong together: the post of one
// person beside the name of another.
func (l *List) doubtPairs() (problems diag.List) {
	position, name := l.columnOf("position"), l.columnOf("name", "surname")
	if position < 0 || name < 0 {
		return nil
	}
	if isContact(l.Columns[position].Title) != isContact(l.Columns[name].Title) {
		problems = append(problems, diag.Problem{Severity: diag.Warning, Code: diag.CodeColumn,
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
