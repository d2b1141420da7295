package docx

import (
	"bytes"
	"html"

	"protokol/generator/internal/origin"
)

// wordsOf returns the digest of the words in a body written by this package, in
// their order, without the values of form fields, which others fill in.
func wordsOf(body []byte) string {
	words := origin.NewWords()
	for len(body) > 0 {
		fields := bytes.Index(body, []byte("<w:sdt>"))
		if fields < 0 {
			fields = len(body)
		}
		addTexts(words, body[:fields])
		_, body, _ = bytes.Cut(body[fields:], []byte("</w:sdt>")) // they do not nest
	}
	return words.Sum()
}

// addTexts adds the contents of w:t elements.
func addTexts(words *origin.Words, markup []byte) {
	for {
		before, rest, found := bytes.Cut(markup, []byte("<w:t"))
		for range bytes.Count(before, []byte("<w:noBreakHyphen/>")) {
			words.Add("-")
		}
		if !found {
			return
		}
		markup = rest
		if markup[0] != '>' && markup[0] != ' ' { // another element: w:tab, w:tbl
			continue
		}
		_, rest, _ = bytes.Cut(markup, []byte(">"))
		text, rest, _ := bytes.Cut(rest, []byte("<"))
		if string(text) == "\u200b" || string(text) == "\u2060" {
			markup = rest
			continue
		}
		if bytes.IndexByte(text, '&') >= 0 {
			text = []byte(html.UnescapeString(string(text)))
		}
		words.Add(string(text))
		markup = rest
	}
}
