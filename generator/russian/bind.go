package russian

import (
	"regexp"
	"strings"
)

// capital and small are the letters of names; ё and Ё stand apart in Unicode.
const (
	capital = `[А-ЯЁ]`
	small   = `[а-яё]`
)

// bindings find spaces that must not end a line; each group is one space.
// The rules are those of ГОСТ Р 7.0.97 and of common practice for official
// papers.
var bindings = []*regexp.Regexp{
	// initials and the surname: «А. В. Островский», «Ивановой А. А.»
	regexp.MustCompile(`(?:^|[^А-ЯЁа-яё])` + capital + `\.( )` + capital + `\.`),
	regexp.MustCompile(`(?:^|[^А-ЯЁа-яё])` + capital + `\.( )` + capital + small),
	regexp.MustCompile(small + `( )` + capital + `\.[ \x{00a0}]?` + capital + `\.`),
	// № 5, ст. 9, п. 1.2
	regexp.MustCompile(`[№§]( )[\dА-Яа-яA-Za-z]`),
	regexp.MustCompile(`(?:^|[^А-ЯЁа-яё])(?:ст|п|пп|ч|гл|разд|прил|рис|табл|стр|с|г|ул|д|кв|корп|каб|оф|тел)\.( )[\dА-ЯЁ«]`),
	// 20 ноября 2017 г.
	regexp.MustCompile(`\d( )(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?:[^а-яё]|$)`),
	regexp.MustCompile(`(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)( )\d{4}`),
	regexp.MustCompile(`\d( )(?:гг?|руб|коп|тыс|млн|млрд|экз|чел|шт|мин|ч|л|м|км|кв|мм|час(?:а|ов)?|минут[аы]?|дн(?:я|ей)|день|лет|года?|рубл(?:ь|я|ей)|человека?)(?:[^А-ЯЁа-яё]|$)`),
	// 1 500 000 and IV квартал
	regexp.MustCompile(`\d( )\d{3}(?:\D|$)`),
	regexp.MustCompile(`\d( )%`),
	regexp.MustCompile(`(?:^|[^A-Z])[IVX]{1,4}( )квартал`),
	// и. о., т. е., т. д.
	regexp.MustCompile(`(?:^|[^А-ЯЁа-яё])(?:и|т|в)\.( )[оедпкч]\.`),
	// the dash stays with the word before it
	regexp.MustCompile(`\S( )[—–](?:[ \x{00a0}]|$)`),
}

// Bind turns ordinary spaces into no-break ones where official papers forbid a
// line to end. It changes nothing else; text that is bound already stays as it
// is.
func Bind(text string) string {
	if !strings.Contains(text, " ") {
		return text
	}
	bound := []byte(text)
	for _, rule := range bindings {
		for from := 0; ; {
			m := rule.FindSubmatchIndex(bound[from:])
			if m == nil {
				break
			}
			// A NUL marks the space and keeps the offsets; the input holds none.
			bound[from+m[2]] = 0
			from += m[2] + 1
		}
	}
	return strings.ReplaceAll(string(bound), "\x00", nbsp)
}
