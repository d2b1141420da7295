package cos

import (
	"encoding/xml"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestProperties: every way to write a property is read, and what programs read in their
// own ways is an error.
func TestProperties(t *testing.T) {
	const start = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><r:RDF xmlns:r="` + rdf + `" xmlns:d="d:"><r:Description`
	const end = `</r:Description></r:RDF></x:xmpmeta>`
	text := func(name, said string) Property { return Property{xml.Name{Space: "d:", Local: name}, said} }
	for packet, want := range map[string][]Property{
		start + ` d:a="1">` + end: {text("a", "1")},
		start + `><d:a> <r:Alt><r:li>1</r:li><r:li> 2 </r:li></r:Alt></d:a>` + end: {text("a", "1"), text("a", "2")},
		start + `><d:a r:resource="1"/>` + end:                                     {text("a", "1")},
		start + `><d:a><r:Bag><r:li r:resource="1"/></r:Bag></d:a>` + end:          {text("a", "1")},
		start + `><d:a><d:li>1</d:li></d:a>` + end:                                 {text("li", "1")},
		"": nil,
		`<!DOCTYPE x [<!ENTITY a "b">]>` + start + `>` + end:          {},
		start + `><d:a>&b;</d:a>` + end:                               {},
		start + `>`:                                                   {},
		`<?xml version="1.0" encoding="koi8-r"?>` + start + `>` + end: {},
		strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200):      {},
		start + `>` + strings.Repeat(" ", maxMetadata) + end:          {},
	} {
		got, err := Properties([]byte(packet))
		isError := want != nil && len(want) == 0
		if isError != (err != nil) || err == nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%.300s: %v, %v, want %v", packet, got, err, want)
		}
	}
}

// TestWriters checks that names of properties in other namespaces, and values that are not a
// program or a date, are not taken for those of programs.
func TestWriters(t *testing.T) {
	producer, changed := xml.Name{Space: xmpPDF, Local: "Producer"}, xml.Name{Space: xmpBasic, Local: "ModifyDate"}
	for p, want := range map[Property]bool{
		{producer, "iText® Core 8.0.5 (AGPL version) ©2000-2024 Apryse Group NV"}: true,
		{producer, "Microsoft® Word для Microsoft 365"}:                           true,
		{producer, "КриптоПро PDF 2.0"}:                                           true,
		{producer, "1С:Предприятие 8.3"}:                                          true,
		{producer, "Утверждено директором"}:                                       false,
		{producer, "Acrobat, копия верна"}:                                        false,
		{producer, "Acrobat\u202E"}:                                               false,
		{producer, strings.Repeat("Acrobat ", 100)}:                               false,
		{changed, "2026-03-12T10:20:30+03:00"}:                                    true,
		{changed, "2026-03-12"}:                                                   true,
		{changed, "утверждено 12.03.2026"}:                                        false,
		{xml.Name{Space: "d:", Local: "Producer"}, "Acrobat"}:                     false,
		{xml.Name{Local: "Producer"}, "Acrobat"}:                                  false,
		{xml.Name{Space: xmpBasic, Local: "CreateDate"}, "2026-03-12"}:            false,
	} {
		if p.IsOfWriter() != want || p.IsOfProgram() != want {
			t.Errorf("%v: %v", p, !want)
		}
	}
	for text, want := range map[string]bool{"Writer": true, "Секретарь": false} {
		if p := (Property{xml.Name{Space: xmpBasic, Local: "CreatorTool"}, text}); p.IsOfProgram() != want {
			t.Errorf("%v: %v", p, !want)
		}
	}
}

// FuzzProperties: no packet makes the reader panic or slow.
func FuzzProperties(f *testing.F) {
	f.Add([]byte(`<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="` + rdf + `">` +
		`<rdf:Description rdf:about="" a="b"><a rdf:resource="c"/><d><rdf:Seq><rdf:li>e</rdf:li></rdf:Seq></d>` +
		`</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`))
	f.Fuzz(func(t *testing.T, packet []byte) {
		begun := time.Now()
		list, err := Properties(packet)
		if took := time.Since(begun); took > time.Second+time.Duration(len(packet))*time.Microsecond {
			t.Errorf("%d bytes took %v", len(packet), took)
		}
		for _, p := range list {
			if err == nil && (p.Text == "" || p.Text != strings.TrimSpace(p.Text)) {
				t.Errorf("%v: %q", p.Name, p.Text)
			}
		}
	})
}
