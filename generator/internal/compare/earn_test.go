package compare_test

import (
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/compare"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// TestContentEarns: the texts of both papers extend the time for their comparison.
func TestContentEarns(t *testing.T) {
	const pages = 20
	file := readertest.BuildPDF(readertest.TextPages(pages, func(int) string { return "" })...)
	started, err := reader.StartCached(t.Context(), engine.Folder()) // compiles outside of the bubble
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	if warm, err := started.Open(file); err == nil {
		warm.Close()
	}
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		ctx, cancel := budget.Context(t.Context(), time.Second, errors.New("costly"))
		defer cancel()
		bounded, err := reader.StartCached(ctx, engine.Folder())
		if err != nil {
			t.Fatal(err)
		}
		defer bounded.Close()
		var papers [2]*reader.PDF
		for i := range papers {
			if papers[i], err = bounded.Open(file); err != nil {
				t.Fatal(err)
			}
			defer papers[i].Close()
		}
		report, err := compare.Content(papers[0], papers[1], compare.Repeated{})
		if err != nil || len(report.Differences) > 0 {
			t.Fatal(report, err)
		}
		<-ctx.Done() // nothing has taken any time in this bubble
		const least = time.Second + 2*pages*7*90*time.Microsecond
		if took := time.Since(began); took < least || took > least+50*time.Millisecond {
			t.Errorf("the time ends after %v, want %v", took, least)
		}
	})
}
