// Package tomlfile reads TOML files into Go structs and keeps the place of every
// key, so that problems found later can be located. Values are written here, too (write.go).
//
// BurntSushi/toml decodes the file, in parts that are remembered (decode.go). It reports only the last position of
// a key in an array of tables, so the places come from a second pass with the parser of go-toml (index.go). Values
// are bound to structs here, to report all wrong types and unknown keys at once (bind.go).
package tomlfile

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"protokol/generator/diag"
)

// File is a decoded TOML file with the places of its keys.
type File struct {
	Name   string
	data   map[string]any   // of decoder: only the outermost map may be changed
	places map[string]place // by dotted path
	sections
	base *File // merged in; may be nil
}

// sections are the tables that have headers.
type sections struct {
	headers map[string]bool   // by dotted path
	below   map[string]string // by the path of a table, "" for the file: its first table with a header
}

// add records a header. Tables around it may have been recorded before.
func (s sections) add(path string) {
	s.headers[path] = true
	for around := path; around != ""; {
		around = tableAround(around)
		if _, known := s.below[around]; known {
			return
		}
		s.below[around] = path
	}
}

// tableAround is the path of the table that a table with a header is in.
func tableAround(path string) string { return path[:max(0, strings.LastIndexByte(path, '.'))] }

// fileOf returns the file that contains a key: this one or the one merged in.
func (f *File) fileOf(path string) *File {
	if f.base != nil && f.places[path].file == f.base.Name {
		return f.base
	}
	return f
}

// place is the place of a key and its value, maybe in a file that was merged in.
type place struct {
	file         string
	line, column int
	width        int
	valueLine    int // 0 when the value has no place of its own
	valueColumn  int
	valueWidth   int
}

// Parse reads TOML. Name is the file as the user calls it. Problems are invalid
// UTF-8, control characters, dates that do not exist and the first syntax error. The
// File is nil if nothing could be decoded.
func Parse(name string, src []byte) (*File, diag.List) {
	p := parser{name: name}
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	switch {
	case len(src) > MaxSize:
		p.add(diag.Problem{Line: 1, Column: 1, Message: fmt.Sprintf("файл больше %d МБ", MaxSize>>20),
			Hint: "похоже, это не файл заседания: проверьте имя"})
	case !utf8.Valid(src) || bytes.IndexByte(src, 0) >= 0:
		p.encoding(src)
	case bytes.Count(src, []byte{'\r'}) > 1 && bytes.IndexByte(src, '\n') < 0:
		p.add(diag.Problem{Line: 1, Column: 1,
			Message: "строки файла кончаются, как на старых Mac: для TOML весь файл — одна строка",
			Hint: "сохраните его с концами строк Windows или Unix: в Notepad++ «Правка → Формат конца строк», " +
				"в Kate «Сервис → Конец строки»"})
	case depth(src) > maxDepth:
		p.add(
			diag.Problem{
				Line:    1,
				Column:  1,
				Message: fmt.Sprintf("скобки или ключи вложены глубже %d уровней", maxDepth),
				Hint:    "похоже, это не файл заседания: проверьте имя",
			},
		)
	default:
		return p.parse(src)
	}
	return nil, p.problems
}

// decoder keeps the values of files that were read.
var decoder = NewDecoder(func(values map[string]any) { normalize(values) })

// parser collects the problems of a file.
type parser struct {
	name     string
	problems diag.List
}

func (p *parser) add(problem diag.Problem) {
	problem.File = p.name
	p.problems = append(p.problems, problem)
}

// at adds a problem with a place: bytes from to of the source.
func (p *parser) at(src []byte, from, to int, key, message, hint string) {
	line, column := position(src, from)
	p.add(
		diag.Problem{
			Line:    line,
			Column:  column,
			Width:   utf8.RuneCount(src[from:to]),
			Key:     key,
			Message: message,
			Hint:    hint,
		},
	)
}

func (p *parser) parse(src []byte) (*File, diag.List) {
	clean := p.controls(src)
	f := &File{Name: p.name, places: map[string]place{}, sections: sections{map[string]bool{}, map[string]string{}}}
	clean, ok := p.index(clean, f)
	if !ok {
		return nil, p.problems.Sorted()
	}
	var err error
	if f.data, err = decoder.Decode(string(clean)); err != nil {
		p.syntax(src, err)
		return nil, p.problems.Sorted()
	}
	isWrong := func(value string) bool {
		_, found := forbidden(value)
		return found || driveEscape.MatchString(value)
	}
	if !f.AnyText(isWrong) {
		return f, p.problems.Sorted()
	}
	f.Strings(func(key, value string) {
		switch r, ok := forbidden(value); {
		case driveEscape.MatchString(value):
			p.problems = append(p.problems, f.Locate(diag.Problem{Key: key,
				Message: pathMessage, Hint: `путь пишется с прямыми чертами: "C:/папка/файл.png"`}))
		case ok:
			p.problems = append(p.problems, f.Locate(diag.Problem{
				Key: key, Message: "в тексте управляющий символ " + codePoint(r), Hint: "удалите его"}))
		}
	})
	return f, p.problems.Sorted()
}

// position is the line and the column, in characters, of a byte.
func position(src []byte, offset int) (line, column int) {
	before := src[:min(offset, len(src))]
	line = 1 + bytes.Count(before, []byte("\n"))
	return line, 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
}

// Strings visits every text of the file with its dotted path, tables in the
// order of their keys.
func (f *File) Strings(visit func(key, value string)) {
	f.Values(func(key string, value any) {
		if text, ok := value.(string); ok {
			visit(key, text)
		}
	})
}

// Values visits every value of the file that is not a list or table, as Strings does
// the texts.
func (f *File) Values(visit func(key string, value any)) { visitValues("", f.data, visit) }

func visitValues(key string, value any, visit func(key string, value any)) {
	switch v := value.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			visitValues(join(key, k), v[k], visit)
		}
	case []map[string]any:
		for i, inner := range v {
			visitValues(element(key, i), inner, visit)
		}
	case []any:
		for i, inner := range v {
			visitValues(element(key, i), inner, visit)
		}
	default:
		visit(key, value)
	}
}

// AnyText reports whether a predicate holds for a text of the file. It is faster than Strings, which finds the paths.
func (f *File) AnyText(holds func(value string) bool) bool { return anyText(f.data, holds) }

func anyText(value any, holds func(value string) bool) bool {
	switch v := value.(type) {
	case string:
		return holds(v)
	case map[string]any:
		for _, inner := range v {
			if anyText(inner, holds) {
				return true
			}
		}
	case []map[string]any:
		return slices.ContainsFunc(v, func(inner map[string]any) bool { return anyText(inner, holds) })
	case []any:
		return slices.ContainsFunc(v, func(inner any) bool { return anyText(inner, holds) })
	}
	return false
}

// join adds a key to a path.
func join(path, key string) string {
	if path == "" {
		return Key(key)
	}
	return path + "." + Key(key)
}

func element(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// parent is the path without its last step.
func parent(path string) string {
	return path[:max(0, strings.LastIndexAny(path, ".["))]
}

// Locate sets the place of a problem by its key: that of the value, or else of the
// key, of the nearest enclosing table, or the beginning of the file. Offset and
// Width select a part of the value.
func (f *File) Locate(p diag.Problem) diag.Problem {
	offset, width := p.Offset, p.Width
	p.File, p.Line, p.Column, p.Offset, p.Width = f.Name, 1, 1, 0, 0
	for path := p.Key; path != ""; path = parent(path) {
		at, ok := f.places[path]
		if !ok {
			continue
		}
		p.File, p.Line, p.Column, p.Width = at.file, at.line, at.column, at.width
		if path == p.Key && at.valueLine > 0 {
			p.Line, p.Column, p.Width = at.valueLine, at.valueColumn, at.valueWidth
			if quoted := p.Width - 2; (offset > 0 || width > 0) && offset <= quoted {
				p.Column, p.Width = p.Column+1+offset, max(1, min(width, quoted-offset))
			}
		}
		break
	}
	return p
}

// locateKey places a problem at its key and never at the value.
func (f *File) locateKey(p diag.Problem) diag.Problem {
	if at, ok := f.places[p.Key]; ok && at.line > 0 {
		p.File, p.Line, p.Column, p.Width = at.file, at.line, at.column, at.width
		return p
	}
	return f.Locate(p)
}

// Has reports whether the file has a top-level key.
func (f *File) Has(key string) bool {
	_, ok := f.data[key]
	return ok
}

// HasIn reports whether a top-level table of the file has a key.
func (f *File) HasIn(table, key string) bool {
	keys, _ := f.data[table].(map[string]any)
	_, ok := keys[key]
	return ok
}

// String returns the string under a top-level key, or "".
func (f *File) String(key string) string {
	s, _ := f.data[key].(string)
	return s
}
