package reader_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/reader"
)

// TestHidden: words that formatting hides or makes unreadable are named, wherever
// the formatting stands.
func TestHidden(t *testing.T) {
	styles := `<w:styles ` + wordNS + `>%s<w:style w:type="paragraph" w:default="1" w:styleId="Standard">%s</w:style>` +
		`<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:vanish/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Gone"/></w:style>` +
		`<w:style w:type="character" w:styleId="White"><w:rPr><w:color w:val="FEFEFE"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Back"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>` +
		`<w:style w:type="table" w:styleId="Dark"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
	run := func(properties string) string {
		return `<w:p><w:r><w:rPr>` + properties + `</w:rPr><w:t>слово</w:t></w:r></w:p>`
	}
	paragraph := func(style, properties string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:rPr>` + properties +
			`</w:rPr><w:t>слово</w:t></w:r></w:p>`
	}
	const vanish = "<w:rPr><w:vanish/></w:rPr>"
	table := func(properties, cell string) string {
		return `<w:tbl><w:tblPr>` + properties + `</w:tblPr><w:tr><w:tc>` + cell + run("") + `</w:tc></w:tr></w:tbl>`
	}
	onBlack := run(`<w:color w:val="000000"/><w:highlight w:val="black"/>`)
	for name, test := range map[string]struct {
		defaults, standard, body string
		hidden, visible          bool
	}{
		"plain":                 {body: run(""), visible: true},
		"direct":                {body: run("<w:vanish/>"), hidden: true},
		"paragraph style":       {body: paragraph("Gone", ""), hidden: true},
		"style based on it":     {body: paragraph("Child", ""), hidden: true},
		"shown by one style":    {body: paragraph("Gone", `<w:rStyle w:val="Back"/>`), hidden: true}, // 17.7.3
		"shown again":           {body: paragraph("Gone", `<w:vanish w:val="0"/>`), visible: true},
		"character style":       {body: run(`<w:rStyle w:val="White"/>`), hidden: true, visible: true},
		"white":                 {body: run(`<w:color w:val="FFFFFF"/>`), hidden: true, visible: true},
		"color of the paper":    {body: run(`<w:color w:themeColor="background1"/>`), hidden: true, visible: true},
		"color of the ground":   {body: onBlack, hidden: true, visible: true},
		"one point":             {body: run(`<w:sz w:val="2"/>`), hidden: true, visible: true},
		"squeezed":              {body: run(`<w:w w:val="1"/>`), hidden: true, visible: true},
		"squeezed by a length":  {body: run(`<w:w w:val="1mm"/>`), hidden: true, visible: true},
		"squeezed by points":    {body: run(`<w:w w:val="3pt"/>`), hidden: true, visible: true},
		"of no width":           {body: run(`<w:w w:val="0"/>`), hidden: true, visible: true},
		"of a negative size":    {body: run(`<w:sz w:val="-28"/>`), hidden: true, visible: true},
		"size of an exponent":   {body: run(`<w:sz w:val="1400e-2pt"/>`), hidden: true, visible: true},
		"size in percent":       {body: run(`<w:sz w:val="28%"/>`), hidden: true, visible: true},
		"width in percent":      {body: run(`<w:w w:val="100%"/>`), visible: true},
		"gray is for reading":   {body: run(`<w:color w:val="808080"/><w:sz w:val="16"/>`), visible: true},
		"standard style":        {standard: vanish, body: run(""), hidden: true},
		"defaults":              {defaults: "<w:rPrDefault>" + vanish + "</w:rPrDefault>", body: run(""), hidden: true},
		"table style":           {body: table(`<w:tblStyle w:val="Dark"/>`, ""), hidden: true},
		"shading of a cell":     {body: table("", `<w:tcPr><w:shd w:fill="FFFFFF"/></w:tcPr>`), visible: true},
		"a style based on none": {body: paragraph("Missing", ""), visible: true},
	} {
		words, err := reader.ReadWords(t.Context(), docx(t, test.body, map[string]string{
			"word/_rels/document.xml.rels": fmt.Sprintf(relationships, related("styles", "styles.xml")),
			"word/styles.xml":              fmt.Sprintf(styles, test.defaults, test.standard),
		}))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if hidden := slices.Contains(words.Hidden, "слово"); hidden != test.hidden {
			t.Errorf("%s: hidden %v", name, words.Hidden)
		}
		if visible := slices.Contains(words.Body, "слово"); visible != test.visible {
			t.Errorf("%s: visible %v", name, words.Body)
		}
	}
}

// TestOutside: what a DOCX takes from elsewhere or runs is named.
func TestOutside(t *testing.T) {
	external := func(kind, target string) string {
		return strings.Replace(related(kind, target), "/>", ` TargetMode="External"/>`, 1)
	}
	words, err := reader.ReadWords(t.Context(), docx(t, "<w:p/>", map[string]string{
		"word/_rels/settings.xml.rels": fmt.Sprintf(relationships, external("attachedTemplate", "http://there/x.dotm")),
		"word/_rels/document.xml.rels": fmt.Sprintf(relationships, external("hyperlink", "https://example.org/")+
			external("image", "http://there/x.png")),
		"word/vbaProject.bin":           "x",
		"word/activeX/activeX1.xml":     "<x/>",
		"word/embeddings/oleObject.bin": "x",
	}))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"вложенный файл другой программы", "внешний файл (image): http://there/x.png", "макросы",
		"ссылка: https://example.org/", "шаблон из другого места: http://there/x.dotm", "элементы ActiveX"}
	if !slices.Equal(words.Outside, want) {
		t.Errorf("%q, want %q", words.Outside, want)
	}
}
