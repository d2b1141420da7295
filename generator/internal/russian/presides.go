package russian

import "strings"

// Presides reports whether a position is that of the chair of a body, whose name in
// the genitive begins as the position goes on: «Председатель Совета» of «Совета
// руководителей школ», but not «председатель комитета образования».
func Presides(position string, genitive func() string) bool {
	of, presides := strings.CutPrefix(strings.ToLower(position), "председатель ")
	if !presides {
		return false
	}
	rest, same := strings.CutPrefix(strings.ToLower(genitive()), of)
	return same && (rest == "" || rest[0] == ' ')
}
