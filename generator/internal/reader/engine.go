package reader

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	fault "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/tetratelabs/wazero"

	"protokol/generator/internal/budget"
)

// Engine opens PDFs, each in its own sandbox. It is not safe for concurrent
// use.
type Engine struct {
	// Limit is the time limit of an operation on a small file, such as listing
	// its attachments or rendering a page. It applies to files opened later.
	// Zero means no limit.
	Limit time.Duration

	ctx    context.Context
	clock  budget.Clock // limits operations; may be nil
	watch  budget.Clock // measures them; may be nil
	module *module
	shared bool          // the module outlives the engine
	starts time.Duration // the minimum time limit in starts of a sandbox; 0 for none
}

// Start starts the engine. When ctx ends, a running operation fails; the clocks of
// package budget in ctx limit and measure operations. The cache keeps compiled code between processes; it may be nil.
func Start(ctx context.Context, cache wazero.CompilationCache) (*Engine, error) {
	m, err := compile(ctx, cache)
	if err != nil {
		return nil, err
	}
	return &Engine{ctx: ctx, clock: budget.ClockOf(ctx), watch: budget.WatchOf(ctx), module: m}, nil
}

// Close releases the resources of the engine.
func (e *Engine) Close() error {
	if e.shared {
		return nil
	}
	return e.module.pool.Close()
}

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
	if e.ctx.Err() != nil {
		return nil, tooSlow
	}
	p := &PDF{engine: e, file: file, size: len(file), allowed: e.Limit}
	if err := p.start(); err != nil {
		return nil, err
	}
	defer p.limit()()
	doc, err := p.sandbox.OpenDocument(&requests.OpenDocument{File: &file})
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

const tooSlow = refusal("файл слишком сложен или компьютер занят: чтение не уложилось в отведённое время")

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
	began, stop := p.engine.watch.Now(), p.engine.clock.After(allowed, p.kill)
	return func() {
		stop()
		p.took = p.engine.watch.Now() - began
	}
}

// Limited limits several operations together to so many times the limit of one, until end is
// called.
func (p *PDF) Limited(times int) (end func()) {
	if p.allowed == 0 {
		return func() {}
	}
	stop := p.engine.clock.After(time.Duration(times)*(p.allowed+time.Duration(p.size>>20)*time.Second/10), p.kill)
	return func() { stop() }
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
