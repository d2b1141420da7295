package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/tetratelabs/wazero"

	"protokol/generator/origin"
	"protokol/generator/reader"
)

// patience is how long a paper may take to be read or compared: a hostile one
// would take for ever.
const patience = 3 * time.Minute

var errTooLong = errors.New("файл слишком сложен: проверка не уложилась в отведённое время")

// attached takes the files out of a paper, PDF or DOCX.
func attached(ctx context.Context, file []byte) ([]origin.Attachment, error) {
	if reader.IsDOCX(file) {
		return reader.DOCX(file)
	}
	if reader.IsOLE(file) {
		return nil, errors.New("это старый .doc или DOCX под паролем; сохраните его как DOCX без пароля")
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

// startEngine starts the reader of PDFs with its code compiled before, where
// the user's cache can be written to.
func startEngine(ctx context.Context) (*reader.Engine, error) {
	var cache wazero.CompilationCache
	if dir, err := os.UserCacheDir(); err == nil {
		if kept, err := wazero.NewCompilationCacheWithDir(filepath.Join(dir, "protokol")); err == nil {
			cache = kept
		}
	}
	return reader.Start(ctx, cache)
}

// inPaper is an error in a paper of the user's.
func inPaper(name string, err error) error {
	if err == nil {
		return nil
	}
	return inputError{fmt.Errorf("%s: %w", name, err)}
}
