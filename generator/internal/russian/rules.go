package russian

import (
	"strings"
	"unicode/utf8"
)

// Why a form is doubtful, as the user reads it.
const (
	doubtGender   = "пол не указан и по имени не виден"
	doubtStress   = "фамилия не склоняется, если ударение на последнем слоге и она французская"
	doubtFleeting = "гласная перед последней согласной в фамилиях то выпадает, то сохраняется"
	doubtSurname  = "фамилии с таким окончанием бывают и несклоняемыми"
	doubtKind     = "такое окончание бывает и у прилагательных, и у существительных"
	doubtEnding   = "окончание творительного падежа зависит от ударения и происхождения имени"
	doubtEastern  = "в китайских и корейских именах склоняется только последняя часть"
	doubtGiven    = "имена с таким окончанием бывают и несклоняемыми"
	doubtHalf     = "первая часть двойного имени может не склоняться"
	doubtNoun     = "фамилия может склоняться и как имя существительное"
)

// nameRule says how the names with certain endings decline.
type nameRule struct {
	gender Gender   // Unknown: men and women alike
	ends   []string // an ending; "=слово" the whole; "1ой" an ending of a name of one syllable
	paradigm
	doubt            string
	onlyInstrumental bool // the doubt is about the instrumental alone
}

// fits reports whether a rule is about a name, given in small letters.
func (r *nameRule) fits(lower string, g Gender) bool {
	if r.gender != Unknown && r.gender != g {
		return false
	}
	for _, end := range r.ends {
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

// on is a row of the tables below: whose names, their endings, the ending
// they drop and those they take.
func on(g Gender, ends, drop, forms string) nameRule {
	return nameRule{gender: g, ends: strings.Fields(ends), paradigm: endings(drop, forms)}
}

// but makes every form of a row doubtful.
func (r nameRule) but(doubt string) nameRule {
	r.doubt = doubt
	return r
}

// butInstrumental makes the instrumental of a row doubtful.
func (r nameRule) butInstrumental(doubt string) nameRule {
	r.doubt, r.onlyInstrumental = doubt, true
	return r
}

// still is a row of names that do not decline.
func still(g Gender, ends string) nameRule { return on(g, ends, "", "") }

const (
	everyConsonant = "б в г д ж з й к л м н п р с т ф х ц ч ш щ"

	fleetingNouns = "=орёл =орел =козёл =козел =осёл =осел =котёл =котел =дятел =щегол =хохол =чехол =посол =угол =узел =пепел =лев " +
		"=пёс =пес =лоб =рот =сон =бобёр =бобер =шатёр =шатер =костёр =костер =ковёр =ковер =ветер =лёд =лед =мох =хребет =овёс " +
		"=овес =лён =лен"
	fleetingSoft = "=пень =день =корень =камень =ремень =кремень =перстень =гребень =огонь =уголь =ноготь =локоть =коготь " +
		"=лапоть =ломоть =дёготь =деготь =кашель =стебель =парень =ясень"
	likeNouns = "=калина =малина =смородина =былина =осина =перина =щетина =кручина =рябина =лучина =долина =скотина =судьбина =ягодина " +
		"=тычина =дубина =хворостина =година =вершина =трясина =пучина =картина =корзина =паутина =равнина =кончина =глубина =старшина"
)

// surnameRules: Розенталь, Справочник по правописанию, § 149; the first rule
// that fits counts.
var surnameRules = []nameRule{
	// Of a vowel other than -а and -я, and of -а after a vowel: Живаго, Шевченко, Моруа, Гулиа.
	still(Unknown, "о е ё э и ы у ю аа еа иа оа уа ыа эа юа"),
	// French names stressed on the last syllable.
	still(Unknown, "=дюма =золя =дега =петипа =труайя =ферма =люка"),
	still(Unknown, "=тома =мота =вала =барилла =гамарра =шандра =скаля =каруана =рева =кива =богода ворота").but(doubtSurname),

	// Women.
	on(Feminine, "=сова =корова =дева =подкова =голова =полова =дубрава", "а", "ы е у ой е").but(doubtNoun),
	on(Feminine, likeNouns, "а", "ой ой у ой ой").but(doubtNoun),
	on(Feminine, "ова ева ёва ина ына", "а", "ой ой у ой ой"),
	on(Feminine, "гелая кулая", "я", "и е ю ей е").but(doubtKind),
	on(Feminine, "=большая =чужая", "ая", "ой ой ую ой ой"),
	on(Feminine, "шая", "ая", "ей ей ую ей ей").but("окончание зависит от ударения"),
	on(Feminine, "жая чая щая", "ая", "ей ей ую ей ей"),
	on(Feminine, "ая", "ая", "ой ой ую ой ой"),
	on(Feminine, "яя", "яя", "ей ей юю ей ей"),
	still(Feminine, "ов ев ёв ский цкий ый").but("окончание мужской фамилии"),
	still(Feminine, everyConsonant+" ь"),

	// Of -а and -я: as nouns of the first declension.
	on(Unknown, "ия", "я", "и и ю ей и"),
	on(Masculine, "ая", "я", "и е ю ей е").but(doubtKind),
	on(Unknown, "ня ря ея оя уля юля", "я", "и е ю ей е"),
	on(Unknown, "я", "я", "и е ю ей е").but(doubtStress),
	on(Unknown, "ца", "а", "ы е у ей е"),
	on(Unknown, "жа ша ча ща", "а", "и е у ей е").butInstrumental(doubtEnding),
	on(Feminine, "ска цка", "а", "и е у ой е").but(doubtKind),
	on(Unknown, "2га", "а", "и е у ой е").but(doubtStress),
	on(Unknown, "га ка ха", "а", "и е у ой е"),
	on(Masculine, "ова ева ёва", "а", "ы е у ой е").but("окончание женской фамилии"),
	on(Unknown, "2на 2са 2та 2фа 2ра 2ла ма па рра лла", "а", "ы е у ой е").but(doubtStress),
	on(Unknown, "а", "а", "ы е у ой е"),

	// Men, of -й.
	on(Masculine, "=злой", "ой", "ого ому ого ым ом").but(doubtKind),
	on(Masculine, "1ой", "й", "я ю я ем е"),
	on(Masculine, "ской цкой гой хой жой шой", "ой", "ого ому ого им ом"),
	on(Masculine, "кой чой щой", "ой", "ого ому ого им ом").but(doubtKind),
	on(Masculine, "вой ной той =седой =молодой =худой =хромой =слепой =немой =рябой", "ой", "ого ому ого ым ом"),
	on(Masculine, "=прибой =герой =козодой =водопой =левкой =разбой", "й", "я ю я ем е").but(doubtKind),
	on(Masculine, "ой", "ой", "ого ому ого ым ом").but(doubtKind),
	on(Masculine, "цый", "ый", "его ему его ым ем"),
	on(Masculine, "ый", "ый", "ого ому ого ым ом"),
	on(Masculine, "гий кий хий", "ий", "ого ому ого им ом"),
	on(Masculine, "жий ший чий щий", "ий", "его ему его им ем"),
	on(Masculine, "ений оний аний иний", "й", "я ю я ем и").but(doubtKind),
	on(Masculine, "=верхний =нижний =средний =крайний =зимний =последний =младший", "ий", "его ему его им ем"),
	on(Masculine, "ний", "ий", "его ему его им ем").but(doubtKind),
	on(Masculine, "ий", "й", "я ю я ем и").but(doubtKind),
	on(Masculine, "=воробей =соловей =муравей", "ей", "ья ью ья ьем ье"),
	on(Masculine, "=репей =ручей =улей =чирей =горобей", "й", "я ю я ем е").but(doubtFleeting),
	on(Masculine, "й", "й", "я ю я ем е"),

	// Men, of -ь.
	on(Masculine, "=гусь "+fleetingSoft+" жь чь шь щь", "ь", "я ю я ем е").but(doubtFleeting),
	on(Masculine, "ь", "ь", "я ю я ем е"),

	// Old genitives: Черных, Долгих; German names in -х decline.
	still(Masculine, "ых гих жих ких хих чих ших щих"),
	still(Masculine, "=крайних =нижних =верхних =дальних =средних =синих =зимних"),
	on(Masculine, "рих", "", "а у а ом е"),
	on(Masculine, "1их", "", "а у а ом е").but(doubtSurname),
	on(Masculine, "их", "", "а у а ом е").but(doubtSurname),

	// Russian -ов and -ин have the instrumental of adjectives, foreign ones
	// that of nouns: Пушкиным, but Дарвином.
	on(Masculine, fleetingNouns, "", "а у а ом е").but(doubtFleeting),
	on(Masculine, "=онук =нечипас", "", "а у а ом е").but(doubtSurname),
	on(Masculine, "ов ев ёв", "", "а у а ым е"),
	on(Masculine, "1ин 1ын", "", "а у а ом е"),
	on(Masculine, "двин рвин лвин клин плин рлин ффин уин ейн ддин тдин", "", "а у а ом е").butInstrumental(doubtEnding),
	on(Masculine, "ин ын", "", "а у а ым е"),

	// Fleeting vowels.
	on(Masculine, "1ец", "", "а у а ом е").butInstrumental(doubtEnding),
	on(Masculine, "1ок 1ек", "", "а у а ом е"),
	on(Masculine, "=заяц", "яц", "йца йцу йца йцем йце").but(doubtFleeting),
	on(Masculine, "=хейфец =кузнец =мудрец =мертвец =храбрец =гордец =подлец =близнец", "", "а у а ом е").but(doubtFleeting),
	on(Masculine, "аец еец иец оец уец", "ец", "йца йцу йца йцем йце").butInstrumental(doubtEnding),
	on(Masculine, "лец", "ец", "ьца ьцу ьца ьцем ьце").but(doubtFleeting),
	on(Masculine, "вец", "ец", "ца цу ца цом це").butInstrumental(doubtEnding),
	on(Masculine, "2бец 2рец 2пец 2дец 2тец 2сец 2шец", "ец", "ца цу ца цом це").but(doubtFleeting),
	on(Masculine, "онец", "ец", "ца цу ца цом це").butInstrumental(doubtEnding),
	on(Masculine, "ец", "ец", "ца цу ца цем це").butInstrumental(doubtEnding),
	on(Masculine, "шток лок кок док брок", "", "а у а ом е").but(doubtFleeting),
	on(Masculine, "ёнок енок онок чок шок жок ок", "ок", "ка ку ка ком ке").but(doubtFleeting),
	on(Masculine, "ек ёк", "", "а у а ом е").but(doubtFleeting),

	// The rest, by the letter before the ending.
	on(Masculine, "ич ц", "", "а у а ем е"),
	on(Masculine, "ач", "", "а у а ом е").butInstrumental(doubtEnding),
	on(Masculine, "ч ш щ ж", "", "а у а ем е").butInstrumental(doubtEnding),
	on(Masculine, "б в г д з к л м н п р с т ф х", "", "а у а ом е"),
}

// givenRules decline given names; the first rule that fits counts.
var givenRules = []nameRule{
	on(Masculine, "=лев", "ев", "ьва ьву ьва ьвом ьве"),
	on(Masculine, "=павел", "ел", "ла лу ла лом ле"),
	on(Masculine, "=пётр", "ётр", "етра етру етра етром етре"),
	on(Feminine, "=любовь", "ь", "и и ь ью и"),
	on(Masculine, "=михайло =данило =гаврило =павло =петро =дмитро =самойло =кирило =никола", "о", "ы е у ой е").but(doubtGiven),
	still(Unknown, "о е ё э и ы у ю аа еа иа оа уа ыа эа юа"),
	still(Masculine, "=тома =люка =шота").but(doubtGiven),
	on(Unknown, "ия", "я", "и и ю ей и"),
	on(Unknown, "я", "я", "и е ю ей е"),
	on(Unknown, "ца", "а", "ы е у ей е"),
	on(Unknown, "жа ша ча ща", "а", "и е у ей е"),
	on(Unknown, "га ка ха", "а", "и е у ой е"),
	on(Unknown, "а", "а", "ы е у ой е"),
	on(Feminine, "=юдифь =руфь =эсфирь =агарь =есфирь", "ь", "и и ь ью и"),
	on(Feminine, "=нинель =рашель =рахиль =жизель", "ь", "и и ь ью и").but(doubtGiven),
	still(Feminine, "ь").but(doubtGiven),
	still(Feminine, everyConsonant),
	on(Masculine, "ий", "й", "я ю я ем и"),
	on(Masculine, "й", "й", "я ю я ем е"),
	on(Masculine, "ь", "ь", "я ю я ем е"),
	on(Masculine, "=санёк =санек =витёк =витек =игорёк =игорек", "ёк", "ька ьку ька ьком ьке").but(doubtGiven),
	on(Masculine, "ч ш", "", "а у а ем е").butInstrumental(doubtEnding),
	on(Masculine, "ж ц щ", "", "а у а ем е"),
	on(Masculine, everyConsonant, "", "а у а ом е"),
}

// patronymicRules decline patronymics.
var patronymicRules = []nameRule{
	on(Unknown, "ич", "", "а у а ем е"),
	on(Unknown, "на", "а", "ы е у ой е"),
}

// firstStill are the first parts of double names that are no names of their own.
const firstStill = "бонч тер кара мелик ван фон эль аль ас сан сен ибн абдул абд бель мак дон нур шах корвин книппер дюссар дюмон " +
	"белиц вар шолом призван гасан гулак демут бен ла ле де жан борух сент абдуль"

// byRule declines one name, double or not; one that no rule fits stays.
func byRule(rules []nameRule, word string, g Gender, c Case) Form {
	if g == Unknown {
		return eitherGender(rules, word, c)
	}
	if g != Masculine && g != Feminine {
		return Form{word, doubtGender}
	}
	parts := strings.Split(word, "-")
	doubt := ""
	for i, part := range parts {
		lower := strings.ToLower(part)
		if utf8.RuneCountInString(part) < 2 || i < len(parts)-1 && isOne(lower, firstStill) {
			continue
		}
		for k := range rules {
			r := &rules[k]
			if !r.fits(lower, g) {
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
	return Form{strings.Join(parts, "-"), doubt}
}

// isWholeName is true of a first half that is a name by itself and declines.
func isWholeName(lower string) bool {
	_, given := givenNames()[lower]
	return given || endsIn(lower, "ов ев ёв ин ын ий ый ич ова ева ёва ина ына ая ка ко")
}

// eitherGender declines a name of somebody whose gender is not known: sure
// when men and women decline alike.
func eitherGender(rules []nameRule, word string, c Case) Form {
	man, woman := byRule(rules, word, Masculine, c), byRule(rules, word, Feminine, c)
	if man.Text == woman.Text {
		if man.Doubt == "" {
			man.Doubt = woman.Doubt
		}
		return man
	}
	man.Doubt = doubtGender
	return man
}
