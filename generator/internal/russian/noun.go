package russian

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Suffixes of those who hold a post. The strong ones name hardly anything
// else; the weak ones are enough where a post is expected.
var (
	strongAgents = strings.Fields("щик чик ник тель ист аст лог граф пед тор сор сёр сер нер тер ндер жер рер лер йер мер ёр ант янт ент онт арь вед вод " +
		"ург ец атр иатр терапевт врач ткач тренер механик техник аналитик химик физик юрист эксперт агент министр мэр повар лекарь " +
		"токарь столяр маляр каменщик сторож шеф пилот юнга декан мастер бригадир командир прораб кассир банкир майор " +
		"полковник генерал адмирал лейтенант сержант капитан рядовой президент губернатор академик историк критик тактик боцман " +
		"лоцман штурман матрос кок член аудитор омбудсмен бизнесмен спортсмен представитель помощник партнер партнёр архитектор " +
		"староста судья посол консул консульт завхоз ветеран хирург психиатр педагог философ этнограф адвокат нотариус делегат депутат кандидат магистр доцент")
	weakAgents = strings.Fields("ик ок як ак нк ит вт рг ном соф мен арх ал ин ян ол ер ор юх ог ел ун он ен оп од ст ос ж ш ч ид" +
		" ур ом уб рд нд эд ет ит ат от ав ар ус ис ас")
)

func endsInAny(lower string, endings []string) bool {
	return slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(lower, ending) })
}

// byEnding tells how a noun goes on from its last letters, given in small ones.
func byEnding(lower string) noun {
	last, _ := utf8.DecodeLastRuneInString(lower)
	switch {
	case utf8.RuneCountInString(lower) < 3:
		return noun{}
	case last == 'а' || last == 'я':
		return firstDeclension(lower)
	case last == 'о' || last == 'е':
		return neuter(lower)
	case last == 'ы' || last == 'и':
		return plural(lower)
	case last == 'ь':
		return softSign(lower)
	case strings.ContainsRune("уюэё", last):
		return noun{gender: Neuter}
	}
	return secondDeclension(lower)
}

func firstDeclension(lower string) noun {
	n := noun{endings("а", "ы е у ой е"), Feminine, false, false}
	switch {
	case endsIn(lower, "ия"):
		n.paradigm, n.known = endings("я", "и и ю ей и"), true
	case endsIn(lower, "я"):
		n.paradigm = endings("я", "и е ю ей е")
	case endsIn(lower, "ца"):
		n.paradigm, n.known = endings("а", "ы е у ей е"), endsIn(lower, "ница щица чица вица")
		n.person = n.known
	case endsIn(lower, "жа ша ча ща"):
		n.paradigm = endings("а", "и е у ей е")
	case endsIn(lower, "га ка ха"):
		n.paradigm = endings("а", "и е у ой е")
		n.known = endsIn(lower, "истка тка рка лка нтка ичка ика ека йка иха")
		n.person = endsIn(lower, "истка антка ентка хозяйка иха")
	case endsIn(lower, "ура"):
		n.known = true
	}
	return n
}

func neuter(lower string) noun {
	n := noun{endings("о", "а у о ом е"), Neuter, false, true}
	switch {
	case endsIn(lower, "ие"):
		n.paradigm = endings("е", "я ю е ем и")
	case endsIn(lower, "ще це же ше че"):
		n.paradigm = endings("е", "а у е ем е")
	case isOne(lower, "поле море горе"):
		n.paradigm = endings("е", "я ю е ем е")
	case endsIn(lower, "ье"):
		n.paradigm = endings("е", "я ю е ем е")
		n.known = endsIn(lower, "рье вье стье лье")
	case endsIn(lower, "е"):
		return noun{gender: Neuter}
	default:
		n.known = endsIn(lower, "ство дело войско хозяйство лицо ядро звено село")
	}
	return n
}

// plural is the nominative plural in -ы or -и.
func plural(lower string) noun {
	n := noun{endings("и", "ов ам * ами ах"), Plural, true, true}
	switch {
	case endsIn(lower, "ии"):
		n.paradigm, n.person = endings("и", "й ям * ями ях"), false
	case endsIn(lower, "ели ари"):
		n.paradigm = endings("и", "ей ям * ями ях")
	case endsIn(lower, "ачи"):
		n.paradigm = endings("и", "ей ам * ами ах")
	case endsIn(lower, "ости асти ети ди"):
		n.paradigm, n.person = endings("и", "ей ям * ями ях"), false
	case endsIn(lower, "еи аи"):
		n.paradigm, n.person = endings("и", "ев ям * ями ях"), false
	case endsIn(lower, "ики ники оги"):
		n.person = !endsIn(lower, "иники")
	case endsIn(lower, "и"):
		n.known, n.person = false, false
	case endsIn(lower, "ицы"):
		n.paradigm = endings("ы", "- ам * ами ах")
	case endsIn(lower, "продавцы бойцы певцы борцы купцы истцы отцы"):
		n.paradigm = endings("ы", "ов ам * ами ах")
	case endsIn(lower, "цы"):
		n.paradigm = endings("ы", "ев ам * ами ах")
	default:
		n.paradigm = endings("ы", "ов ам * ами ах")
		n.person = endsIn(lower, "исты еры ёры оры анты енты аты ены иры перты")
		n.known = n.person || endsIn(lower, "аны оны овы еты иты аты нды нки тры анки уды енты ели узы илы алы ады оды оры урсы")
	}
	return n
}

func softSign(lower string) noun {
	switch {
	case endsIn(lower, "ость есть знь ведь жь чь шь щь опись"):
		return noun{endings("ь", "и и ь ью и"), Feminine, false, true}
	case endsIn(lower, "тель арь ырь"):
		return noun{endings("ь", "я ю * ем е"), Masculine, !endsIn(lower, "затель двигатель"), true}
	}
	return noun{endings("ь", "я ю * ем е"), Masculine, false, isOne(lower, "вождь князь егерь король автомобиль словарь рубль ансамбль профиль стиль спектакль модуль контроль")}
}

// secondDeclension is the masculine of a consonant or -й.
func secondDeclension(lower string) noun {
	n := noun{endings("", "а у * ом е"), Masculine, endsInAny(lower, strongAgents), false}
	n.known = n.person || endsInAny(lower, weakAgents)
	switch {
	case endsIn(lower, "ий"):
		n.paradigm, n.known = endings("й", "я ю * ем и"), endsIn(lower, "рий тий ний")
	case endsIn(lower, "й"):
		n.paradigm, n.known = endings("й", "я ю * ем е"), endsIn(lower, "ей ай")
	case endsIn(lower, "аец еец оец уец иец эец"):
		n.paradigm = endings("ец", "йца йцу * йцем йце")
	case endsIn(lower, "лец"):
		n.paradigm = endings("ец", "ьца ьцу * ьцем ьце")
	case endsIn(lower, "ец"):
		n.paradigm = endings("ец", "ца цу * цем це")
	case endsIn(lower, "ок"):
		n.paradigm = endings("ок", "ка ку * ком ке")
	case endsIn(lower, "ач"):
	case endsIn(lower, "ц ч ж ш щ"):
		n.paradigm = endings("", "а у * ем е")
	}
	return n
}
