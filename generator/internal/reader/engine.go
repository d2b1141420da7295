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

// Memory of one sandbox, in bytes: what most papers need, and the limit.
const (
	usualMemory = 64 << 20
	maxMemory   = 256 << 20
)

// memory is the linear memory of a sandbox. It is reallocated once, to the limit:
// growing in small steps would leave four times as much garbage.
type memory struct{ bytes []byte }

func (m *memory) Reallocate(size uint64) []byte {
	switch {
	case size > maxMemory:
		return nil // the module traps
	case size > uint64(cap(m.bytes)):
		m.bytes = append(make([]byte, 0, maxMemory), m.bytes...)
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

func (m *memory) Free() {} // left to the garbage collector

// Engine opens PDFs, each in its own sandbox. It is not safe for concurrent
// use.
type Engine struct {
	// Limit is the time limit of an operation on a small file, such as listing
	// its attachments or rendering a page. It applies to files opened later.
	// Zero means no limit.
	Limit time.Duration
	Clock func() time.Time // measures operations, for LimitLike; may be nil

	ctx  context.Context
	pool pdfium.Pool
}

// Start starts the engine. When ctx ends, a running operation fails. The cache
// keeps compiled code between processes; it may be nil.
func Start(ctx context.Context, cache wazero.CompilationCache) (*Engine, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	bounded := experimental.WithMemoryAllocator(
		ctx,
		experimental.MemoryAllocatorFunc(func(_, _ uint64) experimental.LinearMemory {
			return &memory{make([]byte, 0, usualMemory)}
		}),
	)
	pool, err := webassembly.Init(webassembly.Config{
		Context: bounded, MaxIdle: 1, MaxTotal: 2, // a paper and the one
		RuntimeConfig: config, FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, fmt.Errorf("не запускается PDFium: %w", err)
	}
	return &Engine{ctx: ctx, pool: pool}, nil
}

// Close releases the resources of the engine.
func (e *Engine) Close() error { return e.pool.Close() }

// patience limits the wait for a free sandbox: running out of them means that the
// program does not close its files.
const patience = 10 * time.Second

// Open opens a PDF. The error is a message for the user.
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
	p := &PDF{engine: e, sandbox: sandbox, file: file, size: len(file), allowed: e.Limit}
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

// refusal is an error message for the user.
type refusal string

func (r refusal) Error() string { return string(r) }

const tooSlow = refusal("файл слишком сложен: чтение не уложилось в отведённое время")

var tooLarge = refusal(fmt.Sprintf("файл больше %d МБ", MaxFile>>20))

// LimitLike extends the limit of each operation by four times what the last
// operation on another file took: a paper with large pictures is slow to render.
func (p *PDF) LimitLike(model *PDF) { p.model = model }

// limit starts the timer of an operation and returns the function that stops it.
// An operation over its limit, which grows by a tenth of a second for each megabyte
// of the file, loses its sandbox.
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
		p.sandbox.Kill() // fails if it is closed already
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

// over returns an error if an operation exceeded its limit. It must be checked
// where errors of the engine are ignored, because they also mean that something is
// absent.
func (p *PDF) over() error {
	if p.late.Load() || p.engine.ctx.Err() != nil {
		return tooSlow
	}
	return nil
}

// explain turns an error of the engine into a message for the user.
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
	case strings.Contains(err.Error(), "wasm error"): // out of memory
		return refusal("файл повреждён или требует слишком много памяти")
	}
	return refusal("файл повреждён: PDF не читается")
}
