package reader

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/klippa-app/go-pdfium"
	fault "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// maxMemory is what the sandbox of one file may take, in pages of 64 KB: 256 MB.
const maxMemory = 4 << 10

// Engine opens PDFs, each in a sandbox of its own. It is for one goroutine.
type Engine struct {
	ctx  context.Context
	pool pdfium.Pool
}

// Start starts the engine. When ctx ends, whatever it is doing stops with an
// error. The cache keeps compiled code between processes; nil does without.
func Start(ctx context.Context, cache wazero.CompilationCache) (*Engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true).
		WithMemoryLimitPages(maxMemory)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MaxIdle: 1, MaxTotal: 2, // a paper, and the one it is compared with
		RuntimeConfig: config, FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("не запускается PDFium: %w", err)
	}
	return &Engine{ctx, pool}, nil
}

// Close frees what the engine holds.
func (e *Engine) Close() error { return e.pool.Close() }

// patience is how long to wait for a free sandbox: forgetting to close a file
// is a slip in the program, not in the file.
const patience = 10 * time.Second

// Open opens a PDF. The error says, for the user, why it cannot be read.
func (e *Engine) Open(file []byte) (*PDF, error) {
	switch {
	case len(file) == 0:
		return nil, refusal("файл пуст")
	case len(file) > MaxFile:
		return nil, tooLarge
	case !IsPDF(file):
		return nil, refusal("это не PDF")
	}
	sandbox, err := e.pool.GetInstance(patience)
	if err != nil && e.ctx.Err() != nil {
		return nil, e.explain(err)
	}
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	p := &PDF{engine: e, sandbox: sandbox, size: int64(len(file))}
	doc, err := sandbox.OpenDocument(&requests.OpenDocument{File: &file})
	if err == nil {
		p.doc = doc.Document
		err = p.count()
	}
	if err != nil {
		p.Close()
		return nil, e.explain(err)
	}
	return p, nil
}

// refusal is an error in words for the user.
type refusal string

func (r refusal) Error() string { return string(r) }

var tooLarge = refusal(fmt.Sprintf("файл больше %d МБ", MaxFile>>20))

// explain tells a user what the engine's error means.
func (e *Engine) explain(err error) error {
	var known refusal
	switch {
	case err == nil:
		return nil
	case e.ctx.Err() != nil:
		return refusal("файл слишком сложен: чтение не уложилось в отведённое время")
	case errors.As(err, &known):
		return err
	case errors.Is(err, fault.ErrPassword), errors.Is(err, fault.ErrSecurity):
		return refusal("файл зашифрован; снимите защиту паролем и повторите")
	case strings.Contains(err.Error(), "wasm error"): // the sandbox burst
		return refusal("файл повреждён или требует слишком много памяти")
	}
	return refusal("файл повреждён: PDF не читается")
}
