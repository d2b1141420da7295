package printing

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klippa-app/go-pdfium/enums"

	"protokol/generator/document"
	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
	"protokol/generator/internal/flow"
	"protokol/generator/internal/pdftest"
)

// papers returns all papers of an example, by kind.
func papers(t testing.TB, press *Press, file string) map[string]*Paper {
	t.Helper()
	m, origin := read(t, press, file)
	list := map[string]*Paper{}
	for _, kind := range compose.Kinds {
		r := compose.Request{Kind: kind.Name, Items: []int{len(m.Agenda)}}
		if kind.Lacks(m, r) != "" {
			continue
		}
		paper, err := press.Paper(t.Context(), r, m, origin)
		if err != nil {
			t.Fatalf("%s, %s: %v", file, kind.Name, err)
		}
		list[kind.Name] = paper
	}
	return list
}

// papersIn returns a press of a style and all papers of an example that it prints, by
// kind. Most tests look at the same ones, which therefore are made once and must not be
// changed.
func papersIn(t testing.TB, style, file string) (*Press, map[string]*Paper) {
	t.Helper()
	laidOut.Lock()
	defer laidOut.Unlock()
	if laidOut.by[style] == nil {
		laidOut.by[style] = newPress(t, style)
	}
	press, name := laidOut.by[style], style+" "+file
	if laidOut.of[name] == nil {
		laidOut.of[name] = papers(t, press, file)
	}
	return press, maps.Clone(laidOut.of[name])
}

// laidOut is what papersIn returns: presses by their style, papers by style and example.
var laidOut = struct {
	sync.Mutex
	by map[string]*Press
	of map[string]map[string]*Paper
}{by: map[string]*Press{}, of: map[string]map[string]*Paper{}}

// fillable returns the fillable forms of an example, blank and with known
// values.
func fillable(t testing.TB, press *Press, file string) map[string]*Paper {
	t.Helper()
	m, origin := read(t, press, file)
	list := map[string]*Paper{}
	for _, kind := range compose.Kinds {
		if !slices.Contains(kind.Options, "fillable") || kind.Lacks(m, compose.Request{Kind: kind.Name}) != "" {
			continue
		}
		for name, blank := range map[string]bool{kind.Name + "-known": false, kind.Name + "-blank": true} {
			paper, err := press.Paper(t.Context(), compose.Request{Kind: kind.Name, Fillable: true, Blank: blank}, m,
				origin)
			if err != nil {
				t.Fatalf("%s, %s: %v", file, name, err)
			}
			list[name] = paper
		}
	}
	return list
}

// TestFillable checks that a fillable form takes one page in every style, that
// its fields are those of the tree, in order, in both formats, and that their
// descriptions are read aloud.
func TestFillable(t *testing.T) {
	forms := 0
	for _, style := range styles {
		press := newPress(t, style)
		for _, file := range examples(t) {
			for name, paper := range fillable(t, press, file) {
				forms++
				if len(paper.Layout.Pages) != 1 {
					t.Errorf("%s, %s: %s is on %d pages", file, style, name, len(paper.Layout.Pages))
				}
				var want []string
				for _, field := range document.Fields(paper.Document) {
					want = append(want, field.Name)
				}
				var got []string
				for _, field := range pdftest.Fields(t, write(t, press, paper, "pdf")) {
					if field.Kind != enums.FPDF_FORMFIELD_TYPE_SIGNATURE {
						got = append(got, field.Name)
					}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %s, %s, PDF (-tree +file):\n%s", file, style, name, diff)
				}
				if diff := cmp.Diff(want, docxTags(t, write(t, press, paper, "docx"))); diff != "" {
					t.Errorf("%s, %s, %s, DOCX (-tree +file):\n%s", file, style, name, diff)
				}
			}
		}
	}
	if forms < 12 {
		t.Errorf("the examples give %d forms", forms)
	}
}

// TestExamplesCoverKinds: the examples together give every kind of paper.
func TestExamplesCoverKinds(t *testing.T) {
	shown := map[string]bool{}
	for _, file := range examples(t) {
		_, list := papersIn(t, DefaultStyle, file)
		for kind := range list {
			shown[kind] = true
		}
	}
	for _, kind := range compose.Kinds {
		if !shown[kind.Name] {
			t.Errorf("no example gives %s", kind.Name)
		}
	}
}

// TestPapersText: the words of PDF and DOCX are those of the tree, for every
// kind of paper.
func TestPapersText(t *testing.T) {
	n := 0
	for _, style := range styles {
		for _, file := range examplesIn(t, style) {
			press, list := papersIn(t, style, file)
			for _, kind := range slices.Sorted(maps.Keys(list)) {
				paper := list[kind]
				if n++; !effort.Takes(n, 3, 1) {
					continue
				}
				want := strings.Fields(document.PlainText(paper.Document))
				got := strings.Fields(withoutRepeats(paper, pdfText(t, write(t, press, paper, "pdf"))))
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %s, %s, PDF (-tree +file):\n%s", file, style, kind, diff)
				}
				if diff := cmp.Diff(want, strings.Fields(docxText(t, write(t, press, paper, "docx")))); diff != "" {
					t.Errorf("%s, %s, %s, DOCX (-tree +file):\n%s", file, style, kind, diff)
				}
			}
		}
	}
}

// withoutRepeats removes header rows that a table repeats on its next page: they
// are drawn, but are not content.
func withoutRepeats(paper *Paper, text string) string {
	text = strings.Join(strings.Fields(text), " ")
	for _, page := range paper.Layout.Pages {
		var repeated []string
		for _, line := range page.Lines {
			if len(line.Runs) > 0 && line.Runs[0].Element == nil && line.Baseline > topMargin*flow.PointsPerMM {
				repeated = append(repeated, strings.Fields(line.Text())...)
			}
		}
		if header := strings.Join(repeated, " "); header != "" {
			if i := strings.LastIndex(text, header); i >= 0 {
				text = text[:i] + text[i+len(header):]
			}
		}
	}
	return text
}

// TestOnePage: letters and forms fit on a page in every style.
func TestOnePage(t *testing.T) {
	for _, style := range styles {
		for _, file := range examples(t) {
			_, list := papersIn(t, style, file)
			for _, kind := range []string{"letter", "invitation", "application", "consent"} {
				if paper, ok := list[kind]; ok && len(paper.Layout.Pages) != 1 {
					t.Errorf("%s, %s: %s is on %d pages", file, style, kind, len(paper.Layout.Pages))
				}
			}
		}
	}
}

// TestSheetsAreCounted: the attachment mark of the letter to the Governor gives
// the number of sheets of the protocol in the style used.
func TestSheetsAreCounted(t *testing.T) {
	seen := map[string]bool{}
	for _, style := range styles {
		_, list := papersIn(t, style, "../../../examples/2017-11-20/meeting.toml")
		sheets := len(list["protocol"].Layout.Pages)
		text := strings.ReplaceAll(document.PlainText(list["letter"].Document), "\u00a0", " ")
		want := "Приложение: протокол заседания от 20.11.2017 г. на " + string(rune('0'+sheets)) + " л. в 1 экз."
		if !strings.Contains(text, want) {
			t.Errorf("%s: the letter lacks %q:\n%s", style, want, text)
		}
		seen[want] = true
	}
	if len(seen) < 2 {
		t.Error("every style takes as many sheets: the count proves nothing")
	}
}
