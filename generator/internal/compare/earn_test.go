package compare_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/compare"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// TestContentEarnsNothing: the texts of papers do not extend the time for their comparison, only what their reprint
// takes.
func TestContentEarnsNothing(t *testing.T) {
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
		const least = time.Second
		if took := time.Since(began); took < least || took > least+50*time.Millisecond {
			t.Errorf("the time ends after %v, want %v", took, least)
		}
	})
}

// TestEnoughDiffers: of a paper that differs on every page, so many pages are compared as prove it.
func TestEnoughDiffers(t *testing.T) {
	started, err := reader.StartCached(t.Context(), engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	var papers [2]*reader.PDF
	for i := range papers {
		objects := readertest.TextPages(40, func(int) string { return "" })
		for k := range objects {
			objects[k] = strings.Replace(objects[k], "(page", fmt.Sprintf("(pag%d", i), 1)
		}
		file := readertest.BuildPDF(objects...)
		if papers[i], err = started.Open(file); err != nil {
			t.Fatal(err)
		}
		defer papers[i].Close()
	}
	report, err := compare.Pages(papers[0], papers[1], nil, false)
	last, said := len(report.Differences)-1, "отличия уже найдены, поэтому не сверены ещё листы: 9"
	if err != nil || last < 31 || report.Differences[last].Text != said {
		t.Error(report, err)
	}
}
