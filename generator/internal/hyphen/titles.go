package hyphen

import (
	"strings"
	"unicode/utf8"
)

// titles lists the beginnings of ordinary words that titles of bodies and acts
// begin with a capital letter, «Координационный совет», or that begin sentences of
// papers: «Уведомление поступило», «Рекомендовать». They are divided like other
// words; surnames are not, and no surname begins with one of these.
var titles = []string{
	"администраци", "антитеррористическ", "арбитражн", "ассоциаци", "аттестационн", "государственн", "департамент",
	"диссертационн", "законодательн", "избирательн", "инвентаризационн", "исполнительн", "комисси", "конкурсн",
	"консультативн", "контрольн", "координационн", "межведомственн", "министерств", "муниципальн", "наблюдательн",
	"национальн", "общероссийск", "общественн", "педагогическ", "попечительск", "правительств", "правлени",
	"региональн", "ревизионн", "территориальн", "управлени", "учредительн", "учреждени", "федеральн", "федераци",
	"экспертн", "закупочн", "краеведческ", "некоммерческ", "первичн", "профилактическ", "садоводческ",
	"автономн", "бюджетн", "ветеранск", "воспитательн", "единовременн", "заключени", "заместител", "информаци",
	"исполнител", "канцеляри", "координатор", "наименовани", "обеспечить", "образовательн", "обследовани", "обществ",
	"общеобразовательн", "организаци", "ответственн", "официальн", "подготовить", "положени", "поручить",
	"постановлени", "предложени", "предприяти", "председател", "председательствующ", "представител", "представить",
	"признать", "приложени", "прокуратур", "профессиональн", "профсоюзн", "распоряжени", "рассмотреть",
	"рекомендовать", "решени", "руководител", "санитарн", "секретариат", "сельскохозяйственн", "собрани",
	"согласовать", "соисполнител", "социальн", "товариществ", "уведомлени", "унитарн", "утвердить", "экономическ",
}

// surnameEndings are the endings of surnames that no form of the titles has.
var surnameEndings = []string{"енко", "ов", "ова", "ев", "ева", "ин", "ина", "ук", "юк", "ский", "ская"}

// longestEnding is the maximum number of letters after such a beginning.
const longestEnding = 4

// lowered returns a word with a small first letter if it is a word of titles with a
// capital one, other words unchanged.
func lowered(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if r < 'А' || r > 'Я' {
		return word
	}
	for _, ending := range surnameEndings {
		if strings.HasSuffix(word, ending) {
			return word
		}
	}
	small := string(r+'а'-'А') + word[size:]
	for _, title := range titles {
		if rest, ok := strings.CutPrefix(small, title); ok && len(rest) <= longestEnding*letterSize {
			return small
		}
	}
	return word
}
