package opc

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	const head = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	list, err := Read(strings.NewReader(head +
		`<Relationship Id="r1" Target="header1.xml"` +
		` Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"/>` +
		`<Relationship Id="r2" Target="/word/header2.xml"` +
		` Type="http://purl.oclc.org/ooxml/officeDocument/relationships/header"/>` +
		`<Relationship Id="r3" Target="https://example.org" TargetMode="External" Type="x/hyperlink"/>` +
		`</Relationships>`))
	if err != nil || len(list) != 3 {
		t.Fatal(list, err)
	}
	if list[0].Kind() != "header" || list[1].Kind() != "header" {
		t.Errorf("kinds %q and %q: strict and transitional differ", list[0].Kind(), list[1].Kind())
	}
	if list[0].IsExternal() || !list[2].IsExternal() || list[1].ID != "r2" {
		t.Errorf("%+v", list)
	}
	if list, err := Read(strings.NewReader(head + `<Relationship Id="r1"/><Relat`)); err == nil || len(list) != 1 {
		t.Errorf("a part that is cut: %v, %v", list, err)
	}
}

// TestPart checks the resolution of relative references (ECMA-376 part 2,
// 6.5.3).
func TestPart(t *testing.T) {
	for _, test := range []struct{ from, target, want string }{
		{"", "word/document.xml", "word/document.xml"},
		{"word/document.xml", "header1.xml", "word/header1.xml"},
		{"word/document.xml", "/customXml/item1.xml", "customXml/item1.xml"},
		{"word/document.xml", "../customXml/item1.xml", "customXml/item1.xml"},
		{"", "../../etc/passwd", "../../etc/passwd"}, // not the name of a part
	} {
		if got := (Relationship{Target: test.target}).Part(test.from); got != test.want {
			t.Errorf("%s from %q: %q, want %q", test.target, test.from, got, test.want)
		}
	}
}

// TestIsOdd: relationships that only some programs read are known, and attributes of other
// namespaces are not taken for those of a relationship.
func TestIsOdd(t *testing.T) {
	const space = "http://schemas.openxmlformats.org/package/2006/relationships"
	for element, odd := range map[string]bool{
		`<Relationship Id="r1" Target="a.xml"/>`:                                              false,
		`<Relationship xmlns:z="urn:z" Id="r1" Target="a.xml"/>`:                              false,
		`<Relationship xmlns:z="urn:z" Id="r1" Target="a.xml" z:Target="b.xml"/>`:             true,
		`<Relationship xmlns:z="urn:z" Id="r1" z:Target="b.xml" Target="a.xml"/>`:             true,
		`<Relationship xmlns="urn:z" Id="r1" Target="a.xml"/>`:                                true,
		`<x><Relationship Id="r2" Target="b.xml"/></x><Relationship Id="r1" Target="a.xml"/>`: true,
	} {
		list, err := Read(strings.NewReader(`<Relationships xmlns="` + space + `">` + element + `</Relationships>`))
		if err != nil || len(list) != 1 || list[0].IsOdd() != odd || list[0].Target != "a.xml" {
			t.Errorf("%s: %+v, %v", element, list, err)
		}
	}
	for root, odd := range map[string]bool{
		`Relationships xmlns="` + space + `"`:                             false,
		`Relationships xmlns="` + space + `" xmlns:z="urn:z"`:             false,
		`Relationships xmlns="` + space + `" xml:base="x/"`:               true,
		`Relationships xmlns="` + space + `" xmlns:z="urn:z" z:xmlns="x"`: true,
		`z:Relationships xmlns="` + space + `" xmlns:z="urn:z"`:           true,
		`Relations xmlns="` + space + `"`:                                 true,
	} {
		name, _, _ := strings.Cut(root, " ")
		list, err := Read(strings.NewReader("<" + root + `><Relationship Id="r1" Target="a.xml"/></` + name + ">"))
		if err != nil || len(list) != 1 || list[0].IsOdd() != odd {
			t.Errorf("%s: %+v, %v", root, list, err)
		}
	}
}
