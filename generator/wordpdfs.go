package generator

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"

	"protokol/generator/internal/disk"
)

// WordJob is a Word paper and the PDF that it becomes.
type WordJob struct{ Paper, PDF string } // paths

// WordJobs returns where the PDFs of Word papers go: into the folder, or beside
// each paper if it is "". The error is an OptionError when one would replace
// another, or a paper. A paper named twice is printed once.
func WordJobs(papers []string, folder string) (jobs []WordJob, err error) {
	given, from := map[string]bool{}, map[string]string{}
	for _, paper := range papers {
		given[disk.Fold(paper)] = true
	}
	for i, paper := range papers {
		same := func(other string) bool { return filepath.Clean(other) == filepath.Clean(paper) }
		if slices.ContainsFunc(papers[:i], same) {
			continue
		}
		made := filepath.Join(cmp.Or(folder, filepath.Dir(paper)), PDFName(paper))
		if given[disk.Fold(made)] {
			return nil, OptionError{Option: "out", Message: fmt.Sprintf(
				"PDF документа %s заменил бы файл %s, который тоже указан; уберите его или возьмите другую папку",
				paper, made)}
		}
		if other, taken := from[disk.Fold(made)]; taken {
			return nil, OptionError{Option: "out", Message: fmt.Sprintf(
				"файл %s получился бы и из %s, и из %s; переименуйте один из них или напечатайте их по отдельности",
				made, other, paper)}
		}
		from[disk.Fold(made)] = paper
		jobs = append(jobs, WordJob{paper, made})
	}
	return jobs, nil
}
