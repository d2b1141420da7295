package opc

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// TestNewDecoder: markup that only some programs read is an error.
func TestNewDecoder(t *testing.T) {
	const many = ` a="" b="" c="" d="" e="" f="" g="" h="" i="" j="" k="" l="" m="" n="" o="" p=""`
	for content, want := range map[string]error{
		`<?xml version="1.0"?><a><b c="1" x:c="2" xmlns:x="y"/><!-- z --></a><!-- z -->`: nil,
		`<a` + many + `/>`:                        nil,
		`<!DOCTYPE a><a/>`:                        errDeclaration,
		`<a b="1" b="2"/>`:                        errAttribute,
		`<a` + many + ` a=""/>`:                   errAttribute,
		`<a xmlns:x="y" xmlns:z="y" xmlns:x=""/>`: errAttribute,
		`<a/><a/>`:                                errBehind,
		"\ufeff<?xml version='1.0' encoding=\"utf-8\" standalone='no' ?>\n<a/>": nil,
		"<?xml version=\"1.0\" encoding = 'UTF-8'?><?x y?><a/>":                 nil,
		`<?xml version="1.0" encoding = "windows-1251"?><a/>`:                   errEncoding,
		`<?xml version="1.0" encoding="UTF-8" encoding = "KOI8-R"?><a/>`:        errEncoding,
		`<?xml version = "1.1" encoding="UTF-8"?><a/>`:                          errEncoding,
		`<a><?xml version="1.0" encoding = "ISO-8859-1"?></a>`:                  errEncoding,
		`<!-- z --><?xml version="1.0"?><a/>`:                                   errEncoding,
		`<?XML version="1.0"?><a/>`:                                             errEncoding,
	} {
		decoder := NewDecoder(strings.NewReader(content))
		var err error
		for err == nil {
			_, err = decoder.Token()
		}
		if want == nil {
			want = io.EOF
		}
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", content, err, want)
		}
	}
}

// TestNewLimited: parts share a limit.
func TestNewLimited(t *testing.T) {
	left := 3
	for i, want := range []error{io.EOF, ErrTooMany} {
		decoder := NewLimited(strings.NewReader("<a><b/></a>"), &left)
		var err error
		for err == nil {
			_, err = decoder.Token()
		}
		if !errors.Is(err, want) {
			t.Errorf("part %d: %v, want %v", i, err, want)
		}
	}
}
