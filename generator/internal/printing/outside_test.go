package printing

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"protokol/generator/document"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/outside"
	"protokol/generator/internal/pdf"
	"protokol/generator/internal/tagged"
	"protokol/generator/style"
)

// files writes every example in every style and both formats into a folder and
// returns their paths without extension.
func files(t *testing.T) []string {
	return slices.Concat(filesOf(t, papers, pdf.A3a, Formats...), filesOf(t, fillable, pdf.A3a, Formats...))
}

// filesOf is like files for the papers that make returns for an example, by
// kind.
func filesOf(t *testing.T, make func(testing.TB, *Press, string) map[string]*Paper, profile pdf.Profile,
	formats ...string) []string {
	dir := t.TempDir()
	var bases []string
	for _, style := range styles {
		press := newPress(t, style)
		press.Profile = profile
		for _, file := range examples(t) {
			for kind, paper := range make(t, press, file) {
				base := filepath.Join(dir, style+"-"+filepath.Base(filepath.Dir(file))+"-"+kind)
				for _, format := range formats {
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

// TestLibreOfficeForms: in LibreOffice a fillable form takes one page and shows
// all words, values and placeholders.
func TestLibreOfficeForms(t *testing.T) {
	office := outside.Program(t, "soffice")
	t.Parallel()
	bases := sample(filesOf(t, fillable, pdf.A3a, "docx"), 3)
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + t.TempDir(), "--headless", "--convert-to", "pdf", "--outdir",
		dir}
	for _, base := range bases {
		args = append(args, base+".docx")
	}
	outside.Run(t, office, args...)
	for _, base := range bases {
		name := filepath.Base(base)
		pages := readPages(t, filepath.Join(dir, name+".pdf"))
		if len(pages) != 1 {
			t.Errorf("%s: %d pages", name, len(pages))
		}
		docx, err := os.ReadFile(base + ".docx")
		if err != nil {
			t.Fatal(err)
		}
		want, got := docxText(t, docx), ""
		for _, page := range pages {
			got += strings.Join(page.Lines, "")
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if diff := cmp.Diff(squeeze(want), squeeze(got)); diff != "" {
			t.Errorf("%s (-file +LibreOffice):\n%s", name, diff)
		}
	}
}

// TestOtherParsers: PDF and DOCX parsers of other programs accept the papers.
func TestOtherParsers(t *testing.T) {
	bases := files(t)
	for name, check := range map[string]func(*testing.T, []string){
		"qpdf": checkQPDF, "pdfcpu": checkPDFCPU, "pdffonts": checkFonts, "OpenXML": checkOpenXML,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check(t, bases)
		})
	}
}

func checkQPDF(t *testing.T, bases []string) {
	qpdf := outside.Program(t, "qpdf")
	for _, base := range sample(bases, 3) {
		if out := outside.Run(t, qpdf, "--check", base+".pdf"); strings.Contains(strings.ToLower(out), "warning") {
			t.Error(out)
		}
	}
}

// checkPDFCPU validates with a library. Its strict mode accepts AFRelationship
// only in PDF 2.0, but PDF/A-3 requires it in 1.7 (ISO 19005-3, 6.8), so it uses
// the mode of `pdfcpu validate`.
func checkPDFCPU(t *testing.T, bases []string) {
	conf := model.NewDefaultConfiguration()
	conf.ValidationMode = model.ValidationRelaxed
	for i, base := range bases {
		if !effort.Takes(i, 12, 3) {
			continue
		}
		if err := api.ValidateFile(base+".pdf", conf); err != nil {
			t.Errorf("%s: %v", filepath.Base(base), err)
		}
	}
}

// checkFonts: fonts are embedded subsets with a ToUnicode map; the font of form
// fields is complete.
func checkFonts(t *testing.T, bases []string) {
	pdffonts := outside.Program(t, "pdffonts")
	for _, base := range sample(bases, 3) {
		lines := strings.Split(strings.TrimSpace(outside.Run(t, pdffonts, base+".pdf")), "\n")
		for _, line := range lines[2:] {
			fields := strings.Fields(line)
			if strings.HasSuffix(fields[0], "-Form") {
				if !slices.Equal(fields[1:6], []string{"TrueType", "Custom", "yes", "no", "yes"}) {
					t.Errorf("%s: %s", filepath.Base(base), line)
				}
				continue
			}
			if len(fields) < 7 || !slices.Equal(fields[4:7], []string{"yes", "yes", "yes"}) {
				t.Errorf("%s: %s", filepath.Base(base), line)
			}
		}
	}
}

// openXMLStride is no divisor of the number of files in a style.
const openXMLStride = 17

// checkOpenXML validates with Microsoft's SDK, which takes a second for each file:
// one of seventeen and one of each kind, or all in a full run.
func checkOpenXML(t *testing.T, bases []string) {
	validator := outside.Program(t, "ooxml-validator")
	for _, base := range eachKind(bases, openXMLStride) {
		if out := outside.Run(t, validator, base+".docx"); !strings.Contains(out, `"ok": true`) {
			t.Errorf("%s: %s", filepath.Base(base), out)
		}
	}
}

// spoken calls visit with every kind of paper in the default style and with the
// protocol in all others. Values of fields are not part of the structure, so
// fillable forms are blank.
func spoken(t *testing.T, visit func(name string, paper *Paper, file func() []byte)) {
	t.Helper()
	for _, sheet := range styles {
		press := newPress(t, sheet)
		for _, example := range examples(t) {
			if sheet != DefaultStyle && !slices.Contains(examplesIn(t, sheet), example) {
				continue
			}
			list := map[string]*Paper{"protocol": print(t, press, example)}
			if sheet == DefaultStyle {
				press, list = papersIn(t, sheet, example)
				for kind, paper := range fillable(t, press, example) {
					if strings.HasSuffix(kind, "-blank") {
						list[kind] = paper
					}
				}
			}
			for _, kind := range slices.Sorted(maps.Keys(list)) {
				visit(fmt.Sprintf("%s, %s, %s", example, sheet, kind), list[kind],
					func() []byte { return write(t, press, list[kind], "pdf") })
			}
		}
	}
}

// checkSpoken: a screen reader reads the words of the tree in order, and each
// heading, list, table, row and picture is one in the structure. It does not
// read page numbers, rules and repeated headers.
func checkSpoken(t *testing.T, name string, paper *Paper, root *tagged.Element) {
	t.Helper()
	squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") } // readers join the lines
	tree := document.PlainText(paper.Document)
	if len(document.Fields(paper.Document)) > 0 {
		tree = strings.ReplaceAll(tree, "☐", "") // a field, too
	}
	if diff := cmp.Diff(squeeze(tree), squeeze(root.Text)); diff != "" {
		t.Errorf("%s (-tree +aloud):\n%s", name, diff)
	}
	tagged.Check(t, root)
	got := map[string]int{}
	root.Each(func(e, _ *tagged.Element) {
		if role := strings.TrimRight(e.Role, "123456"); strings.Contains(" H L LI Table TR Figure ", " "+role+" ") {
			got[role]++
		}
	})
	if diff := cmp.Diff(roles(paper), got); diff != "" {
		t.Errorf("%s (-tree +structure):\n%s", name, diff)
	}
}

func TestReadAloud(t *testing.T) {
	n := 0
	spoken(t, func(name string, paper *Paper, file func() []byte) {
		if n++; effort.Takes(n+2, 6, 1) {
			checkSpoken(t, name, paper, tagged.Read(t, file()))
		}
	})
}

// TestReadAloudByPoppler checks with a second reader. It takes seconds per page,
// so papers of several pages are checked in a full run only.
func TestReadAloudByPoppler(t *testing.T) {
	outside.Program(t, "pdfinfo")
	t.Parallel()
	spoken(t, func(name string, paper *Paper, file func() []byte) {
		if effort.Full() || len(paper.Layout.Pages) == 1 && len(paper.Layout.Pages[0].Lines) < 20 {
			checkSpoken(t, name, paper, tagged.Poppler(t, file()))
		}
	})
}

// roles counts the structure elements that a tree requires. Columns of text
// without rules are not tables.
func roles(paper *Paper) map[string]int {
	count := map[string]int{}
	document.Walk(paper.Document, func(block document.Block) {
		switch b := block.(type) {
		case document.Heading:
			count["H"]++
		case document.List:
			count["L"]++
			count["LI"] += len(b.Items)
		case document.Table:
			if paper.Sheet.TableStyle(b.Style).Frame == style.Ruled {
				count["Table"]++
				count["TR"] += len(b.Header) + len(b.Rows)
			}
		case document.Figure:
			count["Figure"]++
		}
	})
	return count
}

// TestVeraPDF validates every example in every style against its profile: PDF/A,
// and PDF/UA-1 for levels A. Papers of PDF/A-4f are also checked against PDF/UA-2 and
// Well-Tagged PDF. A quick run takes one of seven papers and one of each kind of the
// default profile, and one of thirteen of the others; .ci/deep takes all.
func TestVeraPDF(t *testing.T) {
	outside.Program(t, "verapdf")
	t.Parallel()
	declared := map[string][]string{}
	for profile, flavours := range map[pdf.Profile][]string{pdf.A1b: {"1b"}, pdf.A2a: {"2a", "ua1"},
		pdf.A3a: {"3a", "ua1"}, pdf.A4f: {"4f", "ua2", "wt1a", "wt1r"}} {
		every, take := 13, sample
		if profile == pdf.A3a {
			every, take = 7, eachKind
		}
		bases := filesOf(t, papers, profile, "pdf")
		if profile.Fills() {
			bases = append(bases, filesOf(t, fillable, profile, "pdf")...)
		}
		for _, base := range take(bases, every) {
			declared[base+".pdf"] = flavours
		}
		if profile == pdf.A4f {
			checkQPDF(t, bases)
		}
	}
	outside.Conform(t, declared)
}
