package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/klippa-app/go-pdfium/enums"

	"protokol/generator/document"
	"protokol/generator/internal/font"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pdftest"
	"protokol/generator/internal/reader/readertest"
	"protokol/generator/internal/shipped"
	"protokol/generator/internal/tagged"
)

// TestSignatureFields checks with Poppler that both fields exist, in signing
// order and unsigned.
func TestSignatureFields(t *testing.T) {
	out := outside.Run(t, outside.Program(t, "pdfsig"), saved(t, torture()))
	want := "Signature Field Name: chair\n  The signature form field is not signed.\nSignature #2:\n" +
		"  - Signature Field Name: secretary\n  The signature form field is not signed."
	if !strings.Contains(out, want) {
		t.Errorf("%s\nwant\n%s", out, want)
	}
}

// TestFieldsHaveIDs checks that the root of the structure leads to the fields by their
// IDs, sorted, before it does so by the tree: EU DSS takes a signature that follows
// another one for an undefined change if it reaches the field by the tree first.
func TestFieldsHaveIDs(t *testing.T) {
	made := string(printed(t, torture()))
	ids, tree := strings.Index(made, "/IDTree"), strings.Index(made, "/ParentTree")
	var names []string
	for _, found := range regexp.MustCompile(`\((\w+-\d{6})\) (\d+) 0 R`).FindAllStringSubmatch(made, -1) {
		names = append(names, found[1])
		if !strings.Contains(made, "\n"+found[2]+" 0 obj\n<</Type /StructElem") {
			t.Errorf("%s is no element", found[1])
		}
	}
	if ids < 0 || ids > tree || !slices.IsSorted(names) || strings.Count(strings.Join(names, " "), "field-") != 2 {
		t.Errorf("%d, %d, %v", ids, tree, names)
	}
}

// TestNoFieldsNoForm checks that a paper without fields has no interactive
// form.
func TestNoFieldsNoForm(t *testing.T) {
	made := string(printed(t, document.WithoutFields(torture())))
	if strings.Contains(made, "/AcroForm") || strings.Contains(made, "/Widget") || strings.Contains(made, "/S /Form") {
		t.Error("a form without fields")
	}
}

// long is a value that does not fit into a field.
var long = strings.Repeat("Ёлки — палки № 5, «щётка»; ", 12)

// fillable returns a form with fields of all kinds, with and without values, in
// a table, a line and an item, with characters outside windows-1251 and text
// that is too long.
func fillable() *document.Document {
	field := func(name string, required bool) document.Field {
		return document.Field{Name: name, About: "Подсказка (" + name + ")", Required: required}
	}
	row := func(label []document.Inline, inlines ...document.Inline) document.Row {
		return document.Row{Cells: []document.Cell{{Blocks: []document.Block{document.Paragraph{Inlines: label}}},
			{Blocks: []document.Block{document.Paragraph{Inlines: inlines}}}}}
	}
	words := func(name, value string, lines int) document.Input {
		return document.Input{Field: field(name, lines > 2), Kind: document.Words, Value: value, Lines: lines}
	}
	options := []string{"Устава", "доверенности (копия)"}
	return &document.Document{Kind: "test", Title: "Форма", Blocks: []document.Block{
		document.Heading{Level: 1, Style: "form-title", Inlines: inline("ФОРМА")},
		document.Table{Style: "form", Columns: []document.Column{{Width: 1}, {Width: 2}}, Rows: []document.Row{
			row(inline("Пустое"), words("a.empty", "", 1)), row(inline("Имя"), words("a.name", "ООО «Ёж» № 1", 1)),
			row(inline("Длинное"), words("a.long", long, 1)),
			row(inline("Строки"), words("a.lines", "первая\nвторая\n"+long, 3)),
			row(inline("Чужие буквы"), words("a.b.strange", "5 ₽ Қазақ → ő", 1)),
			row([]document.Inline{document.Text{Value: "Адрес"}, document.Break{},
				document.Checkbox{Field: field("a.same", false), Checked: true}, document.Text{Value: " тот же"}},
				words("a.b.address", "", 2)),
			row(inline("Выбор"), document.Input{Field: field("a.basis", true), Kind: document.Choice,
				Value: "Положения", Options: options}),
			row(inline("Выбор"), document.Input{Field: field("a.choice", false), Kind: document.Choice,
				Options: options}),
		}},
		document.Paragraph{Style: "form-codes", Inlines: []document.Inline{document.Text{Value: "ИНН "},
			document.Boxes{Field: field("a.inn", true), Count: 12, Text: "7707083893"},
			document.Text{Value: " КПП "}, document.Boxes{Field: field("a.kpp", false), Count: 9}}},
		document.List{Kind: document.Dash, Items: []document.Item{{Label: "—",
			Blocks: []document.Block{document.Paragraph{Style: "form-line", Inlines: []document.Inline{
				document.Text{Value: "Дата: "}, document.Input{Field: field("b.date", true), Kind: document.Date,
					Width: 35, Value: "12.03.2026"}, document.Text{Value: " "},
				document.Checkbox{Field: field("b.other", false)}, document.Text{Value: " иное"}}}}}}},
		document.Paragraph{Style: "form-signature",
			Inlines: []document.Inline{document.Blank{Width: 60, Signature: "head"}}},
		document.Signature{Position: inline("Секретарь"), Name: "М.В.\u00a0Белокопытов", Field: "secretary"},
	}}
}

// TestFields compares names, reading order, descriptions and values of fields
// as read by PDFium.
func TestFields(t *testing.T) {
	const required, multiline, combed = 1 << 1, 1 << 12, 1<<24 | 1<<22
	const editable = 1<<17 | 1<<18
	const words, choice, check, signature = enums.FPDF_FORMFIELD_TYPE_TEXTFIELD, enums.FPDF_FORMFIELD_TYPE_COMBOBOX,
		enums.FPDF_FORMFIELD_TYPE_CHECKBOX, enums.FPDF_FORMFIELD_TYPE_SIGNATURE
	want := []pdftest.Field{
		{Name: "a.empty", Kind: words}, {Name: "a.name", Value: "ООО «Ёж» № 1", Kind: words},
		{Name: "a.long", Value: long, Kind: words},
		{Name: "a.lines", Value: "первая\nвторая\n" + long, Kind: words, Flags: required | multiline},
		{Name: "a.b.strange", Value: "5 ₽ Қазақ → ő", Kind: words},
		{Name: "a.same", Value: "Yes", Kind: check}, {Name: "a.b.address", Kind: words, Flags: multiline},
		{Name: "a.basis", Value: "Положения", Kind: choice, Flags: required | editable},
		{Name: "a.choice", Kind: choice, Flags: editable},
		{Name: "a.inn", Value: "7707083893", Kind: words, Flags: required | combed},
		{Name: "a.kpp", Kind: words, Flags: combed},
		{Name: "b.date", Value: "12.03.2026", Kind: words, Flags: required},
		{Name: "b.other", Value: "Off", Kind: check},
		{Name: "head", Kind: signature}, {Name: "secretary", Kind: signature},
	}
	got := pdftest.Fields(t, printed(t, fillable()))
	for i, f := range got {
		if f.Kind == signature {
			if !strings.HasPrefix(f.Tooltip, "Электронная подпись") {
				t.Errorf("%s: tooltip %q", f.Name, f.Tooltip)
			}
		} else if f.Tooltip != "Подсказка ("+f.Name+")" {
			t.Errorf("%s: tooltip %q", f.Name, f.Tooltip)
		}
		got[i].Tooltip = ""
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestFieldsShowWhatTheyHold checks the text of appearances with Poppler, after
// qpdf made them part of the page.
func TestFieldsShowWhatTheyHold(t *testing.T) {
	pdftotext, qpdf := outside.Program(t, "pdftotext"), outside.Program(t, "qpdf")
	flat := filepath.Join(t.TempDir(), "flat.pdf")
	outside.Run(t, qpdf, "--flatten-annotations=all", saved(t, fillable()), flat)
	text := strings.Join(strings.Fields(outside.Run(t, pdftotext, "-raw", flat, "-")), "")
	for _, want := range []string{"ООО «Ёж» № 1", long, "первая вторая " + long, "5 ₽ Қазақ → ő", "Положения",
		"7707083893", "12.03.2026"} {
		if !strings.Contains(text, strings.Join(strings.Fields(want), "")) {
			t.Errorf("%q is not on the page:\n%s", want, text)
		}
	}
}

// TestChromeFillsInOurFace checks that text typed in PDFium is drawn in the
// form face and in no other font.
func TestChromeFillsInOurFace(t *testing.T) {
	pdffonts, pdftotext, qpdf := outside.Program(t, "pdffonts"), outside.Program(t, "pdftotext"),
		outside.Program(t, "qpdf")
	const typed = "Щукин Ёсиф — «Ёж № 1», ООО…"
	made, err := readertest.FillForm(printed(t, fillable()),
		map[string]string{"a.empty": typed, "a.b.address": typed, "a.choice": typed, "a.kpp": "773601001"})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	name, flat := filepath.Join(dir, "filled.pdf"), filepath.Join(dir, "flat.pdf")
	if err := os.WriteFile(name, made, 0o666); err != nil {
		t.Fatal(err)
	}
	outside.Run(t, qpdf, "--flatten-annotations=all", name, flat)
	text := strings.Join(strings.Fields(outside.Run(t, pdftotext, "-raw", flat, "-")), "")
	if n := strings.Count(text, strings.ReplaceAll(typed, " ", "")); n != 3 || !strings.Contains(text, "773601001") {
		t.Errorf("typed 3 times, found %d times:\n%s", n, text)
	}
	for _, line := range strings.Split(strings.TrimSpace(outside.Run(t, pdffonts, flat)), "\n")[2:] {
		// Helvetica is a resource for Latin letters but draws none.
		if font := strings.Fields(line)[0]; font != "Helvetica" && !strings.Contains(font, "Liberation") &&
			!strings.Contains(font, "DejaVu") {
			t.Errorf("a foreign font: %s", line)
		}
	}
}

// TestFillableConforms checks a form with all kinds of fields with veraPDF and
// qpdf.
func TestFillableConforms(t *testing.T) {
	qpdf := outside.Program(t, "qpdf")
	f := shipped.Family(t)
	declared := map[string][]string{}
	for _, profile := range []Profile{A2a, A3a} {
		o := options(t)
		o.Profile = profile
		var b bytes.Buffer
		if err := NewPrinter(f).Write(&b, laid(t, fillable(), f), o); err != nil {
			t.Fatal(err)
		}
		name := onDisk(t, b.Bytes())
		declared[name] = flavours[profile]
		tagged.Check(t, tagged.Poppler(t, b.Bytes()))
		outside.Run(t, qpdf, "--check", name)
	}
	outside.Conform(t, declared)
}

// TestFillableRefused checks that PDF/A-1 files have no form fields, because it
// allows no suitable font.
func TestFillableRefused(t *testing.T) {
	f := shipped.Family(t)
	o := options(t)
	o.Profile = A1b
	if err := NewPrinter(f).Write(new(bytes.Buffer), laid(t, fillable(), f), o); err == nil {
		t.Error("a form was printed")
	}
}

// TestGlyphNames compares the glyph names with the Adobe Glyph List.
func TestGlyphNames(t *testing.T) {
	if len(glyphNames) != 128 || len(secondNames) != len(secondCodes) ||
		len(secondNames) != utf8.RuneCountInString(secondLetters) {
		t.Fatalf("%d names, %d second ones", len(glyphNames), len(secondNames))
	}
	named := map[string]rune{}
	for code := 0x80; code <= 0xFF; code++ {
		r, name := glyph(byte(code))
		if r == utf8.RuneError {
			t.Errorf("no character has the code %X", code)
		}
		named[name] = r
	}
	if len(named) != 128 {
		t.Errorf("a name stands twice: %d", len(named))
	}
	for name, want := range map[string]rune{"afii10017": 'А', "afii10023": 'Ё', "afii10049": 'Я', "afii10065": 'а',
		"afii10071": 'ё', "afii10097": 'я', "afii10053": 'Є', "afii10110": 'ў',
		"Acyrillic": 'А', "Iocyrillic": 'Ё', "Ocyrillic": 'О', "IAcyrillic": 'Я', "acyrillic": 'а',
		"afii61352": '№', "guillemotleft": '«', "guillemotright": '»', "emdash": '—', "endash": '–', "ellipsis": '…',
		"Euro": '€'} {
		if named[name] != want {
			t.Errorf("%s is %c, not %c", name, named[name], want)
		}
	}
}

// TestFormFaceIsWhole checks that the form face draws all characters of
// windows-1251.
func TestFormFaceIsWhole(t *testing.T) {
	family := shipped.Family(t)
	m, err := newFormFace(family)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range " !~АяЁё«»№—–…„“”’€" {
		if index := m.find(r); index != ownFace {
			t.Errorf("%c is drawn by face %d", r, index)
		}
	}
	for _, r := range "₽Қő→" {
		if index := m.find(r); index == ownFace {
			t.Errorf("%c has a code", r)
		} else if _, ok := family.At(index).Glyph(font.Substitute(r)); !ok {
			t.Errorf("face %d does not draw %c", index, r)
		}
	}
}

// TestFillableIsTheSame checks that the same form gives the same bytes.
func TestFillableIsTheSame(t *testing.T) {
	if first := printed(t, fillable()); !slices.Equal(first, printed(t, fillable())) {
		t.Error("two prints differ")
	}
}
