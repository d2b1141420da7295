package compare_test

import (
	"errors"
	"slices"
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

// TestEnoughDiffers: of a paper that differs on every page, so many pages are compared and drawn as prove it, and it is
// said of how many others this is not so. Pages that look alike spend nothing of that, but only some are drawn.
func TestEnoughDiffers(t *testing.T) {
	const (
		unread  = "отличия уже найдены, поэтому не сверены ещё листы: "
		undrawn = "отличия уже найдены, поэтому только по словам, а не по виду, сверены ещё листы: "
	)
	started, err := reader.StartCached(t.Context(), engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	for _, c := range []struct {
		name     string
		pages    int
		old, new string // in the content
		first    int    // page that is changed
		differ   bool   // elsewhere
		most     int    // differences of pages
		says     []string
	}{
		{"words", 40, "(page", "(pag1", 0, false, 99, []string{undrawn + "27", unread + "9"}},
		{"letters of another size", 8, "/F 9", "/F 5", 0, false, 4, []string{undrawn + "4"}},
		{"the last page", 8, "/F 9", "/F 5", 7, true, 1, nil},
		{"the last of many", 20, "/F 9", "/F 5", 7, true, 1, []string{undrawn + "12"}},
	} {
		var papers [2]*reader.PDF
		for i := range papers {
			objects := readertest.TextPages(c.pages, func(int) string { return "" })
			for k := range objects {
				if i == 1 && k >= 3+2*c.first {
					objects[k] = strings.Replace(objects[k], c.old, c.new, 1)
				}
			}
			file := readertest.BuildPDF(objects...)
			if papers[i], err = started.Open(file); err != nil {
				t.Fatal(err)
			}
			defer papers[i].Close()
		}
		report, err := compare.Pages(papers[0], papers[1], compare.Known{Differs: c.differ})
		var said []string
		count := 0
		for _, d := range report.Differences {
			if d.Page > 0 {
				count++
			} else {
				said = append(said, d.Text)
			}
		}
		if err != nil || count == 0 || count > c.most || !slices.Equal(said, c.says) {
			t.Error(c.name, report, err)
		}
	}
}
