package batch

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"protokol/generator/diag"
	"protokol/generator/document"
	"protokol/generator/internal/printing"
)

// gathered runs labels over a list, four a sheet, and returns the files and,
// behind one another, the titles, empty places and labels of their papers.
func gathered(t *testing.T, all []addressee, skip, limit int) (*memory, *Labels, Summary, []string) {
	t.Helper()
	m := newMemory()
	j := job(t, m, all)
	var papers []string
	labels := NewLabels(m, j.Press, []string{"pdf"}, 4, skip, func(part LabelsPart) (*printing.Paper, error) {
		papers = append(papers, part.Title, fmt.Sprint(part.Skip))
		blank := &document.Document{Title: part.Title}
		for range (part.Skip + len(part.Labels) + 3) / 4 {
			blank.Blocks = append(blank.Blocks, document.PageBreak{}, document.Paragraph{Style: "body", Inlines: []document.Inline{document.Text{Value: "лист"}}})
		}
		for _, l := range part.Labels {
			_, rest, _ := strings.Cut(document.PlainText(l), "ООО «Образец-")
			number, _, _ := strings.Cut(rest, "»")
			papers = append(papers, number)
		}
		return j.Press.(*printing.Press).Lay(blank, printing.Origin{})
	})
	j.Sinks, j.Limit = []Sink{NewReport(m, "Наклейки.csv"), labels}, limit
	s, err := j.Combine(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return m, labels, s, papers
}

// TestLabelsInOrder: in the order of the list behind the places that were used,
// those of bad records left out; no ledger, no file a record.
func TestLabelsInOrder(t *testing.T) {
	all := several(7)
	all[2].problems = diag.List{{Message: "нет адреса"}}
	all[4].doubts = diag.List{{Message: "не помещается"}}
	m, labels, s, papers := gathered(t, all, 3, 6)
	if want := []string{"Наклейки", "3", "0", "1", "3", "5"}; !slices.Equal(papers, want) {
		t.Errorf("%v, want %v", papers, want)
	}
	if s.Total != 6 || s.Made != 4 || s.Failed != 2 || labels.Pages() != 2 {
		t.Errorf("%d sheets, %+v", labels.Pages(), s)
	}
	if names := slices.Sorted(maps.Keys(m.files)); !slices.Equal(names, []string{"Наклейки.csv", "Наклейки.pdf"}) || !slices.Equal(labels.Files(), names[1:]) {
		t.Errorf("%q", names)
	}
	if report := string(m.files["Наклейки.csv"]); !strings.Contains(report, "4;ООО «Образец-2»;;ошибка;нет адреса") {
		t.Error(report)
	}
}

// TestLabelsInParts: a long list has several files, each but the last full.
func TestLabelsInParts(t *testing.T) {
	m, labels, _, papers := gathered(t, several(2*4*labelSheets), 1, 0)
	count := 0
	var heads []string
	for _, p := range papers {
		if strings.HasPrefix(p, "Наклейки") {
			heads = append(heads, p)
			count = -1 // the places left empty come next
			continue
		}
		count++
	}
	if want := []string{"Наклейки, часть 1", "Наклейки, часть 2", "Наклейки, часть 3"}; !slices.Equal(heads, want) || count != 1 {
		t.Errorf("%q, %d labels in the last", heads, count)
	}
	if want := []string{"Наклейки 1.pdf", "Наклейки 2.pdf", "Наклейки 3.pdf"}; !slices.Equal(labels.Files(), want) || m.files[want[2]] == nil {
		t.Errorf("%q", labels.Files())
	}
	if labels.Pages() != 2*labelSheets+1 {
		t.Errorf("%d sheets", labels.Pages())
	}
	if m.handles != 0 || m.mostHandles > 2 {
		t.Errorf("up to %d files were open at once, %d are still", m.mostHandles, m.handles) // the report and a part
	}
}

// TestNoLabels: interrupted, or without a single good record, there are none.
func TestNoLabels(t *testing.T) {
	all := several(2)
	for i := range all {
		all[i].problems = diag.List{{Message: "нет адреса"}}
	}
	if m, labels, s, _ := gathered(t, all, 0, 0); s.Failed != 2 || len(labels.Files()) > 0 || m.files["Наклейки.pdf"] != nil {
		t.Errorf("%+v", s)
	}
	const parts = 2
	m := newMemory()
	j := job(t, m, several(parts*4*labelSheets+1))
	labels := NewLabels(m, j.Press, []string{"pdf"}, 4, 0, func(part LabelsPart) (*printing.Paper, error) {
		return j.Press.(*printing.Press).Lay(part.Labels[0], printing.Origin{})
	})
	j.Sinks = []Sink{NewReport(m, "Наклейки.csv"), labels}
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	j.Progress = func(int, int) {
		if len(labels.Files()) == parts {
			stop()
		}
	}
	if _, err := j.Combine(ctx); !errors.Is(err, context.Canceled) || len(m.files) > 0 || m.handles > 0 {
		t.Errorf("%v, %q, %d files open", err, slices.Collect(maps.Keys(m.files)), m.handles)
	}
}
