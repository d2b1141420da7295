package russian

import "strings"

// Salutation is how a letter addresses a person: «Уважаемый Алексей
// Владимирович!», without a patronymic «Уважаемый господин Прохоров!»,
// without a name «Уважаемые коллеги!» (ГОСТ Р 7.0.97, 5.18).
func Salutation(full string, g Gender) Form {
	words := strings.Fields(full)
	if len(words) == 0 {
		return sure("Уважаемые коллеги!")
	}
	if g == Unknown {
		g = GenderOf(full)
	}
	if g != Masculine && g != Feminine {
		return Form{"Уважаемые коллеги!", "не указан пол: " + full}
	}
	dear := Agree("Уважаемый", g)
	if len(words) > 2 && !isInitials(words[1]) {
		return sure(dear + " " + strings.Join(words[1:], " ") + "!")
	}
	mister := "господин"
	if g == Feminine {
		mister = "госпожа"
	}
	return sure(dear + " " + mister + " " + words[0] + "!")
}
