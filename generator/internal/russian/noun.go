package russian

import (
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// noun describes the declension of a common noun in the nominative.
type noun struct {
	paradigm
	gender      Gender
	animate     bool // denotes persons: the accusative is animate even in the name of a body
	known       bool // the lexicon or the suffix leaves no doubt about the declension
	likely      bool // known where the name of a position is expected
	institution bool // names a body or a part of one
	surname     bool // is a surname as well and does not identify a position
}

// isRegular reports whether an ending has only one declension: no vowel may drop
// out, and the gender is certain.
func (n noun) isRegular() bool {
	return n.gender == Masculine && n.drop == "" && n.paradigm != indeclinable || n.gender == Feminine && n.drop == "а"
}

// Suffixes of nouns for persons. The strong ones occur almost only in such
// nouns. The weak ones are sufficient where the name of a position is expected.
var (
	endsAgent = wordset.Endings("щик чик ник тель ист аст лог граф пед тор сор сёр сер нер тер ндер жер рер лер йер " +
		"мер ёр ант янт ент онт арь вед вод ург ец атр иатр терапевт врач ткач тренер механик техник аналитик химик " +
		"физик юрист эксперт агент министр мэр повар лекарь токарь столяр маляр каменщик сторож шеф пилот юнга декан " +
		"мастер бригадир командир прораб кассир банкир майор полковник генерал адмирал лейтенант сержант капитан " +
		"рядовой президент губернатор академик историк критик тактик боцман лоцман штурман матрос кок член аудитор " +
		"омбудсмен бизнесмен спортсмен представитель помощник партнер партнёр архитектор староста судья посол консул " +
		"консульт завхоз ветеран хирург психиатр педагог философ этнограф адвокат нотариус делегат депутат кандидат " +
		"магистр доцент")
	isLikelyAgent = wordset.Endings("ик ок як ак нк ит вт рг ном соф мен арх ал ин ян ол ер ор юх ог ел ун он ен оп " +
		"од ст ос ж ш ч ид ур ом уб рд нд эд ет ит ат от ав ар ус ис ас др ёж уар иб оз уд ап эб еб хр ум об эт лт " +
		"оч ов йн йт")
)

// isAgent reports whether a noun in lower case is one for a person by the lists or
// by its suffix.
func isAgent(lower string) bool { return endsAgent(lower) || lexicon()[lower].animate }

// nounByEnding derives a declension from the ending of a noun in lower case.
func nounByEnding(lower string) noun {
	last, _ := utf8.DecodeLastRuneInString(lower)
	switch {
	case utf8.RuneCountInString(lower) < 3:
		return noun{}
	case last == 'а' || last == 'я':
		return firstDeclensionNoun(lower)
	case last == 'о' || last == 'е':
		return neuterNoun(lower)
	case last == 'ы' || last == 'и':
		return pluralNoun(lower)
	case last == 'ь':
		return softSignNoun(lower)
	case strings.ContainsRune("уюэё", last):
		return noun{gender: Neuter}
	}
	return secondDeclensionNoun(lower)
}

// feminineInAnia are words in -ания that are not the plural of a neuter in
// -ание: «слушания».
var feminineInAnia = wordset.Endings("компания кампания мания германия испания британия румыния иордания армения " +
	"цвания")

// isNeuterPlural reports the plural of a neuter for an action: «слушания», «занятия», «чаепития», «шествия».
func isNeuterPlural(lower string) bool {
	return hasAnySuffix(lower, "ания яния ения ятия ытия ития ствия летия делия мирия") && !feminineInAnia(lower)
}

func firstDeclensionNoun(lower string) noun {
	n := noun{paradigm: endings("а", "ы е у ой е"), gender: Feminine}
	switch {
	case isNeuterPlural(lower), hasAnySuffix(lower, "ства войска"):
		return neuterPlural(lower)
	case hasAnySuffix(lower, "ия"):
		n.paradigm, n.known = endings("я", "и и ю ей и"), true
	case hasAnySuffix(lower, "ья"):
		n.paradigm = endings("я", "и е ю ей е")
	case hasAnySuffix(lower, "я"):
		n.paradigm, n.likely = endings("я", "и е ю ей е"), hasAnySuffix(lower, "киня хиня гиня")
	case hasAnySuffix(lower, "ца"):
		n.paradigm, n.known = endings("а", "ы е у ей е"), hasAnySuffix(lower, "ница щица чица вица")
		n.animate, n.likely = n.known && !isInstitution(lower), hasAnySuffix(lower, "лица рица")
	case hasAnySuffix(lower, "жа ша ча ща"):
		n.paradigm = endings("а", "и е у ей е")
		n.known = hasAnySuffix(lower, "рша нша лша тша")
	case hasAnySuffix(lower, "га ка ха"):
		n.paradigm = endings("а", "и е у ой е")
		n.animate = isFemaleAgent(lower)
		n.known = n.animate || hasAnySuffix(lower, "истка тка рка лка нтка ичка ика ека йка иха отека")
	case hasAnySuffix(lower, "ура ома ема ота ада"):
		n.known = true
	}
	return n
}

// isFemaleAgent recognizes the feminine suffixes of persons.
var isFemaleAgent = wordset.Endings("истка антка ентка хозяйка иха")

func neuterNoun(lower string) noun {
	n := noun{paradigm: endings("о", "а у о ом е"), gender: Neuter, known: true}
	switch {
	case hasAnySuffix(lower, "ие"):
		n.paradigm = endings("е", "я ю е ем и")
	case hasAnySuffix(lower, "ще це же ше че"):
		n.paradigm = endings("е", "а у е ем е")
		n.known = hasAnySuffix(lower, "ище")
	case inList(lower, "поле море горе"):
		n.paradigm = endings("е", "я ю е ем е")
	case hasAnySuffix(lower, "ье"):
		n.paradigm = endings("е", "я ю е ем е")
		n.known = hasAnySuffix(lower, "рье вье стье лье")
	case hasAnySuffix(lower, "е"):
		return noun{gender: Neuter}
	case hasAnySuffix(lower, "энерго авто радио видео фото кино метро"):
		n.paradigm = indeclinable
	default:
		n.known = hasAnySuffix(lower, "ство дело войско хозяйство лицо ядро звено село")
	}
	return n
}

// softSignNoun declines a noun in -ь. Most nouns in labials and dentals are
// feminine (Русская грамматика, 1980, § 1145).
func softSignNoun(lower string) noun {
	switch {
	case hasAnySuffix(lower, "тель арь ырь") && !hasAnySuffix(lower, "артель тварь гарь метель"):
		return noun{paradigm: endings("ь", "я ю * ем е"), gender: Masculine,
			animate: !hasAnySuffix(lower, "затель двигатель календарь словарь инвентарь лагерь монастырь"), known: true}
	case hasAnySuffix(lower, "жь чь шь щь ть сь вь бь пь фь зь знь") && !isMasculineSoft(lower):
		return noun{paradigm: endings("ь", "и и ь ью и"), gender: Feminine, known: true}
	}
	return noun{paradigm: endings("ь", "я ю * ем е"), gender: Masculine, known: isMasculineSoft(lower)}
}

var isMasculineSoft = wordset.Endings("тесть зять путь дождь голубь червь князь вождь егерь король автомобиль " +
	"рубль ансамбль профиль стиль спектакль модуль контроль лагерь фестиваль отель мотель")

// secondDeclensionNoun declines a masculine noun that ends in a consonant or
// -й.
func secondDeclensionNoun(lower string) noun {
	n := noun{paradigm: endings("", "а у * ом е"), gender: Masculine, animate: endsAgent(lower)}
	n.known, n.likely = n.animate, n.animate || isLikelyAgent(lower)
	switch {
	case hasAnySuffix(lower, "ий"):
		n.paradigm, n.known = endings("й", "я ю * ем и"), hasAnySuffix(lower, "рий тий")
		n.likely = n.known
	case hasAnySuffix(lower, "й"):
		n.paradigm, n.known = endings("й", "я ю * ем е"), hasAnySuffix(lower, "лей зей")
		n.likely = n.known
	case hasAnySuffix(lower, "аец еец оец уец иец эец"):
		n.paradigm = endings("ец", "йца йцу * йцем йце")
	case hasAnySuffix(lower, "лец"):
		n.paradigm = endings("ец", "ьца ьцу * ьцем ьце")
	case hasAnySuffix(lower, "ец"):
		n.paradigm = endings("ец", "ца цу * цем це")
	case hasAnySuffix(lower, stableOk):
	case hasAnySuffix(lower, "ок"):
		n.paradigm = endings("ок", "ка ку * ком ке")
	case hasAnySuffix(lower, "ач"):
	case hasAnySuffix(lower, "ц ч ж ш щ"):
		n.paradigm = endings("", "а у * ем е")
	}
	return n
}
