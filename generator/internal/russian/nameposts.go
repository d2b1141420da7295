package russian

import (
	"strings"
	"unicode/utf8"
)

// isPostWord reports whether a word may be part of a position.
func isPostWord(t nameToken) bool {
	n := lookup(t.text)
	return t.caps || isAdjective(strings.ToLower(t.text)) || n.animate && !n.surname || surePostWords()[t.lowercase()]
}

func isPosition(t nameToken) bool {
	_, listed := lexicon()[strings.ToLower(t.text)]
	n := lookup(t.text)
	return t.kind == tokenWord && n.animate && !n.surname && (listed || n.known && len(t.text) > 2*4)
}

// endsInPost reports whether a run begins or ends with a word that is hardly a
// surname.
func (s *nameSplit) endsInPost(from, to int) bool {
	for _, t := range []nameToken{s.tokens[from], s.tokens[to-1]} {
		if t.caps && utf8.RuneCountInString(t.text) <= 4 || surePostWords()[t.lowercase()] {
			return true
		}
	}
	return false
}

// leavesName reports whether the token at i is a position beside a name of a
// rank. A word that may be a surname needs a name that has one itself.
func (s *nameSplit) leavesName(i, rank int) bool {
	switch t := s.tokens[i]; {
	case surePostWords()[t.lowercase()]:
		return rank >= rankPart
	case t.caps && utf8.RuneCountInString(t.text) <= 4: // «УВР»
		return rank == rankFull
	}
	return isPosition(s.tokens[i]) && rank >= rankName
}

// surePosts are positions that are hardly ever surnames.
const surePosts = "директор председатель начальник начальница заведующий заведующая руководитель заместитель " +
	"заместительница президент профессор доцент академик ректор проректор декан управляющий управляющая полковник " +
	"подполковник лейтенант глава мэр губернатор министр депутат секретарь инженер бухгалтер врач учитель " +
	"преподаватель специалист менеджер координатор консультант советник помощник адвокат нотариус прокурор " +
	"инспектор воспитатель библиотекарь экономист юрист программист методист психолог педагог редактор директриса " +
	"учредитель собственник владелец представитель предприниматель председательствующий исполняющий исполняющая " +
	"сотрудник работник участник член секретарша технолог агроном контролёр контролер ревизор"

var surePostWords = lazySet(surePosts)

// isNoName recognizes words that stand in lists instead of a name, and a
// position alone.
func isNoName(run []nameToken) bool {
	if len(run) != 1 {
		return false
	}
	lower := strings.ToLower(run[0].text)
	return surePostWords()[lower] || inList(lower, "нет вакансия вакантно вакант отсутствует неизвестно уточняется "+
		"пусто иной иное уволен уволена умер умерла выбыл выбыла ликвидирован ликвидирована")
}
