package verify

import (
	"context"
	"crypto/sha256"
	"strings"
	"time"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/reader"
)

// What templates may write for a paper, in bytes: each word may stand in a paragraph or a cell of its own.
const (
	roomPerPage = 8 << 10 // lines and empty cells
	roomPerWord = 64
	roomPerCell = 64
	roomPerByte = 2 // of text: marks and letters that are escaped
)

// timePerByte is what reading the content of a page takes for a byte of the file.
const timePerByte = 10 * time.Microsecond

// roomOf returns how much templates may write for a text.
func roomOf(text string) int {
	return roomPerByte*len(text) + roomPerWord*len(strings.Fields(text))
}

// roomOfPages returns how much templates may write for the pages of a PDF. Pages that repeat a text count once: a page
// that is shown many times costs nothing. Those that repeat the contents of another are not even read. There is no room
// in a file in which the engine finds other pages than this program: its verdict is that it cannot be judged.
// What is read for the first time extends the allowance of ctx by its length in the file.
func roomOfPages(ctx context.Context, paper *reader.PDF, f *cos.File) (room int, err error) {
	pages, _ := f.Pages()
	if len(pages) != paper.Pages() {
		return 0, nil
	}
	g := newGraph(f)
	known := map[string]bool{}
	for page := range paper.Pages() {
		for _, s := range contentStreams(f, pages[page]) {
			if sum := sha256.Sum256(s.Data); !known[string(sum[:])] {
				known[string(sum[:])] = true
				budget.Extend(ctx, timePerByte*time.Duration(len(s.Data)))
			}
		}
		written := g.written(pages[page])
		if known[written] {
			continue
		}
		known[written] = true
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

// written returns the graph of the contents of a page and the resources that they use.
func (g *graph) written(ref cos.Ref) string {
	page := g.file.Dict(ref)
	page = page.With(inherited(g.file, page))
	contents := cos.Array{}
	for _, s := range contentStreams(g.file, ref) {
		sum := sha256.Sum256(s.Data)
		contents = append(contents, s.Dict["Filter"], s.Dict["DecodeParms"], cos.String(sum[:]))
	}
	return g.of(cos.Array{contents, page["Resources"]})
}

// roomOfWords returns how much templates may write for the words of a DOCX.
func roomOfWords(words *reader.Words) (room int) {
	for _, paragraph := range words.Body {
		room += roomOf(paragraph)
	}
	return room + roomPerCell*len(words.Cells) + roomPerWord*len(words.Form)
}
