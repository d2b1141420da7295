package list

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"protokol/generator/diag"
)

// dataWeight says how much a text looks like a value and not like a heading: 2 for
// what no heading contains, 1 for what few do, 0 otherwise.
func dataWeight(text string) int {
	text = strings.TrimSpace(text)
	switch {
	case text == "", strings.HasPrefix(strings.ToLower(text), "фамили"): // «Фамилия И.О.»
		return 0
	case isEmail(text), isPerson(text), hasLegalForm(text) && strings.ContainsAny(text, "«\"“"):
		return 2
	case countDigits(text) >= 5 && countDigits(text)*2 > len([]rune(text)):
		return 2
	case countDigits(text) >= 5, len(text) > maxHeading:
		return 1
	}
	return 0
}

func countDigits(text string) (count int) {
	for _, r := range text {
		if r >= '0' && r <= '9' {
			count++
		}
	}
	return count
}

func isEmail(text string) bool {
	at := strings.IndexByte(text, '@')
	return at > 0 && strings.IndexByte(text[at:], '.') > 1
}

// isPhone reports whether a text consists of digits and the separators of phone numbers.
func isPhone(text string) bool {
	return countDigits(text) >= 5 && strings.Trim(text, "0123456789 +-–()тел.факсдоб,;/\n\u00a0") == ""
}

// isPerson reports whether a text has the form of the name of a person that is
// certain without a dictionary: with a patronymic or with initials.
func isPerson(text string) bool {
	if len(text) > 120 || strings.ContainsAny(text, "«»\"“”@") {
		return false
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == ',' })
	if len(words) < 2 || len(words) > 5 {
		return false
	}
	initials, full, patronymic := 0, 0, false
	for _, word := range words {
		letters := []rune(word)
		switch {
		case !unicode.IsUpper(letters[0]) || strings.ContainsFunc(word, func(r rune) bool {
			return !unicode.IsLetter(r) && r != '-'
		}):
			return false
		case len(letters) == 1:
			initials++
		default:
			full++
			patronymic = patronymic || isPatronymic(strings.ToLower(word))
		}
	}
	return patronymic || full == 1 && initials > 0 && initials <= 2 && strings.Contains(text, ".")
}

func isPatronymic(word string) bool {
	return slices.ContainsFunc(patronymicEndings,
		func(ending string) bool { return strings.HasSuffix(word, ending) && len(word) > len(ending)+2 })
}

// patronymicEndings are the endings of patronymics in the nominative, and in the
// cases that lists have ready for use.
var patronymicEndings = strings.Fields("ович евич ьич овна евна ична инична овича евича ьича овичу евичу ьичу " +
	"овны евны ичны овне евне ичне овной евной ичной")

// legalForms are abbreviations that begin the names of organizations.
var legalForms = strings.Fields(`
	ооо оао зао пао нао ао ип тоо спк снт тсж тсн тос нко ано нп фгуп гуп муп мку мбу мау мбоу маоу мкоу мбдоу мадоу
	мкдоу мбудо маудо гбу гау гку гбоу гаоу гкоу гбпоу гапоу огбпоу согбпоу согбоу согбу огбу огау фгбу фгбоу фгаоу
	фгку фгкоу гбуз гауз гкуз фгбуз огбуз огауз огкуз мбуз мауз
	мбук маук мкук гбук гаук
	чоу ноу доу оу мдоу гдоу гоу моу пкф нпо нпп кфх ок пк гск сро тпп чп овд мвд умвд уфк уфнс ифнс фнс`)

// hasLegalForm reports whether a text begins with the abbreviation of a legal form.
func hasLegalForm(text string) bool {
	words := leadingWords(text, 1)
	return len(words) > 0 && slices.Contains(legalForms, words[0])
}

// dropDates leaves a column «Дата» unused if its values are ages, which are no dates in any reading: «60 лет» and «70
// лет».
func (l *List) dropDates(o Options, sample []row) diag.List {
	const fewest = 2 // values
	i := l.columnOf("date")
	if l.locate != nil || o.Exact || i < 0 || o.Columns["date"] != "" ||
		!slices.Equal(headingWords(l.Columns[i].Title), []string{"дата"}) {
		return nil
	}
	values := 0
	for _, r := range sample {
		if i >= len(r.Cells) || isBlankMark(r.Cells[i].Text) || strings.TrimSpace(r.Cells[i].Text) == "" {
			continue
		}
		if !noDate.MatchString(r.Cells[i].Text) {
			return nil
		}
		values++
	}
	if values < fewest {
		return nil
	}
	l.Columns[i].Field = ""
	return diag.List{{Severity: diag.Warning, Code: diag.CodeColumn,
		Message: fmt.Sprintf("в столбце %s не даты, он не использован", l.Columns[i].Name()),
		Hint:    "если это даты писем, исправьте их и назовите столбец: date=" + l.Columns[i].Letter}}
}

// noDate finds an age, and «б/д».
var noDate = regexp.MustCompile(`(?i)^\s*(?:\d{1,3}[\s\x{a0}-]*(?:лет|год|года|летие)|б/д|без даты)\.?\s*$`)
