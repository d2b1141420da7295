package verify

import (
	"context"
	"crypto/sha256"
	"strings"
	"time"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/reader"
)

// What templates may write for a paper, in bytes: each word may stand in a paragraph or a cell of its own.
const (
	roomPerPage = 8 << 10 // lines and empty cells
	roomPerWord = 64
	roomPerCell = 64
	roomPerByte = 2 // of text or of the content of a page: marks and letters that are escaped

	mostRoomPerPage   = 128 << 10
	roomPerPackedByte = 32 // of the content of a page: texts are compressed to a tenth
)

// timePerSheet is what printing a page takes apart from the time for every paper, three times over.
const timePerSheet = 10 * time.Millisecond

// roomOf returns how much templates may write for a text.
func roomOf(text string) int {
	return roomPerByte*len(text) + roomPerWord*len(strings.Fields(text))
}

// extent says how much the source of a paper prints.
type extent struct {
	sheets int // full of words
	room   int // how much templates may write, in bytes
}

// time returns what printing takes apart from the time for every paper.
func (e extent) time() time.Duration { return timePerSheet * time.Duration(e.sheets) }

// leastContent is the size of the content of a page with some lines of text, packed, in bytes.
const leastContent = 400

// extentOfPages returns the extent of the source of a PDF. Pages that repeat the content of another count once: a page
// that is shown many times costs nothing. Nothing may be printed for a file in which the engine finds another number of
// pages than this program: its verdict is that it cannot be judged.
func extentOfPages(ctx context.Context, f *cos.File, number int) (e extent) {
	pages, _ := f.Pages()
	if len(pages) != number {
		return extent{}
	}
	known := map[[sha256.Size]byte]bool{}
	for _, page := range pages {
		packed, content := 0, 0
		for _, s := range contentStreams(f, page) {
			if ctx.Err() != nil {
				return e
			}
			sum := sha256.Sum256(s.Data)
			if known[sum] || content > mostRoomPerPage {
				continue
			}
			known[sum] = true
			data, _ := f.Decoded(s)
			packed, content = packed+len(s.Data), content+len(data)
		}
		if packed > 0 {
			e.room += roomPerPage + min(roomPerByte*content, roomPerPackedByte*packed, mostRoomPerPage)
		}
		if packed >= leastContent {
			e.sheets++
		}
	}
	return e
}

// lettersPerSheet is how many bytes of words a page of a DOCX has at least, and packedPerSheet how many bytes of the
// file.
const (
	lettersPerSheet = 2000
	packedPerSheet  = 100
)

// extentOfWords returns the extent of the source of a DOCX of a size.
func extentOfWords(words *reader.Words, size int) (e extent) {
	letters := 0
	for _, paragraph := range words.Body {
		letters += len(paragraph)
		e.room += roomOf(paragraph)
	}
	e.room += roomPerCell*len(words.Cells) + roomPerWord*len(words.Form)
	e.sheets = min(letters/lettersPerSheet, size/packedPerSheet)
	return e
}
