package wordml

import "testing"

// TestScan: what a well-formed part is.
func TestScan(t *testing.T) {
	const w = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	for _, c := range []struct {
		src string
		ok  bool
	}{
		{`<w:p ` + w + `><w:t>a &amp; b &#1071;</w:t></w:p>`, true},
		{`<x:p xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"/>`, true},
		{`<?xml version="1.0"?><!-- c --><p xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><![CDATA[<]]></p>`, true},
		{`<w:p ` + w + `><w:t></w:p></w:t>`, false},
		{`<w:p ` + w + `>`, false},
		{`<w:p/>`, false},
		{`<w:p ` + w + ` w:a=1/>`, false},
		{`<w:p ` + w + `>&nbsp;</w:p>`, false},
		{`<w:p ` + w + `>&#0;</w:p>`, false},
		{"<w:p " + w + ">\x01</w:p>", false},
		{"<w:p " + w + ">\xff</w:p>", false},
		{`<!DOCTYPE a [<!ENTITY b "c">]><a/>`, false},
		{`<a/><b/>`, false},
		{`</a>`, false},
		{``, false},
	} {
		left := 100
		root, err := scan(c.src, &left)
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", c.src, err)
		}
		if err == nil && root.name != "p" {
			t.Errorf("%s: the root is %q", c.src, root.name)
		}
	}
}
