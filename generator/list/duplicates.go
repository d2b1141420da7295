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

// See compares a record with those seen before and returns warnings that name
// both rows.
func (d *Duplicates) See(r Record) diag.List {
	if d.codes == nil {
		d.codes, d.names = map[uint64]int{}, map[uint64]named{}
	}
	if row, again := d.byCode(r); again {
		return diag.List{r.Problem(diag.Warning, "inn", fmt.Sprintf("этот ИНН уже был в строке %d", row), "проверьте, не одна ли это организация")}
	}
	if row, again := d.byName(r); again {
		return diag.List{r.Problem(diag.Warning, "organization", fmt.Sprintf("эта организация, похоже, уже была в строке %d", row), "проверьте, не одна ли это организация")}
	}
	return nil
}

// byCode looks for the ИНН. Branches of one organization share it and differ
// in КПП; a record without КПП may be any of them.
func (d *Duplicates) byCode(r Record) (row int, again bool) {
	inn, kpp := digitsOf(r.Get("inn")), digitsOf(r.Get("kpp"))
	if inn == "" {
		return 0, false
	}
	const none, any = "-", "*"
	own, rivals := kpp, []string{kpp, none}
	if kpp == "" {
		own, rivals = none, []string{any}
	}
	for _, rival := range rivals {
		if row, again = d.codes[hash(inn, rival)]; again {
			return row, true
		}
	}
	d.codes[hash(inn, own)] = r.Row
	if _, first := d.codes[hash(inn, any)]; !first {
		d.codes[hash(inn, any)] = r.Row
	}
	return 0, false
}

// byName looks for the name; those with another ИНН only share it.
func (d *Duplicates) byName(r Record) (row int, again bool) {
	name := foldOrganization(r.Get("organization"))
	if name == "" {
		return 0, false
	}
	inn := uint64(0)
	if digits := digitsOf(r.Get("inn")); digits != "" {
		inn = hash(digits)
	}
	before, again := d.names[hash(name)]
	if !again {
		d.names[hash(name)] = named{r.Row, inn}
		return 0, false
	}
	return before.row, inn == 0 || before.inn == 0
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
