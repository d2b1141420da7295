package russian

import (
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// Reasons for a doubt, as shown to the user.
const (
	doubtGender   = "пол не указан и по имени не виден"
	doubtStress   = "фамилия не склоняется, если ударение на последнем слоге и она французская"
	doubtFleeting = "гласная перед последней согласной в фамилиях то выпадает, то сохраняется"
	doubtSurname  = "фамилии с таким окончанием бывают и несклоняемыми"
	doubtKind     = "такое окончание бывает и у прилагательных, и у существительных"
	doubtEnding   = "окончание творительного падежа зависит от ударения и происхождения имени"
	doubtEastern  = "в китайских и корейских именах склоняется только последняя часть"
	doubtSonOf    = "слово «сын» перед именем отца: это может быть и отчество, и фамилия"
	doubtGiven    = "имена с таким окончанием бывают и несклоняемыми"
	doubtHalf     = "первая часть двойного имени может не склоняться"
	doubtNoun     = "фамилия может склоняться и как имя существительное"
	doubtShortIa  = "после одного слога перед -ия пишут и -е, и -и"
)

// nameRule describes how names with certain endings decline.
type nameRule struct {
	gender   Gender   // Unknown means any
	suffixes []string // "=слово" is a whole name; "1ой" and "2га" limit the number of syllables
	paradigm
	doubt            string
	onlyInstrumental bool // the doubt applies only to the instrumental
}

// matches reports whether a rule applies to a name in lower case.
func (r *nameRule) matches(lower string, g Gender) bool {
	if r.gender != Unknown && r.gender != g {
		return false
	}
	last := lower[len(lower)-1]
	for _, end := range r.suffixes {
		if end[len(end)-1] != last { // as nearly all
			continue
		}
		switch end[0] {
		case '=':
			if lower == end[1:] {
				return true
			}
		case '1':
			if strings.HasSuffix(lower, end[1:]) && syllables(lower) == 1 {
				return true
			}
		case '2':
			if strings.HasSuffix(lower, end[1:]) && syllables(lower) <= 2 {
				return true
			}
		default:
			if strings.HasSuffix(lower, end) {
				return true
			}
		}
	}
	return false
}

func syllables(lower string) int {
	n := 0
	for _, r := range lower {
		if strings.ContainsRune("аеёиоуыэюя", r) {
			n++
		}
	}
	return n
}

// rule returns a row of the tables below from a gender, endings, the ending to
// drop and the forms.
func rule(g Gender, ends, drop, forms string) nameRule {
	return nameRule{gender: g, suffixes: strings.Fields(ends), paradigm: endings(drop, forms)}
}

// doubtful adds a doubt to all forms of a rule.
func (r nameRule) doubtful(doubt string) nameRule {
	r.doubt = doubt
	return r
}

// doubtfulInstrumental adds a doubt to the instrumental of a rule.
func (r nameRule) doubtfulInstrumental(doubt string) nameRule {
	r.doubt, r.onlyInstrumental = doubt, true
	return r
}

// invariable returns a rule for indeclinable names.
func invariable(g Gender, ends string) nameRule { return rule(g, ends, "", "") }

const (
	// Patronymics and surnames whose ending is stressed in all cases.
	stressedPatronymics = "=ильич =лукич =фомич =кузьмич"

	everyConsonant = "б в г д ж з й к л м н п р с т ф х ц ч ш щ"

	fleetingNouns = "=орёл =орел =козёл =козел =осёл =осел =котёл =котел =дятел =щегол =хохол =чехол =посол =угол " +
		"=узел =пепел =лев =пёс =пес =лоб =рот =сон =бобёр =бобер =шатёр =шатер =костёр =костер =ковёр =ковер " +
		"=ветер =лёд =лед =мох =хребет =овёс =овес =лён =лен"
	fleetingSoft = "=пень =день =корень =камень =ремень =кремень =перстень =гребень =огонь =уголь =ноготь =локоть " +
		"=коготь =лапоть =ломоть =дёготь =деготь =кашель =стебель =парень =ясень =журавель"
	surnamesLikeNouns = "=калина =малина =смородина =былина =осина =перина =щетина =кручина =рябина =лучина " +
		"=долина =скотина =судьбина =ягодина =тычина =дубина =хворостина =година =вершина =трясина =пучина " +
		"=картина =корзина =паутина =равнина =кончина =глубина =старшина " +
		"=щербина =бузина =овчина =купина =ветчина =холстина =скорина =лозина =ломовина"
)

// shortIa declines Лия and Ия (Лопатин, Правила русской орфографии и пунктуации, § 71).
var shortIa = rule(Unknown, "2ия", "я", "и е ю ей е").doubtful(doubtShortIa)

// surnameRules follow Розенталь, Справочник по правописанию, § 149. The first
// match applies.
var surnameRules = []nameRule{
	// Names ending in a vowel other than -а and -я, or in -а after a vowel:
	// Живаго, Шевченко, Моруа, Гулиа.
	invariable(Unknown, "о е ё э и ы у ю аа еа иа оа уа ыа эа юа"),
	// French names stressed on the last syllable.
	invariable(Unknown, "=дюма =золя =дега =петипа =труайя =ферма =люка"),
	invariable(Unknown, "=тома =мота =вала =барилла =гамарра =шандра =скаля =каруана =рева =кива =богода ворота").
		doubtful(doubtSurname),

	// Feminine surnames.
	rule(Feminine, "=бова =сова =корова =дева =подкова =голова =полова =дубрава",
		"а", "ы е у ой е").doubtful(doubtNoun),
	rule(Feminine, surnamesLikeNouns, "а", "ой ой у ой ой").doubtful(doubtNoun),
	rule(Feminine, "ова ева ёва ина ына", "а", "ой ой у ой ой"),
	rule(Feminine, "гелая кулая хакая", "я", "и е ю ей е").doubtful(doubtKind),
	rule(Feminine, "=большая =чужая", "ая", "ой ой ую ой ой"),
	rule(Feminine, "=третья", "я", "ей ей ю ей ей"),
	rule(Feminine, "шая", "ая", "ей ей ую ей ей").doubtful("окончание зависит от ударения"),
	rule(Feminine, "жая чая щая", "ая", "ей ей ую ей ей"),
	rule(Feminine, "ая", "ая", "ой ой ую ой ой"),
	rule(Feminine, "яя", "яя", "ей ей юю ей ей"),
	invariable(Feminine, "1ин 1ын"), // Грин
	invariable(Feminine, "ов ев ёв ин ын ский цкий гий кий хий ый ской цкой =толстой =седой").
		doubtful("окончание мужской фамилии"),
	invariable(Feminine, everyConsonant+" ь"),

	// Names in -а and -я: nouns of the first declension.
	shortIa,
	rule(Unknown, "ия", "я", "и и ю ей и"),
	rule(Masculine, "ая", "я", "и е ю ей е").doubtful(doubtKind),
	rule(Unknown, "ня ря ея оя уля юля", "я", "и е ю ей е"),
	rule(Unknown, "я", "я", "и е ю ей е").doubtful(doubtStress),
	rule(Unknown, "ца", "а", "ы е у ей е"),
	rule(Unknown, "жа ша ча ща", "а", "и е у ей е").doubtfulInstrumental(doubtEnding),
	rule(Feminine, "ска цка", "а", "и е у ой е").doubtful(doubtKind),
	rule(Unknown, "2га", "а", "и е у ой е").doubtful(doubtStress),
	rule(Unknown, "га ка ха", "а", "и е у ой е"),
	rule(Masculine, surnamesLikeNouns, "а", "ы е у ой е"),
	rule(Masculine, "ова ева ёва ина ына", "а", "ы е у ой е").doubtful("окончание женской фамилии"),
	rule(Unknown, "2на 2са 2та 2фа 2ра 2ла ма па рра лла", "а", "ы е у ой е").doubtful(doubtStress),
	rule(Unknown, "а", "а", "ы е у ой е"),

	// Masculine surnames in -й.
	rule(Masculine, "=злой", "ой", "ого ому ого ым ом").doubtful(doubtKind),
	rule(Masculine, "1ой", "й", "я ю я ем е"),
	rule(Masculine, "ской цкой гой хой жой шой", "ой", "ого ому ого им ом"),
	rule(Masculine, "кой чой щой", "ой", "ого ому ого им ом").doubtful(doubtKind),
	rule(Masculine, "вой ной той =седой =молодой =худой =хромой =слепой =немой =рябой", "ой", "ого ому ого ым ом"),
	rule(Masculine, "=прибой =герой =козодой =водопой =левкой =разбой", "й", "я ю я ем е").doubtful(doubtKind),
	rule(Masculine, "ой", "ой", "ого ому ого ым ом").doubtful(doubtKind),
	rule(Masculine, "=третий", "ий", "ьего ьему ьего ьим ьем"),
	rule(Masculine, "цый", "ый", "его ему его ым ем"),
	rule(Masculine, "ый", "ый", "ого ому ого ым ом"),
	rule(Masculine, "1ий", "й", "я ю я ем е"),
	rule(Masculine, "гий кий хий", "ий", "ого ому ого им ом"),
	rule(Masculine, "пчий", "й", "я ю я ем и").doubtful(doubtKind), // Топчий
	rule(Masculine, "жий ший чий щий", "ий", "его ему его им ем"),
	rule(Masculine, "ений оний аний иний", "й", "я ю я ем и").doubtful(doubtKind),
	rule(Masculine, "=верхний =нижний =средний =крайний =зимний =последний =младший", "ий", "его ему его им ем"),
	rule(Masculine, "ний", "ий", "его ему его им ем").doubtful(doubtKind),
	rule(Masculine, "ий", "й", "я ю я ем и").doubtful(doubtKind),
	rule(Masculine, "=воробей =соловей =муравей", "ей", "ья ью ья ьем ье"),
	rule(Masculine, "=репей =ручей =улей =чирей =горобей", "й", "я ю я ем е").doubtful(doubtFleeting),
	rule(Masculine, "й", "й", "я ю я ем е"),

	// Masculine surnames in -ь.
	rule(Masculine, "=гусь "+fleetingSoft+" жь чь шь щь", "ь", "я ю я ем е").doubtful(doubtFleeting),
	rule(Masculine, "ь", "ь", "я ю я ем е"),

	// Former genitives such as Черных and Долгих are indeclinable; German names
	// in -х decline.
	invariable(Masculine, "1ых").doubtful(doubtSurname),
	rule(Masculine, "1их", "", "а у а ом е").doubtful(doubtSurname),
	invariable(Masculine, "ых гих жих ких хих чих ших щих"),
	invariable(Masculine, "=крайних =нижних =верхних =дальних =средних =синих =зимних"),
	rule(Masculine, "рих", "", "а у а ом е"),
	rule(Masculine, "их", "", "а у а ом е").doubtful(doubtSurname),

	// Russian names in -ов and -ин take the instrumental of adjectives, foreign
	// ones that of nouns: Пушкиным, but Дарвином.
	rule(Masculine, fleetingNouns, "", "а у а ом е").doubtful(doubtFleeting),
	rule(Masculine, "=онук =нечипас", "", "а у а ом е").doubtful(doubtSurname),
	rule(Masculine, "ов ев ёв", "", "а у а ым е"),
	rule(Masculine, "1ин 1ын", "", "а у а ом е"),
	rule(Masculine, "двин рвин лвин клин плин рлин ффин уин ейн ддин тдин",
		"", "а у а ом е").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "ин ын", "", "а у а ым е"),

	// Fleeting vowels.
	rule(Masculine, "1ец", "", "а у а ом е").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "1ок 1ек", "", "а у а ом е"),
	rule(Masculine, "=заяц", "яц", "йца йцу йца йцем йце").doubtful(doubtFleeting),
	rule(Masculine, "=хейфец =кузнец =мудрец =мертвец =храбрец =гордец =подлец =близнец",
		"", "а у а ом е").doubtful(doubtFleeting),
	rule(Masculine, "аец еец иец оец уец", "ец", "йца йцу йца йцем йце").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "лец", "ец", "ьца ьцу ьца ьцем ьце").doubtful(doubtFleeting),
	rule(Masculine, "вец", "ец", "ца цу ца цом це").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "2бец 2рец 2пец 2дец 2тец 2сец 2шец", "ец", "ца цу ца цом це").doubtful(doubtFleeting),
	rule(Masculine, "онец", "ец", "ца цу ца цом це").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "ец", "ец", "ца цу ца цем це").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "шток лок кок док брок", "", "а у а ом е").doubtful(doubtFleeting),
	rule(Masculine, "ёнок енок онок чок шок жок ок", "ок", "ка ку ка ком ке").doubtful(doubtFleeting),
	rule(Masculine, "ек ёк", "", "а у а ом е").doubtful(doubtFleeting),

	// Other consonants.
	rule(Masculine, stressedPatronymics, "", "а у а ом е"),
	rule(Masculine, "ич ц", "", "а у а ем е"),
	rule(Masculine, "ач", "", "а у а ом е").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "ч ш щ ж", "", "а у а ем е").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "б в г д з к л м н п р с т ф х", "", "а у а ом е"),
}

// givenRules decline given names. The first match applies.
var givenRules = []nameRule{
	rule(Masculine, "=лев", "ев", "ьва ьву ьва ьвом ьве"),
	rule(Masculine, "=павел", "ел", "ла лу ла лом ле"),
	rule(Masculine, "=пётр", "ётр", "етра етру етра етром етре"),
	rule(Feminine, "=любовь", "ь", "и и ь ью и"),
	rule(Masculine, "=михайло =данило =гаврило =павло =петро =дмитро =самойло =кирило =никола", "о",
		"ы е у ой е").doubtful(doubtGiven),
	invariable(Unknown, "о е ё э и ы у ю аа еа иа оа уа ыа эа юа"),
	invariable(Masculine, "=тома =люка =шота").doubtful(doubtGiven),
	shortIa,
	rule(Unknown, "ия", "я", "и и ю ей и"),
	rule(Unknown, "я", "я", "и е ю ей е"),
	rule(Unknown, "ца", "а", "ы е у ей е"),
	rule(Unknown, "жа ша ча ща", "а", "и е у ей е"),
	rule(Unknown, "га ка ха", "а", "и е у ой е"),
	rule(Unknown, "а", "а", "ы е у ой е"),
	rule(Feminine, "=юдифь =руфь =эсфирь =агарь =есфирь", "ь", "и и ь ью и"),
	rule(Feminine, "=нинель =рашель =рахиль =жизель", "ь", "и и ь ью и").doubtful(doubtGiven),
	invariable(Feminine, "ь").doubtful(doubtGiven),
	invariable(Feminine, everyConsonant),
	rule(Masculine, "ий", "й", "я ю я ем и"),
	rule(Masculine, "й", "й", "я ю я ем е"),
	rule(Masculine, "ь", "ь", "я ю я ем е"),
	rule(Masculine, "=санёк =санек =витёк =витек =игорёк =игорек", "ёк", "ька ьку ька ьком ьке").doubtful(doubtGiven),
	rule(Masculine, "ч ш", "", "а у а ем е").doubtfulInstrumental(doubtEnding),
	rule(Masculine, "ж ц щ", "", "а у а ем е"),
	rule(Masculine, everyConsonant, "", "а у а ом е"),
}

// patronymicRules decline patronymics.
var patronymicRules = []nameRule{
	rule(Unknown, stressedPatronymics, "", "а у а ом е"),
	rule(Unknown, "ич", "", "а у а ем е"),
	rule(Unknown, "на", "а", "ы е у ой е"),
}

// surnamePrefixes are first parts of double surnames that are not names on their own.
const surnamePrefixes = "дер ден ди дю дель бонч тер кара мелик ван фон эль аль ас сан сен ибн абдул абд бель мак " +
	"дон нур шах корвин книппер дюссар дюмон белиц вар шолом призван гасан гулак демут бен ла ле де жан борух сент " +
	"абдуль"

// declineName declines a single or double name. Without a matching rule it does
// not change.
func declineName(rules []nameRule, word string, g Gender, c Case) Form {
	if g == Unknown {
		return declineEitherGender(rules, word, c)
	}
	if g != Masculine && g != Feminine {
		return Form{Text: word, Doubt: doubtGender}
	}
	parts := strings.Split(word, "-")
	doubt := ""
	for i, part := range parts {
		lower := strings.ToLower(part)
		if utf8.RuneCountInString(part) < 2 || i < len(parts)-1 && inList(lower, surnamePrefixes) ||
			i == len(parts)-2 && isEasternHalf(parts[i+1]) {
			continue
		}
		for k := range rules {
			r := &rules[k]
			if !r.matches(lower, g) {
				continue
			}
			parts[i] = r.decline(part, c, true)
			if i < len(parts)-1 && parts[i] != part && !isWholeName(lower) {
				doubt = doubtHalf
			}
			if doubt == "" && (!r.onlyInstrumental || c == Instrumental) {
				doubt = r.doubt
			}
			break
		}
	}
	return Form{Text: strings.Join(parts, "-"), Doubt: doubt}
}

// isEasternHalf reports second parts in small letters before which nothing declines:
// «Ахмед-заде», «Кара-оол».
var isEasternHalf = wordset.Words(easternHalves)

const easternHalves = "заде оглы кызы угли кизи улы уулу хан бей бек паша ага оол оолович ооловна"

// isWholeName reports whether a first part is a name on its own and declines.
func isWholeName(lower string) bool {
	_, given := givenNames()[lower]
	return given || hasAnySuffix(lower, "ов ев ёв ин ын ий ый ич ова ева ёва ина ына ая ка ко")
}

// declineEitherGender declines a name of unknown gender. The form is certain if
// both genders decline alike.
func declineEitherGender(rules []nameRule, word string, c Case) Form {
	man, woman := declineName(rules, word, Masculine, c), declineName(rules, word, Feminine, c)
	if man.Text == woman.Text {
		if man.Doubt == "" {
			man.Doubt = woman.Doubt
		}
		return man
	}
	man.Doubt = doubtGender
	return man
}
