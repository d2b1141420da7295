package russian

import (
	"strings"
	"sync"
	"unicode/utf8"

	"protokol/generator/internal/wordset"
)

// particles are particles of foreign surnames. In small letters they are always particles; with a capital, some are
// surnames themselves («Ван», «Ле»).
const particles = "фон ван де дер ден ди да до дос дас дю дель делла делло ла ле ло лос тер аль эль ас аш ат ад ар " +
	"эд эс эш эр бен ибн бин бинт бей абу цу цур зу ап мак сан сен сент санта а’ о’"

var (
	// isFatherWord recognizes the words for son and daughter in patronymics of the
	// East, which are indeclinable: «Мамед оглы», «Абай уулу».
	isFatherWord = wordset.Words(masculineFather, feminineFather)

	isParticle = wordset.Words(particles)
)

const (
	masculineFather = "оглы оглу огли углы углу угли ўғли улы ули уулу ұлы огли-заде"
	feminineFather  = "кызы гызы кизи кзы қызы қизи кыз гыз"
)

// IsFatherWord reports «оглы», «кызы» and such words, which are not printed with initials.
func IsFatherWord(lower string) bool { return isFatherWord(lower) }

// patronymicGender returns the gender of a word that ends like a patronymic.
func patronymicGender(lower string) Gender {
	switch {
	case hasAnySuffix(lower, "евич ович ьич мич кич вич тич"):
		return Masculine
	case hasAnySuffix(lower, "овна евна ёвна ична инична"):
		return Feminine
	case !hasAnySuffix(lower, "ы и у з") || utf8.RuneCountInString(lower) < 6 && !isFatherWord(lower):
		return Unknown
	case hasAnySuffix(lower, masculineFather):
		return Masculine
	case hasAnySuffix(lower, feminineFather):
		return Feminine
	}
	return Unknown
}

// isUsualPatronymic reports whether a word, or the second half of a double one,
// is the patronymic of a listed given name.
func isUsualPatronymic(lower string) bool {
	return usualPatronymics()[lower[strings.LastIndexByte(lower, '-')+1:]]
}

// usualPatronymics are the patronymics of the listed masculine names.
var usualPatronymics = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	add := func(stem string, endings ...string) {
		for _, ending := range endings {
			set[stem+ending] = true
		}
	}
	for name := range strings.FieldsSeq(masculineNames) {
		switch {
		case strings.HasSuffix(name, "ий"):
			stem := strings.TrimSuffix(name, "ий")
			add(stem, "ьевич", "ьевна", "иевич", "иевна")
		case hasAnySuffix(name, "й ь"):
			stem := name[:len(name)-len("й")]
			add(stem, "евич", "евна")
		case hasAnySuffix(name, "а я"):
			stem := name[:len(name)-len("а")]
			add(stem, "ич", "ична", "инична", "ович", "овна", "евич", "евна")
		case hasAnySuffix(name, "о е и у ы"):
			add(name[:len(name)-len("о")], "ович", "овна", "евич", "евна")
			add(name, "евич", "евна")
		default:
			add(name, "ович", "овна", "евич", "евна")
		}
	}
	for word := range strings.FieldsSeq("павлович павловна львович львовна петрович петровна яковлевич яковлевна " +
		"михайлович михайловна самойлович самойловна гаврилович гавриловна данилович даниловна иосифович осипович " +
		"никитич никитична ильич ильинична фомич фоминична кузьмич кузьминична лукич лукинична саввич саввична") {
		set[word] = true
	}
	return set
})

// surnameGender returns the gender of a surname that only men or only women
// have.
func surnameGender(word string) Gender {
	lower := strings.ToLower(word)
	switch {
	case hasAnySuffix(lower, "ов ев ёв ский цкий"):
		return Masculine
	case hasAnySuffix(lower, "ова ева ёва ская цкая"):
		return Feminine
	}
	return Unknown
}

// looksLikeSurname reports whether a word ends as surnames do and given names
// do not.
func looksLikeSurname(lower string) bool {
	return surnameGender(lower) != Unknown || hasAnySuffix(lower, "ин ына ын цын ко ук юк чак щак янц дзе "+
		"швили ых их ый ая яя той цкой ской вой ной ней кий гий хий ец цев як айло ейко ишин оглу баев бай ман "+
		"штейн берг сон ссон шт дт ян унц")
}
