package reader_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/budget"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/opc"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/reader"
	"protokol/generator/internal/reader/readertest"
)

// readAll reads everything in a file and returns its text and the first error.
func readAll(engine *reader.Engine, file []byte) (text string, err error) {
	p, err := engine.Open(file)
	if err != nil {
		return "", err
	}
	defer p.Close()
	if _, err := p.Attachments(); err != nil {
		return "", err
	}
	if _, err := p.Widgets(); err != nil {
		return "", err
	}
	var b strings.Builder
	for page := range min(p.Pages(), 5) {
		said, err := p.Text(page)
		b.WriteString(said)
		if err != nil {
			return b.String(), err
		}
		if _, err := p.Annotations(page); err != nil {
			return b.String(), err
		}
		if _, err := p.Picture(page, 36, reader.Print); err != nil {
			return b.String(), err
		}
	}
	return b.String(), nil
}

// TestTruncated truncates a paper at every hundredth of its length, in a
// quick run at every twentieth. Each part
// is read or gives an error, and the engine remains usable.
func TestTruncated(t *testing.T) {
	engine, file := start(t), paper(t, "pdf")
	failed, cuts, step := 0, 0, 5
	if effort.Full() {
		step = 1
	}
	for percent := 0; percent < 100; percent += step {
		cuts++
		if _, err := readAll(engine, file[:len(file)*percent/100]); err != nil {
			failed++
			isRussian(t, err)
		}
	}
	if failed < cuts/2 {
		t.Errorf("only %d of %d cuts were noticed", failed, cuts)
	}
	if _, err := readAll(engine, file); err != nil {
		t.Errorf("the whole file after them: %v", err)
	}
}

// TestFlippedBytes checks that changed bytes give an error or some text.
func TestFlippedBytes(t *testing.T) {
	engine, file := start(t), paper(t, "pdf")
	random := rand.New(rand.NewPCG(1, 2))
	papers := 10
	switch {
	case effort.Full():
		papers = 150
	case effort.Gate():
		papers = 20
	}
	for range papers {
		spoilt := bytes.Clone(file)
		for range 1 + random.IntN(20) {
			spoilt[random.IntN(len(spoilt))] ^= byte(1 + random.IntN(255))
		}
		if _, err := readAll(engine, spoilt); err != nil {
			isRussian(t, err)
		}
	}
}

// isRussian checks that an error is a single line in Russian.
func isRussian(t *testing.T, err error) {
	t.Helper()
	if message := err.Error(); !strings.ContainsAny(message, "аеиоуыя") || strings.Contains(message, "\n") {
		t.Errorf("the user is told %q", message)
	}
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

const (
	catalog = "<</Type /Catalog /Pages 2 0 R>>"
	pages   = "<</Type /Pages /Kids [3 0 R] /Count 1>>"
	page    = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>"
)

func attachment(data string) []byte {
	return readertest.BuildPDF("<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names [(a.toml) 4 0 R]>>>>>>",
		pages, page, "<</Type /Filespec /F (a.toml) /EF <</F 5 0 R>>>>", data)
}

// TestHostile checks that files made to hang a reader or to exhaust its memory
// are rejected or read in part, in bounded time.
func TestHostile(t *testing.T) {
	engine := start(t)
	deep := strings.Repeat("[", 200_000)
	for name, file := range map[string][]byte{
		"pages in a circle":   readertest.BuildPDF(catalog, "<</Type /Pages /Kids [2 0 R] /Count 1>>"),
		"a million pages":     readertest.BuildPDF(catalog, "<</Type /Pages /Kids [3 0 R] /Count 1000000>>", page),
		"pages without pages": readertest.BuildPDF(catalog, "<</Type /Pages /Kids [] /Count 0>>"),
		"names in a circle": readertest.BuildPDF("<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles 4 0 R>>>>",
			pages, page, "<</Kids [4 0 R 4 0 R]>>"),
		"a file that is its name": readertest.BuildPDF(
			"<</Type /Catalog /Pages 2 0 R /Names <</EmbeddedFiles <</Names [(a.toml) 4 0 R]>>>>>>",
			pages, page, "<</EF <</F 4 0 R>>>>"),
		"a length in a circle": attachment("<</Length 5 0 R>>\nstream\nx\nendstream"),
		"a huge sheet": readertest.BuildPDF(catalog, pages,
			"<</Type /Page /Parent 2 0 R /MediaBox [0 0 20000 20000]>>"),
		"fields in a circle": form("<</T (a) /Kids [5 0 R] /Parent 5 0 R>>"),
		"nested fields":      nestedFields(10_000),
		"a bomb as a value":  bomb(t, "an answer"),
		"deep brackets":      readertest.BuildPDF("<</Type /Catalog /Pages 2 0 R /X "+deep+">>", pages, page),
		"only a header":      []byte("%PDF-1.7\n"),
		"not a PDF":          []byte("MZ"),
		"nothing":            nil,
	} {
		began := time.Now()
		_, err := readAll(engine, file)
		t.Logf("%s: %v, %v", name, err, time.Since(began).Round(time.Millisecond))
		if took := time.Since(began); took > time.Minute {
			t.Errorf("%s takes %v", name, took)
		}
		if err != nil {
			isRussian(t, err)
		}
	}
	var m runtime.MemStats
	if runtime.ReadMemStats(&m); m.Sys > 3<<30 {
		t.Errorf("%d MB of memory taken", m.Sys>>20)
	}
}

// TestTimeout checks that an endless operation ends at its time limit.
func TestTimeout(t *testing.T) {
	file := bomb(t, "font of forms")
	ctx, cancel := context.WithCancel(t.Context())
	started, err := reader.Start(ctx, engine.Cache())
	if err != nil {
		t.Fatal(err)
	}
	defer started.Close()
	time.AfterFunc(time.Second, cancel)
	began := time.Now()
	_, err = readAll(started, file)
	if err == nil || !strings.Contains(err.Error(), "слишком сложен") {
		t.Errorf("error %v", err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
}

func bomb(t *testing.T, name string) []byte {
	t.Helper()
	made, err := readertest.Bomb(paper(t, "pdf"), name)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// within starts an engine with an allowance.
func within(t *testing.T, allowed time.Duration) (context.Context, *reader.Engine) {
	t.Helper()
	ctx, cancel := budget.Context(t.Context(), allowed, errors.New("costly"))
	t.Cleanup(cancel)
	started, err := reader.StartCached(ctx, engine.Folder())
	if err != nil {
		t.Fatal(err)
	}
	return ctx, started
}

// TestLimit checks that a file over its limit fails.
func TestLimit(t *testing.T) {
	start(t) // compiles
	for _, name := range []string{"tiles", "font of forms", "a form of fields"} {
		file, began := bomb(t, name), time.Now()
		_, engine := within(t, time.Second/5)
		if _, err := readAll(engine, file); err == nil || !strings.Contains(err.Error(), "слишком сложен") {
			t.Errorf("%s: error %v", name, err)
		}
		if took := time.Since(began); took > 20*time.Second {
			t.Errorf("%s takes %v", name, took)
		}
	}
}

// TestReprint checks that work on a reprint does not count while it says what a page takes, and counts otherwise.
func TestReprint(t *testing.T) {
	start(t)
	const allowed = time.Second / 10
	file := paper(t, "pdf")
	for _, predicts := range []bool{true, false} {
		ctx, engine := within(t, allowed)
		reprint, err := engine.OpenReprint(file)
		if err != nil {
			t.Fatal(err)
		}
		defer reprint.Close()
		end := func() {}
		if predicts {
			end = reprint.Predict()
		}
		for began := time.Now(); time.Since(began) < 3*allowed && err == nil; {
			_, err = reprint.Text(0)
		}
		if end(); predicts != (err == nil && ctx.Err() == nil) {
			t.Errorf("predicts %t: %v, %v", predicts, err, ctx.Err())
		}
	}
}

// FuzzPDF checks that no file breaks the engine.
func FuzzPDF(f *testing.F) {
	engine := start(f)
	f.Add(attachment(stream("", "a = 1")))
	f.Add(readertest.BuildPDF(catalog, "<</Type /Pages /Kids [2 0 R] /Count 1>>"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := readAll(engine, file); err != nil {
			isRussian(t, err)
		}
	})
}

// FuzzControls checks that no markup causes a panic.
func FuzzControls(f *testing.F) {
	for _, test := range controls {
		f.Add(closed(test.body))
	}
	f.Fuzz(func(t *testing.T, body string) {
		read, err := reader.Controls(archive(t, map[string]string{"word/document.xml": body}))
		if err != nil {
			isRussian(t, err)
		}
		for _, field := range read.Fields {
			if field.Name == "" || len(field.Value) > len(body) {
				t.Errorf("%+v", field)
			}
		}
	})
}

// FuzzDOCX checks that no file causes a panic.
func FuzzDOCX(f *testing.F) {
	f.Add(
		archive(
			f,
			map[string]string{
				"customXml/item1.xml": `<source xmlns="` + origin.Namespace + `"><file name="a">YQ==</file></source>`,
			},
		),
	)
	f.Fuzz(func(t *testing.T, file []byte) {
		if list, err := reader.DOCX(file); err != nil {
			isRussian(t, err)
		} else if _, err := origin.Find(list); err != nil {
			isRussian(t, err)
		}
	})
}

// TestTooManyElements: a DOCX with more elements than are read is not called damaged,
// whichever part has them. A run by hand takes one of the parts.
func TestTooManyElements(t *testing.T) {
	for i, kind := range []string{"fontTable", "settings", "webSettings", "numbering"} {
		if !effort.Takes(i, 4, 1) {
			continue
		}
		_, err := reader.ReadWords(t.Context(), docx(t, "", map[string]string{
			"word/_rels/document.xml.rels": fmt.Sprintf(relationships, related(kind, "x.xml")),
			"word/x.xml":                   "<x>" + strings.Repeat("<y/>", opc.MaxElements) + "</x>"}))
		if err == nil || !strings.Contains(err.Error(), "слишком велик") {
			t.Errorf("%s: %v", kind, err)
		}
	}
}
