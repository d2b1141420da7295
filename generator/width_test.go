package generator

import (
	"bytes"
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

const (
	maxColumns  = 120 // of a line of Go, CSS or JavaScript
	tabColumns  = 4
	longLiteral = 100 // columns of a literal that a line may be wider for
)

// TestLineWidth checks that no line is wider than maxColumns. The only
// exception is a line with a literal of longLiteral columns or more, because
// Go cannot break a struct tag or a line of a raw string, and a URL or data of
// a test is harder to read in pieces.
func TestLineWidth(t *testing.T) {
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() && entry.Name() == ".cache" { // programs of .ci/run
			return filepath.SkipDir
		}
		find, checked := wideFinders[filepath.Ext(name)]
		if err != nil || entry.IsDir() || !checked {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, line := range find(src) {
			t.Errorf("%s:%d: wider than %d columns", name, line, maxColumns)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// wideFinders find the lines that are too wide, by the extension of the file.
var wideFinders = map[string]func(src []byte) []int{".go": wideLines, ".css": widerThanMax, ".js": widerThanMax}

// widerThanMax returns the numbers of the lines that are wider than maxColumns.
func widerThanMax(src []byte) (numbers []int) {
	for i, line := range bytes.Split(src, []byte("\n")) {
		if columns(string(line)) > maxColumns {
			numbers = append(numbers, i+1)
		}
	}
	return numbers
}

// TestWideLines checks wideLines.
func TestWideLines(t *testing.T) {
	long := strings.Repeat("я", longLiteral)
	for src, want := range map[string]int{
		"var a = 1 // " + long[:2*80]:                     0,
		"\t\t\t\tvar a = 1 // " + long:                    1,
		"var a = f(b, c, d, e, \"" + long + "\")":         0,
		"var a = f(bcd, `" + long[:2*98] + "`, g, h, i)":  0,
		"var a = f(bcd, `" + long[:2*97] + "`, g, h, ij)": 1,
		"var a = `\n" + long + long + "\n`":               0,
		"type a struct { b int `c:\"" + long + "\"` }":    0,
		"/*\n" + long + long + "\n*/":                     1,
	} {
		if got := wideLines([]byte("package a\n" + src + "\n")); len(got) != want {
			t.Errorf("%s: wide lines %v, want %d", src, got, want)
		}
	}
}

// wideLines returns the numbers of the lines of a Go file that are too wide.
func wideLines(src []byte) []int {
	exempt := linesOfLiterals(src)
	return slices.DeleteFunc(widerThanMax(src), func(line int) bool { return exempt[line] })
}

// linesOfLiterals returns the lines on which a string literal has at least
// longLiteral columns.
func linesOfLiterals(src []byte) map[int]bool {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(src))
	s.Init(file, src, nil, 0)
	lines := map[int]bool{}
	for {
		pos, kind, literal := s.Scan()
		if kind == token.EOF {
			return lines
		}
		if kind != token.STRING {
			continue
		}
		for i, part := range strings.Split(literal, "\n") {
			if columns(part) >= longLiteral {
				lines[file.Line(pos)+i] = true
			}
		}
	}
}

func columns(line string) int {
	return utf8.RuneCountInString(line) + (tabColumns-1)*strings.Count(line, "\t")
}
