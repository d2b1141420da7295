package web

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/effort"
)

// TestPreviewIsFresh checks after random changes that the pages and problems that the
// page shows, which are made with what earlier ones left, are those of a file that is
// read for the first time.
func TestPreviewIsFresh(t *testing.T) {
	src, err := os.ReadFile("../../examples/2026-06-14/meeting.toml")
	if err != nil {
		t.Fatal(err)
	}
	p := open(t, map[string]string{"m.toml": string(src)})
	g, err := generator.New(generator.Config{})
	if err != nil {
		t.Fatal(err)
	}
	steps := 12
	if effort.Full() {
		steps = 200
	}
	random := rand.New(rand.NewPCG(1, 2))
	values := []string{"Зал", "Поручить Иванову И.И. представить предложения \"о плане\" до 12 мая", "", "А",
		"О смете № 5 - 7"}
	paths := [][]any{{"city"}, {"place"}, {"agenda", 0, "title"}, {"agenda", 1, "title"},
		{"agenda", 0, "decisions", 0, "text"}, {"council", "name"}, {"agenda", 0, "decisions", 0}}
	for step := range steps {
		change := map[string]any{"file": "m.toml", "version": version([]byte(p.file("m.toml"))), "do": "set",
			"path": paths[random.IntN(len(paths)-1)], "value": values[random.IntN(len(values))], "kind": "protocol"}
		if step%8 == 7 {
			change["do"], change["path"] = "move", paths[6]
			change["to"] = 1
		}
		status, body := p.post("/api/edit", change)
		if status == 422 || status == 409 {
			continue
		}
		if status != 200 {
			t.Fatal(body)
		}
		shown := p.state(body)
		pages, problems := freshly(t, g, p.file("m.toml"))
		if shown.Preview == nil && pages != nil || shown.Preview != nil &&
			fmt.Sprint(digestsOf(shown.Preview)) != fmt.Sprint(pages) {
			t.Fatalf("step %d: other pages after %v", step, change)
		}
		if len(shown.Problems) != problems {
			t.Errorf("step %d: %d problems, not %d", step, len(shown.Problems), problems)
		}
	}
}

func digestsOf(shown *preview) (list []string) {
	for _, page := range shown.Pages {
		list = append(list, page.Digest)
	}
	return list
}

// freshly returns the page digests of a protocol and the number of its problems, made without
// reuse.
func freshly(t *testing.T, g *generator.Generator, src string) (pages []string, problems int) {
	t.Helper()
	m, found := g.Parse(nil, "m.toml", []byte(src))
	if m == nil {
		return nil, len(found.List)
	}
	paper, doubts, err := g.Make(t.Context(), m, generator.Request{Kind: "protocol"})
	if err != nil {
		return nil, len(found.With(doubts.List...).List)
	}
	drawn, err := paper.Draw(t.Context(), generator.Drawing{})
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range drawn {
		pages = append(pages, page.Digest[:digestSize])
	}
	return pages, len(found.With(append(doubts.List, paper.Approximations().List...)...).List)
}

// TestUnprovedChange checks that a change that is not proved reaches neither the disk
// nor the steps of undo, and that a panic of the answer leaves the file unlocked.
func TestUnprovedChange(t *testing.T) {
	p := open(t, map[string]string{"m.toml": "number = \"1\"\n"})
	before := p.file("m.toml")
	answer := func() (fileState, error) { return fileState{}, nil }
	commit := func(prove func() error, answer func() (fileState, error)) error {
		return p.server.open("m.toml", func(f opened) error {
			_, err := p.server.commit(f, []byte("number = \"2\"\n"), origin{}, prove, answer)
			if err != nil && len(f.steps) > 0 {
				t.Error("a step of undo")
			}
			return err
		})
	}
	wrong := errors.New("wrong")
	if err := commit(func() error { return wrong }, answer); err != wrong || p.file("m.toml") != before {
		t.Errorf("%v, %s", err, p.file("m.toml"))
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("no panic")
			}
		}()
		_ = commit(func() error { return nil }, func() (fileState, error) { panic("answer") })
	}()
	if err := commit(func() error { return nil }, answer); err != nil || p.file("m.toml") == before {
		t.Errorf("%v, %s", err, p.file("m.toml"))
	}
}

// TestPaperThatCannotBeMade checks that the page is informed when it shows another paper than
// it requested.
func TestPaperThatCannotBeMade(t *testing.T) {
	p := open(t, map[string]string{"m.toml": meeting})
	for items, failed := range map[string]bool{"1": false, "9": true} {
		_, body := p.post("/api/preview", map[string]any{"file": "m.toml", "kind": "extract",
			"options": map[string]any{"items": items}})
		if s := p.state(body); s.Failed != failed || failed != (s.Preview == nil) {
			t.Errorf("an extract of %s: failed %v, %+v", items, s.Failed, s.Preview)
		}
	}
}

// TestSampleIsOfToday checks the dates of a meeting that is made of a starter.
func TestSampleIsOfToday(t *testing.T) {
	p := open(t, nil)
	for _, starter := range []string{"council", "full", "brief", "letter", "notice"} {
		name, err := p.server.start(starter)
		if err != nil {
			t.Fatal(err)
		}
		text := p.file(name)
		if !strings.Contains(text, "\ndate = 2026-03-12") || strings.Contains(text, "= 2026-01-15") {
			t.Errorf("%s:\n%s", starter, text)
		}
	}
}
