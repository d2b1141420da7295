package web

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// signerTitles are the names of signature fields as the page calls them.
var signerTitles = map[string]string{
	"chair": "председатель", "secretary": "секретарь", "cochair": "сопредседатель", "head": "руководитель",
	"subject": "тот, чьи данные", "counting_chair": "председатель счётной комиссии",
	"counting_member": "член счётной комиссии", "signer": "подписывающий", "executor": "исполнитель",
}

// numberedField is the name of a field that others of the paper have, too.
var numberedField = regexp.MustCompile(`^([a-z_]+?)[_-]?(\d+)$`)

// signerOf names a signature field in Russian; fields of other programs keep their names.
func signerOf(field string) string {
	if title := signerTitles[field]; title != "" {
		return title
	}
	if m := numberedField.FindStringSubmatch(field); m != nil && signerTitles[m[1]] != "" {
		return signerTitles[m[1]] + " " + m[2]
	}
	return field
}

// freeField is where a verdict names a field.
var freeField = regexp.MustCompile(`(место для подписи: |в поле «)([a-z_]+[_-]?\d*)`)

// withSigners names the signature fields of a verdict in Russian.
func withSigners(text string) string {
	return freeField.ReplaceAllStringFunc(text, func(found string) string {
		at := strings.LastIndexAny(found, " «")
		_, size := utf8.DecodeRuneInString(found[at:])
		return found[:at+size] + signerOf(found[at+size:])
	})
}
