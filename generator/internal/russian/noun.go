package russian

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Suffixes of nouns for persons. The strong ones occur almost only in such
// nouns. The weak ones are sufficient where the name of a position is expected.
var (
	strongAgentSuffixes = strings.Fields("щик чик ник тель ист аст лог граф пед тор сор сёр сер нер тер ндер жер " +
		"рер лер йер мер ёр ант янт ент онт арь вед вод ург ец атр иатр терапевт врач ткач тренер механик техник " +
		"аналитик химик физик юрист эксперт агент министр мэр повар лекарь токарь столяр маляр каменщик сторож шеф " +
		"пилот юнга декан мастер бригадир командир прораб кассир банкир майор полковник генерал адмирал лейтенант " +
		"сержант капитан рядовой президент губернатор академик историк критик тактик боцман лоцман штурман матрос " +
		"кок член аудитор омбудсмен бизнесмен спортсмен представитель помощник партнер партнёр архитектор староста " +
		"судья посол консул консульт завхоз ветеран хирург психиатр педагог философ этнограф адвокат нотариус " +
		"делегат депутат кандидат магистр доцент")
	weakAgentSuffixes = strings.Fields("ик ок як ак нк ит вт рг ном соф мен арх ал ин ян ол ер ор юх ог ел ун он " +
		"ен оп од ст ос ж ш ч ид ур ом уб рд нд эд ет ит ат от ав ар ус ис ас")
)

func hasAnySuffixOf(lower string, suffixes []string) bool {
	return slices.ContainsFunc(suffixes, func(suffix string) bool { return strings.HasSuffix(lower, suffix) })
}

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

func firstDeclensionNoun(lower string) noun {
	n := noun{endings("а", "ы е у ой е"), Feminine, false, false}
	switch {
	case hasAnySuffix(lower, "ия"):
		n.paradigm, n.known = endings("я", "и и ю ей и"), true
	case hasAnySuffix(lower, "я"):
		n.paradigm = endings("я", "и е ю ей е")
	case hasAnySuffix(lower, "ца"):
		n.paradigm, n.known = endings("а", "ы е у ей е"), hasAnySuffix(lower, "ница щица чица вица")
		n.animate = n.known
	case hasAnySuffix(lower, "жа ша ча ща"):
		n.paradigm = endings("а", "и е у ей е")
	case hasAnySuffix(lower, "га ка ха"):
		n.paradigm = endings("а", "и е у ой е")
		n.known = hasAnySuffix(lower, "истка тка рка лка нтка ичка ика ека йка иха")
		n.animate = hasAnySuffix(lower, "истка антка ентка хозяйка иха")
	case hasAnySuffix(lower, "ура"):
		n.known = true
	}
	return n
}

func neuterNoun(lower string) noun {
	n := noun{endings("о", "а у о ом е"), Neuter, false, true}
	switch {
	case hasAnySuffix(lower, "ие"):
		n.paradigm = endings("е", "я ю е ем и")
	case hasAnySuffix(lower, "ще це же ше че"):
		n.paradigm = endings("е", "а у е ем е")
	case inList(lower, "поле море горе"):
		n.paradigm = endings("е", "я ю е ем е")
	case hasAnySuffix(lower, "ье"):
		n.paradigm = endings("е", "я ю е ем е")
		n.known = hasAnySuffix(lower, "рье вье стье лье")
	case hasAnySuffix(lower, "е"):
		return noun{gender: Neuter}
	default:
		n.known = hasAnySuffix(lower, "ство дело войско хозяйство лицо ядро звено село")
	}
	return n
}

// pluralNoun declines a nominative plural in -ы or -и.
func pluralNoun(lower string) noun {
	n := noun{endings("и", "ов ам * ами ах"), Plural, true, true}
	switch {
	case hasAnySuffix(lower, "ии"):
		n.paradigm, n.animate = endings("и", "й ям * ями ях"), false
	case hasAnySuffix(lower, "ели ари"):
		n.paradigm = endings("и", "ей ям * ями ях")
	case hasAnySuffix(lower, "ачи"):
		n.paradigm = endings("и", "ей ам * ами ах")
	case hasAnySuffix(lower, "ости асти ети ди"):
		n.paradigm, n.animate = endings("и", "ей ям * ями ях"), false
	case hasAnySuffix(lower, "еи аи"):
		n.paradigm, n.animate = endings("и", "ев ям * ями ях"), false
	case hasAnySuffix(lower, "ики ники оги"):
		n.animate = !hasAnySuffix(lower, "иники")
	case hasAnySuffix(lower, "и"):
		n.known, n.animate = false, false
	case hasAnySuffix(lower, "ицы"):
		n.paradigm = endings("ы", "- ам * ами ах")
	case hasAnySuffix(lower, "продавцы бойцы певцы борцы купцы истцы отцы"):
		n.paradigm = endings("ы", "ов ам * ами ах")
	case hasAnySuffix(lower, "цы"):
		n.paradigm = endings("ы", "ев ам * ами ах")
	default:
		n.paradigm = endings("ы", "ов ам * ами ах")
		n.animate = hasAnySuffix(lower, "исты еры ёры оры анты енты аты ены иры перты")
		n.known = n.animate || hasAnySuffix(lower, "аны оны овы еты иты аты нды нки тры анки уды енты ели узы илы "+
			"алы ады оды оры урсы")
	}
	return n
}

func softSignNoun(lower string) noun {
	switch {
	case hasAnySuffix(lower, "ость есть знь ведь жь чь шь щь опись"):
		return noun{endings("ь", "и и ь ью и"), Feminine, false, true}
	case hasAnySuffix(lower, "тель арь ырь"):
		return noun{endings("ь", "я ю * ем е"), Masculine, !hasAnySuffix(lower, "затель двигатель"), true}
	}
	return noun{endings("ь", "я ю * ем е"), Masculine, false, inList(lower, "вождь князь егерь король автомобиль "+
		"словарь рубль ансамбль профиль стиль спектакль модуль контроль")}
}

// secondDeclensionNoun declines a masculine noun that ends in a consonant or
// -й.
func secondDeclensionNoun(lower string) noun {
	n := noun{endings("", "а у * ом е"), Masculine, hasAnySuffixOf(lower, strongAgentSuffixes), false}
	n.known = n.animate || hasAnySuffixOf(lower, weakAgentSuffixes)
	switch {
	case hasAnySuffix(lower, "ий"):
		n.paradigm, n.known = endings("й", "я ю * ем и"), hasAnySuffix(lower, "рий тий ний")
	case hasAnySuffix(lower, "й"):
		n.paradigm, n.known = endings("й", "я ю * ем е"), hasAnySuffix(lower, "ей ай")
	case hasAnySuffix(lower, "аец еец оец уец иец эец"):
		n.paradigm = endings("ец", "йца йцу * йцем йце")
	case hasAnySuffix(lower, "лец"):
		n.paradigm = endings("ец", "ьца ьцу * ьцем ьце")
	case hasAnySuffix(lower, "ец"):
		n.paradigm = endings("ец", "ца цу * цем це")
	case hasAnySuffix(lower, "ок"):
		n.paradigm = endings("ок", "ка ку * ком ке")
	case hasAnySuffix(lower, "ач"):
	case hasAnySuffix(lower, "ц ч ж ш щ"):
		n.paradigm = endings("", "а у * ем е")
	}
	return n
}
