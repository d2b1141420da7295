package web

import "regexp"

// signerTitles are the names of signature fields as the page calls them.
var signerTitles = map[string]string{
	"chair": "председатель", "secretary": "секретарь", "cochair": "сопредседатель", "head": "руководитель",
	"subject": "тот, чьи данные", "counting_chair": "председатель счётной комиссии",
	"counting_member": "член счётной комиссии", "signer": "подписывающий", "executor": "исполнитель",
}

// numberedField matches the name of one of several fields of a role: "secretary2".
var numberedField = regexp.MustCompile(`^([a-z_]+?)[_-]?(\d+)$`)

// signerOf returns the Russian name of a signature field; fields of other programs keep
// theirs.
func signerOf(field string) string {
	if title := signerTitles[field]; title != "" {
		return title
	}
	if m := numberedField.FindStringSubmatch(field); m != nil && signerTitles[m[1]] != "" {
		return signerTitles[m[1]] + " " + m[2]
	}
	return field
}

// fieldInVerdict matches where a verdict or an error names a field.
var fieldInVerdict = regexp.MustCompile(`(место для подписи: |[Пп]оле «)([a-z_]+[_-]?\d*)`)

// withSigners names the signature fields of a verdict or an error in Russian.
func withSigners(text string) string {
	return fieldInVerdict.ReplaceAllStringFunc(text, func(found string) string {
		m := fieldInVerdict.FindStringSubmatch(found)
		return m[1] + signerOf(m[2])
	})
}
