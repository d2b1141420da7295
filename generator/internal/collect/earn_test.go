package collect_test

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/collect"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// TestEarn: the pages of a form extend its time; the texts beside it do so by the time that they take.
func TestEarn(t *testing.T) {
	const pages = 20
	objects := readertest.TextPages(pages, func(page int) string {
		if page > 0 {
			return ""
		}
		return fmt.Sprintf("/Annots [%d 0 R]", 3+2*pages+1) // the object behind the pages
	})
	objects = append(objects, widget("applicant.name"))
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
		const least = time.Second + pages*40*time.Millisecond
		if took := time.Since(began); took < least || took > least+50*time.Millisecond {
			t.Errorf("the time ends after %v, want %v", took, least)
		}
	})
}
