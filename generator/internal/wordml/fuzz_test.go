package wordml

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"protokol/generator/internal/picture"
	"protokol/generator/internal/wordml/wordmltest"
)

// Papers are compared by all their fields except functions, which are equal only if they are nil.
var (
	everyField  = cmp.Exporter(func(reflect.Type) bool { return true })
	noFunctions = cmp.FilterPath(func(p cmp.Path) bool { return p.Last().Type().Kind() == reflect.Func }, cmp.Ignore())
)

// FuzzLower: a file is refused or lowered, and the same when it is lowered twice.
func FuzzLower(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>слово</w:t></w:r></w:p>`,
		`<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="a"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>`,
		`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="russianLower"/>`+
			`<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
		`<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/><w:t>внизу</w:t></w:r></w:p></w:footnote>`)
	for _, file := range wordmltest.Corpus(f, "../../testdata/wordpapers") {
		if strings.HasSuffix(file.Name, "/document") {
			f.Add(string(file.Data), "", "", "")
		}
	}
	f.Fuzz(func(t *testing.T, body, styles, numbering, notes string) {
		if len(body)+len(styles)+len(numbering)+len(notes) > 1<<16 {
			return
		}
		d, err := Open(wordmltest.File(t, body, map[string]string{"styles": styles, "numbering": numbering,
			"footnotes": notes, "header1": notes, "settings": `<w:evenAndOddHeaders/>`}))
		if err != nil {
			return
		}
		first, err := d.Lower(Options{Faces: oneFace{}, Images: &picture.Cache{}})
		second, again := d.Lower(Options{Faces: oneFace{}, Images: &picture.Cache{}})
		if (err == nil) != (again == nil) {
			t.Fatalf("lowered twice: %v, %v", err, again)
		}
		if err == nil {
			if !reflect.DeepEqual(first.Report, second.Report) {
				t.Errorf("lowered twice, the report differs:\n%v\n%v", first.Report, second.Report)
			}
			if diff := cmp.Diff(first.Flow, second.Flow, everyField, noFunctions); diff != "" {
				t.Errorf("lowered twice (-first +second):\n%s", diff)
			}
		}
	})
}
