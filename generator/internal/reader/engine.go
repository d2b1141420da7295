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

// What the sandbox of one file may take, in bytes: usual papers do with the
// first.
const (
	usualMemory = 64 << 20
	maxMemory   = 256 << 20
)

// memory is that of a sandbox. It grows once: growing by little, as it is asked
// for, would leave four times as much behind.
type memory struct{ bytes []byte }

func (m *memory) Reallocate(size uint64) []byte {
	switch {
	case size > maxMemory:
		return nil // the sandbox bursts
	case size > uint64(cap(m.bytes)):
		m.bytes = append(make([]byte, 0, maxMemory), m.bytes...)
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

func (m *memory) Free() {} // the collector does, when the sandbox has stopped

// Engine opens PDFs, each in a sandbox of its own. It is for one goroutine.
type Engine struct {
	// Limit is how long one look at a file of no size may take, of those opened
	// from now on: its list of attachments, the words of a page, its picture.
	// Zero is no limit.
	Limit time.Duration
	Clock func() time.Time // measures looks, for Like; may be nil

	ctx  context.Context
	pool pdfium.Pool
}

// Start starts the engine. When ctx ends, whatever it is doing stops with an
// error. The cache keeps compiled code between processes; nil does without.
func Start(ctx context.Context, cache wazero.CompilationCache) (*Engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	bounded := experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(func(_, _ uint64) experimental.LinearMemory {
		return &memory{make([]byte, 0, usualMemory)}
	}))
	pool, err := webassembly.Init(webassembly.Config{
		Context: bounded, MaxIdle: 1, MaxTotal: 2, // a paper, and the one it is compared with
		RuntimeConfig: config, FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("не запускается PDFium: %w", err)
	}
	return &Engine{ctx: ctx, pool: pool}, nil
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
		return nil, tooSlow
	}
	if err != nil {
		return nil, fmt.Errorf("PDFium: %w", err)
	}
	p := &PDF{engine: e, sandbox: sandbox, size: len(file), allowed: e.Limit}
	defer p.limit()()
	doc, err := sandbox.OpenDocument(&requests.OpenDocument{File: &file})
	if err == nil {
		p.doc = doc.Document
		err = p.count()
	}
	if err != nil {
		p.Close()
		return nil, p.explain(err)
	}
	return p, nil
}

// refusal is an error in words for the user.
type refusal string

func (r refusal) Error() string { return string(r) }

const tooSlow = refusal("файл слишком сложен: чтение не уложилось в отведённое время")

var tooLarge = refusal(fmt.Sprintf("файл больше %d МБ", MaxFile>>20))

// Like says that a look at a file should not take much longer than the same look
// at another, taken right before: a paper with large pictures takes its time.
func (p *PDF) Like(model *PDF) { p.model = model }

// limit ends a look at a file that takes longer than an honest one of its size
// needs, and the sandbox with it: a tenth of a second for each megabyte more. It is
// to be called, and what it returns when the look is over.
func (p *PDF) limit() (end func()) {
	if p.allowed == 0 {
		return func() {}
	}
	allowed := p.allowed + time.Duration(p.size>>20)*time.Second/10
	if p.model != nil {
		allowed += 4 * p.model.took
	}
	timer := time.AfterFunc(allowed, func() {
		p.late.Store(true)
		p.sandbox.Kill() // an error says that it is closed already
	})
	if p.engine.Clock == nil {
		return func() { timer.Stop() }
	}
	began := p.engine.Clock()
	return func() {
		timer.Stop()
		p.took = p.engine.Clock().Sub(began)
	}
}

// over is an error when the time for a file is over: much that is not there is
// an error of the engine, too, and passed over.
func (p *PDF) over() error {
	if p.late.Load() || p.engine.ctx.Err() != nil {
		return tooSlow
	}
	return nil
}

// explain tells a user what the engine's error means.
func (p *PDF) explain(err error) error {
	var known refusal
	switch {
	case err == nil:
		return nil
	case p.over() != nil:
		return tooSlow
	case errors.As(err, &known):
		return err
	case errors.Is(err, fault.ErrPassword), errors.Is(err, fault.ErrSecurity):
		return refusal("файл зашифрован; снимите защиту паролем и повторите")
	case strings.Contains(err.Error(), "wasm error"): // the sandbox burst
		return refusal("файл повреждён или требует слишком много памяти")
	}
	return refusal("файл повреждён: PDF не читается")
}
