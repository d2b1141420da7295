package diag

import (
	"regexp"
	"strings"
)

// columnPair matches quoted texts, and how hints name a column of a list: name=B.
var columnPair = regexp.MustCompile(`«[^«»]*»|\b[a-z_]+=(?:[A-Z]+|…)`)

// HintWithPairs returns the hint with a prefix, such as that of a flag, before each pair of
// a field and a column of a list. Only hints about columns have such pairs: in others name=B
// is what the user wrote.
func (p Problem) HintWithPairs(prefix string) string {
	if p.Code != CodeColumn && p.Code != CodeHeading {
		return p.Hint
	}
	return columnPair.ReplaceAllStringFunc(p.Hint, func(part string) string {
		if strings.HasPrefix(part, "«") {
			return part
		}
		return prefix + part
	})
}
