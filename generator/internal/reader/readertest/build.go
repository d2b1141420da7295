package readertest

import (
	"bytes"
	"fmt"
	"strings"
)

// BuildPDF returns a PDF file with the given objects, numbered from 1. The
// first one is the catalog.
func BuildPDF(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

// TextPages returns the objects for BuildPDF of a file with so many pages, each with a line of its own. Entries returns
// more entries of the dictionary of a page.
func TextPages(pages int, entries func(page int) string) []string {
	objects := []string{"<</Type /Catalog /Pages 2 0 R>>", "", "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"}
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", len(objects)+1)
		text := fmt.Sprintf("BT /F 9 Tf 9 9 Td (page %02d) Tj ET", i)
		objects = append(objects,
			fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "+
				"/Resources <</Font <</F 3 0 R>>>> %s>>", len(objects)+2, entries(i)),
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(text), text))
	}
	objects[1] = fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", strings.TrimSpace(kids), pages)
	return objects
}
