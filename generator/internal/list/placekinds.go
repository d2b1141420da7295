package list

import (
	"regexp"
	"slices"
	"strings"
)

// namesAnyHead reports a heading that names a part, perhaps beside another one:
// «Город/село».
func namesAnyHead(heading []string, part int) bool {
	return slices.ContainsFunc(heading, func(word string) bool { return slices.Contains(partHeads[part], word) })
}

// regionText returns the name of a region with its kind if the kind follows from the name.
func regionText(value string) string {
	name := strings.ToLower(value)
	switch {
	case slices.Contains(republics, name):
		return value + " Респ."
	case slices.Contains(territoryNames, name):
		return value + " край"
	case strings.HasSuffix(name, "ская") && name != "еврейская":
		return value + " обл."
	}
	return value
}

// The republics whose names end like those of regions, and the territories.
var (
	republics      = strings.Fields("удмуртская чеченская чувашская кабардино-балкарская карачаево-черкесская")
	territoryNames = strings.Fields(`
		алтайский забайкальский камчатский краснодарский красноярский пермский приморский ставропольский хабаровский`)
)

// streetOfOther finds the name of a street that is not an «улица», by its gender: «Невский»,
// «Волоколамское».
var streetOfOther = regexp.MustCompile(`^(?:\S+ )?[\pL-]+(?:ий|ый|ой|ое|ее)(?: *,|$)`)

// isOtherStreet reports a word of headings for other kinds of streets.
func isOtherStreet(word string) bool {
	return slices.Contains(strings.Fields("просп проспект переулок пер"), word)
}
