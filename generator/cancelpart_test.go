package generator

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

// countdown is a context that ends when it has been asked for its error some times.
type countdown struct {
	context.Context
	mu    sync.Mutex
	asked int
	last  int // after this many times it ends; 0 means never
	done  chan struct{}
}

func newCountdown(t *testing.T, last int) *countdown {
	return &countdown{Context: t.Context(), last: last, done: make(chan struct{})}
}

func (c *countdown) Done() <-chan struct{} { return c.done }

func (c *countdown) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.asked++
	switch {
	case c.last == 0 || c.asked < c.last:
		return nil
	case c.asked == c.last:
		close(c.done)
	}
	return context.Canceled
}

// manyItems is a meeting with that many questions.
func manyItems(n int) string {
	var b strings.Builder
	b.WriteString(`date = 2026-02-03
number = "7"
city = "Ельск"
place = "г. Ельск"
start = "10:00"
chair = "Рогов Илья Львович"
secretary = "Сомова Нина Олеговна"
letterhead.name = "Товарищество «Сад»"
council.name = "Правление товарищества"
people = [{ name = "Рогов Илья Львович", position = "председатель" }, { name = "Сомова Нина Олеговна" }]
`)
	for i := range n {
		fmt.Fprintf(&b, `[[agenda]]
title = "О ходе работ на участке № %d"
speakers = ["Рогов Илья Львович"]
decisions = ["Осмотреть участок № %d."]
`, i+1, i+1)
	}
	return b.String()
}

// TestCanceledMidway: calls that work alone ask for the end of their context all the time, and return its error when
// it ends halfway.
func TestCanceledMidway(t *testing.T) {
	const items = 8
	files := fstest.MapFS{"m.toml": {Data: []byte(manyItems(items))}}
	template, err := os.ReadFile("../examples/templates/protocol.docx")
	if err != nil {
		t.Fatal(err)
	}
	own := newTestGenerator(t, Config{})
	office := newTestGenerator(t, Config{Word: &File{Name: "p.docx", Data: template}})
	m, problems := own.Read(files, "m.toml")
	wordMeeting, wordProblems := office.Read(files, "m.toml")
	if problems.Failed() || wordProblems.Failed() {
		t.Fatal(problems, wordProblems)
	}
	r := Request{Kind: "protocol"}
	paper, _, err := own.Make(t.Context(), m, r)
	if err != nil {
		t.Fatal(err)
	}
	var docx bytes.Buffer
	if err := paper.Write(&docx, "docx"); err != nil {
		t.Fatal(err)
	}
	printed := File{Name: "p.docx", Data: docx.Bytes()}
	for _, test := range []struct {
		name  string
		least int // how often the context is asked
		call  func(context.Context) error
	}{
		{"make", 2, func(ctx context.Context) error { _, _, err := own.Make(ctx, m, r); return err }},
		{"make by a Word template", items, func(ctx context.Context) error {
			_, _, err := office.Make(ctx, wordMeeting, r)
			return err
		}},
		{"check", 3, func(ctx context.Context) error { _, err := own.Check(ctx, m); return err }},
		{"forms", 3, func(ctx context.Context) error { _, _, err := own.Forms(ctx, m); return err }},
		{"check a Word template", items, func(ctx context.Context) error {
			_, _, err := own.CheckWord(ctx, File{Name: "p.docx", Data: template}, m, r)
			return err
		}},
		{"make a Word template", items, func(ctx context.Context) error {
			_, err := own.WordFromSample(ctx, printed, m, r, "t.docx")
			return err
		}},
		{"print a Word paper", items, func(ctx context.Context) error {
			_, _, err := own.PrintWord(ctx, printed)
			return err
		}},
		{"draw", 2, func(ctx context.Context) error { _, err := paper.Draw(ctx, Drawing{}); return err }},
	} {
		t.Run(test.name, func(t *testing.T) {
			whole := newCountdown(t, 0)
			if err := test.call(whole); err != nil {
				t.Fatal(err)
			}
			if whole.asked < test.least {
				t.Errorf("the context is asked %d times", whole.asked)
			}
			before := runtime.NumGoroutine()
			for _, last := range []int{1, whole.asked/2 + 1, whole.asked} {
				part := newCountdown(t, last)
				if err := test.call(part); !errors.Is(err, context.Canceled) {
					t.Errorf("ended after %d of %d: %v", last, whole.asked, err)
				}
			}
			if now := runtime.NumGoroutine(); now > before {
				t.Errorf("%d goroutines are left of %d", now, before)
			}
		})
	}
}
