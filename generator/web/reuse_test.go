package web

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"protokol/generator"
	"protokol/generator/internal/effort"
)

// TestPreviewIsFresh checks after random changes that the pages and problems that the
// page shows, which are made with what earlier ones left, are those of a file that is
// read for the first time.
func TestPreviewIsFresh(t *testing.T) {
	steps, compared := 3, 0
	switch {
	case effort.Full():
		steps = 125
	case effort.Gate():
		steps = 5
	}
	g, err := generator.New(generator.Config{})
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []struct{ example, form string }{{"2026-06-14", ""}, {"2026-05-20", "brief"},
		{"2026-05-20", "full"}, {"2026-05-20", "council"}} {
		src, err := os.ReadFile("../../examples/" + of.example + "/meeting.toml")
		if err != nil {
			t.Fatal(err)
		}
		src = bytes.Replace(src, []byte(`form = "brief"`), []byte("form = "+strconv.Quote(of.form)), 1)
		p := open(t, map[string]string{"m.toml": string(src)})
		random := rand.New(rand.NewPCG(1, 2))
		for step := range steps {
			change := randomChange(t, random, p.file("m.toml"))
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
				t.Fatalf("%v, step %d: other pages after %v", of, step, change)
			}
			if compared += len(pages); len(shown.Problems) != problems {
				t.Errorf("%v, step %d: %d problems, not %d", of, step, len(shown.Problems), problems)
			}
			if pages == nil { // errors must not pile up
				undo := map[string]any{"file": "m.toml", "kind": "protocol"}
				if status, body = p.post("/api/undo", undo); status != 200 {
					t.Fatal(body)
				}
			}
		}
	}
	if compared < 5*steps {
		t.Errorf("%d pages were compared", compared)
	}
}

// randomChange returns a request to change a text or a list of a file.
func randomChange(t *testing.T, random *rand.Rand, src string) map[string]any {
	t.Helper()
	values, err := generator.Values([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	texts := []string{"Зал", "Поручить Иванову И.И. представить предложения \"о плане\" до 12 мая", "А",
		"О смете № 5 - 7", "О сроках – и сметах", "Зал — малый", "Три\nстроки.\nВсего"}
	change := map[string]any{"file": "m.toml", "version": version([]byte(src)), "do": "set", "kind": "protocol"}
	switch n := random.IntN(8); {
	case n > 2:
		paths := textPaths(values, nil)
		change["path"], change["value"] = paths[random.IntN(len(paths))], texts[random.IntN(len(texts))]
	default:
		list := []string{"agenda", "people"}[random.IntN(2)]
		elements, _ := values[list].([]any)
		change["do"] = []string{"move", "insert", "remove"}[n]
		change["path"] = []any{list, random.IntN(max(1, len(elements)))}
		change["to"] = random.IntN(max(1, len(elements)))
	}
	return change
}

// textPaths returns the paths of the texts in a value.
func textPaths(value any, at []any) (paths [][]any) {
	switch v := value.(type) {
	case string:
		return [][]any{at}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			paths = append(paths, textPaths(v[key], append(slices.Clone(at), key))...)
		}
	case []any:
		for i, inner := range v {
			paths = append(paths, textPaths(inner, append(slices.Clone(at), i))...)
		}
	}
	return paths
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
	if err != nil || paper == nil {
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
		return p.server.open("m.toml", func(f opened) (func() error, error) {
			w := httptest.NewRecorder()
			send, err := p.server.commit(w, f, []byte("number = \"2\"\n"), origin{}, prove, answer)
			if err != nil && len(f.steps) > 0 {
				t.Error("a step of undo")
			}
			return send, err
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
	for _, starter := range []string{"council", "full", "brief", "tasks", "letter", "notice"} {
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
