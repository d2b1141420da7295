package list

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// addressParts are the columns with the parts of addresses: «Город», «Улица», «Дом».
// A list without a column of addresses gets one that is made of them; where there is
// one, its addresses get what they lack.
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
	partBuilding:   strings.Fields("корпус корп строение стр литера литер"),
	partFlat:       strings.Fields("квартира квартиры кв офис оф office flat"),
	partCountry:    strings.Fields("страна country"),
}

// partWords are the words that may stand beside them.
var partWords = strings.Fields(`
	номер наименование название пункт адрес проживания регистрации почтовый просп проспект переулок пер раб
	влад владение область край республика ком комната пом помещение`)

// partOf returns the part of an address that a heading names, or absent.
func partOf(title string) int {
	words := slices.DeleteFunc(headingWords(title), func(word string) bool {
		return slices.Contains(strings.Fields("номер наименование название адрес раб рабочий домашний"), word)
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

// findAddressParts finds the columns of parts and adds a column of addresses if the
// list has none.
func (l *List) findAddressParts() {
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
		l.Interpretation.add("адрес составлен из столбцов: %s", joinNames(names))
	default:
		l.Interpretation.add("чего нет в адресе, берётся из столбцов: %s", joinNames(names))
	}
	l.parts = &found
}

// addressTexts are the parts of the address of a record.
type addressTexts [partCount]string

// complete writes the address of a record, or what it lacks.
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
		record.values[column] = strings.Join(completed(address, parts), ", ")
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
		if next, _ := utf8.DecodeRuneInString(after); !found || unicode.IsLetter(next) { // Смоленская обл.
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

// RefersToAddress reports whether a text stands in place of an address that another
// column has: «совпадает с фактическим».
func RefersToAddress(text string) bool {
	const most = 100 // bytes
	return text != "" && len(text) < most && countDigits(text) == 0 &&
		refersToAddress.MatchString(strings.ToLower(strings.Trim(text, " .()")))
}

var refersToAddress = regexp.MustCompile(`^(?:совпада|соответству|тот же|то же|он же|та же|там же|` +
	`(?:см\. |по |как )?(?:юр|факт)[а-я.]*(?: адрес[а-я]*)?$|по (?:мест|адрес)[а-я]+ |по прописке)`)

// completed returns the items of an address with the parts that it lacks.
func completed(address string, parts *addressTexts) (items []string) {
	for item := range strings.SplitSeq(address, ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	lacks := func(part int) bool { return parts[part] != "" && !containsName(address, parts[part]) }
	if parts.hasPlace() && !locality.MatchString(address) && (lacks(partCity) || lacks(partSettlement)) {
		at := 0
		for at < len(items) && (isIndex(items[at]) || beforeCity.MatchString(items[at])) {
			at++
		}
		items = slices.Insert(items, at, parts.place(address)...)
	}
	hasHouse := slices.ContainsFunc(items, func(item string) bool { return countDigits(item) > 0 && !isIndex(item) })
	for _, part := range []int{partStreet, partHouse, partBuilding} {
		if !hasHouse && parts[part] != "" && (part != partStreet || lacks(part)) {
			items = append(items, parts[part])
		}
	}
	if parts[partFlat] != "" && !rooms.MatchString(strings.ToLower(address)) {
		items = append(items, parts[partFlat])
	}
	if lacks(partCountry) && !isRussia(parts[partCountry]) {
		items = append(items, parts[partCountry])
	}
	return items
}

var (
	// locality finds a town or a village: «г. Смоленск», «с. Пригорское», «Смоленск г».
	locality = regexp.MustCompile(`(?:^|[ ,;(])(?:г|гор|город|город-герой|пос|посёлок|поселок|п|рп|р\.п|пгт|с|` +
		`село|дер|деревня|д|ст|ст-ца|станица|х|хутор|аул|мкр|снт)(?:\. ?|\s+)[«"]?\p{Lu}|` +
		`\pL (?:г|гор|пгт|рп|п|с|д|ст-ца|х)(?:\.? ?,|$)`)
	// beforeCity finds what stands before the town.
	beforeCity = regexp.MustCompile(`(?i)обл(?:асть|\.|$)|край$|респ|автономн|р-н|район|^росси|^рф$`)
	rooms      = regexp.MustCompile(`(?:^|[ ,.;])(?:кв|квартира|оф|офис|пом|помещение|комн?|комната|каб)(?:[. №]|\d)`)
)

// isIndex reports whether an item of an address is its postal index.
func isIndex(item string) bool {
	return countDigits(item) == 6 && strings.Trim(item, "0123456789 ") == ""
}

// hasPlace reports whether the town or the village is known.
func (p *addressTexts) hasPlace() bool { return p[partCity] != "" || p[partSettlement] != "" }

// place returns what stands before the street and is not in an address yet. Towns have
// districts of their own.
func (p *addressTexts) place(address string) (names []string) {
	for _, part := range []int{partRegion, partDistrict, partCity, partSettlement} {
		isRegion := part == partRegion && p[partCity] != "" && containsName(p[partCity], p[partRegion]) // Москва
		if p[part] != "" && !containsName(address, p[part]) && !isRegion &&
			(part != partDistrict || p[partSettlement] != "") {
			names = append(names, p[part])
		}
	}
	return names
}

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
// returns "" for what is no such part.
func partText(part int, heading []string, value string) string {
	const most = 60 // bytes of a name; more is something else
	value = strings.Trim(value, " ,;")
	switch isNumber := value != "" && unicode.IsDigit([]rune(value)[0]); {
	case len(foldedWords(value)) == 0, len(value) > 2*most:
		return ""
	case part == partHouse && isNumber:
		return "д. " + value
	case part == partBuilding && isNumber:
		return map[bool]string{true: "стр. ", false: "корп. "}[strings.HasPrefix(heading[0], "стр")] + value
	case part == partFlat && isNumber:
		return map[bool]string{true: "оф. ", false: "кв. "}[heading[0] == "офис" || heading[0] == "оф"] + value
	case part >= partHouse:
		return value
	case isNumber && part != partStreet:
		return ""
	case hasKindOfPlace.MatchString(value) || !strings.ContainsFunc(value, isCyrillic):
		return value
	case part == partRegion && strings.HasSuffix(value, "ая"):
		return value + " обл."
	case part == partRegion && strings.HasSuffix(value, "ий"):
		return value + " край"
	case part == partDistrict:
		return value + " р-н"
	case part == partCity:
		return "г. " + value
	case part == partStreet:
		return "ул. " + value
	}
	return value
}

// hasKindOfPlace finds the word that says what kind of place a name is of.
var hasKindOfPlace = regexp.MustCompile(`(?i)(?:^|[ ,])(?:` +
	`г|гор|город|пос|посёлок|поселок|п|рп|пгт|с|село|дер|деревня|д|ст|` +
	`ст-ца|станица|х|хутор|аул|обл|область|край|респ|республика|ао|округ|р-н|район|ул|улица|пер|переулок|пр|пр-т|` +
	`пр-кт|просп|проспект|проезд|б-р|бул|бульвар|ш|шоссе|наб|набережная|пл|площадь|туп|тупик|мкр|микрорайон|аллея|` +
	`линия|квартал|кв-л|тракт|снт)(?:[. ,]|$)`)
