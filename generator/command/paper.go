package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/tetratelabs/wazero"

	"protokol/generator/internal/origin"
	"protokol/generator/internal/reader"
)

// patience is how long a paper may take to be read or compared: a hostile one
// would take for ever.
const patience = 3 * time.Minute

var errTooLong = errors.New("файл слишком сложен: проверка не уложилась в отведённое время")

var errOLE = errors.New("это старый .doc или DOCX под паролем; сохраните его как DOCX без пароля")

// attached takes the files out of a paper, PDF or DOCX.
func attached(ctx context.Context, file []byte) ([]origin.Attachment, error) {
	if reader.IsDOCX(file) {
		return reader.DOCX(file)
	}
	if reader.IsOLE(file) {
		return nil, errOLE
	}
	if len(file) > 0 && !reader.IsPDF(file) {
		return nil, errors.New("это не PDF и не DOCX")
	}
	engine, err := startEngine(ctx)
	if err != nil {
		return nil, err
	}
	defer engine.Close()
	paper, err := engine.Open(file)
	if err != nil {
		return nil, err
	}
	defer paper.Close()
	return paper.Attachments()
}

// How long one look at a paper may take at least, and one at its reprint, which
// is as long as its source asks for.
const (
	limit      = time.Second / 2 // a dozen times what the picture of a page takes
	limitOfOwn = 20 * time.Second
)

// startEngine starts the reader of PDFs with its code compiled before, where
// the user's cache can be written to. A machine that takes long to start it is
// given more time for all that follows.
func startEngine(ctx context.Context) (*reader.Engine, error) {
	// The memory set aside for papers counts as used: garbage must not wait
	// until there is four times as much of it.
	debug.SetGCPercent(25)
	began := time.Now()
	var cache wazero.CompilationCache
	if dir, err := os.UserCacheDir(); err == nil {
		if kept, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "protokol")); err == nil {
			cache = kept
		}
	}
	engine, err := reader.Start(ctx, cache)
	if err != nil {
		return nil, err
	}
	engine.Limit, engine.Clock = max(limit, 6*time.Since(began)), time.Now
	return engine, nil
}

// inPaper is an error in a paper of the user's.
func inPaper(name string, err error) error {
	if err == nil {
		return nil
	}
	return inputError{fmt.Errorf("%s: %w", name, err)}
}
