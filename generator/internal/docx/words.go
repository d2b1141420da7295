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
	for {
		start := bytes.Index(body, []byte("<w:"))
		if start < 0 {
			return words.Sum()
		}
		body = body[start:]
		switch {
		case bytes.HasPrefix(body, []byte("<w:sdt>")):
			_, body, _ = bytes.Cut(body, []byte("</w:sdt>")) // they do not nest
		case bytes.HasPrefix(body, []byte("<w:t>")), bytes.HasPrefix(body, []byte("<w:t ")):
			var text []byte
			_, body, _ = bytes.Cut(body, []byte(">"))
			text, body, _ = bytes.Cut(body, []byte("</w:t>"))
			words.Add(html.UnescapeString(string(text)))
		default:
			body = body[len("<w:"):]
		}
	}
}
