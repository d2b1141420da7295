package batch

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"protokol/generator/diag"
)

func TestParseShard(t *testing.T) {
	for text, want := range map[string]Shard{
		"1/1": {1, 1}, "2/5": {2, 5}, "0/3": {}, "4/3": {}, "2": {}, "1/3x": {}, "-1/2": {}, "": {},
	} {
		if got, err := ParseShard(text); got != want || (err == nil) != (want != Shard{}) {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
}

// TestShardSize checks that shards contain every record once and report their
// sizes correctly.
func TestShardSize(t *testing.T) {
	for count := 1; count <= 7; count++ {
		for total := range 20 {
			held := 0
			for i := 1; i <= count; i++ {
				s, n := Shard{i, count}, 0
				for number := 1; number <= total; number++ {
					if s.contains(number) {
						n++
					}
				}
				if held += n; n != s.size(total) {
					t.Errorf("shard %v of %d records holds %d, says %d", s, total, n, s.size(total))
				}
			}
			if held != total {
				t.Errorf("%d shards hold %d of %d records", count, held, total)
			}
		}
	}
}

// shard returns a job that makes one shard of a list.
func shard(t *testing.T, m *memory, all []addressee, s Shard) *Job {
	j := job(t, m, all)
	j.Shard = s
	j.Sinks = []Sink{NewReport(m, s.ReportName())}
	return j
}

// merged joins shards and returns the files of the whole batch.
func merged(t *testing.T, folders ...*memory) (map[string]string, diag.List) {
	t.Helper()
	var names []string
	var all []Folder
	for i, m := range folders {
		names, all = append(names, fmt.Sprint("part", i)), append(all, m)
	}
	shards, problems, err := FindShards(all, names)
	if err != nil {
		t.Fatal(err)
	}
	if problems.Failed() {
		return nil, problems
	}
	defer shards.Close()
	into := folders[0]
	sinks := []Sink{NewReport(into, "report.csv"), NewArchive(into, "letters.zip")}
	summary, err := shards.Merge(t.Context(), MergeTarget{Folder: into, Sinks: sinks})
	if err != nil {
		t.Fatal(err)
	}
	if summary.Total != summary.Made+summary.Failed {
		t.Errorf("%+v", summary)
	}
	files := into.visible()
	maps.DeleteFunc(files, func(name, _ string) bool { return strings.HasPrefix(name, "report-") })
	return files, nil
}

// TestShardsMakeTheWhole merges shards from one folder and from several, with
// duplicates and bad records among them.
func TestShardsMakeTheWhole(t *testing.T) {
	all := addressees(23)
	all[4].name, all[9].name = all[3].name, all[3].name
	all[7].problems = diag.List{{Key: "ИНН", Message: "неверный"}}
	want := cleanRun(t, all)
	common := newMemory()
	var apart []*memory
	for i := 1; i <= 4; i++ {
		made(t, shard(t, common, all, Shard{i, 4}))
		apart = append(apart, newMemory())
		made(t, shard(t, apart[i-1], all, Shard{i, 4}))
	}
	got, _ := merged(t, common)
	compareFiles(t, got, want)
	got, _ = merged(t, apart...)
	compareFiles(t, got, want)
}

// TestMergeRefuses checks that incomplete or mismatched shards are refused.
func TestMergeRefuses(t *testing.T) {
	all := addressees(9)
	part := func(i, n int, list []addressee) *memory {
		m := newMemory()
		made(t, shard(t, m, list, Shard{i, n}))
		return m
	}
	other := addressees(9)
	other[0].text = "иначе"
	unfinished := part(2, 3, all)
	ledger := string(unfinished.files[StateFolder+"/ledger-2-of-3"])
	unfinished.files[StateFolder+"/ledger-2-of-3"] = []byte(strings.Replace(ledger, `{"done":true}`+"\n", "", 1))
	for name, test := range map[string]struct {
		folders []*memory
		want    string
	}{
		"none":       {[]*memory{newMemory()}, "здесь нет частей"},
		"missing":    {[]*memory{part(1, 3, all), part(3, 3, all)}, "нет части 2/3"},
		"unfinished": {[]*memory{part(1, 3, all), unfinished, part(3, 3, all)}, "часть 2/3 не закончена"},
		"twice":      {[]*memory{part(1, 2, all), part(2, 2, all), part(2, 2, all)}, "часть 2/2 встретилась дважды"},
		"divisions":  {[]*memory{part(1, 2, all), part(2, 3, all)}, "часть 2/3, а рядом часть 1/2"},
		"list":       {[]*memory{part(1, 2, all), part(2, 2, other)}, "часть 2 сделана по другому списку, чем часть 1"},
	} {
		if _, problems := merged(t, test.folders...); !strings.Contains(problems.Error(), test.want) {
			t.Errorf("%s: %v, want %q", name, problems, test.want)
		}
	}
}

// TestMergeChecksFiles checks that Merge verifies files against the ledger.
func TestMergeChecksFiles(t *testing.T) {
	m := newMemory()
	for i := 1; i <= 2; i++ {
		made(t, shard(t, m, addressees(4), Shard{i, 2}))
	}
	m.files["ООО «Образец-2».pdf"] = []byte("half")
	shards, problems, err := FindShards([]Folder{m}, []string{"out"})
	if err != nil || problems.Failed() {
		t.Fatal(err, problems)
	}
	_, err = shards.Merge(t.Context(), MergeTarget{Folder: m})
	if err == nil || !strings.Contains(err.Error(), "ООО «Образец-2».pdf") {
		t.Errorf("%v", err)
	}
}

// TestShardResumesReorderedList checks that numbers in the ledger follow the
// current order of the list.
func TestShardResumesReorderedList(t *testing.T) {
	all := addressees(10)
	m := newMemory()
	for i := 1; i <= 2; i++ {
		made(t, shard(t, m, all, Shard{i, 2}))
	}
	all = append([]addressee{all[8], all[9]}, all[:8]...) // no record changes its shard
	all = append(all[:4:4], all[6:]...)
	for i := 1; i <= 2; i++ {
		j := shard(t, m, all, Shard{i, 2})
		j.Resume = true
		if s := made(t, j); s.Kept != 4 {
			t.Errorf("shard %d: %d kept", i, s.Kept)
		}
	}
	got, problems := merged(t, m)
	if problems.Failed() {
		t.Fatal(problems)
	}
	compareFiles(t, got, cleanRun(t, all))
}
