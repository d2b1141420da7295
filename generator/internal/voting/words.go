package voting

// The words of the grammar, folded: small letters, е for ё.

var nothing = table(map[bool][]string{
	true: {"none", "no", "нет", "не нужен", "не требуется", "без кворума", "-", "–", "—"},
})

// relations tell whether the bound itself is not enough.
var relations = table(map[bool][]string{
	true:  {">", "more than", "over", "более", "более чем", "больше", "больше чем", "свыше"},
	false: {">=", "=>", "≥", "at least", "no less than", "не менее", "не менее чем", "не меньше", "не меньше чем", "минимум", "как минимум"},
})

// shares are shares in words.
var shares = table(map[bound][]string{
	{num: 1, den: 1}: {"all", "все", "всех"},
	{num: 1, den: 2}: {"half", "половина", "половины", "половиной"},
	{num: 1, den: 3}: {"треть", "трети", "одна треть", "одной трети"},
	{num: 2, den: 3}: {"two thirds", "две трети", "двух третей", "двумя третями"},
	{num: 3, den: 4}: {"three quarters", "три четверти", "трех четвертей", "тремя четвертями"},
})

// majorities are majorities by name, with the base they have unless another
// follows. A qualified one has its share behind it.
var majorities = table(map[bound][]string{
	{num: 1, den: 2, strict: true, base: present}: {"majority", "simple majority", "большинство", "большинством", "простое большинство", "простым большинством"},
	{num: 1, den: 2, strict: true, base: members}: {"absolute majority", "абсолютное большинство", "абсолютным большинством"},
	{base: present}: {"qualified majority", "квалифицированное большинство", "квалифицированным большинством",
		"квалифицированное большинство в", "квалифицированным большинством в", "большинство в", "большинством в"},
	{num: 1, den: 1, base: present}: {"unanimous", "unanimously", "единогласно", "единогласие"},
})

// filler is a word between an amount and its base.
type filler int

const (
	ofNothing filler = iota
	ofVotes
	ofEvery // of all: with ofVotes a base
)

var fillers = table(map[filler][]string{
	ofNothing: {"of", "the", "from", "от", "из", "в", "числа", "количества", "состава", "number", "чел", "человек"},
	ofVotes:   {"votes", "голосов", "голоса", "голос", "голосами"},
	ofEvery:   {"all", "total", "всех", "общего", "общей"},
})

var baseWords = table(map[base][]string{
	members: {"members", "члены", "членов", "участники", "участников", "списочного состава", "состава", "избранных членов", "установленного числа членов"},
	all:     {"all votes", "shares", "долей", "акций"},
	present: {"present", "присутствующие", "members present", "present members", "присутствующих", "присутствовавших", "присутствующих членов",
		"членов присутствующих", "присутствующих на заседании", "присутствующих на собрании",
		"участвующих", "участвующих членов", "участвующих в заседании", "участвующих в собрании"},
	voted: {"voted", "voting", "голосовавших", "голосующих", "проголосовавших", "участвующих в голосовании", "участвовавших в голосовании"},
	cast:  {"cast", "votes cast", "за и против", "поданных", "поданных за и против"},
})

// table turns what stands for a value into a table by phrase. A phrase with two
// meanings is a slip of this file and stops every test.
func table[T comparable](phrases map[T][]string) map[string]T {
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
