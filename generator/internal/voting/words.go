package voting

// The words of the grammar, folded: lower case, е for ё.

var noneWords = phraseTable(map[bool][]string{
	true: {"none", "no", "нет", "не нужен", "не требуется", "без кворума", "-", "–", "—"},
})

// relations say whether the threshold itself is not sufficient.
var relations = phraseTable(map[bool][]string{
	true: {">", "more than", "over", "более", "более чем", "больше", "больше чем", "свыше"},
	false: {
		">=", "=>", "≥", "at least", "no less than", "не менее", "не менее чем", "не меньше", "не меньше чем",
		"минимум", "как минимум",
	},
})

// shares are shares in words.
var shares = phraseTable(map[rule][]string{
	{num: 1, den: 1}: {"all", "все", "всех"},
	{num: 1, den: 2}: {"half", "половина", "половины", "половиной"},
	{num: 1, den: 3}: {"треть", "трети", "одна треть", "одной трети"},
	{num: 2, den: 3}: {"two thirds", "две трети", "двух третей", "двумя третями"},
	{num: 3, den: 4}: {"three quarters", "три четверти", "трех четвертей", "тремя четвертями"},
})

// majorities are named majorities, with the base that they have unless another
// one follows. A share follows a qualified majority.
var majorities = phraseTable(map[rule][]string{
	{num: 1, den: 2, strict: true, base: present}: {
		"majority", "simple majority", "большинство", "большинством", "простое большинство", "простым большинством",
	},
	{num: 1, den: 2, strict: true, base: members}: {
		"absolute majority", "абсолютное большинство", "абсолютным большинством",
	},
	{base: present}: {
		"qualified majority", "квалифицированное большинство", "квалифицированным большинством",
		"квалифицированное большинство в", "квалифицированным большинством в", "большинство в", "большинством в",
	},
	{num: 1, den: 1, base: present}: {"unanimous", "unanimously", "единогласно", "единогласие"},
})

// filler is a word between an amount and its base.
type filler int

const (
	ofNothing filler = iota
	ofVotes
	ofEvery // of all; a base if combined with ofVotes
)

var fillers = phraseTable(map[filler][]string{
	ofNothing: {"of", "the", "from", "от", "из", "в", "числа", "количества", "состава", "number", "чел", "человек"},
	ofVotes:   {"votes", "голосов", "голоса", "голос", "голосами"},
	ofEvery:   {"all", "total", "всех", "общего", "общей"},
})

var baseWords = phraseTable(map[base][]string{
	members: {
		"members", "члены", "членов", "участники", "участников", "списочного состава", "состава",
		"избранных членов", "установленного числа членов",
	},
	all: {"all votes", "shares", "долей", "акций"},
	present: {
		"present", "присутствующие", "members present", "present members", "присутствующих", "присутствовавших",
		"присутствующих членов", "членов присутствующих", "присутствующих на заседании",
		"присутствующих на собрании", "участвующих", "участвующих членов", "участвующих в заседании",
		"участвующих в собрании",
	},
	voted: {
		"voted", "voting", "голосовавших", "голосующих", "проголосовавших", "участвующих в голосовании",
		"участвовавших в голосовании",
	},
	cast: {"cast", "votes cast", "за и против", "поданных", "поданных за и против"},
})

// phraseTable inverts a map of values to phrases. A phrase with two meanings is
// a programming error and causes a panic.
func phraseTable[T comparable](phrases map[T][]string) map[string]T {
	byPhrase := map[string]T{}
	for value, list := range phrases {
		for _, phrase := range list {
			if _, taken := byPhrase[phrase]; taken {
				panic("voting: two meanings of " + phrase)
			}
			byPhrase[phrase] = value
		}
	}
	return byPhrase
}
