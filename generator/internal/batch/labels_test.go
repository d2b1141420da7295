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

// combined makes labels of a list, four on a page. It returns the files and,
// for each part in turn, its number, the positions to skip and its labels.
func combined(t *testing.T, all []addressee, skip, limit int) (*memory, *Labels, Summary, []string) {
	t.Helper()
	m := newMemory()
	j := job(t, m, all)
	var papers []string
	labels := NewLabels(m, j.Press, []string{"pdf"}, 4, skip, func(part LabelsPart) (*printing.Paper, error) {
		papers = append(papers, fmt.Sprint("part ", part.Part), fmt.Sprint(part.Skip))
		blank := &document.Document{Title: LabelsName}
		for range (part.Skip + len(part.Labels) + 3) / 4 {
			text := []document.Inline{document.Text{Value: "лист"}}
			blank.Blocks = append(blank.Blocks, document.PageBreak{}, document.Paragraph{Style: "body", Inlines: text})
		}
		for _, l := range part.Labels {
			_, rest, _ := strings.Cut(document.PlainText(l), "«Образец-")
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

// TestLabelsInOrder checks that labels follow the order of the list after the
// skipped positions, without those of bad records, and that there is no ledger
// and no file per record.
func TestLabelsInOrder(t *testing.T) {
	all := addressees(7)
	all[2].problems = diag.List{{Message: "нет адреса"}}
	all[4].doubts = diag.List{{Message: "не помещается"}}
	m, labels, s, papers := combined(t, all, 3, 6)
	if want := []string{"part 0", "3", "0", "1", "3", "5"}; !slices.Equal(papers, want) {
		t.Errorf("%v, want %v", papers, want)
	}
	if s.Total != 6 || s.Made != 4 || s.Failed != 2 || labels.Pages() != 2 {
		t.Errorf("%d pages, %+v", labels.Pages(), s)
	}
	names := slices.Sorted(maps.Keys(m.files))
	if !slices.Equal(names, []string{"Наклейки.csv", "Наклейки.pdf"}) || !slices.Equal(labels.Files(), names[1:]) {
		t.Errorf("%q", names)
	}
	if report := string(m.files["Наклейки.csv"]); !strings.Contains(report, "4;ООО «Образец-2»;;ошибка;нет адреса") {
		t.Error(report)
	}
}

// TestLabelsInParts checks that a long list is split into files that are full
// except for the last.
func TestLabelsInParts(t *testing.T) {
	m, labels, _, papers := combined(t, addressees(2*4*maxLabelPages), 1, 0)
	count := 0
	var titles []string
	for _, p := range papers {
		if strings.HasPrefix(p, "part ") {
			titles = append(titles, p)
			count = -1 // the number of skipped positions follows
			continue
		}
		count++
	}
	want := []string{"part 1", "part 2", "part 3"}
	if !slices.Equal(titles, want) || count != 1 {
		t.Errorf("%q, %d labels in the last", titles, count)
	}
	want = []string{"Наклейки 1.pdf", "Наклейки 2.pdf", "Наклейки 3.pdf"}
	if !slices.Equal(labels.Files(), want) || m.files[want[2]] == nil {
		t.Errorf("%q", labels.Files())
	}
	if labels.Pages() != 2*maxLabelPages+1 {
		t.Errorf("%d pages", labels.Pages())
	}
	if m.open != 0 || m.maxOpen > 2 {
		t.Errorf("up to %d files were open at once, %d are still", m.maxOpen, m.open) // the report and one part
	}
}

// TestNoLabels checks that no label file is left after an interrupt, nor made
// without a valid record.
func TestNoLabels(t *testing.T) {
	all := addressees(2)
	for i := range all {
		all[i].problems = diag.List{{Message: "нет адреса"}}
	}
	m, labels, s, _ := combined(t, all, 0, 0)
	if s.Failed != 2 || len(labels.Files()) > 0 || m.files["Наклейки.pdf"] != nil {
		t.Errorf("%+v", s)
	}
	const parts = 2
	m = newMemory()
	j := job(t, m, addressees(parts*4*maxLabelPages+1))
	labels = NewLabels(m, j.Press, []string{"pdf"}, 4, 0, func(part LabelsPart) (*printing.Paper, error) {
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
	if _, err := j.Combine(ctx); !errors.Is(err, context.Canceled) || len(m.files) > 0 || m.open > 0 {
		t.Errorf("%v, %q, %d files open", err, slices.Collect(maps.Keys(m.files)), m.open)
	}
}
