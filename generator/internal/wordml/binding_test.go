package wordml

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"testing"

	"protokol/generator/internal/picture"
	"protokol/generator/internal/wordml/wordmltest"
)

// withParts returns a DOCX with more parts or other content of them.
func withParts(t *testing.T, file []byte, parts map[string]string) []byte {
	t.Helper()
	old, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range old.File {
		if _, other := parts[f.Name]; !other {
			if err := z.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	for name, content := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = io.WriteString(w, content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestBound: a content control whose text is not that of the data it is bound to is named, since Word shows the data.
func TestBound(t *testing.T) {
	const store = "{0A1B}"
	link := func(kind, target string) string {
		return `<Relationships><Relationship Id="x" Type="` + wordmltest.Relations + kind + `" Target="` + target +
			`"/></Relationships>`
	}
	parts := map[string]string{
		"customXml/item1.xml": `<a xmlns="urn:a"><b>нет</b><b>Иванов И. И.</b>` +
			"<d>План-график_x000D_\nна год</d></a>",
		"customXml/itemProps1.xml":       `<d:datastoreItem xmlns:d="urn:d" d:itemID="{0a1b}"/>`,
		"customXml/_rels/item1.xml.rels": link("customXmlProps", "itemProps1.xml"),
		"word/_rels/document.xml.rels":   link("customXml", "../customXml/item1.xml"),
	}
	for _, c := range []struct {
		id, path, props, text string
		named                 bool
	}{
		{store, "/n:a[1]/n:b[2]", "<w:text/>", "Иванов И.И.", false},
		{store, "/n:a[1]/n:b[2]", "<w:text/>", "Петров", true},
		{store, "/n:a/n:b", "", "Петров", true},
		{store, "/n:a/n:b", "<w:date/>", "Петров", false},
		{store, "/n:a/n:b", "<w:showingPlcHdr/>", "Введите имя", false},
		{store, "/n:a[1]/n:c[1]", "", "Петров", false},
		{store, "/n:a[1]/n:b[@x='1']", "", "Петров", false},
		{store, "/n:a[1]/n:b[last()]", "", "Петров", false},
		{store, "/n:a/n:d", "", "План</w:t><w:noBreakHyphen/><w:t>график</w:t><w:br/><w:t>на год", false},
		{store, "/n:a/n:d", "", "План\u2011гра\u00adфик на год", false},
		{store, "/n:a/n:d", "", "Планграфик на год", true},
		{store, "/n:a/n:d", "", `План</w:t><w:sym w:font="Symbol" w:char="F02D"/><w:t>график на год`, false},
		{"{7}", "/n:a[1]/n:b[1]", "", "Петров", false},
	} {
		sdt := fmt.Sprintf(`<w:sdt><w:sdtPr><w:dataBinding w:xpath="%s" w:storeItemID="%s"/>%s</w:sdtPr><w:sdtContent>`,
			c.path, c.id, c.props)
		for _, body := range []string{sdt + p("", r("", c.text)) + `</w:sdtContent></w:sdt>`,
			p("", sdt+r("", c.text)+`</w:sdtContent></w:sdt>`),
			"<w:tbl><w:tr>" + sdt + "<w:tc>" + p("", r("", c.text)) + "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"} {
			d, err := Open(withParts(t, wordmltest.Body(t, body), parts))
			if err != nil {
				t.Fatal(err)
			}
			paper, err := d.Lower(Options{Faces: oneFace{}, Images: &picture.Cache{}})
			if err != nil {
				t.Fatal(err)
			}
			is := func(f Finding) bool { return f.Construct == boundName }
			if got := slices.ContainsFunc(paper.Report.Findings, is); got != c.named {
				t.Errorf("%+v: %+v", c, paper.Report.Findings)
			}
		}
	}
}
