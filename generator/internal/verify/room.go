package verify

import (
	"strings"

	"protokol/generator/internal/reader"
)

// What templates may write for a paper, in bytes: each word may stand in a paragraph or a cell of its own.
const (
	roomPerPage = 8 << 10 // lines and empty cells
	roomPerWord = 64
	roomPerCell = 64
	roomPerByte = 2 // of text: marks and letters that are escaped
)

// roomOf returns how much templates may write for a text.
func roomOf(text string) int {
	return roomPerByte*len(text) + roomPerWord*len(strings.Fields(text))
}

// roomOfPages returns how much templates may write for the pages of a PDF. Pages that repeat a text count once: a page
// that is shown many times costs nothing.
func roomOfPages(paper *reader.PDF) (room int, err error) {
	known := map[string]bool{}
	for page := range paper.Pages() {
		text, err := paper.Text(page)
		if err != nil {
			return 0, err
		}
		if !known[text] {
			known[text] = true
			paper.Earn(text)
			room += roomPerPage + roomOf(text)
		}
	}
	return room, nil
}

// roomOfWords returns how much templates may write for the words of a DOCX.
func roomOfWords(words *reader.Words) (room int) {
	for _, paragraph := range words.Body {
		room += roomOf(paragraph)
	}
	return room + roomPerCell*len(words.Cells) + roomPerWord*len(words.Form)
}
