package list

import (
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"protokol/generator/diag"
)

// Duplicates finds recipients that are in a list twice: by the ИНН, or by the
// name of the organization in other quotes, case, spaces or with its legal
// form written otherwise. It keeps some twenty bytes a record.
type Duplicates struct {
	codes map[uint64]int   // ИНН and КПП → row
	names map[uint64]named // folded name → row
}

// named is a row that an organization was first seen in.
type named struct {
	row int
	inn uint64 // 0 when it has none
}

// Check compares a record with those seen before and returns warnings that name
// both rows.
func (d *Duplicates) Check(r Record) diag.List {
	switch row, key := d.Find(r.Row, r.Get("inn"), r.Get("kpp"), r.Get("organization")); key {
	case "inn":
		return diag.List{r.Problem(diag.Warning, key, fmt.Sprintf("этот ИНН уже был в строке %d", row), "проверьте, не одна ли это организация")}
	case "organization":
		return diag.List{r.Problem(diag.Warning, key, fmt.Sprintf("эта организация, похоже, уже была в строке %d", row), "проверьте, не одна ли это организация")}
	}
	return nil
}

// Find compares an organization with those seen before, each under a number of
// its row. Key is what they share, inn or organization, or "".
func (d *Duplicates) Find(row int, inn, kpp, organization string) (before int, key string) {
	if d.codes == nil {
		d.codes, d.names = map[uint64]int{}, map[uint64]named{}
	}
	if before, again := d.byCode(row, digitsOf(inn), digitsOf(kpp)); again {
		return before, "inn"
	}
	if before, again := d.byName(row, digitsOf(inn), foldOrganization(organization)); again {
		return before, "organization"
	}
	return 0, ""
}

// byCode looks for the ИНН. Branches of one organization share it and differ
// in КПП; a record without КПП may be any of them.
func (d *Duplicates) byCode(row int, inn, kpp string) (before int, again bool) {
	if inn == "" {
		return 0, false
	}
	const none, any = "-", "*"
	own, rivals := kpp, []string{kpp, none}
	if kpp == "" {
		own, rivals = none, []string{any}
	}
	for _, rival := range rivals {
		if before, again = d.codes[hash(inn, rival)]; again {
			return before, true
		}
	}
	d.codes[hash(inn, own)] = row
	if _, first := d.codes[hash(inn, any)]; !first {
		d.codes[hash(inn, any)] = row
	}
	return 0, false
}

// byName looks for the name; those with another ИНН only share it.
func (d *Duplicates) byName(row int, inn, name string) (before int, again bool) {
	if name == "" {
		return 0, false
	}
	code := uint64(0)
	if inn != "" {
		code = hash(inn)
	}
	first, again := d.names[hash(name)]
	if !again {
		d.names[hash(name)] = named{row, code}
		return 0, false
	}
	return first.row, code == 0 || first.inn == 0
}

// hash is a number for texts. That two texts share one is less likely than a
// fault of the machine, and would only give a warning too many.
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

// legalForms are the words of which legal forms are made, folded. They are
// passed over at the beginning and at the end of a name.
var legalForms = strings.Fields(`ооо оао зао пао нао ао ип тоо спк снт тсж тсн нко ано нп фгуп гуп муп мку мбу мау мбоу маоу мкоу мбдоу гбу гау гку
	гбоу гаоу гбпоу гапоу огбпоу согбпоу согбоу огбу фгбу фгбоу фгаоу фгкоу во впо спо
	общество с ограниченной ответственностью акционерное публичное непубличное закрытое открытое индивидуальный предприниматель
	товарищество собственников федеральное государственное областное краевое муниципальное частное негосударственное
	бюджетное автономное казенное унитарное предприятие учреждение образовательное общеобразовательное профессиональное
	высшего среднего дополнительного образования некоммерческая некоммерческое организация партнерство`)

// lookalikes are Latin letters that are typed for Russian ones.
var lookalikes = strings.NewReplacer("a", "а", "b", "в", "c", "с", "e", "е", "h", "н", "k", "к", "m", "м", "o", "о", "p", "р", "t", "т", "x", "х", "y", "у")

// foldOrganization is a name without case, quotes, punctuation and legal form.
// A name that is all form stays.
func foldOrganization(name string) string {
	parts := words(lookalikes.Replace(strings.ToLower(name)))
	isForm := func(word string) bool { return slices.Contains(legalForms, word) }
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
