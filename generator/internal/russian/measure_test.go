package russian

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	data = flag.String("data", "", "folder of word lists to measure declension by")
	show = flag.Bool("show", false, "list every form that differs from the word list")
)

var caseColumns = []string{"nom", "gen", "dat", "acc", "ins", "prep"}

// tally counts the forms of a word list.
type tally struct{ forms, wrong, silent, doubted int }

// TestMeasure compares forms with word lists that are not in the repository:
//
//	go test ./generator/internal/russian -run TestMeasure -v -args -data FOLDER [-show]
//
// A list is a TSV file with column names in its first line. Wide lists have the
// columns nom gen dat acc ins prep and optionally gender (m, f). Long lists
// have part lemma gender case form. Lists of people have last first patronymic,
// the expected forms of each, gender and case. Alternative forms are separated
// by "|". For each list the test prints the percentages of correct forms, of
// wrong forms with and without a doubt, and of doubts.
func TestMeasure(t *testing.T) {
	if *data == "" {
		t.Skip("no word lists: run with -args -data FOLDER to measure")
	}
	lists, err := filepath.Glob(filepath.Join(*data, "*.tsv"))
	if err != nil || len(lists) == 0 {
		t.Fatalf("no *.tsv in %s", *data)
	}
	t.Logf("%-24s %7s %8s %14s %14s %8s", "list", "forms", "exact", "wrong, doubted", "wrong, silent", "doubts")
	for _, list := range lists {
		name := filepath.Base(list)
		sum := tally{}
		for _, row := range readTSV(t, list) {
			measureRow(t, &sum, name, row)
		}
		if sum.forms == 0 {
			t.Errorf("%s: no row could be measured", name)
			continue
		}
		share := func(n int) float64 { return 100 * float64(n) / float64(sum.forms) }
		t.Logf("%-24s %7d %7.2f%% %13.2f%% %13.2f%% %7.2f%%", name, sum.forms,
			100-share(sum.wrong), share(sum.wrong-sum.silent), share(sum.silent), share(sum.doubted))
	}
}

// readTSV returns the rows of a list by column name.
func readTSV(t *testing.T, name string) []map[string]string {
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(src), "\n"), "\n")
	columns := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range strings.Split(line, "\t") {
			if i < len(columns) {
				row[columns[i]] = strings.TrimSpace(cell)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func measureRow(t *testing.T, sum *tally, list string, row map[string]string) {
	check := func(lemma, want string, got Form) {
		sum.forms++
		if got.Doubt != "" {
			sum.doubted++
		}
		for right := range strings.SplitSeq(want, "|") {
			if got.Text == right {
				return
			}
		}
		sum.wrong++
		if got.Doubt == "" {
			sum.silent++
		}
		if *show {
			t.Logf("%s: %s: want %q, got %q (%s) %s", list, lemma, want, got.Text, got.Doubt, row["note"])
		}
	}
	gender := map[string]Gender{"m": Masculine, "f": Feminine}[row["gender"]]
	switch {
	case row["lemma"] != "":
		check(row["lemma"], row["form"], Name(row["lemma"], gender, caseOf(row["case"])))
	case row["case"] != "":
		full := joinName(row["last"], row["first"], row["patronymic"])
		want := joinName(row["last_expected"], row["first_expected"], row["patronymic_expected"])
		check(full, want, Name(full, gender, caseOf(row["case"])))
	case row["nom"] != "":
		for c, column := range caseColumns {
			check(row["nom"], row[column], declineFrom(list, row["nom"], gender, Case(c)))
		}
	case row["gender"] != "":
		full := joinName(row["last"], row["first"], row["patronymic"])
		want := map[string]string{"m": "masculine", "f": "feminine"}[row["gender"]]
		got := [...]string{Masculine: "masculine", Feminine: "feminine"}[GenderOf(full)]
		check(full, want, Form{Text: got})
	}
}

// declineFrom declines a word according to the kind of list.
func declineFrom(list, nom string, g Gender, c Case) Form {
	switch {
	case strings.Contains(list, "name") || strings.Contains(list, "patronymic"):
		return Name(nom, g, c)
	case strings.Contains(list, "position") || strings.Contains(list, "agent"):
		return Position(nom, c)
	}
	return Body(nom, c)
}

func caseOf(column string) Case {
	for c, name := range caseColumns {
		if name == column {
			return Case(c)
		}
	}
	return Nominative
}

func joinName(parts ...string) string {
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}
