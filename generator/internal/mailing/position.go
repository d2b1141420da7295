package mailing

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/list"
	"protokol/generator/internal/meeting"
	"protokol/generator/internal/russian"
)

// mendPosition corrects the cell of a position, which in lists contains more than it:
//
//	зам.директора                                зам. директора
//	директор.                                    директор
//	директор ООО «А», of ООО «А»                 the organization once
//	глава города А, of Администрация города А    глава города А
//	начальник отдела, of Отдел культуры          начальник Отдела культуры
//	начальник главного управления, of Главное управление МЧС  начальник Главного управления МЧС
//	директор – Иванов И.И., without a name       the name to the name
//	ДИРЕКТОР МБОУ                                директор МБОУ
func mendPosition(to *meeting.Addressee) {
	to.Position = tidyPosition(to.Position)
	if to.Name == "" {
		if post, name, separate := personIn(to.Position); separate {
			to.Position, to.Name = post, name
		}
	}
	to.Position, _ = russian.SmallPosition(to.Position)
	if found := postAndBody.FindStringSubmatch(to.Position); found != nil && to.Organization == "" {
		to.Position, to.Organization = strings.TrimSpace(found[1]), strings.TrimSuffix(found[2], ")")
	}
	switch {
	case to.Position == "" || to.Organization == "":
	case names(to.Position, to.Organization):
		to.Organization = ""
	case isHeadOfPlace(to.Position, to.Organization):
		to.Organization = ""
	case splitPost(to), joinMinistry(to):
	default:
		to.Position = withoutNoun(to.Position, to.Organization)
	}
}

// gluedPost finds an abbreviation of a position with no space after it.
var gluedPost = regexp.MustCompile(`(?i)(^|[ ,(])(и\. ?о\.|(?:зам|зав|нач|пом|гл|ген|исп|вед|рук|пред)\.)(\pL{3,})`)

// rowNumber finds the number of a row before a position: «1. директор», «а) директор».
var rowNumber = regexp.MustCompile(`^(?:\d{1,3}[.)]|\pL\))[ \x{a0}]+(\pL{4})`)

// tidyPosition separates abbreviations from the words after them and removes the
// full stop of a sentence, the marks and numbers of lists around it, and quotes.
func tidyPosition(text string) string {
	text = strings.TrimRight(text, " \u00a0,;:*-–—¹²³")
	text = strings.TrimLeft(text, " \u00a0-–—•*·")
	if inner, ok := strings.CutPrefix(text, "«"); ok && strings.Index(inner, "»") == len(inner)-len("»") {
		text = inner[:len(inner)-len("»")]
	}
	text = rowNumber.ReplaceAllString(text, "$1")
	if strings.IndexByte(text, '.') < 0 {
		return text
	}
	text = gluedPost.ReplaceAllString(text, "$1$2 $3")
	bare, ends := strings.CutSuffix(text, ".")
	last := bare[strings.LastIndexAny(bare, " \u00a0.")+1:]
	const abbreviation = 2 * 4 // bytes of its letters
	if ends && (len(last) > abbreviation || strings.HasSuffix(last, "»")) {
		return bare
	}
	return text
}

// personIn returns the position and the person that a cell has both. Separate is
// false if it is not sure that the person is not part of the position, as in
// «директор музея А.С. Пушкина».
func personIn(position string) (post, name string, separate bool) {
	if !russian.MayNamePerson(position) {
		return "", "", false
	}
	p := russian.ParsePerson(position, russian.Unknown)
	if p.Kind != russian.OnePerson || p.Post == "" || p.Surname == "" || p.Patronymic == "" {
		return "", "", false
	}
	return p.Post, p.Full(), strings.ContainsAny(position, "–—,(:") || strings.Contains(position, " - ")
}

// checkPosition reports a person in the cell of a position, and a position in
// capitals.
func (m *Mailing) checkPosition(row list.Record) diag.List {
	position := tidyPosition(typeset(row, "position"))
	if read := readPosition(row, position); read.ok {
		position = read.nominative
	}
	found := m.examine(position)
	switch {
	case found.name == "":
		if found.doubt != "" {
			return diag.List{row.Problem(diag.Warning, "position",
				fmt.Sprintf("проверьте должность: «%s» (%s)", position, found.doubt), "оставьте в ней одну должность")}
		}
		small, changed := russian.SmallPosition(position)
		if !changed {
			return nil
		}
		return diag.List{row.Problem(diag.Warning, "position", meeting.PositionReading(small), meeting.PositionAdvice)}
	case found.separate && row.Get("name") == "":
		return diag.List{row.Problem(diag.Warning, "position", fmt.Sprintf("имя «%s» стояло в должности", found.name),
			"если прочитано верно, ничего не меняйте")}
	}
	return diag.List{row.Problem(diag.Warning, "position",
		fmt.Sprintf("в должности, похоже, есть имя: «%s»", position), "оставьте в ней одну должность")}
}

// postAndBody finds a position and, in brackets or after a comma, an organization with a
// name in quotes: «директор (ООО «А»)».
var postAndBody = regexp.MustCompile(`^(\p{Ll}[^«»(),]*)(?:[ \x{a0}]?\(|, | [–—] )(\p{Lu}{2,8}[ \x{a0}]«[^()]*»\)?)$`)

// memberships are words that begin a further function after the post in an organization: «директор, депутат Думы».
var memberships = regexp.MustCompile(`(?i)^(?:депутат|член|сенатор|заслуженн|народн|поч[её]тн|кандидат|доктор|` +
	`доцент|профессор|академик|[кд]\.? ?\pL{1,3}\.? ?н\.?)`)

// splitPost puts the organization after the post that is one in it: «директор ООО «А»,
// депутат Думы». It reports whether it did.
func splitPost(to *meeting.Addressee) bool {
	post, also, found := strings.Cut(to.Position, ", ")
	if !found || !memberships.MatchString(also) || strings.Contains(also, to.Organization) {
		return false
	}
	whose := russian.AfterPosition(to.Organization)
	if whose.Doubt != "" {
		return false
	}
	to.Position, to.Organization = post+" "+whose.Text+", "+also, ""
	return true
}

// isHeadOfPlace reports the head of the place whose administration is the organization: «глава города Вязьмы» of
// «Администрация города Вязьмы», but nobody who works for the head.
func isHeadOfPlace(position, organization string) bool {
	administration := administrationOf.FindStringSubmatch(organization)
	if administration == nil {
		return false
	}
	head := headOfPlace.FindStringSubmatch(position)
	return head != nil && lettersOf(head[1]) == lettersOf(administration[1])
}

var (
	headOfPlace = regexp.MustCompile(`^(?i:(?:(?:и\. ?о\.|врио|(?:временно )?исполняющ(?:ий|ая) обязанности)` +
		`[ \x{a0}]?)?(?:глав[аы]|мэра?))[ \x{a0}](` + place + `.*)$`)
	administrationOf = regexp.MustCompile(`(?i)^администрация[ \x{a0}](.+)$`)
)

// place finds the noun of a place with its adjectives, or a proper name; «глава школы» heads none.
const place = `(?:(?:\p{L}+(?:ого|его|ой|ей)[ \x{a0}])*(?i:г\.|города?|район|округ|посел|посёл|сел[оа]|сельс|деревн|` +
	`област|кра[яй]|республик|станиц|волост|мо[ \x{a0}]|муниципал)|\p{Lu}\p{Ll})`

// minister finds the post of a minister or of a deputy, and ministry the noun of their organization.
var (
	minister = regexp.MustCompile(`(?i)(?:^|[ \x{a0}])министра?$`)
	ministry = regexp.MustCompile(`^(?i:министерство)[ \x{a0}]+(?:\p{Ll})`)
)

// joinMinistry puts the sphere of a ministry after the post: «министр культуры» of «Министерство культуры». It
// reports whether it did.
func joinMinistry(to *meeting.Addressee) bool {
	found := ministry.FindString(to.Organization)
	if found == "" || !minister.MatchString(to.Position) || strings.ContainsAny(to.Organization, ",(") {
		return false
	}
	_, size := utf8.DecodeLastRuneInString(found)
	to.Position, to.Organization = to.Position+" "+to.Organization[len(found)-size:], ""
	return true
}

// names reports whether a position names its organization: «директор ООО «А»».
func names(position, organization string) bool {
	position = lettersOf(position)
	if !strings.Contains(position, lettersOf(properName(organization))) {
		return false
	}
	for _, name := range []string{organization, russian.AfterPosition(organization).Text} {
		if name = lettersOf(name); len(name) > len("АО") && strings.HasSuffix(position, name) {
			return true
		}
	}
	return false
}

// properName returns the name in quotes after the kind of an organization, which is
// not declined, or "".
func properName(organization string) string {
	at := strings.LastIndex(organization, "«")
	if at <= 0 {
		return ""
	}
	name, _, _ := strings.Cut(organization[at+len("«"):], "»")
	return name
}

// lettersOf returns the letters and digits of a text in lower case.
func lettersOf(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return strings.ContainsRune(" \u00a0«»„“\"'-–—.,№()", r)
	}), "")
}

// shortPlaces are abbreviations with which lists begin the names of places: «мэр города»
// of «г. Стрежевой».
var shortPlaces = map[string]string{"города": "г.", "посёлка": "п.", "поселка": "п.", "села": "с.", "деревни": "д."}

// withoutNoun removes the last word of a position if the name of the organization
// begins with it, perhaps after adjectives: «начальник отдела» of «Отдел культуры»,
// «начальник управления» of «Финансовое управление».
func withoutNoun(position, organization string) string {
	at := strings.LastIndexAny(position, " \u00a0")
	if at < 0 {
		return position
	}
	noun := strings.TrimLeft(position[at:], " \u00a0")
	if short, is := shortPlaces[noun]; is && strings.HasPrefix(organization, short) {
		return strings.TrimRight(position[:at], " \u00a0")
	}
	if kind, _, _ := strings.Cut(strings.ReplaceAll(organization, "\u00a0", " "), " "); kind == noun &&
		utf8.RuneCountInString(kind) > 1 && kind == strings.ToUpper(kind) { // КФХ
		return strings.TrimRight(position[:at], " \u00a0")
	}
	if !mayName(noun, organization) {
		return position
	}
	var adjectives []string
	for whose := range strings.FieldsSeq(russian.AfterPosition(organization).Text) {
		if strings.EqualFold(noun, whose) {
			return withoutAdjectives(strings.TrimRight(position[:at], " \u00a0"), adjectives)
		}
		adjectives = append(adjectives, whose)
		if lower := strings.ToLower(whose); !strings.HasSuffix(lower, "ого") && !strings.HasSuffix(lower, "его") &&
			!strings.HasSuffix(lower, "ой") && !strings.HasSuffix(lower, "ей") {
			return position // no adjective in the genitive
		}
	}
	return position
}

// withoutAdjectives removes the adjectives of a noun from the end of a position: «начальник главного» of «Главное
// управление МЧС».
func withoutAdjectives(position string, adjectives []string) string {
	for _, adjective := range slices.Backward(adjectives) {
		at := strings.LastIndexAny(position, " \u00a0")
		if at < 0 || !strings.EqualFold(strings.TrimLeft(position[at:], " \u00a0"), adjective) {
			break
		}
		position = strings.TrimRight(position[:at], " \u00a0")
	}
	return position
}

// mayName quickly reports whether an organization has a word with the first letters
// of a noun.
func mayName(noun, organization string) bool {
	const letters = 3
	start := []rune(strings.ToLower(noun))
	return len(start) > letters && strings.Contains(strings.ToLower(organization), string(start[:letters]))
}
