package russian

import (
	"slices"

	"protokol/generator/internal/wordset"
)

// relations are words for people who are named by somebody else: «Наследникам
// Сидорова», «Жена Петрова». The person meant is not the one whose name follows.
// The nominative and the dative are listed, in both numbers.
const relations = "наследник наследнику наследница наследнице наследники наследникам родитель родителю родители " +
	"родителям родственник родственнику родственница родственнице родственники родственникам близкие близким " +
	"опекун опекуну опекуны опекунам попечитель попечителю представителю представители представителям сын сыну " +
	"сыновья сыновьям дочь дочери дочка дочке дети детям ребёнок ребенок ребёнку ребенку жена жене муж мужу супруг " +
	"супругу супруга супруге супруги супругам вдова вдове вдовец вдовцу мать матери мама маме отцу папа папе " +
	"бабушка бабушке дедушка дедушке дед деду брат брату братья братьям сестра сестре сёстры сестры внук внуку " +
	"внучка внучке внуки внукам тётя тетя тёте тете дядя дяде племянник племяннику племянница племяннице зять зятю " +
	"тёща теща тёще теще свекровь свекрови невестка невестке семья семье семьям собственникам нанимателю " +
	"наниматели жильцам жителям коллеги коллегам друзьям товарищам участникам членам главам руководителям " +
	"директорам начальникам председателям заведующим депутатам специалистам учителям врачам работникам сотрудникам " +
	"педагогам ректорам деканам учредителям акционерам"

var isRelationWord = wordset.Words(relations)

// isRelation reports a word of a text that says whose relative, guardian or
// fellow somebody is.
func isRelation(t nameToken) bool {
	return (t.kind == tokenWord || t.kind == tokenOther) && isRelationWord(t.lowercase())
}

// isKinRole reports words that lists have next to the name of a relative and that are not posts: «Белова М.И.
// (мать)», «опекун Лосева З.З.».
var isKinRole = wordset.Words("мать мама отец папа опекун попечитель бабушка дедушка законный представитель " +
	"отчим мачеха")

// isKin reports words that say only whose relative somebody is.
func isKin(tokens []nameToken) bool {
	return !slices.ContainsFunc(tokens, func(t nameToken) bool { return !isKinRole(t.lowercase()) })
}

// judgeRelation doubts a name beside a word such as «наследникам». Without a full name it is not read as a name.
// Some of the words are surnames, too: «Дед Иван Ильич».
func (s *nameSplit) judgeRelation() {
	at := slices.IndexFunc(s.tokens, isRelation)
	if at < 0 || s.unclear || len(s.tokens) == 1 {
		return
	}
	why := "названо родство или отношение, а не имя: «" + s.tokens[at].text + "»"
	if s.reading.rank < rankFull {
		s.giveUp(why)
		return
	}
	isSurname := at < len(s.reading.roles) && len(s.run) == len(s.tokens) && s.reading.roles[at] == roleSurname &&
		len(s.run) == 3
	if !isSurname {
		s.doubt(why)
	}
}
