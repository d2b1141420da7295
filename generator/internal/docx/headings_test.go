package docx

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"protokol/generator/document"
	"protokol/generator/internal/opc/opctest"
	"protokol/generator/internal/shipped"
	"protokol/generator/style"
)

// defined returns the definition of a style in styles.xml.
func defined(t *testing.T, part, id string) string {
	t.Helper()
	found := regexp.MustCompile(`<w:style [^>]*w:styleId="` + id + `">.*?</w:style>`).FindString(part)
	if found == "" {
		t.Fatalf("no style %s", id)
	}
	return found
}

// TestHeadings: headings are the built-in ones or based on them, with the level in
// the style.
func TestHeadings(t *testing.T) {
	part := styles(shipped.Sheet(t, "gost-2025"))
	for id, want := range map[string]string{
		"Heading1":   `<w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:next w:val="Body"/>`,
		"Heading2":   `<w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:next w:val="Body"/>`,
		"Heading3":   `<w:name w:val="heading 3"/><w:basedOn w:val="Normal"/><w:next w:val="Body"/>`,
		"Hearing":    `<w:name w:val="Слушали"/><w:basedOn w:val="Heading2"/><w:next w:val="Body"/>`,
		"AnnexTitle": `<w:name w:val="Заголовок приложения"/><w:basedOn w:val="Heading2"/><w:next w:val="Body"/>`,
		"TitleLeft":  `<w:name w:val="Название вида документа слева"/><w:basedOn w:val="Heading1"/><w:next w:val="Body"/>`,
		"TitleBelow": `<w:name w:val="Название вида документа под бланком"/><w:basedOn w:val="Heading1"/>` +
			`<w:next w:val="Body"/>`,
		"FormTitle": `<w:name w:val="Название заявления"/><w:basedOn w:val="Heading1"/><w:next w:val="FormText"/>`,
	} {
		style := defined(t, part, id)
		if !strings.Contains(style, want) {
			t.Errorf("%s lacks %s:\n%s", id, want, style)
		}
		if level, built := strings.CutPrefix(id, "Heading"); built &&
			!strings.Contains(style, `<w:outlineLvl w:val="`+string(level[0]-1)+`"/>`) {
			t.Errorf("%s has no level:\n%s", id, style)
		}
	}
}

// TestOwnHeading: a heading in a style that is not known has its level in the
// paragraph.
func TestOwnHeading(t *testing.T) {
	doc := &document.Document{Kind: "test", Blocks: []document.Block{
		document.Heading{Level: 2, Style: "heading", Inlines: text("известный")},
		document.Heading{Level: 3, Style: "stage", Inlines: text("свой")}}}
	var levels []string
	for _, m := range regexp.MustCompile(`<w:outlineLvl w:val="(\d)"/>`).FindAllStringSubmatch(
		opctest.Part(t, written(t, doc), "word/document.xml"), -1) {
		levels = append(levels, m[1])
	}
	if !slices.Equal(levels, []string{"2"}) {
		t.Errorf("levels in paragraphs: %v", levels)
	}
}

// TestThirdHeading: a heading of the third level is «heading 3», with the spacing of its own style.
func TestThirdHeading(t *testing.T) {
	doc := &document.Document{Kind: "test", Blocks: []document.Block{
		document.Heading{Level: 3, Style: "heading", Inlines: text("Обычный")},
		document.Heading{Level: 3, Style: "label", Inlines: text("Подзаголовок")},
		document.Paragraph{Inlines: text("Первый.")}, document.Paragraph{Inlines: text("Второй.")},
		document.Paragraph{Inlines: text("Третий.")}, document.Paragraph{Inlines: text("Четвёртый.")}}}
	body := opctest.Part(t, written(t, doc), "word/document.xml")
	got := regexp.MustCompile(`<w:pPr>.*?</w:pPr>`).FindAllString(body, -1)
	want := []string{`<w:pPr><w:pStyle w:val="Heading3"/><w:keepLines/>` +
		`<w:spacing w:before="320" w:after="120" w:line="240" w:lineRule="auto"/></w:pPr>`,
		`<w:pPr><w:pStyle w:val="Heading3"/></w:pPr>`}
	if !slices.Equal(got[:2], want) {
		t.Errorf("got  %s\nwant %s", got[:2], want)
	}
}

// TestDiffersFromThird: a style that differs from that of «heading 3» in more than spacing keeps its own.
func TestDiffersFromThird(t *testing.T) {
	third := style.Style{Title: "Третий", Size: 14, Bold: true, Line: 1, KeepNext: true}
	for name, c := range map[string]struct {
		change func(*style.Style)
		want   bool
	}{
		"spacing": {func(s *style.Style) { s.Before, s.After, s.Line, s.KeepLines = 16, 6, 2, true }, true},
		"size":    {func(s *style.Style) { s.Size = 12 }, false},
		"bold":    {func(s *style.Style) { s.Bold = false }, false},
		"italic":  {func(s *style.Style) { s.Italic = true }, false},
		"align":   {func(s *style.Style) { s.Align = style.Left }, false},
		"indent":  {func(s *style.Style) { s.FirstLine = 12.5 }, false},
		"keep":    {func(s *style.Style) { s.KeepNext = false }, false},
	} {
		st := third
		if c.change(&st); differOnlyInSpacing(st, third) != c.want {
			t.Errorf("%s: %v is not wanted", name, !c.want)
		}
	}
}

// TestSizesInherit: styles of the size of the text inherit it from Normal, those of the size of their kin from these;
// others have their own.
func TestSizesInherit(t *testing.T) {
	sheet := shipped.Sheet(t, "gost-2025")
	part := styles(sheet)
	if !strings.Contains(defined(t, part, "Normal"), `<w:sz w:val="28"/>`) {
		t.Error("Normal has no size")
	}
	for name, st := range sheet.Styles {
		own := strings.Contains(defined(t, part, styleID(name)), "<w:sz ")
		parent := sheet.Styles["body"]
		if of, ok := sheet.Styles[kin[name]]; ok {
			parent = of
		}
		if own == (st.Size == parent.Size) {
			t.Errorf("%s: own size %t at %g pt", name, own, st.Size)
		}
	}
}

// TestGallery: Word offers only the styles that a clerk needs.
func TestGallery(t *testing.T) {
	part := styles(shipped.Sheet(t, "gost-2025"))
	if n, want := strings.Count(part, "<w:qFormat/>"), len(offered)+1; n != want { // and Normal
		t.Errorf("%d styles are offered, want %d", n, want)
	}
	if !strings.Contains(part, `w:defSemiHidden="1"`) {
		t.Error("built-in styles are offered")
	}
}

// TestFormsAreProtected: in a document with fields only these can be changed.
func TestFormsAreProtected(t *testing.T) {
	const protected = `<w:documentProtection w:edit="forms" w:enforcement="1"/>`
	if !strings.Contains(opctest.Part(t, written(t, every()), "word/settings.xml"), protected) {
		t.Error("a form is not protected")
	}
	plain := &document.Document{Kind: "test", Blocks: []document.Block{para("текст")}}
	if strings.Contains(opctest.Part(t, written(t, plain), "word/settings.xml"), "documentProtection") {
		t.Error("a protocol is protected")
	}
}
