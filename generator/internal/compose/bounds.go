package compose

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html/template"
	"strings"
	"sync"
)

// Papers may contain the templates they were printed with, so templates are
// untrusted. This file limits the memory they use and ends their execution soon
// after the context is cancelled.

// maxFilled is the maximum size of a paper in bytes: some thousand pages.
const maxFilled = 16 << 20

// maxPrinted is the maximum length of a string that a template function
// returns, in bytes.
const maxPrinted = 1 << 20

// ErrEndless is returned for a template that writes more than it may.
var ErrEndless = errors.New("шаблон пишет без конца")

var errTooLong = errors.New("функция шаблона составляет слишком длинный текст")

// buffer receives the output of a template up to a limit and until a context is
// done.
type buffer struct {
	bytes.Buffer
	ctx    context.Context
	limit  int // bytes
	writes int
}

// start resets the buffer for another template.
func (s *buffer) start(ctx context.Context) {
	s.Reset()
	s.ctx, s.limit, s.writes = ctx, maxFilled, 0
	if limit, ok := ctx.Value(limitKey{}).(int); ok {
		s.limit = min(limit, maxFilled)
	}
}

type limitKey struct{}

// WithLimit returns a context in which a template may write only that many bytes. It is for untrusted templates
// and meetings, when the length of their paper is known.
func WithLimit(ctx context.Context, bytes int) context.Context {
	return context.WithValue(ctx, limitKey{}, bytes)
}

// writesBetweenChecks is the number of writes between checks of the context.
const writesBetweenChecks = 256

// buffers are reused; results are copies.
var buffers = sync.Pool{New: func() any { return new(buffer) }}

func (s *buffer) Write(b []byte) (int, error) {
	if s.writes++; s.writes%writesBetweenChecks == 0 && s.ctx.Err() != nil {
		return 0, context.Cause(s.ctx)
	}
	if s.Len()+len(b) > s.limit {
		return 0, ErrEndless
	}
	return s.Buffer.Write(b)
}

// bounded are the built-in functions that return strings made of strings.
// Applied to their own result they would double it every time.
var bounded = template.FuncMap{
	"print":    short(fmt.Sprint),
	"println":  short(fmt.Sprintln),
	"html":     short(template.HTMLEscaper),
	"js":       short(template.JSEscaper),
	"urlquery": short(template.URLQueryEscaper),
	"printf": func(format string, args ...any) (string, error) {
		if verbs := strings.Count(format, "%"); verbs > 100 || verbs*size(args) > 100*maxPrinted {
			return "", errTooLong
		}
		return short(func(args ...any) string { return fmt.Sprintf(format, args...) })(args...)
	},
}

func short(f func(...any) string) func(...any) (string, error) {
	return func(args ...any) (string, error) {
		if size(args) > maxPrinted {
			return "", errTooLong
		}
		text := f(args...)
		if len(text) > maxPrinted {
			return "", errTooLong
		}
		return text, nil
	}
}

// size returns the total length of the strings among arguments.
func size(args []any) (n int) {
	for _, a := range args {
		if s, ok := a.(string); ok {
			n += len(s)
		}
	}
	return n
}
