package collect_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/collect"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// TestEarn: the pages of a form and the texts beside it extend its time.
func TestEarn(t *testing.T) {
	const pages = 20
	objects := []string{"<</Type /Catalog /Pages 2 0 R>>", "", "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"}
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", len(objects)+1)
		objects = append(objects, fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "+
			"/Resources <</Font <</F 3 0 R>>>> /Annots [%d 0 R]>>", len(objects)+2, len(objects)+3),
			stream(fmt.Sprintf("BT /F 9 Tf 9 9 Td (page %02d) Tj ET", i)), "null")
	}
	objects[5] = widget("applicant.name")
	objects[1] = fmt.Sprintf("<</Type /Pages /Kids [%s] /Count %d>>", strings.TrimSpace(kids), pages)
	file := readertest.BuildPDF(objects...)
	if _, err := read(t, "b.pdf", file); err != nil { // compiles outside of the bubble
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		ctx, cancel := budget.Context(t.Context(), time.Second, errors.New("costly"))
		defer cancel()
		started, err := reader.StartCached(ctx, engine.Folder())
		if err != nil {
			t.Fatal(err)
		}
		defer started.Close()
		if _, err := collect.PDF(started, "a.pdf", file, nil); err != nil {
			t.Fatal(err)
		}
		<-ctx.Done() // nothing has taken any time in this bubble
		const least = time.Second + pages*40*time.Millisecond + (pages-1)*6*time.Millisecond
		if took := time.Since(began); took < least || took > least+50*time.Millisecond {
			t.Errorf("the time ends after %v, want %v", took, least)
		}
	})
}
