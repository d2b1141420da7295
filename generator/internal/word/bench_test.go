package word_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	library "github.com/nguyenthenguyen/docx"

	"protokol/generator/internal/compose/composetest"
	"protokol/generator/internal/origin"
	"protokol/generator/internal/word"
)

// letterBody is a letter with as many names as letters usually have.
var letterBody = p("{дата | цифрами} № {номер}") + p("{председатель | кому}, {председатель.должность | кому}") +
	p(strings.Repeat("Слова письма, которые не меняются от адресата к адресату. ", 12)) +
	p("{орган | рд} {вид} {место} {начало}") + p("{секретарь} {секретарь.должность} {повестка} {участники | инициалы}")

// stylesPart is a part that a template has beside its text.
var stylesPart = map[string]string{"word/styles.xml": "<w:styles>" +
	strings.Repeat("<w:style w:styleId=\"a\"/>", 1500) +
	"</w:styles>"}

// BenchmarkFill fills and writes a letter with twelve names.
func BenchmarkFill(b *testing.B) {
	tpl, err := word.Open("x.docx", pack(b, letterBody, stylesPart))
	if err != nil {
		b.Fatal(err)
	}
	m := composetest.Meeting(b, source)
	b.ReportAllocs()
	for b.Loop() {
		paper, _, _ := tpl.Fill(frameOf(b, m))
		if err := paper.Write(io.Discard, origin.Origin{Choices: origin.Choices{Kind: "letter"}}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReplace is the bare loop of the library: as many names, one Replace each.
func BenchmarkReplace(b *testing.B) {
	file := pack(b, letterBody, map[string]string{"word/styles.xml": stylesPart["word/styles.xml"],
		"word/_rels/document.xml.rels": "<Relationships/>"})
	read, err := library.ReadDocxFromMemory(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		d := read.Editable()
		for range 13 {
			if err := d.Replace("{дата | цифрами}", "12.03.2026", -1); err != nil {
				b.Fatal(err)
			}
		}
		if err := d.Write(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
