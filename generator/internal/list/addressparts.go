package list

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"protokol/generator/diag"
	"protokol/generator/internal/printable"
)

// addressParts are the columns with the parts of addresses: «Город», «Улица», «Дом». A list without a column of
// addresses gets one composed of them; otherwise they complete the addresses.
type addressParts struct {
	columns  [partCount]int      // by part
	headings [partCount][]string // their words
	to       []int               // the columns of addresses
}

// The parts of an address in their order.
const (
	partRegion = iota
	partDistrict
	partCity
	partSettlement
	partStreet
	partHouse
	partBuilding
	partStructure
	partLetter
	partFlat
	partCountry
	partCount
)

// partHeads are the first words of headings of the parts, folded.
var partHeads = [partCount][]string{
	partRegion:     strings.Fields("область регион край region state"),
	partDistrict:   strings.Fields("район"),
	partCity:       strings.Fields("город city town"),
	partSettlement: strings.Fields("населенный нп село поселок деревня"),
	partStreet:     strings.Fields("улица ул street"),
	partHouse:      strings.Fields("дом дома house"),
	partBuilding:   strings.Fields("корпус корп"),
	partStructure:  strings.Fields("строение стр"),
	partLetter:     strings.Fields("литера литер"),
	partFlat:       strings.Fields("квартира квартиры кв офис оф office flat"),
	partCountry:    strings.Fields("страна country"),
}

// partWords are further words that such headings may contain.
var partWords = strings.Fields(`
	номер наименование название пункт адрес проживания регистрации почтовый просп проспект переулок пер раб
	влад владение область край республика ком комната пом помещение`)

// partOf returns the part of an address that a heading names, or absent.
func partOf(title string) int {
	words := slices.DeleteFunc(headingWords(title), func(word string) bool {
		return slices.Contains(strings.Fields("номер наименование название адрес раб рабочий домашний business"), word)
	})
	if len(words) == 0 {
		return absent
	}
	for _, word := range words[1:] {
		isHead := func(heads []string) bool { return slices.Contains(heads, word) }
		if !slices.Contains(partWords, word) && !slices.ContainsFunc(partHeads[:], isHead) {
			return absent // «Дом культуры»
		}
	}
	return slices.IndexFunc(partHeads[:], func(heads []string) bool { return slices.Contains(heads, words[0]) })
}

// clearPieces takes the field of addresses from a column of houses or flats if another one has the streets: «Адрес:
// улица», «Адрес: дом». Columns that the user has named are kept.
func (l *List) clearPieces(manual map[string]string) {
	street := slices.IndexFunc(l.Columns[:l.physical], func(c Column) bool { return partOf(c.Title) == partStreet })
	for i, c := range l.Columns[:l.physical] {
		isAddress := (c.Field == "address" || c.Field == "postal_address") && manual[c.Field] == ""
		if part := partOf(c.Title); street >= 0 && isAddress && part >= partHouse && part <= partFlat {
			l.Columns[i].Field = ""
		}
	}
}

// findAddressParts finds the columns of parts and adds a column of addresses if the
// list has none.
func (l *List) findAddressParts(o Options) {
	l.clearPieces(o.Columns)
	found := addressParts{}
	var names []string
	for part := range found.columns {
		found.columns[part] = slices.IndexFunc(l.Columns[:l.physical], func(c Column) bool {
			return partOf(c.Title) == part && (c.Field == "" || c.Field == "city" || c.Field == "region")
		})
		if at := found.columns[part]; at >= 0 {
			names = append(names, l.Columns[at].Name())
			found.headings[part] = headingWords(l.Columns[at].Title)
		}
	}
	for i, c := range l.Columns[:l.physical] {
		if c.Field == "address" || c.Field == "postal_address" {
			found.to = append(found.to, i)
		}
	}
	has := func(part int) bool { return found.columns[part] >= 0 }
	isWhole := has(partStreet) || has(partSettlement) && has(partHouse)
	switch {
	case l.locate != nil, len(names) == 0, len(found.to) == 0 && !isWhole:
		return
	case len(found.to) == 0:
		at := found.columns[partStreet]
		if at < 0 {
			at = found.columns[partSettlement]
		}
		found.to = []int{len(l.Columns)}
		first := l.Columns[at]
		l.Columns = append(l.Columns, Column{Letter: first.Letter, Title: first.Title, Field: "address"})
		l.Interpretation.add("адрес составлен из столбцов: %s", printable.Join(names))
	default:
		l.Interpretation.add("чего нет в адресе, берётся из столбцов: %s", printable.Join(names))
	}
	l.parts = &found
}

// addressTexts are the parts of the address of a record.
type addressTexts [partCount]string

// complete composes the address of a record, or adds its missing parts.
func (p *addressParts) complete(record *Record) {
	var parts *addressTexts
	for _, column := range p.to {
		address := record.values[column]
		if address == "" && column < record.list.physical || p.isComplete(record, address) ||
			RefersToAddress(address) {
			continue
		}
		if parts == nil {
			parts = p.texts(record)
		}
		completed, doubt := completed(address, parts)
		record.values[column] = completed
		if doubt != "" {
			record.addProblem(record.cellLocation(min(column, record.list.physical-1)), diag.Warning, doubt,
				"проверьте; если чего-то в адресе нет, впишите")
		}
	}
}

// isComplete reports whether an address names the town, and the list has no parts that
// follow it. Most addresses are so.
func (p *addressParts) isComplete(record *Record, address string) bool {
	if address == "" || slices.ContainsFunc(p.columns[partStreet:], func(column int) bool { return column >= 0 }) {
		return false
	}
	for _, part := range []int{partCity, partSettlement} {
		at := p.columns[part]
		if at < 0 || record.values[at] == "" {
			continue
		}
		_, after, found := strings.Cut(address, record.values[at])
		next, _ := utf8.DecodeRuneInString(after)
		if !found || unicode.IsLetter(next) || beginsWithStreet.MatchString(address) { // Смоленская обл.
			return false
		}
	}
	return true
}

// texts returns the parts of the address of a record.
func (p *addressParts) texts(record *Record) *addressTexts {
	var parts addressTexts
	for part, column := range p.columns {
		if column >= 0 && !isBlankMark(record.values[column]) {
			parts[part] = partText(part, p.headings[part], record.values[column])
		}
	}
	return &parts
}

// RefersToAddress reports whether a text refers to an address in another column: «совпадает с фактическим».
func RefersToAddress(text string) bool {
	const most = 100 // bytes
	return text != "" && len(text) < most && countDigits(text) == 0 &&
		refersToAddress.MatchString(strings.ToLower(strings.Trim(text, " .()")))
}

var refersToAddress = regexp.MustCompile(`^(?:совпада|соответству|тот же|то же|он же|та же|там же|` +
	`(?:см\. |по |как )?(?:юр\.?|факт\.?|(?:юридическ|фактическ)[а-я]{2,3}) ?(?:адрес[а-я]*)?$|` +
	`по (?:мест|адрес)[а-я]+ |по прописке)`)

// completed returns an address with the parts that it lacks, and a doubt about parts that are not added.
func completed(address string, parts *addressTexts) (text, doubt string) {
	items := addressItems(address)
	if names := parts.place(items); len(names) > 0 && !locality.MatchString(address) {
		at := 0
		if index := leadingIndex.FindString(address); index != "" && len(items) > 0 && len(index) < len(items[0]) {
			items = slices.Insert(items, 0, strings.TrimRight(index, " ."))
			items[1] = items[1][len(index):]
		}
		for at < len(items) && (isIndex(items[at]) || beforeCity.MatchString(items[at])) {
			at++
		}
		if at < len(items) && !beginsWithStreet.MatchString(items[at]) && strings.ContainsFunc(address, isCyrillic) {
			doubt = fmt.Sprintf("«%s»: в адресе не видно «%s» из другого столбца", printable.Excerpt(address, 60),
				names[len(names)-1])
		} else {
			items = slices.Insert(items, at, names...)
		}
	}
	if street := parts[partStreet]; street != "" && !namesPart(items, partStreet, street) && !hasHouse(items) {
		items = append(items, addressItems(street)...)
	}
	hasHouse := hasHouse(items)
	for _, part := range []int{partHouse, partBuilding, partStructure, partLetter} {
		switch value := parts[part]; {
		case value == "", slices.Contains(items, value):
		case !hasHouse:
			items = append(items, value)
		case !hasNumberOf(items, value):
			doubt = cmp.Or(doubt, fmt.Sprintf("«%s»: в адресе не видно «%s» из другого столбца",
				printable.Excerpt(strings.Join(items, ", "), 60), value))
		}
	}
	if parts[partFlat] != "" && !rooms.MatchString(strings.ToLower(address)) {
		items = append(items, parts[partFlat])
	}
	if country := parts[partCountry]; country != "" && !containsName(address, country) && !isRussia(country) {
		items = append(items, country)
	}
	return strings.Join(items, ", "), doubt
}

// addressItems returns the parts of an address between commas.
func addressItems(address string) (items []string) {
	for item := range strings.SplitSeq(address, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// hasHouse reports whether an address has its house or its box: «д. 5», «5», «ул. Мира 5»,
// but not «ул. 8 Марта».
func hasHouse(items []string) bool {
	return slices.ContainsFunc(items, func(item string) bool {
		item = leadingIndex.ReplaceAllString(item, "")
		return houseNumber.MatchString(item) ||
			lastNumber.MatchString(item) && !rooms.MatchString(strings.ToLower(item)) && !areaNumber.MatchString(item)
	})
}

// hasNumberOf reports whether an address has the number of a part: 5 of «д. 5».
func hasNumberOf(items []string, part string) bool {
	number := digits.FindString(part)
	return number != "" && slices.Contains(digits.FindAllString(strings.Join(items, ","), -1), number)
}

var (
	// locality finds a town or a village: «г. Смоленск», «с. Пригорское», «Смоленск г».
	locality = regexp.MustCompile(`(?:^|[ ,;(])(?:г|гор|город|город-герой|пос|посёлок|поселок|п|рп|р\.п|пгт|с|` +
		`село|дер|деревня|д|ст|ст-ца|станица|х|хутор|аул)(?:\. ?|\s+)[«"]?\p{Lu}|` +
		`\pL (?:г|гор|пгт|рп|п|с|д|ст-ца|х)(?:\.? ?,|$)`)
	// beforeCity finds the text before the town.
	beforeCity = regexp.MustCompile(`(?i)обл(?:асть|\.|$)|край$|респ|автономн|(?:^|[ .])(?:р-н|район)|^росси|^рф$`)
	rooms      = regexp.MustCompile(`(?:^|[ ,.;])(?:кв|квартира|оф|офис|пом|помещение|комн?|комната|каб)(?:[. №]|\d)`)

	// beginsWithStreet finds a street, a part of a town, a house or a box at the beginning:
	// «ул. Мира», «Мира ул.», «мкр. Южный», «д. 5», «а/я 5».
	beginsWithStreet = regexp.MustCompile(`(?i)^(?:(?:` + streetKinds + `)(?:[. №«"\d]|$)|` +
		`(?:дом|д|зд|здание|вл|владение|стр|корп|корпус)\.? ?\d|а/я|абонентский|\d+[ /-]?[а-я]?(?:,|$)|` +
		`[\pL\d.-]+ (?:[\pL.-]+(?:ая|ий|ый|ой|ое|ого) )?(?:` + streetKinds + `)\.?(?:,| \d|$))`)
	houseNumber = regexp.MustCompile(`(?i)(?:^|[ .])(?:д|дом|вл|влад|владение|зд|здание|стр|строение|корп|корпус)` +
		`\.? ?№? ?\d|^№? ?\d+[ /-]?[а-яa-z]?(?:[/к -]+\d+[а-яa-z]?)?(?:$| (?:корп|стр|лит))|а/я|абонентский`)
	lastNumber   = regexp.MustCompile(`(?i)^[^№]*\pL[^№]* \d+[ /-]?[а-яa-z]?(?:[/к -]+\d+[а-яa-z]?)?$`)
	areaNumber   = regexp.MustCompile(`(?i)^(?:мкр|мкрн|мкр-н|микрорайон|квартал|кв-л|линия|км|участок|уч)\.? \d+$`)
	leadingIndex = regexp.MustCompile(`^\d{6}(?:[ .]+|$)`)
	digits       = regexp.MustCompile(`\d+`)
)

// streetKinds are the kinds of streets and of parts of towns.
const streetKinds = `ул|улица|пер|переулок|пр|пр-т|пр-кт|просп|проспект|проезд|пр-д|б-р|бул|бульвар|ш|шоссе|наб|` +
	`набережная|пл|площадь|туп|тупик|мкр|мкрн|мкр-н|микрорайон|аллея|линия|квартал|кв-л|тракт|снт|днт|сад|тер`

// isIndex reports whether an item of an address is its postal index.
func isIndex(item string) bool {
	return countDigits(item) == 6 && strings.Trim(item, "0123456789 ") == ""
}

// place returns the parts before the street that an address lacks, or nothing if the address has its town. Towns
// have their own districts.
func (p *addressTexts) place(items []string) (names []string) {
	lacks := func(part int) bool { return p[part] != "" && !namesPart(items, part, p[part]) }
	if !lacks(partCity) && !lacks(partSettlement) {
		return nil
	}
	for _, part := range []int{partRegion, partDistrict, partCity, partSettlement} {
		isRegion := part == partRegion && p[partCity] != "" && containsName(p[partCity], p[partRegion]) // Москва
		if lacks(part) && !isRegion && (part != partDistrict || p[partSettlement] != "") {
			names = append(names, p[part])
		}
	}
	return names
}

// namesPart reports whether an address has the name of a part, and not as the name of
// another kind: «Октябрьский пр-т» does not name the town Октябрьский, and «Смоленская обл.»
// does not name a street.
func namesPart(items []string, part int, name string) bool {
	own := func(text string) []string {
		return slices.DeleteFunc(foldedWords(text), func(word string) bool {
			const short = 2 * 2 // bytes of the rest of «пр-т» and «пр-кт»
			return len(word) <= short || countDigits(word) > 0 || hasKindOfPlace.MatchString(word)
		})
	}
	return slices.ContainsFunc(items, func(item string) bool {
		item = leadingIndex.ReplaceAllString(item, "")
		isOther := beginsWithStreet.MatchString(item)
		if part == partStreet {
			isOther = beforeCity.MatchString(item) || locality.MatchString(item)
		}
		if capital, is := capitals[strings.ToLower(strings.ReplaceAll(item, ".", ""))]; is {
			item = capital
		}
		return containsName(item, name) && !(isOther && slices.Equal(own(item), own(name)))
	})
}

// capitals are the towns that addresses abbreviate.
var capitals = map[string]string{"спб": "Санкт-Петербург", "с-пб": "Санкт-Петербург", "мск": "Москва"}

// containsName reports whether a text has the name in a part: Смоленск of «г. Смоленск».
func containsName(text, part string) bool {
	words := foldedWords(part)
	if len(words) == 0 {
		return false
	}
	name := slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) })
	return slices.Contains(foldedWords(text), name)
}

func isRussia(country string) bool {
	return slices.Contains(strings.Fields("россия рф russia ru российская"), foldedWords(country)[0])
}

// partText returns a part of an address with the word for its kind: 5 → «д. 5». It
// returns "" if the value is empty or too long for a part.
func partText(part int, heading []string, value string) string {
	const most = 60 // bytes of a name; more is something else
	value = strings.Trim(value, " ,;")
	switch isNumber := value != "" && unicode.IsDigit([]rune(value)[0]); {
	case len(foldedWords(value)) == 0, len(value) > 2*most:
		return ""
	case part == partHouse && isNumber:
		return "д. " + value
	case part == partBuilding && isNumber:
		return "корп. " + value
	case part == partStructure && isNumber:
		return "стр. " + value
	case part == partLetter && utf8.RuneCountInString(value) <= 2:
		return "лит. " + value
	case part == partFlat && isNumber:
		return map[bool]string{true: "оф. ", false: "кв. "}[heading[0] == "офис" || heading[0] == "оф"] + value
	case part >= partHouse:
		return value
	case isNumber && part != partStreet:
		return ""
	case hasKindOfPlace.MatchString(value) || !strings.ContainsFunc(value, isCyrillic):
		return value
	case part == partRegion:
		return regionText(value)
	case part == partDistrict:
		return value + " р-н"
	case part == partCity && !namesAnyHead(heading, partSettlement):
		return "г. " + value
	case part == partStreet && !streetOfOther.MatchString(value) && !slices.ContainsFunc(heading, isOtherStreet):
		return "ул. " + value
	}
	return value
}

// hasKindOfPlace finds the word for the kind of a named place.
var hasKindOfPlace = regexp.MustCompile(`(?i)(?:^|[ ,])(?:` +
	`г|гор|город|пос|посёлок|поселок|п|рп|пгт|с|село|дер|деревня|д|ст|` +
	`ст-ца|станица|х|хутор|аул|обл|область|край|респ|республика|ао|округ|р-н|район|ул|улица|пер|переулок|пр|пр-т|` +
	`пр-кт|просп|проспект|проезд|б-р|бул|бульвар|ш|шоссе|наб|набережная|пл|площадь|туп|тупик|мкр|микрорайон|аллея|` +
	`линия|квартал|кв-л|тракт|снт)(?:[. ,]|$)`)
