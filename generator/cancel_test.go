package generator

import (
	"bytes"
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

	"protokol/generator/internal/engine"
	"protokol/generator/internal/reader/readertest"
)

// cancelDelay is how long a call may go on after its context ends, on a busy
// machine.
const cancelDelay = 5 * time.Second

// canceled runs a call whose context ends meanwhile, and checks that it returns
// soon, with an error of the context, and leaves no goroutine behind.
func canceled(t *testing.T, call func(context.Context) error) {
	t.Helper()
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	began := time.Now()
	if err := call(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	if took := time.Since(began); took > cancelDelay {
		t.Errorf("took %v", took)
	}
	for deadline := time.Now().Add(cancelDelay); runtime.NumGoroutine() > before; {
		if time.Now().After(deadline) {
			t.Errorf("%d goroutines are left of %d", runtime.NumGoroutine(), before)
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// endlessTemplates are templates of a protocol that run forever, or for very
// long.
var endlessTemplates = map[string]string{
	"silent": `<document kind="protocol" title="т">{{range 9000000000}}{{end}}</document>`,
	"nested": `<document kind="protocol" title="т">{{range 100000}}{{range 100000}}{{with ` +
		`.}}{{end}}{{end}}{{end}}</document>`,
	"called": `<document kind="protocol" title="т">{{template "loop" .}}</document>{{define "loop"}}{{range ` +
		`9000000000}}{{if .}}{{end}}{{end}}{{end}}`,
}

// TestMakeCanceled: Make returns although its template does not end.
func TestMakeCanceled(t *testing.T) {
	for name, text := range endlessTemplates {
		t.Run(name, func(t *testing.T) {
			g := newTestGenerator(t, Config{Templates: fstest.MapFS{"protocol.tmpl": {Data: []byte(text)}}})
			m, problems := g.Read(exampleFiles, "2017-11-20/meeting.toml")
			if problems.Failed() {
				t.Fatal(problems)
			}
			canceled(t, func(ctx context.Context) error {
				_, _, err := g.Make(ctx, m, Request{Kind: "protocol"})
				return err
			})
		})
	}
}

// TestBatchCanceled: an interrupted batch reports how many records were done.
func TestBatchCanceled(t *testing.T) {
	g := newTestGenerator(t, Config{})
	m, problems := g.Read(exampleFiles, "2026-03-12/meeting.toml")
	if problems.Failed() {
		t.Fatal(problems)
	}
	var table strings.Builder
	table.WriteString("Организация;Руководитель\n")
	for i := range 20_000 {
		fmt.Fprintf(&table, "ООО «Образец-%d»;Иванов Иван Иванович\n", i)
	}
	to, err := OpenList("list.csv", strings.NewReader(table.String()), int64(table.Len()), ListOptions{})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	canceled(t, func(ctx context.Context) error {
		r := BatchRequest{Kind: "invitation", Formats: []string{"pdf"}, Folder: dir, Workers: 2}
		_, err := g.Batch(ctx, m, to, r)
		return err
	})
	if _, err := os.Stat(filepath.Join(dir, "report.csv")); err == nil {
		t.Error("an interrupted batch has a report of the whole")
	}
}

// isRaced means that the race detector runs. It finds that wazero closes the resources
// of a module while a function of the module may read them; the function then fails, as
// it should.
var isRaced bool

// TestVerifyCanceled: Verify returns when its context ends, both while the paper
// is read and while its source is printed.
func TestVerifyCanceled(t *testing.T) {
	if isRaced {
		t.Skip("wazero is not synchronized here")
	}
	g := newTestGenerator(t, Config{})
	paper := File{Name: "p.pdf", Data: makePDF(t, g, "2017-11-20")}
	if _, err := g.Verify(t.Context(), paper); err != nil { // the engine is compiled
		t.Fatal(err)
	}
	own := newTestGenerator(t, Config{Templates: fstest.MapFS{"protocol.tmpl": {Data: []byte(
		`<document kind="protocol" title="т"><p>слово</p></document>`)}}})
	endless := bytes.Clone(makePDF(t, own, "2017-11-20"))
	list, err := g.attached(t.Context(), endless)
	if err != nil {
		t.Fatal(err)
	}
	var forged []byte
	for _, a := range list {
		if strings.HasSuffix(a.Name, ".tmpl") {
			forged, err = readertest.ReplaceAttachment(endless, a.Name, []byte(endlessTemplates["silent"]))
		}
	}
	if err != nil || forged == nil {
		t.Fatal(err, len(list))
	}
	canceled(t, func(ctx context.Context) error {
		_, err := g.Verify(ctx, File{Name: "p.pdf", Data: forged})
		return err
	})
}

// TestSignaturesCanceled: a canceled check of signatures does not blame the file.
func TestSignaturesCanceled(t *testing.T) {
	g := newTestGenerator(t, Config{CacheDir: engine.Folder()})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := g.Signatures(ctx, makePDF(t, g, "2026-03-12")); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
