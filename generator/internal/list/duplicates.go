package list

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// Duplicates finds recipients that occur twice in a list: with the same ИНН, or
// with the same name of the organization except for quotes, case, spaces and
// the spelling of its legal form. It takes about twenty bytes per record.
type Duplicates struct {
	rowsByCode map[uint64]int      // by hash of ИНН and КПП
	rowsByName map[uint64]firstRow // by hash of the folded name
}

// firstRow is the row in which an organization was first seen.
type firstRow struct {
	row int
	inn uint64 // 0 if unknown
}

// Check compares a record with the earlier ones and returns a warning that
// names both rows.
func (d *Duplicates) Check(r Record) diag.List {
	row, key := d.Find(r.Row, r.Get("inn"), r.Get("kpp"), r.Get("organization"))
	message := ""
	switch {
	case key == "inn":
		message = fmt.Sprintf("этот ИНН уже был в строке %d", row)
	case key == "organization" && !r.grouped:
		message = fmt.Sprintf("эта организация, похоже, уже была в строке %d", row)
	default:
		return nil
	}
	return diag.List{r.Problem(diag.Warning, key, message, "проверьте, не одна ли это организация")}
}

// Find compares an organization with the earlier ones and remembers it under
// the given row. It returns the earlier row and the key that both share, "inn"
// or "organization", or "" if the organization is new.
func (d *Duplicates) Find(row int, inn, kpp, organization string) (before int, key string) {
	if d.rowsByCode == nil {
		d.rowsByCode, d.rowsByName = map[uint64]int{}, map[uint64]firstRow{}
	}
	if before, found := d.checkCode(row, digitsOf(inn), digitsOf(kpp)); found {
		return before, "inn"
	}
	if before, found := d.checkName(row, digitsOf(inn), foldOrganization(organization)); found {
		return before, "organization"
	}
	return 0, ""
}

// FindPerson compares a recipient without an organization with the earlier ones
// by the key of the name, and remembers it.
func (d *Duplicates) FindPerson(row int, key string) (before int, found bool) {
	if d.rowsByName == nil {
		d.rowsByCode, d.rowsByName = map[uint64]int{}, map[uint64]firstRow{}
	}
	first, found := d.rowsByName[hash("person", key)]
	if !found {
		d.rowsByName[hash("person", key)] = firstRow{row: row}
	}
	return first.row, found
}

// MemberKey returns the key for FindPerson of a person of an organization, by the key of the name.
func MemberKey(organization, key string) string { return foldOrganization(organization) + "\x00" + key }

// IsMember reports whether a record is about one of the people of an organization and not
// about its head, by the post or the heading: then the organization may be in several rows.
func (r Record) IsMember() bool {
	const most = 2 // words
	isActing := func(word string) bool { return slices.Contains(actingWords, word) }
	post := slices.DeleteFunc(leadingWords(r.Get("position"), most+len(actingWords)), isActing)
	if len(post) > 0 && hasStem(deputies, post[0]) {
		return true
	}
	if !r.list.ofPeople {
		return false
	}
	if len(post) == 0 {
		words := headingWords(r.list.Columns[r.list.columnOf("name", "surname")].Title)
		isMain := func(word string) bool { return isStem("главн", word) } // «ФИО главного врача»
		return !slices.ContainsFunc(words, isMain) && slices.ContainsFunc(words, func(word string) bool {
			return hasStem(minorPeople, word) // «ФИО педагога»
		})
	}
	return !slices.ContainsFunc(post[:min(most, len(post))], isChief)
}

// deputies begin the posts of people who are not the heads that these name: «заместитель директора».
var deputies = strings.Fields("заместител зам помощник советник")

// actingWords precede the post of somebody who acts for the head: «и. о. директора».
var actingWords = strings.Fields("и о ио врио вр временно исполняющий исполняющая обязанности")

// listsPeople reports whether the heading of names is one of people, and not of heads.
func (l *List) listsPeople() bool {
	name := l.columnOf("name", "surname")
	if name < 0 {
		return false
	}
	title := l.Columns[name].Title
	words := headingWords(title)
	isPerson := func(word string) bool {
		return hasStem([]string{"фио", "fio", "фамили", "физическ", "физлицо"}, word) || word == "ф"
	}
	return (isMinorTitle(title) || actsFor(words) || slices.ContainsFunc(words, isPerson)) &&
		!slices.ContainsFunc(words, isChief)
}

// SeenPerson returns the row in which FindPerson remembered a key.
func (d *Duplicates) SeenPerson(key string) (row int, found bool) {
	first, found := d.rowsByName[hash("person", key)]
	return first.row, found
}

// checkCode looks up the ИНН. Branches of one organization share it and differ
// in КПП; a record without КПП may be any of them.
func (d *Duplicates) checkCode(row int, inn, kpp string) (before int, found bool) {
	if inn == "" {
		return 0, false
	}
	const none, any = "-", "*"
	own, others := kpp, []string{kpp, none}
	if kpp == "" {
		own, others = none, []string{any}
	}
	for _, other := range others {
		if before, found = d.rowsByCode[hash(inn, other)]; found {
			return before, true
		}
	}
	d.rowsByCode[hash(inn, own)] = row
	if _, first := d.rowsByCode[hash(inn, any)]; !first {
		d.rowsByCode[hash(inn, any)] = row
	}
	return 0, false
}

// checkName looks up the name. Organizations that have the same name but
// different ИНН are not duplicates.
func (d *Duplicates) checkName(row int, inn, name string) (before int, found bool) {
	if name == "" {
		return 0, false
	}
	code := uint64(0)
	if inn != "" {
		code = hash(inn)
	}
	first, found := d.rowsByName[hash(name)]
	if !found {
		d.rowsByName[hash(name)] = firstRow{row, code}
		return 0, false
	}
	return first.row, code == 0 || first.inn == 0
}

// hash returns a hash of texts. A collision is improbable and would only cause
// an unnecessary warning.
func hash(texts ...string) uint64 {
	h := fnv.New64a()
	for _, text := range texts {
		h.Write([]byte(text))
		h.Write([]byte{0})
	}
	return h.Sum64()
}

func digitsOf(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// legalFormWords are the words that legal forms consist of, folded. They are
// ignored at the beginning and at the end of a name.
var legalFormWords = strings.Fields(`
	ооо оао зао пао нао ао ип тоо спк снт тсж тсн нко ано нп фгуп гуп муп мку мбу мау мбоу маоу мкоу мбдоу гбу
	гау гку гбоу гаоу гбпоу гапоу огбпоу согбпоу согбоу огбу фгбу фгбоу фгаоу фгкоу во впо спо общество с
	ограниченной ответственностью акционерное публичное непубличное закрытое открытое индивидуальный
	предприниматель товарищество собственников федеральное государственное областное краевое муниципальное
	частное негосударственное бюджетное автономное казенное унитарное предприятие учреждение образовательное
	общеобразовательное профессиональное высшего среднего дополнительного образования некоммерческая
	некоммерческое организация партнерство`)

// lookalikes replaces Latin letters that look like Russian ones.
var lookalikes = strings.NewReplacer(
	"a", "а", "b", "в", "c", "с", "e", "е", "h", "н", "k", "к", "m", "м",
	"o", "о", "p", "р", "t", "т", "x", "х", "y", "у")

// foldOrganization returns a name without case, quotes, punctuation and legal
// form. A name that consists only of its legal form is kept.
func foldOrganization(name string) string {
	parts := foldedWords(lookalikes.Replace(strings.ToLower(name)))
	isForm := func(word string) bool { return slices.Contains(legalFormWords, word) }
	first := slices.IndexFunc(parts, func(word string) bool { return !isForm(word) })
	if first < 0 {
		return strings.Join(parts, " ")
	}
	last := len(parts)
	for isForm(parts[last-1]) {
		last--
	}
	return strings.Join(parts[first:last], " ")
}
