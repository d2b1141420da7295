package batch

import (
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"protokol/generator/internal/filename"
)

// TestNamesLikeGenerated checks that no record shares its files with another
// whose name this package made: the name of a record may be one that it makes.
func TestNamesLikeGenerated(t *testing.T) {
	same := []addressee{
		{name: "ООО А", text: "первое"}, {name: "ООО А", text: "второе"}, {name: "ооо а", text: "третье"},
	}
	digest := func(i, bytes int) string {
		n := 0
		for r := range listOf(t, same)() {
			if n == i {
				return hex.EncodeToString(r.Digest[:bytes])
			}
			n++
		}
		panic("no record")
	}
	for name, more := range map[string][]string{
		"generated":           {"ООО А ~" + digest(0, 3)},
		"in another case":     {strings.ToUpper("ООО А ~" + digest(1, 3))},
		"longer ones, too":    {"ООО А ~" + digest(0, 3), "ООО А ~" + digest(0, 4), "ООО А ~" + digest(0, 5)},
		"several of that":     {"ООО А ~" + digest(0, 3), "ООО А ~" + digest(0, 3)},
		"a part of a product": {RegisterName + " 2", LabelsName + " 12", RegisterName, "report"},
	} {
		all := slices.Clone(same)
		for i, n := range more {
			all = append(all, addressee{name: n, text: fmt.Sprint("ещё ", i)})
		}
		files, distinct := cleanRun(t, all), map[string]bool{}
		for n := range files {
			distinct[filename.Fold(n)] = true
		}
		if want := 2*len(all) + 2; len(distinct) != want { // the report and the archive
			t.Errorf("%s: %d files, want %d", name, len(distinct), want)
		}
		for _, n := range []string{RegisterName + " 2", LabelsName + " 12", RegisterName, "report"} {
			if _, taken := files[n+".pdf"]; taken {
				t.Errorf("%s: a letter is called %s", name, n)
			}
		}
		slices.Reverse(all)
		reversed := cleanRun(t, all)
		for _, product := range []string{"report.csv", "letters.zip"} {
			delete(files, product)
			delete(reversed, product)
		}
		compareFiles(t, reversed, files)
	}
}

// TestEqualRecordsNamedLikeEachOther checks the numbers of records that are
// equal: a record may ask for a name with such a number.
func TestEqualRecordsNamedLikeEachOther(t *testing.T) {
	all := []addressee{{name: "А"}, {name: "А"}, {name: "А"}}
	for r := range listOf(t, all)() {
		all = append(all, addressee{name: "А ~" + hex.EncodeToString(r.Digest[:3]) + "-2"})
		break
	}
	if files := cleanRun(t, all); len(files) != 2*len(all)+2 {
		t.Errorf("%d files of %d records", len(files), len(all))
	}
}
