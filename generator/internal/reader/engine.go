package reader

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	fault "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/tetratelabs/wazero"

	"protokol/generator/internal/budget"
)

// Engine opens PDFs, each in its own sandbox. It is not safe for concurrent
// use.
type Engine struct {
	ctx    context.Context
	module *module
	shared bool // the module outlives the engine
}

// Start starts the engine. When ctx ends, a running operation fails. The cache keeps compiled code between processes;
// it may be nil.
func Start(ctx context.Context, cache wazero.CompilationCache) (*Engine, error) {
	m, err := compile(ctx, cache)
	if err != nil {
		return nil, err
	}
	return &Engine{ctx: ctx, module: m}, nil
}

// Close releases the resources of the engine.
func (e *Engine) Close() error {
	if e.shared {
		return nil
	}
	return e.module.pool.Close()
}

// Open opens a PDF. The error is a message for the user.
func (e *Engine) Open(file []byte) (*PDF, error) { return e.open(&PDF{engine: e, file: file}) }

// OpenReprint opens a paper that was printed again, which does not count. See Predict.
func (e *Engine) OpenReprint(file []byte) (*PDF, error) {
	p := &PDF{engine: e, file: file, opening: true}
	p, err := e.open(p)
	if err == nil {
		p.opening = false
	}
	return p, err
}

func (e *Engine) open(p *PDF) (*PDF, error) {
	file := p.file
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
	defer p.counted()()
	if err := p.start(); err != nil {
		return nil, err
	}
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

const tooSlow = refusal("файл слишком сложен или компьютер занят: чтение не уложилось в отведённое время; " +
	"закройте другие программы и повторите или возьмите компьютер быстрее")

var tooLarge = refusal(fmt.Sprintf("файл больше %d МБ", MaxFile>>20))

// Time for each letter of an honest file, twice over, and how many count. The first of a page, as many as an envelope
// has, stand for the page as well: it takes longer than its letters.
const (
	timePerLetter = 30 * time.Microsecond
	timePerFirst  = 90 * time.Microsecond
	firstLetters  = 100
	mostLetters   = 10_000 // of a page
)

// Limits of what Earn gives: for each page, half as much again as one full of words takes, and to a file, as much as
// some five hundred of these take. The time for every file is enough for some pages that take longer.
const (
	mostPerPage = 25 * time.Millisecond
	mostEarned  = 8 * time.Second
)

// Earn extends the allowance of the context of the engine by what it has taken since the last call, at most by what an
// honest file takes for a page with this text: nothing is left for other work. Pages with one text count once, and in
// all not more than a letter for two bytes of the file: honest texts take more, while what hostile pages share costs
// nothing to write. Pages of a few letters earn nearly nothing, and short files little, whatever they are made of.
func (p *PDF) Earn(text string) {
	worth := p.worth(text)
	earned := min(worth, p.spent, min(time.Duration(len(p.earned))*mostPerPage, mostEarned)-p.taken)
	p.spent, p.taken = 0, p.taken+earned
	budget.Extend(p.engine.ctx, earned)
}

// worth returns by how much a text extends the allowance.
func (p *PDF) worth(text string) time.Duration {
	sum := sha256.Sum256([]byte(text))
	if text == "" || p.earned[sum] {
		return 0
	}
	if p.earned == nil {
		p.earned = map[[sha256.Size]byte]bool{}
	}
	p.earned[sum] = true
	letters := min(utf8.RuneCountInString(text), mostLetters, len(p.file)/2-p.letters)
	p.letters += letters
	first := min(letters, firstLetters)
	return timePerFirst*time.Duration(first) + timePerLetter*time.Duration(letters-first)
}

// Time for the fields and the font of a page of a form, twice over, and how many pages have it.
const (
	timePerForm = 40 * time.Millisecond
	mostForms   = 50
)

// AllowForms extends the allowance of the context of the engine by what the pages of honest forms take, in addition to
// their texts.
func (p *PDF) AllowForms() {
	budget.Extend(p.engine.ctx, timePerForm*time.Duration(min(p.pages, mostForms)))
}

// timesReprint is how many times as long as for its reprint the engine and the comparison may take for a page, apart
// from the allowance of the context of the engine: an honest page takes as long, and is compared.
const timesReprint = 2

// mostReprinted is how much the engine may take for a page of a reprint apart from the allowance: several times as much
// as for one full of words, drawn on screen and in print. The source may print pages that take minutes to draw.
const mostReprinted = 200 * time.Millisecond

// Predict reports the comparison of a page of a reprint until end is called: what the engine takes for the reprint does
// not count, up to a limit, and says how much time the comparison has of its own.
func (p *PDF) Predict() (end func()) {
	p.predicted, p.reprinted = &budget.Share{}, budget.NewShare(budget.Work(p.engine.ctx, mostReprinted))
	done := p.predicted.Use(p.engine.ctx)
	return func() {
		done()
		p.predicted, p.reprinted = nil, nil
	}
}

// Further returns a function that reports whether work that proves nothing more has taken so much time.
func (p *PDF) Further(most time.Duration) (over func() bool) {
	took := budget.Since(p.engine.ctx)
	most = budget.Work(p.engine.ctx, most)
	return func() bool { return took() > most }
}

// counted counts an operation until end is called.
func (p *PDF) counted() (end func()) {
	if !p.opening && p.predicted == nil {
		done := (&budget.Share{}).Use(p.engine.ctx)
		return func() { p.spent += done() }
	}
	if p.predicted == nil {
		needed := budget.Needed(p.engine.ctx)
		return func() { needed() }
	}
	left, done := p.reprinted.Left(), p.reprinted.Use(p.engine.ctx)
	return func() {
		done()
		p.predicted.Add(timesReprint * (left - p.reprinted.Left()))
	}
}

// over returns an error if the time for the file was exceeded. It must be checked
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
