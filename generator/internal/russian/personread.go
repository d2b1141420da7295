package russian

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/internal/typography"
	"protokol/generator/internal/wordset"
)

// maxName limits the length of a name, and so the time spent on hostile text.
const maxName = 2000

// MayNamePerson quickly reports whether a text may name a person with initials or
// a patronymic. It is false only if ParsePerson finds neither.
func MayNamePerson(text string) bool {
	letters := 0
	for _, r := range text {
		switch {
		case r >= 'А' && r <= 'я', r == 'ё', r == 'Ё':
			letters++
			continue
		case r != ' ' && r != '\u00a0' && r != ',' && r != '-':
			return true // a full stop, a sign, a letter of another alphabet
		case letters == 1:
			return true // an initial
		}
		letters = 0
	}
	if letters == 1 {
		return true
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), isWordGap) {
		if patronymicGender(word) != Unknown || isObliquePatronymic(word) || isUsualPatronymic(word) {
			return true
		}
	}
	return false
}

func isWordGap(r rune) bool { return r == ' ' || r == '\u00a0' || r == ',' || r == '-' }

// ParsePerson reads the name of a person in any order and notation: «Иванов
// Иван Иванович», «И. И. Иванов», «фон Бисмарк Отто Карлович», «д.м.н. Тер
// Петросян Л.А.». G is the gender if it is known.
func ParsePerson(text string, g Gender) Person {
	if len(text) > maxName {
		return Person{Kind: Unclear, Text: text, Gender: g, Doubts: []string{"слишком длинно для имени"}}
	}
	n := newNameText(text)
	p := Person{Text: n.text, Gender: g}
	if n.text == "" {
		if strings.TrimSpace(text) != "" {
			p.Kind, p.Text, p.Doubts = Unclear, text, []string{"непонятно: «" + text + "»"}
		}
		return p
	}
	if isBodyName(n) {
		p.Kind = BodyName
		p.Doubts = append(n.doubts, "это организация или орган, а не человек")
		p.Remarks = n.remarks
		return p
	}
	n.joinLines(g)
	tokens := n.tokens()
	if g == Unknown {
		p.Gender = honorificGender(tokens)
		p.titled = p.Gender != Unknown
	}
	if _, found := cutDativeTitles(n.text); found {
		n.doubt(doubtNominative)
	}
	s := newNameSplit(n, tokens, p.Gender)
	s.split()
	p.read(n, s)
	if p.Kind == Unclear {
		p.Text = text
	}
	p.checkShape(n)
	p.Remarks, p.Doubts = n.remarks, n.doubts
	return p
}

// honorificGender returns the gender of «г-н» or «г-жа».
func honorificGender(tokens []nameToken) Gender {
	for _, t := range tokens {
		if t.kind != tokenTitle {
			continue
		}
		if g := titleGender(t.text); g != Unknown {
			return g
		}
	}
	return Unknown
}

// read takes the parts of the name from the tokens of the run.
func (p *Person) read(n *nameText, s *nameSplit) {
	if s.unclear || len(s.run) == 0 {
		p.Kind = Unclear
		return
	}
	if n.capitals && slices.ContainsFunc(s.run, func(t nameToken) bool { return t.raw != "" && isUpper(t.raw) }) {
		n.remark("прописные буквы заменены строчными")
	}
	if n.lowers && slices.ContainsFunc(s.run, nameToken.wasSmall) {
		n.remark("имя начато с заглавных букв")
	}
	p.words = make([]nameWord, len(s.run))
	for i, t := range s.run {
		p.words[i] = nameWord{t.text, t.lowercase(), t.space, s.reading.roles[i]}
		if t.stop && p.words[i].role == roleGiven && i+1 < len(s.run) && s.run[i+1].kind == tokenWord {
			n.doubt("имя «" + t.text + ".» сокращено")
		}
		if t.space == "" && i < len(s.run)-1 && (t.kind != tokenInitial || s.run[i+1].kind != tokenInitial) {
			p.words[i].space = " "
		}
	}
	p.reading = s.reading.doubt
	if p.reading != "" {
		n.doubt(p.reading)
	}
	if s.reading.double {
		n.remark("двойная фамилия соединена дефисом")
		p.joinSurnames()
	}
	p.Surname = p.part(roleParticle, roleSurname)
	p.Given = p.part(roleGiven, roleInitialGiven, roleForeign)
	p.Patronymic = p.part(rolePatronymic, roleFather, roleOf, roleInitialPatronymic)
	p.Post = s.post
	p.clergy = s.clergy != Unknown || hasRank(s.post)
	if p.Gender == Unknown && s.clergy != Unknown {
		p.Gender = s.clergy
	}
	switch {
	case len(s.run) == len(s.tokens) && !n.plain && !s.bracketed, s.edited && len(s.run) == len(s.tokens):
		p.Text = p.In(Nominative).Text
	case n.capitals || n.lowers || s.edited:
		p.Text = s.text()
	}
	p.setGender(n)
}

// part joins the words that have one of the roles.
func (p *Person) part(roles ...role) string {
	var b strings.Builder
	for _, w := range p.words {
		if !slices.Contains(roles, w.role) {
			continue
		}
		if b.Len() > 0 && w.role != roleInitialPatronymic {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// joinSurnames joins two adjacent words of the surname with a hyphen.
func (p *Person) joinSurnames() {
	for i := 0; i+1 < len(p.words); i++ {
		if p.words[i].role == roleSurname && p.words[i+1].role == roleSurname {
			p.words[i].text += "-" + p.words[i+1].text
			p.words[i].lower += "-" + p.words[i+1].lower
			p.words[i].space = p.words[i+1].space
			p.words = slices.Delete(p.words, i+1, i+2)
			return
		}
	}
}

// setGender derives the gender from the patronymic, else from the given name,
// else from the surname. Parts that contradict one another leave a doubt.
func (p *Person) setGender(n *nameText) {
	var patronymic, given Gender
	for _, w := range p.words {
		lower := w.lower
		switch w.role {
		case rolePatronymic:
			patronymic = patronymicGender(lower)
		case roleOf:
			patronymic = patronymicGender(lower)
		case roleGiven:
			if g := givenGender(lower); given == Unknown {
				given = g
			}
		}
	}
	surname := lastWordGender(p.Surname)
	if initials := typography.IsInitials(p.Given) || p.Given == ""; initials && surname == Unknown && p.Surname != "" {
		surname = likelyGender(p.Surname)
		if surname == Feminine && hasAnySuffix(strings.ToLower(p.Surname), "ина ына") && p.Gender == Unknown &&
			!hasAnySuffix(strings.ToLower(p.Surname), "кина") && p.Given != "" {
			n.doubt(doubtGenderOfSurname)
		}
	}
	told := p.Gender
	if p.titled {
		told = Unknown
	}
	for _, g := range []Gender{patronymic, given, surname} {
		if p.Gender == Unknown {
			p.Gender = g
		}
	}
	for _, g := range []Gender{patronymic, given, surname} {
		if g != Unknown && p.Gender != Unknown && g != p.Gender && (told == Unknown || g != surname) {
			n.doubt(doubtAgreement)
		}
	}
}

// givenGender returns the gender of a given name, which may be double.
func givenGender(lower string) Gender {
	if g, ok := givenNames()[lower]; ok {
		return g
	}
	at := strings.LastIndexByte(lower, '-')
	return givenNames()[lower[at+1:]]
}

func lastWordGender(surname string) Gender {
	return surnameGender(surname[strings.LastIndexAny(surname, " -")+1:])
}

// likelyGender returns the gender of a surname that has no other sign of it.
// Foreign surnames in -ин and -ая exist, but they are rare.
func likelyGender(surname string) Gender {
	lower := strings.ToLower(surname)
	switch {
	case strings.HasPrefix(lower, "ибн "): // son of
		return Masculine
	case hasAnySuffix(lower, "двин рвин лвин клин плин рлин ффин уин ейн ддин тдин"), syllables(lower) < 2:
		return Unknown
	case hasAnySuffix(lower, "ин ын ый кий гий хий"), lower == "третий":
		return Masculine
	case hasAnySuffix(lower, "ина ына ая яя"), lower == "третья":
		return Feminine
	}
	return Unknown
}

// checkShape adds doubts about a name that was read but looks unusual.
func (p *Person) checkShape(n *nameText) {
	if p.Kind != OnePerson {
		return
	}
	isFull := p.Surname != "" && p.Given != "" && p.Patronymic != ""
	for _, w := range p.words {
		lower := w.lower
		switch {
		case w.role == roleSurname && hasAnySuffix(lower, "ову еву ёву скому цкому овым евым ским цким"),
			w.role == roleGiven && isObliqueGiven(lower):
			n.doubt(doubtNominative)
		case w.role == roleSurname && hasAnySuffix(lower, "овы евы ёвы ины ыны ские цкие") && p.Given == "":
			n.doubt("фамилия, похоже, во множественном числе")
		case (w.role == roleSurname || w.role == roleGiven && !isFull) && mayBePost(lower):
			n.doubt("«" + w.text + "» может быть должностью, званием или саном")
		case w.role == roleSurname && (isInstitution(lower) || isTerritorialUnit(lower)):
			n.doubt("«" + w.text + "» может быть не фамилией, а частью названия")
		case w.role == roleSurname && hasAnySuffix(lower, "вв йй чч ыы ьь аа яя") && !isAdjective(lower):
			n.doubt("в конце «" + w.text + "» буква стоит дважды")
		case w.role == roleSurname && startsTwice(lower):
			n.doubt("в начале «" + w.text + "» буква стоит дважды")
		case hasTripleLetter(lower):
			n.doubt("в «" + w.text + "» одна буква стоит три раза подряд")
		case syllables(lower) == 0 && w.role == roleSurname:
			n.doubt("в «" + w.text + "» нет гласных")
		}
	}
	if slices.ContainsFunc(p.words, func(w nameWord) bool { return isObliquePatronymic(w.lower) }) {
		n.doubt(doubtNominative)
	}
	switch first, _ := cutWord(strings.ToLower(p.Post)); {
	case inList(first, "епископ архиепископ митрополит патриарх") && hasAnySuffix(p.Surname, "ский цкий"):
		n.doubt("«" + p.Surname + "» может быть частью титула, а не фамилией")
	case inList(strings.ToLower(p.Patronymic), "оглы оглу кызы гызы уулу угли кизи"):
		n.doubt("перед «" + p.Patronymic + "» стоит фамилия, а не имя отца")
	}
	switch {
	case p.Surname == "" && p.reading == "" && !p.clergy:
		n.doubt(doubtNoSurname)
	case p.Surname != "" && p.Given == "" && p.Patronymic != "" && p.reading == "":
		n.doubt(doubtOnlyName)
	}
	if repeated := p.repeatedWord(); repeated != "" {
		n.doubt("слово «" + repeated + "» повторено")
	}
}

// isObliquePatronymic recognizes a patronymic in another case: «Ивановичу».
func isObliquePatronymic(lower string) bool {
	if strings.HasSuffix(lower, "ч") {
		return false
	}
	return hasAnySuffix(lower, "овичу евичу ьичу овича евича ьича овичем евичем "+
		"ьичом овне евне овны евны овной евной овну евну ичне ичны ичной ичну") ||
		isShortPatronymic(strings.TrimRight(lower, "уаеом"))
}

// isShortPatronymic holds the patronymics in -ич whose forms end as surnames do.
var isShortPatronymic = wordset.Words("лукич никитич фомич кузьмич саввич")

// isObliqueGiven recognizes a listed given name in another case: «Ивану»,
// «Анне».
func isObliqueGiven(lower string) bool {
	if _, listed := givenNames()[lower]; listed {
		return false
	}
	last, size := utf8.DecodeLastRuneInString(lower)
	stem := lower[:len(lower)-size]
	if !strings.ContainsRune("ауеыюяи", last) {
		return false
	}
	for _, ending := range []string{"", "а", "я", "й", "ь"} {
		if g, listed := givenNames()[stem+ending]; listed {
			feminine := ending == "а" || ending == "я"
			return feminine == (g == Feminine) || feminine
		}
	}
	return false
}

// startsTwice reports a letter typed twice at the start of a Russian surname: «Ииванов», but not «Ооржак», «Уусталу».
// Some surnames begin so: «Введенский», «Ссорин», «Жжёнов», «Ааронов», «Ллевеллин».
func startsTwice(lower string) bool {
	first, size := utf8.DecodeRuneInString(lower)
	second, _ := utf8.DecodeRuneInString(lower[size:])
	return first == second && !strings.ContainsRune("авжлсэ", first) &&
		(surnameGender(lower) != Unknown || hasAnySuffix(lower, "ин ина енко"))
}

func hasTripleLetter(lower string) bool {
	var a, b rune
	for _, r := range lower {
		if r == a && r == b && unicode.IsLetter(r) {
			return true
		}
		a, b = b, r
	}
	return false
}

func (p *Person) repeatedWord() string {
	for i, w := range p.words {
		if w.role == roleInitialGiven || w.role == roleInitialPatronymic {
			continue
		}
		for _, v := range p.words[i+1:] {
			if v.text == w.text {
				return w.text
			}
		}
	}
	return ""
}
