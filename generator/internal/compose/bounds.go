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

// A paper may carry the templates it was printed with, so templates may come
// from anyone. What they can make of memory is bounded here, and their work ends
// soon after its context does.

// maxFilled is the size of the largest paper, bytes: some thousand pages.
const maxFilled = 16 << 20

// maxPrinted is the size of the longest text that a function of a template
// makes, bytes.
const maxPrinted = 1 << 20

var (
	errEndless = errors.New("шаблон пишет без конца")
	errTooLong = errors.New("функция шаблона составляет слишком длинный текст")
)

// buffer takes what a template writes, up to a limit and until a context ends.
type buffer struct {
	bytes.Buffer
	ctx    context.Context
	writes int
}

// start empties the buffer for another template.
func (s *buffer) start(ctx context.Context) {
	s.Reset()
	s.ctx, s.writes = ctx, 0
}

// writesBetweenChecks is how often a template writes before the context is
// looked at again.
const writesBetweenChecks = 256

// buffers are reused: what is read out of one is copied.
var buffers = sync.Pool{New: func() any { return new(buffer) }}

func (s *buffer) Write(b []byte) (int, error) {
	if s.writes++; s.writes%writesBetweenChecks == 0 && s.ctx.Err() != nil {
		return 0, context.Cause(s.ctx)
	}
	if s.Len()+len(b) > maxFilled {
		return 0, errEndless
	}
	return s.Buffer.Write(b)
}

// bounded are the functions every template has that make texts of texts. Each
// may be given what it made before, so that its text doubles every time.
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

// size is the length of the texts among arguments.
func size(args []any) (n int) {
	for _, a := range args {
		if s, ok := a.(string); ok {
			n += len(s)
		}
	}
	return n
}
