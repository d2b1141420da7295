package tomlfile

import "golang.org/x/text/unicode/norm"

// normalize puts letters and their marks together in every text below a value
// (Unicode Standard Annex 15, form C). Names copied from a Mac write й as и
// and a breve: they must equal those typed on Windows, and a face draws the
// whole letter better than its parts.
func normalize(value any) any {
	switch v := value.(type) {
	case string:
		return norm.NFC.String(v)
	case map[string]any:
		for key, inner := range v {
			v[key] = normalize(inner)
		}
	case []map[string]any:
		for _, inner := range v {
			normalize(inner)
		}
	case []any:
		for i, inner := range v {
			v[i] = normalize(inner)
		}
	}
	return value
}
