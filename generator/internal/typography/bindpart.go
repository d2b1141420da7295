package typography

import (
	"strings"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// bindsPart keeps the name of a part of an act or of an address with its number, which the rest of the text begins
// with, «статьи 38», «разделом IV», «пункт 3.1», «дом 5», and a point with its letter, «подпункт «а»». A line may end
// before «№», so that narrow columns have room.
func bindsPart(word, rest string) bool {
	hasLetter := strings.Contains(word, lettered)
	if !beginsNumber(rest) && !(hasLetter && beginsLetter(rest)) {
		return false
	}
	word = strings.ToLower(trimOpening(word))
	return isPart(word) || isPlace(word)
}

// lettered is in the words for parts that may have a letter in place of a number.
const lettered = "ункт"

// bindsDay keeps the day and the month of a street together: «ул. 25 Октября», «площадь 1 Мая».
func bindsDay(word, rest string) bool {
	if len(word) > 2 || LeadingDigits(word) != word || !strings.HasPrefix(rest, "\xd0") {
		return false
	}
	end, _ := NextSpace(rest)
	return isMonth(strings.ToLower(trimClosing(rest[:end])))
}

// beginsNumber reports whether a text begins with the number of a part.
func beginsNumber(text string) bool {
	switch {
	case text == "":
		return false
	case text[0] == 'I' || text[0] == 'V' || text[0] == 'X':
		end, _ := NextSpace(text)
		return strings.Trim(strings.TrimRight(trimClosing(text[:end]), "."), "IVX") == ""
	}
	return isDigit(text[0])
}

// beginsLetter reports whether a text begins with the letter of a part: «а», „а“, а).
func beginsLetter(text string) bool {
	bare := trimOpening(text)
	if len(bare) <= letter || bare[0]|1 != 0xD1 {
		return false
	}
	behind, _ := utf8.DecodeRuneInString(bare[letter:])
	if len(bare) == len(text) {
		return behind == ')'
	}
	return strings.ContainsRune("\"»“)", behind)
}

// letter is the length of a Russian letter in bytes.
const letter = 2

// isPart reports words for parts of acts and papers.
var isPart = wordset.Words("статья статьи статье статью статьей статьёй статей статьям статьями статьях",
	"пункт пункта пункту пунктом пункте пункты пунктов пунктам пунктами пунктах",
	"подпункт подпункта подпункту подпунктом подпункте подпункты подпунктов подпунктам подпунктами подпунктах",
	"часть части частью частей частям частями частях",
	"глава главы главе главу главой глав главам главами главах",
	"раздел раздела разделу разделом разделе разделы разделов разделам разделами разделах",
	"подраздел подраздела подразделу подразделом подразделе подразделы подразделов подразделам подразделами",
	"абзац абзаца абзацу абзацем абзаце абзацы абзацев абзацам абзацами абзацах",
	"параграф параграфа параграфу параграфом параграфе параграфы параграфов параграфам параграфами параграфах",
	"приложение приложения приложению приложением приложении приложений приложениям приложениями приложениях",
	"таблица таблицы таблице таблицу таблицей таблиц таблицам таблицами таблицах",
	"рисунок рисунка рисунку рисунком рисунке рисунки рисунков рисункам рисунками рисунках",
	"строка строки строке строку строкой строк строкам строками строках",
	"графа графы графе графу графой граф графам графами графах",
	"позиция позиции позицию позицией позиций позициям позициями позициях",
	"форма формы форме форму формой формам формами формах",
	"страница страницы странице страницу страницей страниц страницам страницами страницах")

// isPlace reports words for numbered parts of addresses.
var isPlace = wordset.Words("дом дома дому домом доме домов домам домами домах",
	"корпус корпуса корпусу корпусом корпусе строение строения строению строением строении",
	"квартира квартиры квартире квартиру квартирой квартир квартирам квартирами квартирах",
	"офис офиса офису офисом офисе кабинет кабинета кабинету кабинетом кабинете",
	"аудитория аудитории аудиторию аудиторией помещение помещения помещению помещением помещении")
