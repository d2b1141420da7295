package generator_test

import (
	"encoding/binary"
	"strings"
	"testing"
	"testing/fstest"

	"protokol/fonts"
	"protokol/generator"
	"protokol/generator/internal/engine"
	"protokol/generator/internal/shipped"
)

// namedFont returns a face of the built-in family under another name of 16 letters,
// with the given rights (OpenType, "OS/2", fsType).
func namedFont(t *testing.T, style int, name string, rights byte) []byte {
	t.Helper()
	data := shipped.Face(t, style, name)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		if entry := data[12+16*i:]; string(entry[:4]) == "OS/2" {
			data[binary.BigEndian.Uint32(entry[8:])+8] = rights
		}
	}
	return data
}

const probeFont = "Шрифт для пробы!"

// inFont returns a Word paper in the font for probes.
func inFont(t *testing.T) generator.File {
	paper := wordPaper{parts: map[string]string{"document": `<w:p><w:r><w:rPr><w:rFonts w:ascii="` + probeFont +
		`" w:hAnsi="` + probeFont + `"/></w:rPr><w:t>Печатается своим шрифтом</w:t></w:r></w:p>`}}
	return generator.File{Name: "бумага.docx", Data: paper.file(t)}
}

// TestWordFonts: faces of folders are embedded, also those that may not be divided;
// the report and the manifest name them.
func TestWordFonts(t *testing.T) {
	for _, c := range []struct {
		name   string
		rights byte // the upper byte of fsType
		system bool
		want   string // in the report
	}{
		{"of the user", 0, false, "шрифт LiberationSerif: шрифты/f.ttf"},
		{"whole", 1, false, "всё точно"},
		{"of the system", 0, true, "взят из системы: на другом компьютере листы могут выйти иными"},
		{"bitmaps only", 2, false,
			"заменён на Liberation Serif: ширина букв другая (правообладатель запретил встраивать его)"},
	} {
		folder := generator.FontFolder{Name: "шрифты", System: c.system,
			FS: fstest.MapFS{"f.ttf": {Data: namedFont(t, 0, probeFont, c.rights)}}}
		g, err := generator.New(generator.Config{Fonts: []generator.FontFolder{folder}})
		if err != nil {
			t.Fatal(err)
		}
		made, found, err := g.PrintWord(t.Context(), inFont(t))
		if err != nil || made.Data == nil {
			t.Fatal(found, err)
		}
		if report := made.Report("x"); !strings.Contains(report, c.want) {
			t.Errorf("%s: %s", c.name, report)
		}
		if warned := len(found.List) > 0; warned != (c.system || c.rights == 2) {
			t.Errorf("%s: %v", c.name, found)
		}
		if text := textOf(linesOfPDF(t, made.Data)); text != "Печатается своим шрифтом" {
			t.Errorf("%s: %q", c.name, text)
		}
		if c.name == "whole" && len(made.Data) < 200_000 {
			t.Errorf("a face that may not be divided takes %d bytes", len(made.Data))
		}
	}
}

// TestCopiedFont: the report names the font of the document and the system's family of the same widths that stands for
// it; where that is not there, the paper is found to be printed in other fonts.
func TestCopiedFont(t *testing.T) {
	const copied, named = "Gelasio", "Georgia"
	files := fonts.Twins["Carlito"]
	in := func(files fstest.MapFS) *generator.Generator {
		g, err := generator.New(generator.Config{Source: true, CacheDir: engine.Folder(),
			Fonts: []generator.FontFolder{{Name: "f", System: true, FS: files}}})
		if err != nil {
			t.Fatal(err)
		}
		return g
	}
	g := in(fstest.MapFS{"f.ttf": {Data: shipped.Renamed(files[0], "Carlito", copied)}})
	paper := wordPaper{parts: map[string]string{"document": `<w:p><w:r><w:rPr><w:rFonts w:ascii="` + named +
		`" w:hAnsi="` + named + `"/></w:rPr><w:t>Другой шрифт</w:t></w:r></w:p>`}}
	made, _, err := g.PrintWord(t.Context(), generator.File{Name: "a.docx", Data: paper.file(t)})
	if err != nil {
		t.Fatal(err)
	}
	want := "шрифт «" + named + "» заменён на " + copied +
		" той же ширины (взят из системы: на другом компьютере листы могут выйти иными)"
	if report := made.Report("x"); !strings.Contains(report, want) {
		t.Error(report)
	}
	for other, g := range map[string]*generator.Generator{"": g, "шрифты": in(nil)} {
		v, err := g.Verify(t.Context(), generator.File{Name: "a.pdf", Data: made.Data})
		if err != nil || v.OtherDesign != other {
			t.Errorf("%q: %+v, %v", other, v, err)
		}
	}
}

// TestPrivateBulletFonts: a bullet that a font of the user defines is printed, one of a font that is not there is a
// dot. The built-in family has a sign of its own for U+F004.
func TestPrivateBulletFonts(t *testing.T) {
	paper := func(name string) generator.File {
		return generator.File{Name: "a.docx", Data: wordPaper{parts: map[string]string{
			"document": `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>` +
				`<w:r><w:t>пункт</w:t></w:r></w:p>`,
			"numbering": `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>` +
				`<w:suff w:val="nothing"/><w:lvlText w:val="` + "\uF004" + `"/><w:rPr><w:rFonts w:ascii="` + name +
				`" w:hAnsi="` + name + `"/></w:rPr></w:lvl></w:abstractNum>` +
				`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`}}.file(t)}
	}
	for _, system := range []bool{false, true} {
		g, err := generator.New(generator.Config{Fonts: []generator.FontFolder{{Name: "f", System: system,
			FS: fstest.MapFS{"f.ttf": {Data: namedFont(t, 0, probeFont, 0)}}}}})
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]string{probeFont: "\uF004пункт", "starbats": "•пункт"} {
			made, found, err := g.PrintWord(t.Context(), paper(name))
			if err != nil || made.Data == nil {
				t.Fatal(found, err)
			}
			if text := textOf(linesOfPDF(t, made.Data)); text != want {
				t.Errorf("%s, of the system %v: %+q", name, system, text)
			}
		}
	}
}

// TestVerifyWord: the print of a Word file is compared with the file inside it, or
// its words with their digest; faces that are not those of the print are named.
func TestVerifyWord(t *testing.T) {
	verdict := func(style int, source bool, paper []byte) ([]byte, string, error) {
		folder := generator.FontFolder{Name: "f", FS: fstest.MapFS{"f.ttf": {Data: namedFont(t, style, probeFont, 0)}}}
		g, err := generator.New(generator.Config{Fonts: []generator.FontFolder{folder}, Source: source,
			CacheDir: engine.Folder()})
		if err != nil {
			t.Fatal(err)
		}
		if paper == nil {
			made, _, err := g.PrintWord(t.Context(), inFont(t))
			if err != nil {
				t.Fatal(err)
			}
			paper = made.Data
		}
		v, err := g.Verify(t.Context(), generator.File{Name: "бумага.pdf", Data: paper})
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := v.Write(&b); err != nil {
			t.Fatal(err)
		}
		return paper, b.String(), v.Err()
	}
	if _, text, err := verdict(0, false, nil); err == nil || !strings.Contains(text, "слова не менялись с печати") ||
		!strings.Contains(text, "вид: документ Word") {
		t.Errorf("without the file: %v\n%s", err, text)
	}
	paper, text, err := verdict(0, true, nil)
	if err != nil || !strings.Contains(text, "совпадает") {
		t.Errorf("with the file: %v\n%s", err, text)
	}
	if _, text, err := verdict(1, true, paper); err == nil || !strings.Contains(text, "изменились шрифты") {
		t.Errorf("with another font: %v\n%s", err, text)
	}
}
