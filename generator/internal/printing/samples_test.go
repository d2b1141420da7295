package printing

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"protokol/generator/internal/compose"
	"protokol/generator/internal/effort"
)

// sample returns every nth path, in a full run all.
func sample(bases []string, n int) []string {
	bases = slices.Sorted(slices.Values(bases))
	if effort.Full() {
		return bases
	}
	return fewer(bases, n)
}

// fewer returns every nth path.
func fewer(bases []string, n int) (list []string) {
	for i := 0; i < len(bases); i += n {
		list = append(list, bases[i])
	}
	return list
}

// eachKind is sample with at least one paper of each kind.
func eachKind(bases []string, n int) (list []string) {
	list = sample(bases, n)
	taken := map[string]bool{}
	for _, base := range list {
		taken[kindOf(base)] = true
	}
	for _, base := range slices.Sorted(slices.Values(bases)) {
		if kind := kindOf(base); !taken[kind] {
			taken[kind], list = true, append(list, base)
		}
	}
	return list
}

// kindOf returns the kind of the paper that filesOf writes at a path.
func kindOf(base string) string { return kindEnd.FindString(base) }

var kindEnd = regexp.MustCompile(`[a-z]+(-blank|-known)?$`)

// namesOf returns the paths of filesOf for papers and for fillable forms, without writing them.
func namesOf(t *testing.T) (bases, forms []string) {
	press := newPress(t, DefaultStyle)
	for _, file := range examples(t) {
		m, _ := read(t, press, file)
		for _, kind := range compose.Kinds {
			r := compose.Request{Kind: kind.Name, Items: []int{len(m.Agenda)}}
			if kind.Lacks(m, r) != "" {
				continue
			}
			for _, style := range styles {
				base := style + "-" + filepath.Base(filepath.Dir(file)) + "-" + kind.Name
				bases = append(bases, base)
				if slices.Contains(kind.Options, "fillable") {
					forms = append(forms, base+"-blank", base+"-known")
				}
			}
		}
	}
	return bases, forms
}

// TestSamples: the samples of a quick run have papers of different kinds, in all styles.
func TestSamples(t *testing.T) {
	kinds := func(bases []string) map[string]bool {
		found := map[string]bool{}
		for _, base := range bases {
			found[kindOf(base)] = true
		}
		return found
	}
	bases, forms := namesOf(t)
	all := kinds(bases)
	if len(all) < 11 || !all["protocol"] || !all["consent"] {
		t.Fatalf("kinds of papers: %v", all)
	}
	if got := kinds(eachKind(bases, 7)); len(got) != len(all) {
		t.Errorf("LibreOffice opens %v", got)
	}
	if got := kinds(sample(bases, onlyOfficeStride)); len(got) < 5 || !got["protocol"] || !got["extract"] {
		t.Errorf("ONLYOFFICE opens %v", got)
	}
	bases = append(bases, forms...)
	if got, all := kinds(eachKind(bases, openXMLStride)), kinds(bases); len(got) != len(all) || len(all) < 15 {
		t.Errorf("the validator of Open XML reads %v of %v", got, all)
	}
	ends := map[string]bool{}
	for paper := range 12 { // protocols and extracts
		for shift := range 2 {
			if takesShift(paper, shift) {
				ends[fmt.Sprint("kind ", paper%2)], ends[fmt.Sprint("shift ", shift)] = true, true
			}
		}
	}
	if len(ends) != 4 {
		t.Errorf("LibreOffice ends pages of %v", ends)
	}
}
