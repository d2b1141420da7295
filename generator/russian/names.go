package russian

import (
	"strings"
	"unicode"
)

// Name puts a full name, «Фамилия Имя Отчество», into a case. Any part may be
// missing, double or foreign; initials stay.
func Name(full string, g Gender, c Case) Form {
	if c == Nominative {
		return sure(full)
	}
	words := strings.Fields(full)
	if g == Unknown {
		g = GenderOf(full)
	}
	out := Form{}
	forms := make([]string, len(words))
	for i, word := range words {
		f := namePart(words, i, word, g, c)
		forms[i] = f.Text
		if out.Doubt == "" {
			out.Doubt = f.Doubt
		}
	}
	out.Text = strings.Join(forms, " ")
	return out
}

// ShortName is the surname in a case with initials: «Островскому А.В.».
func ShortName(full string, g Gender, c Case, o Order) Form {
	words := strings.Fields(full)
	if len(words) == 0 {
		return sure(full)
	}
	if g == Unknown {
		g = GenderOf(full)
	}
	f := surname(words[0], g, c)
	words[0] = f.Text
	f.Text = Short(strings.Join(words, " "), o)
	return f
}

func namePart(words []string, i int, word string, g Gender, c Case) Form {
	lower := strings.ToLower(word)
	switch {
	case isInitials(word) || isOne(lower, "оглы кызы улы"):
		return sure(word)
	case patronymicGender(lower) != Unknown && i > 0:
		return patronymic(word, g, c)
	case i == 0 && (len(words) > 1 && !(len(words) == 2 && patronymicGender(strings.ToLower(words[1])) != Unknown && givenGender(lower) != Unknown) || givenGender(lower) == Unknown):
		if patronymicGender(lower) != Unknown && len(words) == 1 {
			return patronymic(word, g, c)
		}
		return surname(word, g, c)
	case i == len(words)-1 && isInitials(words[0]):
		return surname(word, g, c)
	}
	return given(word, g, c)
}

// GenderOf tells a person's gender from the patronymic, else from the given
// name; a surname alone tells nothing.
func GenderOf(full string) Gender {
	words := strings.Fields(strings.ToLower(full))
	for i := len(words) - 1; i >= 0; i-- {
		if g := patronymicGender(words[i]); g != Unknown && (i > 0 || len(words) == 1) {
			return g
		}
	}
	for i, w := range words {
		if g := givenGender(w); g != Unknown && (i == 1 || len(words) == 1) {
			return g
		}
	}
	return Unknown
}

func patronymicGender(lower string) Gender {
	switch {
	case endsIn(lower, "евич ович ьич мич кич вич оглы улы"):
		return Masculine
	case endsIn(lower, "овна евна ична кызы инична"):
		return Feminine
	}
	return Unknown
}

func givenGender(lower string) Gender {
	switch {
	case isOne(lower, "илья никита лука фома кузьма савва данила гаврила фока ерёма ерема мина"):
		return Masculine
	case lower == "любовь":
		return Feminine
	case isOne(lower, "саша женя валя паша шура слава"):
		return Unknown
	case isOne(lower, "игорь лазарь олесь"):
		return Masculine
	case endsIn(lower, "а я"):
		return Feminine
	case endsIn(lower, "б в г д ж з й к л м н п р с т ф х ц ч ш щ"):
		return Masculine
	}
	return Unknown
}

func patronymic(word string, g Gender, c Case) Form {
	lower := strings.ToLower(word)
	switch {
	case endsIn(lower, "ич"):
		return sure(endings("", "а у а ем е").decline(word, c, true))
	case endsIn(lower, "на"):
		return sure(endings("а", "ы е у ой е").decline(word, c, true))
	}
	return sure(word)
}

func given(word string, g Gender, c Case) Form { return byRule(givenRules, word, g, c) }

func surname(word string, g Gender, c Case) Form { return byRule(surnameRules, word, g, c) }

type nameRule struct {
	gender Gender // Unknown: both
	ends   string
	paradigm
	doubt string
}

func byRule(rules []nameRule, word string, g Gender, c Case) Form {
	if c == Nominative {
		return sure(word)
	}
	parts := strings.Split(word, "-")
	doubt := ""
	for i, part := range parts {
		if part == "" || !unicode.IsLetter([]rune(part)[0]) || i < len(parts)-1 && isOne(strings.ToLower(part), "бонч тер") {
			continue
		}
		for _, r := range rules {
			if r.gender != Unknown && r.gender != g || !endsIn(strings.ToLower(part), r.ends) {
				continue
			}
			parts[i] = r.decline(part, c, true)
			if doubt == "" {
				doubt = r.doubt
			}
			break
		}
	}
	if g == Unknown && doubt == "" {
		doubt = "не указан пол"
	}
	return Form{strings.Join(parts, "-"), doubt}
}

var surnameRules = []nameRule{
	{Unknown, "ых их", fixed, ""},
	{Unknown, "о е и у ю ы э ё", fixed, ""},
	{Feminine, "ова ева ёва ина ына", endings("а", "ой ой у ой ой"), ""},
	{Feminine, "ая", endings("ая", "ой ой ую ой ой"), ""},
	{Feminine, "яя", endings("яя", "ей ей юю ей ей"), ""},
	{Feminine, "б в г д ж з й к л м н п р с т ф х ц ч ш щ ь", fixed, ""},
	{Unknown, "дюма золя тома дега люка ферма петипа уа", fixed, ""},
	{Unknown, "ия", endings("я", "и и ю ей и"), ""},
	{Unknown, "я", endings("я", "и е ю ей е"), ""},
	{Unknown, "га ка ха жа ша ча ща", endings("а", "и е у ой е"), ""},
	{Unknown, "ца", endings("а", "ы е у ей е"), ""},
	{Unknown, "а", endings("а", "ы е у ой е"), ""},
	{Masculine, "цой", endings("й", "я ю я ем е"), ""},
	{Masculine, "гой кой хой", endings("ой", "ого ому ого им ом"), ""},
	{Masculine, "ой", endings("ой", "ого ому ого ым ом"), ""},
	{Masculine, "ый", endings("ый", "ого ому ого ым ом"), ""},
	{Masculine, "кий", endings("ий", "ого ому ого им ом"), ""},
	{Masculine, "ний жий ший чий щий", endings("ий", "его ему его им ем"), ""},
	{Masculine, "ий", endings("й", "я ю я ем и"), ""},
	{Masculine, "воробей соловей", endings("ей", "ья ью ья ьем ье"), ""},
	{Masculine, "й", endings("й", "я ю я ем е"), ""},
	{Masculine, "ь", endings("ь", "я ю я ем е"), ""},
	{Masculine, "ов ев ёв ин ын", endings("", "а у а ым е"), ""},
	{Masculine, "ец", endings("ец", "ца цу ца цом це"), ""},
	{Masculine, "ич ц ч ш щ ж", endings("", "а у а ем е"), ""},
	{Masculine, "б в г д з к л м н п р с т ф х", endings("", "а у а ом е"), ""},
}

var givenRules = []nameRule{
	{Masculine, "лев", endings("ев", "ьва ьву ьва ьвом ьве"), ""},
	{Masculine, "павел", endings("ел", "ла лу ла лом ле"), ""},
	{Masculine, "пётр", endings("ётр", "етра етру етра етром етре"), ""},
	{Feminine, "любовь", endings("ь", "и и ь ью и"), ""},
	{Unknown, "о е и у ю ы э ё", fixed, ""},
	{Unknown, "ия", endings("я", "и и ю ей и"), ""},
	{Unknown, "я", endings("я", "и е ю ей е"), ""},
	{Unknown, "жа ша ча ща", endings("а", "и е у ей е"), ""},
	{Unknown, "га ка ха", endings("а", "и е у ой е"), ""},
	{Unknown, "а", endings("а", "ы е у ой е"), ""},
	{Feminine, "б в г д ж з й к л м н п р с т ф х ц ч ш щ ь", fixed, ""},
	{Masculine, "ий", endings("й", "я ю я ем и"), ""},
	{Masculine, "й", endings("й", "я ю я ем е"), ""},
	{Masculine, "ь", endings("ь", "я ю я ем е"), ""},
	{Masculine, "б в г д ж з к л м н п р с т ф х ц ч ш щ", endings("", "а у а ом е"), ""},
}
