package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// doubtBodies reports cells of organizations that contain more than a name, or a name typed with letters of another
// alphabet: all of it would be printed.
func (l *List) doubtBodies(record *Record) {
	for _, key := range []string{"organization", "organization_short"} {
		i, ok := l.position(key)
		if !ok || record.values[i] == "" {
			continue
		}
		value := record.values[i]
		if found, hint := BodyDoubt(value); found != "" {
			record.addProblem(record.cellLocation(i), diag.Warning,
				fmt.Sprintf("«%s»: %s", printable.Excerpt(value, 60), found), hint)
		}
	}
}

// BodyDoubt says, in Russian, what the name of an organization contains in addition to a name, or that it is typed
// with letters of another alphabet, and what to do; "" if there is nothing to report.
func BodyDoubt(text string) (found, hint string) {
	const leave = "оставьте в ней одно название"
	switch mixed := mixedWord(text); {
	case mixed != "":
		return "в «" + mixed + "» смешаны русские и латинские буквы", "наберите слово заново русскими буквами"
	case latinForm(text) != "":
		return "«" + latinForm(text) + "» набрано латинскими буквами", "наберите слово заново русскими буквами"
	case hasOpenQuote(text):
		return "кавычка не закрыта или лишняя", "исправьте кавычки"
	case formTwice.MatchString(text):
		return "форма названа дважды", "оставьте одну"
	case severalBodies(text):
		return "здесь, похоже, несколько организаций", "сделайте для каждой свою строку"
	case hasPerson(text):
		return "рядом с названием имя человека", "имя перенесите в его столбец"
	case hasPost(text):
		return "рядом с названием должность", "должность перенесите в её столбец"
	case hasState(text):
		return "рядом с названием пометка: организации, может быть, уже нет", "проверьте, кому письмо; пометку уберите"
	case beginsWithPost(text):
		return "название начато с должности", leave
	case hasContacts(text):
		return "в ячейке не только название", leave
	}
	return "", ""
}

// formTwice finds a legal form after another one: programs put one before names that already have one: «ООО «ООО
// Заря»», «ИП Индивидуальный предприниматель Ким О. П.».
var formTwice = regexp.MustCompile(`^` + anyForm + `["«“„ \x{a0}]+` + anyForm + `["«“„ \x{a0}]`)

const anyForm = `(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|(?i:общество с ограниченной ответственностью|` +
	`(?:(?:публичное|непубличное|открытое|закрытое) )?акционерное общество|индивидуальный предприниматель))`

// mixedWord returns the first word of a text that has both Russian and Latin letters
// side by side, or "".
func mixedWord(text string) string {
	if !strings.ContainsFunc(text, func(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) }) {
		return ""
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	at := slices.IndexFunc(words, func(word string) bool {
		return strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) &&
			strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
	})
	if at < 0 {
		return ""
	}
	return words[at]
}

// latinForm returns a legal form in Latin letters that look like Russian ones,
// before a Russian name: «OOO» of «OOO «Ромашка»»; or "".
func latinForm(text string) string {
	form, rest, _ := strings.Cut(text, " ")
	isLatin := strings.ContainsFunc(form, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
	if isLatin && strings.ContainsFunc(rest, isCyrillic) &&
		slices.Contains(legalForms, lookalikes.Replace(strings.ToLower(form))) {
		return form
	}
	return ""
}

// hasOpenQuote reports a quote without its counterpart: «ООО «Ромашка». Nested quotes may share the closing one.
func hasOpenQuote(text string) bool {
	opened, closed := strings.Count(text, "«"), strings.Count(text, "»")
	return opened > 0 && closed == 0 || closed > opened || strings.Count(text, `"`) == 1 && opened+closed == 0
}

// severalBodies reports whether a cell contains two names with legal forms.
func severalBodies(text string) bool {
	if !strings.ContainsAny(text, ",;\n/+") && !strings.Contains(text, " и ") {
		return false
	}
	count := 0
	for _, part := range bodySeparators.Split(text, -1) {
		if hasLegalForm(strings.TrimSpace(part)) && len(leadingWords(part, 2)) > 1 {
			count++
		}
	}
	return count > 1
}

var bodySeparators = regexp.MustCompile(`[,;\n/+]| и `)

// beginsWithPost reports a post before the name of an organization: «директор ООО
// «А»».
func beginsWithPost(text string) bool {
	words := leadingWords(text, 4)
	at := slices.IndexFunc(words, func(word string) bool { return slices.Contains(legalForms, word) })
	isPost := func(word string) bool { return slices.Contains(posts, word) }
	return at > 0 && words[at] != "кфх" && slices.ContainsFunc(words[:at], isPost)
}

// isInHonour reports the word before the name in whose honour something is named.
func isInHonour(word string) bool { return word == "им" || word == "имени" }

// hasPerson reports a person in brackets, after a mark, or behind the name or number of an organization: «ООО «А»
// (Ильин О. П.)», «Школа № 5 Ильина О. П.».
func hasPerson(text string) bool {
	if !strings.ContainsAny(text, "(,;\n–—»\"№") {
		return false
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("(),;\n–—", r) })
	behind := strings.TrimLeft(behindNumber.FindString(text), "№ 0123456789")
	if at := strings.LastIndexAny(text, "»\""); at >= 0 {
		behind = strings.TrimLeft(text[at:], "»\" ")
	}
	if startsWithLower(behind) || surnameFirst.MatchString(behind) { // not «Библиотека № 2 А. С. Пушкина»
		parts = append(parts, behind)
	}
	return slices.ContainsFunc(parts[min(1, len(parts)):], func(part string) bool {
		part = strings.TrimSpace(part)
		isAfterPost := endsInInitials.MatchString(part) || looksLikePost(part) && namesPatronymic.MatchString(part)
		return isPerson(part) || isAfterPost && !slices.ContainsFunc(foldedWords(part), isInHonour)
	})
}

// surnameFirst finds a person as lists name them: «Ильин О. П.», «Ильин Олег Павлович».
var surnameFirst = regexp.MustCompile(`^\p{Lu}[\pL-]+ (?:\p{Lu}\. ?\p{Lu}\.|\p{Lu}\pL+ \p{Lu}\pL+)`)

// behindNumber finds what is behind the number of an organization.
var behindNumber = regexp.MustCompile(`№ ?\d+ .+`)

// hasPost reports a post in small letters behind the name of an organization: «ООО «А», директор». «Исполнитель
// коммунальных услуг» is the organization.
func hasPost(text string) bool {
	end := strings.LastIndexAny(text, ",;(\n")
	if end < 0 || isInQuotes(text, end) {
		return false
	}
	part := strings.Trim(text[end+1:], " )")
	return startsWithLower(part) && looksLikePost(part) && !slices.Contains(leadingWords(part, 3), "исполнитель")
}

// endsInInitials finds a person at the end of a text: «директору Ильину О. П.».
var endsInInitials = regexp.MustCompile(`^\p{Ll}.* \p{Lu}\pL+ \p{Lu}\. ?\p{Lu}\.$`)

// hasState reports what lists note about organizations that ceased or changed.
func hasState(text string) bool {
	return hasCeased(text) || strings.Count(text, ".") > 1 && stateSince.MatchString(strings.ToLower(text))
}

// hasCeased reports such a note by its words: documents of people have dates, too.
func hasCeased(text string) bool {
	lower := strings.ToLower(text)
	return containsAny(lower, stateStems) && stateOfBody.MatchString(lower)
}

// containsAny reports whether a text has one of the stems. It is much faster than an unanchored pattern.
func containsAny(text string, stems []string) bool {
	return slices.ContainsFunc(stems, func(stem string) bool { return strings.Contains(text, stem) })
}

var (
	stateStems = strings.Fields("ликвидир действ банкрот реорганизов прекратил исключен быв закрыт переименов " +
		"ранее ныне прежн (до (с")
	stateOfBody = regexp.MustCompile(`ликвидир|не действ|недейств|банкрот|реорганизов|прекратил|исключен[оаы]? из|` +
		`\(быв|бывш(?:ее|ий|ая)|[(,;] ?(?:ранее|ныне|прежн)|\((?:до|с) (?:\d\d\.)*\d{4}|` +
		`закрыт[оаы]?(?:$|[ ,)])|переименов`)
	stateSince = regexp.MustCompile(`(?:до|с|от) \d{1,2}\.\d{1,2}\.\d{4}`)
)

// hasContacts reports codes, telephones, e-mail and postal addresses.
func hasContacts(text string) bool {
	lower := strings.ToLower(text)
	return strings.ContainsAny(lower, "0123456789@") && containsAny(lower, contactStems) &&
		contacts.MatchString(lower)
}

var contactStems = strings.Fields("@ инн кпп огрн тел моб факс +7 ул. улица пр-т просп. пер. наб. б-р бульвар")

var contacts = regexp.MustCompile(`\S@\S+\.\S|` +
	`(?:^|[^\pL])(?:инн|кпп|огрн|огрнип)[ :№]*\d{6}|(?:^|[^\pL])(?:тел|моб|факс)[. :]+[+(]?\d|\+7[ (-]*\d{3}|` +
	`(?:^|[ ,])(?:ул\.|улица|пр-т|просп\.|пер\.|наб\.|б-р|бульвар) ?\pL.*\d`)
