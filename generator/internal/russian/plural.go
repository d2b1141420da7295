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
	case hasAnySuffix(lower, "ели ари"):
		n.paradigm = endings("и", "ей ям * ями ях")
	case hasAnySuffix(lower, "ачи"):
		n.paradigm = endings("и", "ей ам * ами ах")
	case hasAnySuffix(lower, "ости асти ети ди"):
		n.paradigm, n.animate = endings("и", "ей ям * ями ях"), false
	case hasAnySuffix(lower, "еи аи"):
		n.paradigm, n.animate = endings("и", "ев ям * ями ях"), false
	case hasAnySuffix(lower, "ки оги") && endsAgent(lower[:len(lower)-len("и")]):
		n.animate = !isAmbiguousAgent(lower[:len(lower)-len("и")])
		n.known = n.animate
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

// pluralOfListed declines the plural of a noun in the lists by its singular:
// «кооперативы», «палаты», «участки». The zero noun means that there is none.
func pluralOfListed(lower string) noun {
	last, size := utf8.DecodeLastRuneInString(lower)
	if last != 'ы' && last != 'и' {
		return noun{}
	}
	stem, ending := lower[:len(lower)-size], string(last)
	for _, candidate := range []struct{ singular, forms string }{
		{stem, "ов ам * ами ах"},
		{stem + "ь", "ей ям * ями ях"},
		{stem + "й", "ев ям * ями ях"},
		{stem + "я", "й ям * ями ях"},
		{stem + "а", "- ам * ами ах"},
		{withFleetingO(stem), "ов ам * ами ах"},
	} {
		n := lookupLower(candidate.singular)
		isFeminine := strings.HasSuffix(candidate.singular, "а")
		if !lookupListed(candidate.singular) || n.gender == Plural || n.paradigm == indeclinable ||
			isFeminine && !keepsStem(stem) {
			continue
		}
		if hasAnySuffix(candidate.singular, "ж ш ч щ") {
			candidate.forms = "ей ам * ами ах"
		}
		return noun{paradigm: endings(ending, candidate.forms), gender: Plural, animate: n.animate, known: true,
			likely: true, institution: n.institution}
	}
	return noun{}
}

// withFleetingO returns the singular in -ок of the stem of a plural: «участк» of «участки», but not «игр» of «игры».
func withFleetingO(stem string) string {
	if before, ok := strings.CutSuffix(stem, "к"); ok {
		return before + "ок"
	}
	return stem
}

// keepsStem reports whether the genitive plural of a feminine needs no fleeting
// vowel: «палат», «школ», but not «лавок».
func keepsStem(stem string) bool {
	last, size := utf8.DecodeLastRuneInString(stem)
	before, _ := utf8.DecodeLastRuneInString(stem[:len(stem)-size])
	return last == before || strings.ContainsRune("аеёиоуыэюя", before) ||
		hasAnySuffix(stem, "школ служб фирм ферм контор")
}
