package printing

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	gocmp "github.com/google/go-cmp/cmp"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/pdftest"
)

// libreOffice converts DOCX files to PDF in a folder with LibreOffice.
func libreOffice(t *testing.T, dir string, bases []string) {
	office := outside.Program(t, "soffice")
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir",
		dir}
	for part := range slices.Chunk(bases, 100) {
		files := slices.Clone(args)
		for _, base := range part {
			files = append(files, base+".docx")
		}
		outside.Run(t, office, files...)
	}
}

// onlyOffice converts DOCX files to PDF in a folder with x2t, the converter of
// ONLYOFFICE and R7-Office. One file takes more than a second.
func onlyOffice(t *testing.T, dir string, bases []string) {
	x2t := outside.Program(t, "x2t")
	lists := make([][]string, len(bases))
	for i, base := range bases {
		lists[i] = []string{base + ".docx", filepath.Join(dir, filepath.Base(base)+".pdf")}
	}
	outside.RunEach(t, x2t, lists)
}

// agreement counts how the pages of an editor agree with ours.
type agreement struct{ lines, sameLines, papers, samePages int }

func (a agreement) String() string {
	return fmt.Sprintf("%d papers, %d with other page ends; %d lines, %d differ (%.2f %%)",
		a.papers, a.papers-a.samePages, a.lines, a.lines-a.sameLines, a.differing())
}

// differing returns the share of differing lines, in percent.
func (a agreement) differing() float64 {
	return 100 * float64(a.lines-a.sameLines) / float64(max(1, a.lines))
}

// compareEditor compares the PDFs next to DOCX files with those that an editor
// makes of the DOCX files, and logs the differences.
func compareEditor(t *testing.T, bases []string, convert func(*testing.T, string, []string)) (a agreement) {
	t.Helper()
	dir := t.TempDir()
	convert(t, dir, bases)
	for _, base := range bases {
		ours := readPages(t, base+".pdf")
		theirs := readPages(t, filepath.Join(dir, filepath.Base(base)+".pdf"))
		a.papers++
		if samePages(ours, theirs) {
			a.samePages++
		} else {
			t.Logf("%s: other page ends (-ours +editor):\n%s", filepath.Base(base), pageEnds(ours, theirs))
		}
		all, same := sameLines(ours, theirs)
		a.lines, a.sameLines = a.lines+all, a.sameLines+same
		if same < all {
			t.Logf("%s: %d other lines (-ours +editor):\n%s", filepath.Base(base), all-same,
				gocmp.Diff(lineTexts(ours), lineTexts(theirs)))
		}
	}
	return a
}

func readPages(t *testing.T, name string) []pdftest.Page {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return pdftest.Pages(t, data, topMargin)
}

// samePages reports whether each page has the same characters, ignoring hyphens at ends of
// lines. The order is ignored: readers order the cells of a row differently.
func samePages(a, b []pdftest.Page) bool {
	return slices.EqualFunc(a, b, func(a, b pdftest.Page) bool { return characters(a) == characters(b) })
}

func characters(page pdftest.Page) string {
	var runes []rune
	for _, line := range page.Lines {
		text := []rune(squeezed(line))
		for i, r := range text {
			if !isWordHyphen(text, i) {
				runes = append(runes, r)
			}
		}
	}
	slices.Sort(runes)
	return string(runes)
}

// isWordHyphen reports whether a character is a hyphen between letters, with which
// a line of another editor may end.
func isWordHyphen(text []rune, i int) bool {
	return text[i] == '-' && i > 0 && i+1 < len(text) && unicode.IsLetter(text[i-1]) && unicode.IsLetter(text[i+1])
}

// hyphens makes non-breaking hyphens ordinary ones, and removes rules to write on.
var hyphens = strings.NewReplacer("\u2011", "-", "_", "")

// squeezed removes white space, rules to write on and hyphens at the end of a
// line, which may be soft ones or hard ones.
func squeezed(line string) string {
	line = hyphens.Replace(strings.Join(strings.Fields(line), ""))
	return strings.TrimRight(line, "-\u00ad")
}

// sameLines counts the lines of both papers and those with the same words in
// both.
func sameLines(a, b []pdftest.Page) (all, same int) {
	left, right := lineTexts(a), lineTexts(b)
	return max(len(left), len(right)), common(left, right)
}

func lineTexts(pages []pdftest.Page) (list []string) {
	for _, page := range pages {
		for _, line := range page.Lines {
			if text := squeezed(line); text != "" {
				list = append(list, text)
			}
		}
	}
	return list
}

// pageEnds shows the pages that differ by their last lines.
func pageEnds(a, b []pdftest.Page) string {
	var out strings.Builder
	for i := range max(len(a), len(b)) {
		ours, theirs := lastLine(a, i), lastLine(b, i)
		if ours != theirs {
			fmt.Fprintf(&out, "  page %d\n  - %s\n  + %s\n", i+1, ours, theirs)
		}
	}
	return out.String()
}

func lastLine(pages []pdftest.Page, i int) string {
	if i >= len(pages) {
		return "no such page"
	}
	return cmp.Or(slices.Concat([]string{"empty page"}, pages[i].Lines)[len(pages[i].Lines)], "blank")
}

// common returns the length of the longest common subsequence.
func common(a, b []string) int {
	row := make([]int, len(b)+1)
	for i := range a {
		before := slices.Clone(row)
		for j := range b {
			if a[i] == b[j] {
				row[j+1] = before[j] + 1
			} else {
				row[j+1] = max(row[j], before[j+1])
			}
		}
	}
	return row[len(b)]
}

// TestLibreOfficeLines: LibreOffice ends the lines and pages of all papers where the
// PDF does.
func TestLibreOfficeLines(t *testing.T) {
	outside.Program(t, "soffice")
	t.Parallel()
	found := compareEditor(t, eachKind(filesOf(t, papers, pdf.A3a, Formats...), 7), libreOffice)
	t.Log(found)
	if found.samePages < found.papers {
		t.Error("some pages end elsewhere")
	}
	if found.differing() > 0.5 {
		t.Error("more than 0.5 % of the lines differ")
	}
}

// onlyOfficeStride is no divisor of the number of papers in a style: those of the sample differ by kind.
const onlyOfficeStride = 29

// TestOnlyOfficeLines: ONLYOFFICE ends pages where the PDF does, and lines too if
// no words are divided. It ignores optional hyphens: w:softHyphen, at which a line
// may end (ISO/IEC 29500-1, 17.3.3.29), gets lost when it opens a file (its issue
// DesktopEditors 381), and it ends no line at U+00AD. A paragraph with divided words
// has other lines there, but as many, so that pages end at the same words.
func TestOnlyOfficeLines(t *testing.T) {
	outside.Program(t, "x2t")
	t.Parallel()
	found := compareEditor(t, sample(filesOf(t, papers, pdf.A3a, Formats...), onlyOfficeStride), onlyOffice)
	t.Log(found)
	if found.samePages < found.papers {
		t.Error("some pages end elsewhere")
	}
	found = compareEditor(t, sample(filesOf(t, undivided, pdf.A3a, Formats...), onlyOfficeStride), onlyOffice)
	t.Log("words are not divided:", found)
	if found.differing() > 0.5 {
		t.Error("more than 0.5 % of the lines differ")
	}
}

// undivided is papers without divided words.
func undivided(t testing.TB, press *Press, file string) map[string]*Paper {
	press.Sheet.Hyphenate = false
	for _, kind := range compose.Kinds {
		press.Sheet.For(kind.Name).Hyphenate = false
	}
	return papers(t, press, file)
}

// lowered writes papers of several pages with more and more lines above their
// text, so that pages end in many places of a paper.
func lowered(t *testing.T, sheet string, lines ...int) (bases []string) {
	dir := t.TempDir()
	press := newPress(t, sheet)
	for _, file := range examples(t) {
		m, from := read(t, press, file)
		from.Pictures = picturesOf(m)
		for _, kind := range []string{"protocol", "protocol-full", "protocol-brief", "extract"} {
			r := compose.Request{Kind: kind, Items: []int{len(m.Agenda)}, Sheets: map[string]int{}}
			if found, err := compose.FindKind(kind); err != nil || found.Lacks(m, r) != "" {
				continue
			}
			doc, _, err := press.Templates.Document(t.Context(), r, m)
			if err != nil {
				t.Fatal(err)
			}
			for _, n := range lines {
				paper := lower(t, press, doc, n, from)
				example := filepath.Base(filepath.Dir(file))
				base := filepath.Join(dir, fmt.Sprintf("%s-%s-%s-%02d", sheet, example, kind, n))
				for _, format := range Formats {
					if err := os.WriteFile(base+"."+format, write(t, press, paper, format), 0o666); err != nil {
						t.Fatal(err)
					}
				}
				bases = append(bases, base)
			}
		}
	}
	return bases
}

// lower lays a document out below some lines.
func lower(t *testing.T, press *Press, doc *document.Document, lines int, from Origin) *Paper {
	t.Helper()
	above := document.Paragraph{Style: "fact"}
	for i := range lines {
		above.Inlines = append(above.Inlines, document.Text{Value: fmt.Sprint("Строка ", i+1)}, document.Break{})
	}
	above.Inlines = append(above.Inlines, document.Text{Value: "Текст"})
	moved := *doc
	moved.Blocks = slices.Concat([]document.Block{above}, doc.Blocks)
	paper, err := press.Lay(&moved, from)
	if err != nil {
		t.Fatal(err)
	}
	return paper
}

// TestPageEnds: pages end at the same place in the PDF and in both editors,
// wherever the end of a page falls.
func TestPageEnds(t *testing.T) {
	t.Parallel()
	// Each takes LibreOffice half a minute. A quick run takes a quarter of them, some of both;
	// .ci/deep tries all.
	shifts := []int{3, 17}
	if effort.Full() {
		shifts = nil
		for n := range 36 {
			shifts = append(shifts, n+1)
		}
	}
	written := sync.OnceValue(func() map[string][]string {
		bases := map[string][]string{}
		for _, sheet := range styles {
			bases[sheet] = lowered(t, sheet, shifts...)
		}
		return bases
	})
	t.Run("LibreOffice", func(t *testing.T) {
		outside.Program(t, "soffice")
		bases, all := written(), []string(nil)
		for _, sheet := range styles {
			for i, base := range bases[sheet] {
				if takesShift(i/len(shifts), i%len(shifts)) {
					all = append(all, base)
				}
			}
		}
		found := compareEditor(t, all, libreOffice)
		t.Log(found)
		if found.samePages < found.papers {
			t.Error("some pages end elsewhere")
		}
	})
	t.Run("ONLYOFFICE", func(t *testing.T) {
		outside.Program(t, "x2t")
		bases := written()
		for _, sheet := range styles {
			found := compareEditor(t, fewer(bases[sheet], 19), onlyOffice)
			t.Logf("%s: %s", sheet, found)
			if found.samePages < found.papers {
				t.Errorf("%s: some pages end elsewhere", sheet)
			}
		}
	})
}

// takesShift reports whether LibreOffice opens a paper with one of the shifts: a quick run takes every second protocol
// with the first, and every second extract with the second one.
func takesShift(paper, shift int) bool { return effort.Full() || paper%4 == 3*shift }
