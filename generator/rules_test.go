package generator

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"protokol/generator/internal/cos"
	"protokol/generator/internal/printing"
	"protokol/generator/internal/reader/readertest"
	"protokol/generator/internal/signature"
)

// TestOtherRules: a paper of other rules is only reported as matching if these are earlier ones that print the same
// pages, and changes made to it are found.
func TestOtherRules(t *testing.T) {
	g := newTestGenerator(t, Config{})
	printed := makePDF(t, g, "2026-04-16")
	kept, err := os.ReadFile("testdata/papers/17/2026-04-16-protocol-gost-2025.pdf")
	if err != nil {
		t.Fatal(err)
	}
	t.Run("later", func(t *testing.T) {
		cut := otherRules(t, g, append(bytes.Clone(printed), cutPage(t, printed)...))
		changedByOtherRules(t, g, otherRules(t, g, printed), cut, unproven)
	})
	t.Run("earlier", func(t *testing.T) {
		cut := append(bytes.Clone(kept), cutPage(t, kept)...)
		changedByOtherRules(t, g, kept, cut, "p.pdf: совпадает\n")
	})
}

// unproven is what is said of a paper whose pages other rules print.
const unproven = "p.pdf: напечатано по другим правилам: листы не сверены"

// changedByOtherRules changes a paper of other rules, and has one with a page cut; untouched is what is said of the
// paper itself.
func changedByOtherRules(t *testing.T, g *Generator, paper, cut []byte, untouched string) {
	t.Helper()
	forge := func(file []byte, err error) []byte {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	for name, test := range map[string]struct {
		file []byte
		want string // text of a difference; "" for none
	}{
		"untouched":  {paper, ""},
		"words":      {forge(readertest.ReplaceText(paper, 0, "ПРОТОКОЛ", "ПРОТОКОЛЫ")), "«ПРОТОКОЛЫ»"},
		"painted":    {forge(readertest.WhiteOut(paper, 0, 100, 600, 200, 30)), "закрашенных мест"},
		"annotation": {forge(readertest.AddAnnotation(paper, 0, 100, 600, 200, 630)), "поверх листа добавлено"},
		"stamp":      {forge(stampOver(paper, 0, 100, 600, 300, 630)), "отметка стоит поверх напечатанного"},
		"cut":        {cut, "таких листов нет"},
		"page":       {forge(readertest.DeletePage(paper, 1)), "нет"},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := g.Verify(t.Context(), File{Name: "p.pdf", Data: test.file})
			if err != nil {
				t.Fatal(err)
			}
			var words strings.Builder
			v.Write(&words)
			says := unproven
			if test.want == "" {
				says = untouched
			}
			if v.OtherRules == (v.Err() == nil) || !strings.HasPrefix(words.String(), says) {
				t.Errorf("%v\n%s", v.Err(), words.String())
			}
			if found := len(v.Differences) > 0; found != (test.want != "") ||
				!strings.Contains(words.String(), test.want) {
				t.Errorf("wanted %q\n%s", test.want, words.String())
			}
		})
	}
}

// TestCloseFields: fields of a Word template whose places overlap are no marks by
// other rules while they are as printed.
func TestCloseFields(t *testing.T) {
	template, err := os.ReadFile("../examples/templates/protocol.docx")
	if err != nil {
		t.Fatal(err)
	}
	g := newTestGenerator(t, Config{Word: &File{Name: "protocol.docx", Data: template}})
	printed := makePDF(t, g, "templates")
	cover := &cos.Stream{Dict: cos.Dict{"Type": cos.Name("XObject"), "Subtype": cos.Name("Form"),
		"BBox": cos.Array{0, 0, 78, 28}}, Data: []byte("1 g 0 0 78 28 re f")}
	for name, test := range map[string]struct {
		entries func(u *cos.Update, rect cos.Array) cos.Dict
		added   bool
		marks   int
	}{
		"as printed": {func(*cos.Update, cos.Array) cos.Dict { return nil }, false, 0},
		"drawn": {func(u *cos.Update, _ cos.Array) cos.Dict {
			return cos.Dict{"AP": cos.Dict{"N": u.Add(cover)}}
		}, false, 1},
		"with a value": {func(u *cos.Update, _ cos.Array) cos.Dict {
			return cos.Dict{"V": cos.Dict{"Type": cos.Name("Sig")}}
		}, false, 1},
		"moved": {func(_ *cos.Update, rect cos.Array) cos.Dict {
			return cos.Dict{"Rect": cos.Array{60, rect[1], 138, rect[3]}}
		}, false, 1},
		"bigger": {func(_ *cos.Update, rect cos.Array) cos.Dict {
			return cos.Dict{"Rect": cos.Array{60, rect[1], rect[2], rect[3]}}
		}, false, 1},
		"added": {func(_ *cos.Update, rect cos.Array) cos.Dict {
			return cos.Dict{"T": cos.String("c"), "Rect": cos.Array{60, rect[1], 138, rect[3]}}
		}, true, 1},
		"added in the same place": {func(*cos.Update, cos.Array) cos.Dict {
			return cos.Dict{"T": cos.String("c")}
		}, true, 1},
	} {
		t.Run(name, func(t *testing.T) {
			paper := otherRules(t, g, withField(t, printed, test.entries, test.added))
			v, err := g.Verify(t.Context(), File{Name: "p.pdf", Data: paper})
			if err != nil {
				t.Fatal(err)
			}
			var words strings.Builder
			v.Write(&words)
			marks := strings.Count(words.String(), "отметка стоит поверх напечатанного")
			if !v.OtherRules || marks != test.marks || len(v.Differences) > 0 != (marks > 0) {
				t.Errorf("%d marks, want %d\n%s", marks, test.marks, words.String())
			}
		})
	}
}

// withField returns a paper with changed entries in its last signature field, or with
// a further field like that.
func withField(
	t *testing.T, paper []byte, entries func(u *cos.Update, rect cos.Array) cos.Dict, added bool,
) []byte {
	t.Helper()
	f, err := cos.Read(paper)
	if err != nil {
		t.Fatal(err)
	}
	u := f.Update()
	pages, _ := f.Pages()
	for _, page := range slices.Backward(pages) {
		list := f.Array(f.Dict(page)["Annots"])
		for _, ref := range slices.Backward(list) {
			field := f.Dict(ref)
			if field["FT"] != cos.Name("Sig") {
				continue
			}
			changed := field.With(entries(u, f.Array(field["Rect"])))
			if added {
				u.Put(page, f.Dict(page).With(cos.Dict{"Annots": append(slices.Clone(list), u.Add(changed))}))
			} else {
				u.Put(ref.(cos.Ref), changed)
			}
			return u.Bytes()
		}
	}
	t.Fatal("no signature field")
	return nil
}

// stampOver puts a stamp over the printed content of a page.
func stampOver(paper []byte, page int, left, bottom, right, top float64) ([]byte, error) {
	printer, err := printing.StampPrinter()
	if err != nil {
		return nil, err
	}
	words := signature.MarkOf(signature.Owner{Name: "Иванов Иван", Certificate: "AB"}, time.UTC)
	stamp := signature.Placed{Page: page, Rect: [4]float64{left, bottom, right, top}, Words: words}
	return signature.Restamp(paper, []signature.Placed{stamp}, printer)
}

// cutPage returns an update that cuts off most of the first page of a paper.
func cutPage(t *testing.T, paper []byte) []byte {
	t.Helper()
	page := regexp.MustCompile(`(?s)\n(\d+) 0 obj\n(<</Type /Page /.*?)>>\nendobj`).FindSubmatch(paper)
	before := regexp.MustCompile(`startxref\n(\d+)`).FindAllSubmatch(paper, -1)
	root := regexp.MustCompile(`/Root \d+ 0 R`).FindAll(paper, -1)
	size := regexp.MustCompile(`/Size \d+`).FindAll(paper, -1)
	if page == nil || before == nil || root == nil || size == nil {
		t.Fatal("no page, no trailer")
	}
	object := fmt.Sprintf("\n%s 0 obj\n%s /CropBox [0 700 595 842]>>\nendobj\n", page[1], page[2])
	return fmt.Appendf(
		nil,
		"%sxref\n%s 1\n%010d 00000 n \ntrailer\n<<%s %s /Prev %s>>\nstartxref\n%d\n%%%%EOF\n",
		object,
		page[1],
		len(paper)+1,
		root[len(root)-1],
		size[len(size)-1],
		before[len(before)-1][1],
		len(paper)+len(object),
	)
}

// makePDF returns the protocol of an example.
func makePDF(t *testing.T, g *Generator, example string) []byte {
	t.Helper()
	m, problems := g.Read(exampleFiles, example+"/meeting.toml")
	if problems.Failed() {
		t.Fatal(problems)
	}
	paper, problems, err := g.Make(t.Context(), m, Request{Kind: "protocol"})
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	var b bytes.Buffer
	if err := paper.Write(&b, "pdf"); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// otherRules returns the paper with rules in its manifest that this program does not know.
func otherRules(t *testing.T, g *Generator, paper []byte) []byte {
	t.Helper()
	source, err := g.Source(t.Context(), paper)
	if err != nil {
		t.Fatal(err)
	}
	manifest := source.Files[len(source.Files)-1]
	changed := regexp.MustCompile(`(?m)^rules = \d+$`).ReplaceAll(manifest.Data, []byte("rules = 9999"))
	if bytes.Equal(changed, manifest.Data) {
		t.Fatalf("the manifest names no rules (%d)\n%s", printing.Rules, manifest.Data)
	}
	forged, err := readertest.ReplaceAttachment(paper, manifest.Path, changed)
	if err != nil {
		t.Fatal(err)
	}
	return forged
}
