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

// TestWriters: the name of a property of programs in another namespace is none.
func TestWriters(t *testing.T) {
	for name, want := range map[xml.Name]bool{
		{Space: xmpPDF, Local: "Producer"}: true, {Space: "d:", Local: "Producer"}: false, {Local: "Producer"}: false,
		{Space: xmpBasic, Local: "CreateDate"}: false,
	} {
		if p := (Property{Name: name}); p.IsOfWriter() != want || p.IsOfProgram() != want {
			t.Errorf("%v: %v", name, !want)
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
