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
		tag := bytes.IndexByte(body, '<')
		if tag < 0 {
			return words.Sum()
		}
		body = body[tag+1:]
		switch {
		case bytes.HasPrefix(body, []byte("w:t>")), bytes.HasPrefix(body, []byte("w:t ")):
			_, body, _ = bytes.Cut(body, []byte(">"))
			end := bytes.IndexByte(body, '<')
			addText(words, body[:end])
			body = body[end:]
		case bytes.HasPrefix(body, []byte("w:noBreakHyphen/>")):
			words.Add("-")
		case bytes.HasPrefix(body, []byte("w:sdt>")):
			_, body, _ = bytes.Cut(body, []byte("</w:sdt>")) // they do not nest
		}
	}
}

// addText adds the content of a w:t element, unless it is only a place where a line
// may or must not break.
func addText(words *origin.Words, text []byte) {
	if string(text) == "\u200b" || string(text) == "\u2060" {
		return
	}
	if bytes.IndexByte(text, '&') >= 0 {
		text = []byte(html.UnescapeString(string(text)))
	}
	words.Add(string(text))
}
