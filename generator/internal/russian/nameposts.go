package russian

import (
	"strings"
	"sync"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// isPostWord reports whether a word may be part of a position.
func isPostWord(t nameToken) bool {
	n := lookup(t.text)
	return t.caps || isAdjective(strings.ToLower(t.text)) || n.animate && !n.surname || isSurePost(t.lowercase())
}

func isPosition(t nameToken) bool {
	_, listed := lexicon()[strings.ToLower(t.text)]
	n := lookup(t.text)
	return t.kind == tokenWord && n.animate && !n.surname && (listed || n.known && len(t.text) > 2*4)
}

// isListedPosition reports the same of a listed word: «Куперник» only ends as positions do.
func isListedPosition(t nameToken) bool {
	_, listed := lexicon()[t.lowercase()]
	return isPosition(t) && (listed || isSurePost(t.lowercase()))
}

// endsInPost reports whether a run begins or ends with a word that is hardly a
// surname.
func (s *nameSplit) endsInPost(from, to int) bool {
	for _, t := range []nameToken{s.tokens[from], s.tokens[to-1]} {
		if t.isShortInCapitals() || isSurePost(t.lowercase()) {
			return true
		}
	}
	return false
}

// leavesName reports whether the token at i is a position beside a name of a
// rank. A word that may be a surname needs a name that has one itself.
func (s *nameSplit) leavesName(i, rank int) bool {
	switch t := s.tokens[i]; {
	case isSurePost(t.lowercase()):
		return rank >= rankPart
	case t.isShortInCapitals(): // «УВР»
		return rank == rankFull
	}
	return isPosition(s.tokens[i]) && rank >= rankName
}

// surePosts are positions that are rarely surnames.
const surePosts = "директор председатель начальник начальница заведующий заведующая руководитель заместитель " +
	"заместительница президент профессор доцент академик ректор проректор декан управляющий управляющая полковник " +
	"подполковник лейтенант глава мэр губернатор министр депутат секретарь инженер бухгалтер врач учитель " +
	"преподаватель специалист менеджер координатор консультант советник помощник адвокат нотариус прокурор " +
	"инспектор воспитатель библиотекарь экономист юрист программист методист психолог педагог редактор директриса " +
	"учредитель собственник владелец представитель предприниматель председательствующий исполняющий исполняющая " +
	"сотрудник работник участник член секретарша технолог агроном контролёр контролер ревизор " +
	"тренер завуч завхоз кассир прораб механик настоятель настоятельница комендант смотритель зоотехник ветеринар " +
	"фельдшер медсестра санитарка водитель хранитель дирижёр дирижер хормейстер режиссёр режиссер художник фотограф " +
	"журналист корреспондент писатель архитектор техник лаборант аспирант ассистент следователь сенатор арендатор " +
	"ликвидатор командир начмед главврач главбух худрук логопед дефектолог тьютор концертмейстер балетмейстер " +
	"наставник хирург терапевт педиатр стоматолог провизор фармацевт эксперт референт модератор докладчик пенсионер " +
	"пенсионерка инвалид лауреат чемпион благочинный лесничий участковый уполномоченный командующий вожатый " +
	"вожатая самозанятый самозанятая кладовщик диспетчер аналитик дизайнер разработчик аудитор казначей куратор"

// isSurePost reports whether a word in lower case is rarely a surname, but
// a position: «директор», «замглавы».
func isSurePost(lower string) bool { return isSurePostWord(lower) || isClippedCompound(lower) }

// surePostForms are the forms of the words of surePosts in the cases that lists
// have, those of Dative first: «Директору», «директора».
var surePostForms = sync.OnceValue(func() map[string]Case {
	forms := map[string]Case{}
	for _, c := range []Case{Dative, Genitive, Instrumental} {
		for word := range strings.FieldsSeq(surePosts) {
			form := strings.ToLower(Position(word, c).Text)
			if _, taken := forms[form]; !taken && !isSurePostWord(form) {
				forms[form] = c
			}
		}
	}
	return forms
})

// isSurePostInDative reports the same as isSurePost of the dative, which addresses
// have: «Директору».
func isSurePostInDative(lower string) bool { return surePostForms()[lower] == Dative }

// isRankOrTrade reports words before names that are also surnames.
var isRankOrTrade = wordset.Words("архиепископ епископ митрополит патриарх протоиерей иерей священник игумен " +
	"игуменья монах монахиня муфтий имам раввин отец мать судья посол майор капитан генерал маршал адмирал князь " +
	"граф барон староста атаман главврач сержант старшина прапорщик судебный мастер ведущий повар сторож дворник " +
	"студент поэт ветеран зам егерь аптекарь опекун пристав актёр актер батюшка матушка")

// endsAsPosition recognizes suffixes of positions that few surnames have.
var endsAsPosition = wordset.Endings("тель лог вед граф мейстер атор итор истка ист техник ница щица")

// mayBePost reports whether a word in lower case, which was read as a surname or a
// given name, may be a position.
func mayBePost(lower string) bool {
	const least = 7 // letters: «Кист» and «Лист» are surnames
	isAgent := endsAsPosition(lower) && utf8.RuneCountInString(lower) >= least && lookupLower(lower).animate
	return isAgent || isRankOrTrade(lower)
}

var isSurePostWord = wordset.Words(surePosts)

// isNoName recognizes words that lists have instead of a name, and a position alone.
func isNoName(run []nameToken) bool {
	if len(run) != 1 {
		return false
	}
	lower := strings.ToLower(run[0].text)
	return isSurePost(lower) || isSurePostInDative(lower) || isPlaceholder(lower) || isManyPeople(lower)
}

// isManyPeople reports words that name several people, as in addresses, too: «Коллеги»,
// «Соседям».
var isManyPeople = wordset.Words("коллеги друзья соседи жители граждане гражданки дамы господа товарищи родители " +
	"жильцы собственники соседки сотрудники участники все коллегам друзьям соседям жителям гражданам гражданкам " +
	"дамам господам товарищам родителям жильцам собственникам соседкам сотрудникам участникам всем")

// isPlaceholder reports words that lists have instead of a name.
var isPlaceholder = wordset.Words(vacancies, departures, "нет отсутствует неизвестно уточняется пусто иной иное "+
	"ликвидирован ликвидирована")
