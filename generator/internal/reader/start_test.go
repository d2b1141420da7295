package reader_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"protokol/generator/internal/engine"
	"protokol/generator/internal/reader"
)

// TestStartCanceled checks that an engine whose context has ended does not start or
// open files, and that others are not affected.
func TestStartCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	folder := engine.Folder()
	started, err := reader.StartCached(ctx, folder)
	if err != nil {
		t.Fatal(err)
	}
	file := paper(t, "pdf")
	opened := open(t, started, file)
	cancel()
	if _, err := opened.Text(0); err == nil {
		t.Error("a page was read")
	}
	opened.Close()
	if _, err := started.Open(file); err == nil {
		t.Error("a file was opened")
	}
	if _, err := reader.StartCached(ctx, t.TempDir()); err == nil {
		t.Error("an engine was compiled")
	}
	other, err := reader.StartCached(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	again := open(t, other, file)
	defer again.Close()
	if text, err := again.Text(0); err != nil || text == "" {
		t.Errorf("%q, %v", text, err)
	}
}

// TestMemoryIsClean checks that pages do not depend on the file that a sandbox read
// before in the same memory.
func TestMemoryIsClean(t *testing.T) {
	engine, file := start(t), paper(t, "pdf")
	var first string
	for i := range 4 {
		p := open(t, engine, file)
		text, err := p.Text(0)
		if err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			first = text
		}
		if text != first {
			t.Errorf("%q became %q", first, text)
		}
		p.Close()
		if other, err := engine.Open([]byte("%PDF-1.4\nnothing")); err == nil {
			other.Close()
			t.Error("a damaged file was opened")
		}
	}
}

// TestCompileCanceled checks that compiling, which takes seconds, ends with the context.
func TestCompileCanceled(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	started, err := reader.Start(ctx, nil)
	if err == nil {
		started.Close()
	}
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}
