package generator

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// smallBatch returns a meeting and a list of addressees, one of its rows a line.
func smallBatch(t *testing.T, rows int) (*Generator, *Meeting, *List) {
	t.Helper()
	g := newTestGenerator(t, Config{})
	m, problems := g.Read(fstest.MapFS{"m.toml": {Data: []byte(manyItems(1))}}, "m.toml")
	if problems.Failed() {
		t.Fatal(problems)
	}
	var table strings.Builder
	table.WriteString("Организация;Руководитель\n")
	for i := range rows {
		fmt.Fprintf(&table, "ООО «Берег-%d»;Лосев Пётр Ильич\n", i)
	}
	to, err := OpenList("l.csv", strings.NewReader(table.String()), int64(table.Len()), ListOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return g, m, to
}

// papersIn counts the letters in a folder, without their register.
func papersIn(t *testing.T, dir string) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "*Берег*.docx"))
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}

// noneLeft checks that no more goroutines run than before.
func noneLeft(t *testing.T, before int) {
	t.Helper()
	for deadline := time.Now().Add(cancelDelay); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines are left of %d", runtime.NumGoroutine(), before)
		}
	}
}

// TestBatchCanceledMidway: a batch that is cancelled after some records returns the error of its context without a
// report of the whole, and a run with Resume makes the rest.
func TestBatchCanceledMidway(t *testing.T) {
	const rows, enough = 60, 3
	g, m, to := smallBatch(t, rows)
	r := BatchRequest{Kind: "invitation", Formats: []string{"docx"}, Folder: t.TempDir(), Workers: 2}
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r.Progress = func(done, _ int) {
		if done == enough {
			cancel()
		}
	}
	result, err := g.Batch(ctx, m, to, r)
	var interrupted InterruptedError
	if !errors.Is(err, context.Canceled) || !errors.As(err, &interrupted) || interrupted.Done >= rows {
		t.Errorf("%+v, %v", interrupted, err)
	}
	noneLeft(t, before)
	made := papersIn(t, r.Folder)
	if _, err := os.Stat(filepath.Join(r.Folder, "report.csv")); err == nil || made < enough || made == rows {
		t.Errorf("%d papers are made, counted %d; report: %v", made, result.Made, err)
	}
	r.Progress, r.Resume = nil, true
	result, err = g.Batch(t.Context(), m, to, r)
	if err != nil || result.Kept < enough || papersIn(t, r.Folder) != rows {
		t.Errorf("resumed: %+v, %v", result, err)
	}
}

// TestMergeCanceledMidway: a merge that is cancelled halfway leaves no goroutine and no report of the whole; the
// next one succeeds.
func TestMergeCanceledMidway(t *testing.T) {
	const rows = 6
	g, m, to := smallBatch(t, rows)
	var merge MergeRequest
	for _, shard := range []string{"1/2", "2/2"} {
		dir := t.TempDir()
		if _, err := g.Batch(t.Context(), m, to, BatchRequest{Kind: "invitation", Formats: []string{"docx"},
			Folder: dir, Shard: shard}); err != nil {
			t.Fatal(err)
		}
		merge.Parts = append(merge.Parts, dir)
	}
	whole := newCountdown(t, 0)
	merge.Folder = filepath.Join(t.TempDir(), "whole")
	if _, err := g.Merge(whole, merge); err != nil || papersIn(t, merge.Folder) != rows || whole.asked < rows {
		t.Fatalf("%d papers, asked %d times: %v", papersIn(t, merge.Folder), whole.asked, err)
	}
	before := runtime.NumGoroutine()
	for _, last := range []int{1, whole.asked/2 + 1, whole.asked} {
		merge.Folder = filepath.Join(t.TempDir(), "part")
		if _, err := g.Merge(newCountdown(t, last), merge); !errors.Is(err, context.Canceled) {
			t.Errorf("ended after %d of %d: %v", last, whole.asked, err)
		}
		if _, err := os.Stat(filepath.Join(merge.Folder, "report.csv")); err == nil {
			t.Errorf("ended after %d of %d: there is a report of the whole", last, whole.asked)
		}
	}
	noneLeft(t, before)
	if _, err := g.Merge(t.Context(), merge); err != nil || papersIn(t, merge.Folder) != rows {
		t.Errorf("merged again: %v", err)
	}
}

// TestAddEvidenceCanceled: nothing is added when the context has ended, and the file is not blamed.
func TestAddEvidenceCanceled(t *testing.T) {
	g := newTestGenerator(t, Config{})
	paper := makePDF(t, g, "2026-03-12")
	for _, isOnline := range []bool{false, true} {
		if _, err := g.AddEvidence(newCountdown(t, 1), paper, Evidence{}, isOnline); !errors.Is(err, context.Canceled) {
			t.Errorf("online %v: %v", isOnline, err)
		}
	}
}
