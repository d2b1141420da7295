package russian

import (
	"strings"
	"unicode/utf8"
)

// neuterPlural declines the plural of a neuter: «слушания», «учреждения»,
// «министерства».
func neuterPlural(lower string) noun {
	n := noun{gender: Plural, known: hasAnySuffix(lower, "ия ства лица войска")}
	switch {
	case hasAnySuffix(lower, "ия"):
		n.paradigm = endings("я", "й ям * ями ях")
	case hasAnySuffix(lower, "я"):
		n.paradigm = endings("я", "ев ям * ями ях")
	default:
		n.paradigm = endings("а", "- ам * ами ах")
	}
	return n
}

// pluralNoun declines a nominative plural in -ы or -и.
func pluralNoun(lower string) noun {
	n := noun{paradigm: endings("и", "ов ам * ами ах"), gender: Plural, animate: true, known: true}
	switch {
	case hasAnySuffix(lower, "ии"):
		n.paradigm, n.animate = endings("и", "й ям * ями ях"), false
	case pluralOfBody(lower).known:
		return pluralOfBody(lower)
	case hasAnySuffix(lower, "ели ари"):
		n.paradigm = endings("и", "ей ям * ями ях")
	case hasAnySuffix(lower, "ачи"):
		n.paradigm = endings("и", "ей ам * ами ах")
	case hasAnySuffix(lower, "ости асти ети ди"):
		n.paradigm, n.animate = endings("и", "ей ям * ями ях"), false
	case hasAnySuffix(lower, "еи аи"):
		n.paradigm, n.animate = endings("и", "ев ям * ями ях"), false
	case hasAnySuffix(lower, "ики ники оги"):
		n.animate = !hasAnySuffix(lower, "иники")
	case hasAnySuffix(lower, "и"):
		n.known, n.animate = false, false
	case hasAnySuffix(lower, "ицы"):
		n.paradigm = endings("ы", "- ам * ами ах")
	case hasAnySuffix(lower, "продавцы бойцы певцы борцы купцы истцы отцы"):
		n.paradigm = endings("ы", "ов ам * ами ах")
	case hasAnySuffix(lower, "цы"):
		n.paradigm = endings("ы", "ев ам * ами ах")
	default:
		n.paradigm = endings("ы", "ов ам * ами ах")
		n.animate = hasAnySuffix(lower, "исты еры ёры оры анты енты аты ены иры перты")
		n.known = n.animate || hasAnySuffix(lower, "аны оны овы еты иты аты нды нки тры анки уды енты ели узы илы "+
			"алы ады оды оры урсы")
	}
	return n
}

// pluralOfBody declines the plural of an institution by its singular:
// «кооперативы», «палаты», «артели». The zero noun means that there is none.
func pluralOfBody(lower string) noun {
	last, size := utf8.DecodeLastRuneInString(lower)
	stem, ending := lower[:len(lower)-size], string(last)
	n := noun{gender: Plural, known: true, likely: true, institution: true}
	switch {
	case isInstitution(stem) && hasAnySuffix(stem, "ж ш ч щ"):
		n.paradigm = endings(ending, "ей ам * ами ах")
	case isInstitution(stem):
		n.paradigm = endings(ending, "ов ам * ами ах")
	case isInstitution(stem + "ь"):
		n.paradigm = endings(ending, "ей ям * ями ях")
	case isInstitution(stem + "й"):
		n.paradigm = endings(ending, "ев ям * ями ях")
	case isInstitution(stem+"а") && keepsStem(stem):
		n.paradigm = endings(ending, "- ам * ами ах")
	default:
		return noun{}
	}
	return n
}

// keepsStem reports whether the genitive plural of a feminine needs no fleeting
// vowel: «палат», «школ», but not «лавок».
func keepsStem(stem string) bool {
	last, size := utf8.DecodeLastRuneInString(stem)
	before, _ := utf8.DecodeLastRuneInString(stem[:len(stem)-size])
	return last == before || strings.ContainsRune("аеёиоуыэюя", before) ||
		hasAnySuffix(stem, "школ служб фирм ферм контор")
}
